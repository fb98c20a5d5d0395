namespace Parley.Volumes.Schedules;

/// <summary>Unfolds schedules to windows, and asks them. Everything is within the validity; alternates count for nothing.</summary>
public static class Unfolding
{
    /// <summary>The windows of a schedule, merged where they meet; those within a stretch of time, cut at its ends, when one is given.</summary>
    public static Unfolded Unfold(this Schedule schedule, Window? within = null)
    {
        var windows = Merged(schedule, within).Take(Bounds.Unfolded + 1).ToList();
        if (windows.Count <= Bounds.Unfolded)
            return new Unfolded(windows, null);
        var through = windows[^1].From;
        windows.RemoveAt(windows.Count - 1);
        return new Unfolded(windows, through);
    }

    /// <summary>Whether a schedule says so at an instant.</summary>
    public static bool IsOn(this Schedule schedule, DateTimeOffset instant)
    {
        if (!Holds(schedule.Validity, instant))
            return false;
        if (schedule.Windows.Count + schedule.Daily.Count == 0)
            return true;
        var (today, time) = (DateOnly.FromDateTime(instant.UtcDateTime), instant.UtcDateTime.TimeOfDay.Ticks);
        return schedule.Windows.Any(w => Holds(w, instant)) || schedule.Daily.Any(r => Occurrences.On(r, today, time) || today > DateOnly.MinValue &&
            Occurrences.On(r, today.AddDays(-1), time + TimeSpan.TicksPerDay));
    }

    /// <summary>The first window that begins after an instant; null when there is none. A window that is on at the instant is not it.</summary>
    public static Window? NextAfter(this Schedule schedule, DateTimeOffset instant) =>
        instant >= schedule.Validity.Until ? null
        : Merged(schedule, instant < schedule.Validity.From ? null : Window.Make(instant, schedule.Validity.Until).Must()).FirstOrDefault(w => w.From > instant);

    /// <summary>The times at which both schedules say so.</summary>
    public static Unfolded Overlap(this Schedule schedule, Schedule other)
    {
        if (Both(schedule.Validity, other.Validity) is not { } common)
            return new Unfolded([], null);
        var (one, two) = (schedule.Unfold(common), other.Unfold(common));
        var windows = new List<Window>();
        for (var (i, j) = (0, 0); i < one.Windows.Count && j < two.Windows.Count;)
        {
            if (Both(one.Windows[i], two.Windows[j]) is { } both)
                windows.Add(both);
            if (one.Windows[i].Until <= two.Windows[j].Until)
                i++;
            else
                j++;
        }

        var through = one.Through is { } a && two.Through is { } b ? a < b ? a : b : one.Through ?? two.Through;
        if (windows.Count <= Bounds.Unfolded)
            return new Unfolded(through is null ? windows : [.. windows.TakeWhile(w => w.From < through)], through);
        through = windows[Bounds.Unfolded].From;
        return new Unfolded([.. windows.Take(Bounds.Unfolded)], through);
    }

    internal static Window? Both(Window one, Window other) =>
        one.Meets(other) ? Window.Make(one.From > other.From ? one.From : other.From, one.Until < other.Until ? one.Until : other.Until).Must() : null;

    private static bool Holds(Window window, DateTimeOffset instant) => window.From <= instant && instant < window.Until;

    private static IEnumerable<Window> Merged(Schedule schedule, Window? within)
    {
        if ((within is null ? schedule.Validity : Both(schedule.Validity, within)) is not { } bounds)
            yield break;
        var (from, until) = (bounds.From.UtcTicks, bounds.Until.UtcTicks);
        var (begin, end) = (-1L, -1L);
        foreach (var stretch in Occurrences.InOrder(schedule, from, until))
        {
            var (first, last) = (Math.Max(stretch.From, from), Math.Min(stretch.Until, until));
            if (first >= last)
                continue;
            if (begin >= 0 && first <= end)
            {
                end = Math.Max(end, last);
                continue;
            }

            if (begin >= 0)
                yield return Made(begin, end);
            (begin, end) = (first, last);
        }

        if (begin >= 0)
            yield return Made(begin, end);
    }

    private static Window Made(long from, long until) => Window.Make(new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(until, TimeSpan.Zero)).Must();
}
