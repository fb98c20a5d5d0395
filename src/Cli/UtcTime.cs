using System.Globalization;

namespace Parley.Cli;

/// <summary>Times as officers type them: UTC, with the date or, for the last or next 24 hours, without.</summary>
internal static class UtcTime
{
    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss", "HH:mm'Z'", "HH:mm:ss'Z'"];

    private static readonly string[] Dates =
        ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'"];

    /// <summary>The last such time.</summary>
    public static DateTimeOffset Past(string option, string text) => Read(option, text, (time, now) => time > now.AddMinutes(1) ? time.AddDays(-1) : time);

    /// <summary>The next such time.</summary>
    public static DateTimeOffset Coming(string option, string text) => Read(option, text, (time, now) => time < now ? time.AddDays(1) : time);

    /// <summary>The last such time that is not after <paramref name="end"/>.</summary>
    public static DateTimeOffset Before(string option, string text, DateTimeOffset end) =>
        Read(option, text, (time, _) => time + TimeSpan.FromDays(Math.Floor((end - time).TotalDays)));

    private static DateTimeOffset Read(string option, string text, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> near)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return near(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + clock.ToTimeSpan(), now);
        return DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new CommandFault(ExitCode.Usage, $"{option}: '{text}' is no time; write 14:05 or 2026-11-25T14:05Z, in UTC");
    }
}
