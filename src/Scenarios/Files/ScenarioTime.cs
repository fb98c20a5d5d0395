using System.Globalization;

namespace Parley.Scenarios.Files;

/// <summary>Times of a scenario: parts of d, h, m, s and ms, greatest first, such as <c>1m30s</c>.</summary>
internal static class ScenarioTime
{
    private static readonly (string Unit, TimeSpan Size)[] Units =
    [
        ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)), ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    /// <summary>The time; null when the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var (total, at, next) = (TimeSpan.Zero, 0, 0);
        while (at < text.Length)
        {
            var unit = at;
            while (unit < text.Length && char.IsAsciiDigit(text[unit]))
                unit++;
            var end = unit;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            var which = Array.FindIndex(Units, next, u => u.Unit == text[unit..end]);
            if (which < 0 || !int.TryParse(text.AsSpan(at, unit - at), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return null;
            // No part is beyond the bound, so that no sum of five is beyond all numbers.
            if (count > Bounds.Time / Units[which].Size)
                return null;
            total += Units[which].Size * count;
            (at, next) = (end, which + 1);
        }

        return text.Length > 0 ? total : null;
    }

    /// <summary>A time of day in UTC, to the minute or second: <c>2022-03-23T12:00Z</c>; null when the text is none.</summary>
    public static DateTimeOffset? ParseClock(string text) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;

    /// <summary>A time of day in UTC: <c>2022-03-23 12:00:00Z</c>.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Minutes and seconds, hours where there are some: <c>01:30</c>.</summary>
    public static string Write(TimeSpan time) =>
        time.ToString(time < TimeSpan.FromHours(1) ? @"mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
