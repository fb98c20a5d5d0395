using System.Globalization;
using System.Text;

namespace Parley.Volumes.Texts;

/// <summary>The lines of a schedule: its validity, then windows, daily rules and alternates as they were said. Seconds have a fraction only where they need one.</summary>
internal static class ScheduleLines
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string Day = "yyyy-MM-dd";
    private const string Time = "HH:mm:ss.FFFFFFF";

    private static readonly string[] DayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static void Write(StringBuilder text, Schedule schedule)
    {
        Add(text, "valid", schedule.Validity);
        foreach (var window in schedule.Windows)
            Add(text, "window", window);
        foreach (var rule in schedule.Daily)
        {
            var days = string.Join(',', DayWords.Where((_, i) => ((int)rule.On >> i & 1) != 0));
            text.Append(CultureInfo.InvariantCulture, $"daily {rule.First.ToString(Day, CultureInfo.InvariantCulture)} ")
                .Append(CultureInfo.InvariantCulture, $"{rule.Last.ToString(Day, CultureInfo.InvariantCulture)} {days} ")
                .Append(CultureInfo.InvariantCulture, $"{rule.From.ToString(Time, CultureInfo.InvariantCulture)} {rule.Until.ToString(Time, CultureInfo.InvariantCulture)}\n");
        }

        foreach (var window in schedule.Alternates)
            Add(text, "alternate", window);
    }

    public static Schedule? Read(LineReader lines)
    {
        if (lines.Take() is not ["valid", var first, var last] || Made(first, last) is not { } validity)
            return null;
        var (windows, daily, alternates) = (new List<Window>(), new List<DailyRule>(), new List<Window>());
        while (!lines.AtEnd)
        {
            if (windows.Count + daily.Count + alternates.Count == Bounds.Windows || !Add(lines.Take(), windows, daily, alternates))
                return null;
        }

        return Schedule.Make(validity, windows, daily, alternates).Value;
    }

    private static bool Add(string[] words, List<Window> windows, List<DailyRule> daily, List<Window> alternates)
    {
        switch (words)
        {
            case ["window", var from, var until] when Made(from, until) is { } window:
                windows.Add(window);
                return true;
            case ["alternate", var from, var until] when Made(from, until) is { } window:
                alternates.Add(window);
                return true;
            case ["daily", var first, var last, var days, var from, var until] when Rule(first, last, days, from, until) is { } rule:
                daily.Add(rule);
                return true;
            default:
                return false;
        }
    }

    private static void Add(StringBuilder text, string word, Window window) => text.Append(
        CultureInfo.InvariantCulture,
        $"{word} {window.From.ToString(Instant, CultureInfo.InvariantCulture)} {window.Until.ToString(Instant, CultureInfo.InvariantCulture)}\n");

    private static Window? Made(string from, string until) => At(from) is { } first && At(until) is { } last ? Window.Make(first, last).Value : null;

    private static DateTimeOffset? At(string text) => DateTimeOffset.TryParseExact(
        text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static DailyRule? Rule(string first, string last, string days, string from, string until) =>
        DateOnly.TryParseExact(first, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
        && DateOnly.TryParseExact(last, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
        && TimeOnly.TryParseExact(from, Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && TimeOnly.TryParseExact(until, Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stop)
            ? DailyRule.Make(begin, end, On(days), start, stop).Value
            : null;

    /// <summary>No day for a word that names none; order and repetitions are found when the text is compared with the one way to write it.</summary>
    private static Days On(string words)
    {
        var on = 0;
        foreach (var word in words.Split(','))
        {
            var day = Array.IndexOf(DayWords, word);
            if (day < 0)
                return 0;
            on |= 1 << day;
        }

        return (Days)on;
    }
}
