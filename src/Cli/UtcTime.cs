using System.Globalization;

namespace Parley.Cli;

/// <summary>Times as officers type them: UTC, with the date or, for the last or next 24 hours, without.</summary>
internal static class UtcTime
{
    private static readonly TimeSpan LongestWithoutDate = TimeSpan.FromHours(12);

    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss", "HH:mm'Z'", "HH:mm:ss'Z'"];

    private static readonly string[] Dates =
        ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm:ss'Z'"];

    /// <summary>The last such time.</summary>
    public static DateTimeOffset Past(string option, string text) => Read(option, text, (time, now) => time > now.AddMinutes(1) ? time.AddDays(-1) : time);

    /// <summary>The next such time.</summary>
    public static DateTimeOffset Coming(string option, string text) => Read(option, text, (time, now) => time < now ? time.AddDays(1) : time);

    /// <summary>The last such time that is not after <paramref name="end"/>. A clock alone that would be more than <see cref="LongestWithoutDate"/> before it is rather
    /// one that was mistyped, and is refused.</summary>
    public static DateTimeOffset Before(string option, string text, DateTimeOffset end) => Read(option, text, (time, _) =>
    {
        var before = time + TimeSpan.FromDays(Math.Floor((end - time).TotalDays));
        return end - before <= LongestWithoutDate ? before : throw new CommandFault(ExitCode.Usage, string.Create(
            CultureInfo.InvariantCulture,
            $"{option}: '{text}' would be {before.UtcDateTime:yyyy-MM-dd HH:mm'Z'}, {(end - before).TotalHours:0} h before the end at " +
            $"{end.UtcDateTime:yyyy-MM-dd HH:mm'Z'}; if so, write its date"));
    });

    /// <summary>When something begins: <c>now</c>, a time with its date, or a clock alone in the <see cref="LongestWithoutDate"/> from <paramref name="now"/> on. A clock
    /// that would be later may as well be meant of the past, and is refused.</summary>
    public static DateTimeOffset Begin(string option, string text, DateTimeOffset now)
    {
        if (text == "now")
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        return Read(option, text, now, (time, _) =>
        {
            var coming = time <= now.AddMinutes(-1) ? time.AddDays(1) : time;
            return coming - now <= LongestWithoutDate ? coming : throw WithoutDate(option, text, coming, coming - now, "away");
        });
    }

    /// <summary>When something ends that begins then: a time with its date, or the next such clock after it. One that would be more than
    /// <see cref="LongestWithoutDate"/> later and on another day is rather one that was mistyped, and is refused.</summary>
    public static DateTimeOffset End(string option, string text, DateTimeOffset begin) => Read(option, text, begin, (time, _) =>
    {
        var after = time <= begin ? time.AddDays(1) : time;
        return after - begin <= LongestWithoutDate || after.UtcDateTime.Date == begin.UtcDateTime.Date
            ? after
            : throw WithoutDate(option, text, after, after - begin, "after the begin");
    });

    /// <summary>The first moment of a day such as 2026-11-25; null for what is no day alone.</summary>
    public static DateTimeOffset? Day(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private static CommandFault WithoutDate(string option, string text, DateTimeOffset time, TimeSpan away, string from) => new(ExitCode.Usage, string.Create(
        CultureInfo.InvariantCulture, $"{option}: '{text}' would be {time.UtcDateTime:yyyy-MM-dd HH:mm'Z'}, {away.TotalHours:0} h {from}; if so, write its date"));

    private static DateTimeOffset Read(string option, string text, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> near) =>
        Read(option, text, TimeProvider.System.GetUtcNow(), near);

    private static DateTimeOffset Read(string option, string text, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> near)
    {
        if (TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return near(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + clock.ToTimeSpan(), now);
        return DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new CommandFault(ExitCode.Usage, $"{option}: '{text}' is no time; write 14:05 or 2026-11-25T14:05Z, in UTC");
    }
}
