namespace Parley.Volumes.Schedules;

/// <summary>From a tick up to another one, UTC ticks since year 1: may end after the last instant that there is.</summary>
internal readonly record struct Stretch(long From, long Until);

/// <summary>Every single stretch of time that a schedule names, in order of their begins. Days are walked through; where a week is on throughout and its rules stay
/// the same, all of it is one stretch. So a walk has a gap in every week but few, and whoever takes so many merged windows takes no more weeks.</summary>
internal static class Occurrences
{
    private const long Day = TimeSpan.TicksPerDay;

    /// <summary>Whether the rule's stretch that begins on a day is on, so many ticks after that day's midnight.</summary>
    public static bool On(DailyRule rule, DateOnly day, long ticks) =>
        Applies(rule, day.DayNumber) && ticks >= rule.From.Ticks && ticks < rule.From.Ticks + Length(rule);

    /// <summary>Those that reach into the time given, and some before and after it.</summary>
    public static IEnumerable<Stretch> InOrder(Schedule schedule, long from, long until)
    {
        if (schedule.Windows.Count + schedule.Daily.Count == 0)
            return [new Stretch(from, until)];
        var single = schedule.Windows.Select(w => new Stretch(w.From.UtcTicks, w.Until.UtcTicks)).OrderBy(s => s.From);
        return schedule.Daily.Count == 0 ? single : Woven([.. single], Daily(schedule.Daily, from, until));
    }

    private static IEnumerable<Stretch> Woven(List<Stretch> single, IEnumerable<Stretch> daily)
    {
        var next = 0;
        foreach (var stretch in daily)
        {
            while (next < single.Count && single[next].From <= stretch.From)
                yield return single[next++];
            yield return stretch;
        }

        while (next < single.Count)
            yield return single[next++];
    }

    private static IEnumerable<Stretch> Daily(IReadOnlyList<DailyRule> rules, long from, long until)
    {
        var end = (int)((until - 1) / Day) + 1;
        var day = (int)(from / Day) - 1;
        while (day < end)
        {
            var change = rules.SelectMany(r => new[] { r.First.DayNumber, r.Last.DayNumber + 1 }).Where(d => d > day).DefaultIfEmpty(end).Min();
            change = Math.Min(change, end);
            DailyRule[] active = [.. rules.Where(r => r.First.DayNumber <= day && day <= r.Last.DayNumber)];

            // From the second day to the change each instant is covered as the same one of the week is.
            if (active.Length > 0 && change - day > 14 && AlwaysOn(active, day))
            {
                foreach (var stretch in OfDay(active, day))
                    yield return stretch;
                yield return new Stretch((day + 1) * Day, change * Day);
                day = change - 1;
            }

            for (; day < change && active.Length > 0; day++)
            {
                foreach (var stretch in OfDay(active, day))
                    yield return stretch;
            }

            day = change;
        }
    }

    private static IEnumerable<Stretch> OfDay(DailyRule[] rules, int day) => rules.Where(r => Applies(r, day))
        .Select(r => new Stretch(day * Day + r.From.Ticks, day * Day + r.From.Ticks + Length(r))).OrderBy(s => s.From);

    private static bool AlwaysOn(DailyRule[] rules, int day)
    {
        var covered = (day + 1) * Day;
        foreach (var stretch in Enumerable.Range(day, 8).SelectMany(d => OfDay(rules, d)))
        {
            if (stretch.From > covered)
                return false;
            covered = Math.Max(covered, stretch.Until);
        }

        return covered >= (day + 8) * Day;
    }

    private static bool Applies(DailyRule rule, int day) =>
        rule.First.DayNumber <= day && day <= rule.Last.DayNumber && ((int)rule.On >> (day % 7) & 1) != 0;

    private static long Length(DailyRule rule) => (rule.Until.Ticks - rule.From.Ticks + Day - 1) % Day + 1;
}
