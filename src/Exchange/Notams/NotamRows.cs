using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Volumes;

namespace Parley.Exchange.Notams;

/// <summary>A line of a text that names an area with its hours, or a day with them.</summary>
/// <param name="Band">Null when the row states no heights.</param>
internal sealed record NotamRow(string Name, Window? Window, DailyRule? Rule, AltitudeBand? Band);

/// <summary>Rows within item E: <c>EG D323C 0800-1015 FL050-FL660</c>, <c>MON 15 MAY 2023 0500-0930</c>.</summary>
internal static partial class NotamRows
{
    private const int LongestValidity = 400;

    /// <param name="text">Upper case.</param>
    public static IReadOnlyList<NotamRow> All(string text, Window validity)
    {
        var rows = new List<NotamRow>();
        var (first, last) = (DateOnly.FromDateTime(validity.From.UtcDateTime), DateOnly.FromDateTime(validity.Until.UtcDateTime));
        foreach (Match match in Row().Matches(text))
        {
            if (NotamSchedule.Time(match.Groups["f"].Value) is not { } from || NotamSchedule.Time(match.Groups["t"].Value) is not { } until)
                continue;
            var band = match.Groups["h"].Success ? NotamHeights.OfText(match.Groups["h"].Value) : null;
            if (match.Groups["d"].Success)
            {
                if (Date(match, first) is { } day)
                    rows.Add(new NotamRow("", Window.Make(At(day, from.Time), At(until.Time <= from.Time ? day.AddDays(1) : day, until.Time)).Value, null, band));
            }
            else if (match.Groups["name"].Value.Any(char.IsAsciiLetter) && last.DayNumber - first.DayNumber < LongestValidity)
            {
                rows.Add(new NotamRow(match.Groups["name"].Value.Trim(), null, DailyRule.Make(first, last, Days.All, from.Time, until.Time).Value, band));
            }
        }

        return rows.Count <= Volumes.Bounds.Windows ? rows : [];
    }

    /// <summary>Whether a text speaks of hours at all.</summary>
    public static bool StatesHours(string text) =>
        Hours().Matches(text).Any(m => NotamSchedule.Time(m.Groups[1].Value) is not null && NotamSchedule.Time(m.Groups[2].Value) is not null);

    private static DateOnly? Date(Match match, DateOnly first)
    {
        var month = NotamDays.Month(match.Groups["m"].Value);
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : month < first.Month ? first.Year + 1 : first.Year;
        return month > 0 && year is > 1999 and < 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date, time, TimeSpan.Zero);

    [GeneratedRegex(
        @"(?:(?<![A-Z0-9])(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)\s+)?(?<d>\d{1,2})\s+(?<m>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\s+(?<y>20\d\d))?|" +
        @"(?:^|[\n,:.])\s*(?<name>[A-Z][A-Z0-9 ()/\-]{1,30}?))" +
        @"[\s:]+(?<f>\d{4})\s?-\s?(?<t>\d{4})(?![\dNSEW])(?:[ ]+(?<h>(?:SFC|GND|FL\s?\d{1,3}|\d{1,6}FT(?: AMSL| AGL)?)\s?[-/]\s?(?:UNL|FL\s?\d{1,3}|\d{1,6}FT(?: AMSL| AGL)?)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<![\d/.(-])(\d{4})\s?-\s?(\d{4})(?![\dNSEW/)])", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
