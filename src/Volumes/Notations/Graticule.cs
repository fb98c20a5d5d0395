using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Volumes.Notations;

/// <summary>Reads positions of degrees, minutes and seconds in the ways in which they are written.</summary>
internal static class Graticule
{
    private const string Degrees = @"(?<d>[0-9]{2})";
    private const string Minutes = @"(?<m>[0-5][0-9])";
    private const string Seconds = @"(?<s>[0-5][0-9])";
    private const string Fraction = @"(\.(?<f>[0-9]{1,7}))?";
    private const string North = @"(?<h>[NS])";

    /// <summary>Digits after the point of degrees, minutes and seconds: more of them are finer than a position.</summary>
    private static readonly int[] MostDigits = [7, 6, 4];

    /// <summary>The latitudes; longitudes follow from them. In a pattern, group names stand twice, latitude first.</summary>
    private static readonly Regex[] Forms =
    [
        // 69N016E, 6930N01600E, 693000.0N 0160000.0E
        Both($"{Degrees}({Minutes}{Seconds}?)?{Fraction}{North}", " ?"),

        // 69-30.5N 016-00.2E, 69-30-00N 016-00-00E
        Both($"{Degrees}-{Minutes}(-{Seconds})?{Fraction}{North}", " ?"),

        // 69°30.5'N 016°00.2'E, 69°30'00.0"N 016°00'00.0"E
        Both($"{Degrees}°{Minutes}{Fraction}'{North}", " "),
        Both($"{Degrees}°{Minutes}'{Seconds}{Fraction}\"{North}", " "),

        // 69 30 00.0 N 016 00 00.0 E
        Both($"{Degrees} {Minutes}( {Seconds})?{Fraction} {North}", " "),

        // 69.3 N 16.0 E, 69.3°N 16.0°E
        Both($"(?<d>[0-9]{{1,2}}){Fraction}°? ?{North}", " "),

        // 69.3000000 -16.0000000
        Both(@"(?<h>-?)(?<d>[0-9]{1,2})\.(?<f>[0-9]{1,7})", " "),
    ];

    public static PositionReading? Parse(string text)
    {
        // The typographic signs of minutes and seconds.
        var plain = text.Replace('\u2032', '\'').Replace('\u2033', '"');
        foreach (var form in Forms)
        {
            if (form.Match(plain) is { Success: true } match)
                return Read(match);
        }

        return null;
    }

    private static PositionReading? Read(Match match)
    {
        if (One(match, "") is not { } latitude || One(match, "2") is not { } longitude || latitude.Count != longitude.Count)
            return null;
        if (Position.FromUnits(latitude.Units(), longitude.Units()) is not { } position)
            return null;
        var notation = latitude.Count switch
        {
            1 => Notation.DecimalDegrees,
            2 => Notation.DegreesMinutes,
            _ => Notation.DegreesMinutesSeconds,
        };
        return new PositionReading(position, notation, Math.Max(latitude.Last(), longitude.Last()) * (Math.PI / 180) * Earth.Globe.Radius);
    }

    private static Ordinate? One(Match match, string half)
    {
        var (minutes, seconds, fraction) = (match.Groups["m" + half], match.Groups["s" + half], match.Groups["f" + half].Value);
        var count = seconds.Success ? 3 : minutes.Success ? 2 : 1;
        if (fraction.Length > MostDigits[count - 1])
            return null;
        var negative = match.Groups["h" + half].Value is "S" or "W" or "-";
        return new Ordinate(negative, count, Number(match.Groups["d" + half].Value), Number(minutes.Value), Number(seconds.Value), Number(fraction), fraction.Length);
    }

    private static long Number(string digits) => digits.Length == 0 ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Regex Both(string latitude, string between)
    {
        var longitude = latitude.Replace("{2})", "{3})", StringComparison.Ordinal)
            .Replace("{1,2}", "{1,3}", StringComparison.Ordinal)
            .Replace("[NS]", "[EW]", StringComparison.Ordinal);
        longitude = Regex.Replace(longitude, @"\(\?<(\w)>", "(?<${1}2>");
        return new Regex($@"\A{latitude}{between}{longitude}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }
}
