using System.Globalization;
using Parley.Volumes;

namespace Parley.Cli.Typing;

/// <summary>Times of a volume as officers type them.</summary>
internal static class ScheduleText
{
    private const string FromOption = "--from";
    private const string UntilOption = "--until";
    private const string WindowOption = "--window";

    /// <summary>When the volume is occupied: from one time until another, or in windows within them.</summary>
    /// <param name="from">Null: the first window's begin, or now.</param>
    /// <param name="until">Null: the last window's end, or <paramref name="end"/>.</param>
    /// <param name="now">For clocks without a date.</param>
    /// <param name="end">When it ends where nothing else says so; null: that must be typed.</param>
    /// <exception cref="CommandFault">A time is none or not sure, an end is not after its begin, or a window is outside.</exception>
    public static Schedule Of(string? from, string? until, IReadOnlyList<string> windows, DateTimeOffset now, DateTimeOffset? end = null)
    {
        DateTimeOffset? begin = from is null ? null : UtcTime.Begin(FromOption, from, now);
        var made = windows.Select(w => One(w, begin ?? now)).ToList();
        var start = begin ?? (made.Count > 0 ? made.Min(w => w.From) : Seconds(now));
        var last = until is not null ? UtcTime.End(UntilOption, until, start)
            : made.Count > 0 ? made.Max(w => w.Until)
            : end ?? throw new CommandFault(ExitCode.Usage, "say until when, with --until TIME");
        return Within(Validity(start, last), made);
    }

    /// <summary>The same, at least until then. One with windows of its own stays: its author said when.</summary>
    public static Schedule Prolonged(Schedule standing, DateTimeOffset end) => HasWindows(standing) || standing.Validity.Until >= end
        ? standing
        : Within(Validity(standing.Validity.From, end), []);

    /// <summary>A former schedule with what was typed in its place.</summary>
    /// <param name="standing">It keeps what was not typed.</param>
    /// <inheritdoc cref="Of"/>
    public static Schedule Changed(Schedule standing, string? from, string? until, IReadOnlyList<string> windows, DateTimeOffset now)
    {
        if (windows.Count > 0)
            return Of(from, until, windows, now);
        if (HasWindows(standing))
            throw new CommandFault(ExitCode.Usage, "the activity has windows of its own; write all of them with --window, or the whole volume with --volume FILE");
        var start = from is null ? standing.Validity.From : UtcTime.Begin(FromOption, from, now);
        return Within(Validity(start, until is null ? standing.Validity.Until : UtcTime.End(UntilOption, until, start > now ? start : now)), []);
    }

    private static bool HasWindows(Schedule standing) => standing.Windows.Count + standing.Daily.Count + standing.Alternates.Count > 0;

    private static Schedule Within(Window validity, IReadOnlyList<Window> windows)
    {
        foreach (var window in windows.Where(w => w.From < validity.From || w.Until > validity.Until))
        {
            throw new CommandFault(ExitCode.Usage, string.Create(
                CultureInfo.InvariantCulture,
                $"{WindowOption}: {window.From:yyyy-MM-dd HH:mm'Z'} to {window.Until:yyyy-MM-dd HH:mm'Z'} is not within {FromOption} and {UntilOption}, and would not count"));
        }

        var made = Schedule.Make(validity, windows);
        return made.Value ?? throw ShapeText.Refused(WindowOption, made.Fault!.Value);
    }

    private static Window Validity(DateTimeOffset start, DateTimeOffset end)
    {
        var made = Window.Make(start, end);
        return made.Value ?? throw ShapeText.Refused(UntilOption, made.Fault!.Value);
    }

    private static Window One(string text, DateTimeOffset near)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (from, until) = words switch
        {
            [var first, var last] => (first, last),
            [var day, var first, var other, var last] => ($"{day} {first}", $"{other} {last}"),
            _ => throw new CommandFault(ExitCode.Usage, $"{WindowOption}: '{text}' is not written FROM UNTIL; write it such as \"2026-11-25T14:05Z 2026-11-25T16:00Z\""),
        };
        var begin = UtcTime.Begin(WindowOption, from, near);
        var made = Window.Make(begin, UtcTime.End(WindowOption, until, begin));
        return made.Value ?? throw ShapeText.Refused(WindowOption, made.Fault!.Value);
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
