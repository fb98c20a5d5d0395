using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>A position in a text, from one character up to another.</summary>
internal readonly record struct Spot(Position At, int Start, int End);

/// <summary>Finds positions: 511200N 0010000W, 5112N00100W, 51-12N 001-00W, 51-12.5N, 51-12-30N, 51.2N, 51°12'30"N, N5112 W00100.</summary>
internal static partial class SpotScan
{
    /// <summary>Half a position: latitude or longitude.</summary>
    internal readonly record struct Half(bool IsLatitude, double Degrees, int Start, int End, string? Mended = null);

    /// <summary>All positions of the text, in order.</summary>
    /// <param name="text">Upper case.</param>
    public static List<Spot> All(string text, Remarks remarks)
    {
        var halves = Halves(text);
        var spots = new List<Spot>();
        for (var i = 0; i + 1 < halves.Count; i++)
        {
            var (one, other) = (halves[i], halves[i + 1]);
            if (one.IsLatitude == other.IsLatitude || !IsGap(text.AsSpan(one.End, other.Start - one.End)))
                continue;
            // The longitude of this pair may be followed by a latitude of the next one: only a pair that no latitude opened is reversed.
            if (!one.IsLatitude && i + 2 < halves.Count && !halves[i + 2].IsLatitude && IsGap(text.AsSpan(other.End, halves[i + 2].Start - other.End)))
                continue;
            var (latitude, longitude) = one.IsLatitude ? (one, other) : (other, one);
            if (Position.FromDegrees(latitude.Degrees, longitude.Degrees) is not { } at)
                continue;
            Remark(one, remarks);
            Remark(other, remarks);
            if (!one.IsLatitude)
                remarks.Add(ImportRemarkKind.Reversed, text[one.Start..other.End]);
            spots.Add(new Spot(at, one.Start, other.End));
            i++;
        }

        return spots;
    }

    internal static List<Half> Halves(string text)
    {
        var halves = new List<Half>();
        foreach (Match match in AnyHalf().Matches(text))
        {
            var sign = (match.Groups["h"].Success ? match.Groups["h"] : match.Groups["p"]).Value[0];
            var isLatitude = sign is 'N' or 'S';
            if (Degrees(match, isLatitude, out var mended) is { } degrees && degrees <= (isLatitude ? 90 : 180))
                halves.Add(new Half(isLatitude, sign is 'S' or 'W' ? -degrees : degrees, match.Index, match.Index + match.Length, mended));
        }

        return halves;
    }

    private static bool IsGap(ReadOnlySpan<char> gap) => gap.Length <= 6 && gap.IndexOfAnyExcept(" \n\r\t,/;-:") < 0;

    internal static void Remark(Half half, Remarks remarks)
    {
        if (half.Mended is { } words)
            remarks.Add(ImportRemarkKind.CoordinateMended, words);
    }

    private static double? Degrees(Match match, bool isLatitude, out string? mended)
    {
        mended = null;
        if (match.Groups["g"].Success)
            return Number(match.Groups["g"].Value);
        if (match.Groups["d"].Success)
        {
            if (match.Value.Contains(',', StringComparison.Ordinal))
                mended = $"{match.Value}: a comma for the point";
            var (minutes, seconds) = (Number(match.Groups["m"].Value), match.Groups["s"].Success ? Number(match.Groups["s"].Value) : 0);
            if (seconds is >= 60 and < 100)
            {
                mended = $"{match.Value}: a dash for the point";
                (minutes, seconds) = (minutes + seconds / 100, 0);
            }

            return Joined(Number(match.Groups["d"].Value), minutes, seconds);
        }

        var digits = (match.Groups["c"].Success ? match.Groups["c"] : match.Groups["q"]).Value;
        var degreeDigits = isLatitude ? 2 : 3;
        if (digits.Length - degreeDigits is not (2 or 4))
        {
            // A leading nought was left out or is too many: 002647E for 0002647E.
            digits = digits.Length - degreeDigits is 1 or 3 ? "0" + digits : digits[0] == '0' ? digits[1..] : digits;
            if (digits.Length - degreeDigits is not (2 or 4) || isLatitude)
                return null;
            mended = $"{match.Value}: taken as {digits}";
        }

        var fraction = match.Groups["f"].Success ? match.Groups["f"].Value : "";
        var (degrees, rest) = (Number(digits[..degreeDigits]), digits[degreeDigits..]);
        return rest.Length == 2 ? Joined(degrees, Number(rest + fraction), 0) : Joined(degrees, Number(rest[..2]), Number(rest[2..] + fraction));
    }

    private static double? Joined(double degrees, double minutes, double seconds) => minutes < 60 && seconds < 60 ? degrees + minutes / 60 + seconds / 3600 : null;

    private static double Number(string digits) => double.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\d,]|\d[.\-°º]\s?)(?:(?<![A-Z])|(?<=\d\s?[NSEW]))(?:(?<c>\d{4,8})(?<f>\.\d{1,6})?\s?(?<h>[NSEW])|" +
        @"(?<d>\d{1,3})\s?[-°º]\s?(?<m>\d{1,2}(?:[.,]\d{1,6})?)(?:\s?[-'’′]\s?(?<s>\d{1,2}(?:\.\d{1,6})?))?\s?[""”″'’′]{0,2}\s?(?<h>[NSEW])|" +
        @"(?<g>\d{1,3}\.\d{1,8})\s?[°º]?\s?(?<h>[NSEW]))(?![A-Z])|" +
        @"(?<![A-Z])(?<p>[NSEW])\s?(?<d>\d{1,3})[-°º]\s?(?<m>\d{1,2}(?:\.\d{1,6})?)(?![\d.])|" +
        @"(?<![A-Z\d])(?<p>[NSEW])\s?(?<q>\d{4,8})(?<f>\.\d{1,6})?(?![\d.A-MO-RT-Z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex AnyHalf();
}
