using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Exchange.Places;

namespace Parley.Exchange.Warnings;

/// <summary>The parts of a warning's text.</summary>
internal static partial class WarningParts
{
    /// <summary>Pieces that speak each of its own areas and times: numbered paragraphs, and lettered items where these have times of their own. What cancels is left out.</summary>
    /// <param name="text">Upper case.</param>
    public static IReadOnlyList<(string Areas, string Times)> Pieces(string text)
    {
        var pieces = new List<(string, string)>();
        var paragraphs = Paragraph().Split(Cancel().Replace(text, "\n"));
        // What stands before the first number heads all of them: regions, chart numbers.
        foreach (var paragraph in paragraphs)
        {
            var items = Item().Split(paragraph);
            if (items.Length < 3 || !items.Skip(1).Any(i => Time().IsMatch(i)))
            {
                pieces.Add((paragraph, WithoutPlaces(paragraph)));
                continue;
            }

            var head = WithoutPlaces(items[0]);
            pieces.AddRange(items.Skip(1).Select(i => (items[0] + "\n" + i, Time().IsMatch(i) ? WithoutPlaces(i) : head)));
        }

        return pieces;
    }

    /// <summary>When the warning ends itself: CANCEL THIS MSG 281000Z OCT 17.</summary>
    public static DateTimeOffset? End(string text, DateTimeOffset issued)
    {
        var match = EndOf().Match(text);
        if (!match.Success)
            return null;
        var words = new WarningWords(match.Groups[1].Value);
        if ((words.TakeInstant() ?? words.TakeDay()) is not { } day)
            return null;
        WarningDay.Fill(words.Days, issued);
        return day.At;
    }

    /// <summary>Whether the warning does nothing but end itself and others.</summary>
    public static bool IsCancellation(string text) => ThisToo().IsMatch(text) && !Time().IsMatch(Cancel().Replace(text, "\n")) && !EndOf().IsMatch(text);

    /// <summary>Numbers of the warnings that it cancels, as they stand.</summary>
    public static IReadOnlyList<string> Refers(string text)
    {
        var refers = new List<string>();
        foreach (Match cancel in Cancel().Matches(text))
        {
            var series = "";
            foreach (Match number in Numbers().Matches(cancel.Value))
            {
                series = number.Groups["s"].Success ? Spaces().Replace(number.Groups["s"].Value, " ") : series;
                refers.Add($"{series} {number.Groups["n"].Value}".Trim());
            }
        }

        return [.. refers.Distinct()];
    }

    /// <summary>The instant of issue, <c>182300Z APR 16</c>.</summary>
    public static DateTimeOffset? Instant(string words)
    {
        var match = Stamp().Match(words);
        return match.Success && DateTimeOffset.TryParseExact(
            $"20{match.Groups["y"].Value} {match.Groups["m"].Value} {match.Groups["d"].Value}",
            "yyyy MMM ddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
    }

    /// <summary>The number that heads a text; empty when there is none.</summary>
    public static string Number(string text) => Heading().Match(text) is { Success: true } match ? Spaces().Replace(match.Value, " ") : "";

    public static bool IsFiring(string text) => Firing().IsMatch(text);

    private static string WithoutPlaces(string text)
    {
        var kept = text.ToCharArray();
        foreach (var spot in SpotScan.All(text, new Remarks()))
            kept.AsSpan(spot.Start, spot.End - spot.Start).Fill(';');
        foreach (var half in SpotScan.Halves(text))
            kept.AsSpan(half.Start, half.End - half.Start).Fill(';');
        return new string(kept);
    }

    [GeneratedRegex(@"(?:^|\n)[ \t]*\d{1,2}\.[ \t]+(?!\d{1,3}-\d|\d{4,6}[NS]|[NS]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"(?:^|\n)[ \t]*[A-Z]\.[ \t]+(?!\d{1,3}-\d|\d{4,6}[NS]|[NS]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"\d{4}Z\s+(?:TO|THRU)|\bDAILY\b|\bUNTIL\s+\d", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?:\n[ \t]*\d{1,2}\.[ \t]*)?\bCANCEL\b[^.]{0,400}(?:\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\bCANCEL\b[^.]{0,300}?\bTHIS\s+(?:MSG|MESSAGE)\s+((?:\d{6}(?:Z+|\s+UTC)?|\d{2})\s+[A-Z]{3,9}(?:\s+\d{2})?)", RegexOptions.CultureInvariant)]
    private static partial Regex EndOf();

    [GeneratedRegex(@"\bCANCEL\b[^.]{0,400}?\bTHIS\s+(?:MSG|MESSAGE)", RegexOptions.CultureInvariant)]
    private static partial Regex ThisToo();

    [GeneratedRegex(@"(?:(?<s>HYDROLANT|HYDROARC|HYDROPAC|NAVAREA\s+[IVX]{1,5})\s+)?(?<n>\d{1,5}/\d{2,4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:HYDROLANT|HYDROARC|HYDROPAC|NAVAREA\s+[IVX]{1,5})\s+\d{1,5}/\d{2,4}(?:\s?\([\d,]{1,40}\))?", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{6})Z\s+(?<m>[A-Z]{3})\s+(?<y>\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        @"\b(?:GUNNERY|MISSILES?|ROCKETS?|FIRINGS?|LAUNCH(?:ES|ING)?|HAZARDOUS OPERATIONS|SPACE DEBRIS|BOMBING|TORPEDO(?:ES)?|EXERCISES|(?:NAVAL|MILITARY) EXERCISE)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Firing();
}
