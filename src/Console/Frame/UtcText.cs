using System.Globalization;

namespace Parley.Console.Frame;

/// <summary>Times as officers type them, and as they are written: UTC, with the date or without.</summary>
internal static class UtcText
{
    private static readonly string[] Clocks = ["HH:mm", "HH:mm'Z'", "H:mm", "H:mm'Z'"];

    private static readonly string[] Dates =
        ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'"];

    /// <summary>A time that lies ahead: one without a date is the next such time. Null for what is no time in UTC.</summary>
    public static DateTimeOffset? Coming(string text, DateTimeOffset now) => Read(text, now, at => at < now.AddMinutes(-1) ? at.AddDays(1) : at);

    /// <summary>A time that is past: one without a date is the last such time. Null for what is no time in UTC.</summary>
    public static DateTimeOffset? Past(string text, DateTimeOffset now) => Read(text, now, at => at > now.AddMinutes(1) ? at.AddDays(-1) : at);

    /// <summary>A time with its date, and nothing else. Null for what is no time in UTC.</summary>
    public static DateTimeOffset? Dated(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>A day such as 2026-11-25, and nothing else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Such as <c>2026-11-26T14:05Z</c>; with seconds, and thousandths, only where there are some: a time is never changed by writing it.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString(
        at.Millisecond != 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : at.Second != 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>The full minute that has begun.</summary>
    public static DateTimeOffset Minute(DateTimeOffset now) => new(now.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    /// <summary>The next full five minutes that lie at least that far ahead: people agree on such times.</summary>
    public static DateTimeOffset Ahead(DateTimeOffset now, TimeSpan ahead)
    {
        var grain = TimeSpan.FromMinutes(5).Ticks;
        var ticks = (now + ahead).UtcTicks;
        return new DateTimeOffset(((ticks + grain - 1) / grain) * grain, TimeSpan.Zero);
    }

    private static DateTimeOffset? Read(string text, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset> near)
    {
        var trimmed = text.Trim();
        if (TimeOnly.TryParseExact(trimmed, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return near(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + clock.ToTimeSpan());
        return Dated(trimmed);
    }
}
