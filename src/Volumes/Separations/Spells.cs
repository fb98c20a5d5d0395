using Parley.Volumes.Schedules;

namespace Parley.Volumes.Separations;

/// <summary>When a volume is on, laid out once: what its schedule surely says, and what it may come to say.</summary>
internal sealed class Spells
{
    private Spells(Stretch[] sure, Stretch[] doubtful, bool hasBegin, bool hasEnd) => (Sure, Doubtful, HasBegin, HasEnd) = (sure, doubtful, hasBegin, hasEnd);

    /// <summary>In order, none touching another.</summary>
    public Stretch[] Sure { get; }

    /// <summary>Alternates, and what lies beyond that to which the schedule was unfolded. In order, none touching another.</summary>
    public Stretch[] Doubtful { get; }

    /// <summary>False when the validity begins at the first instant that there is.</summary>
    public bool HasBegin { get; }

    /// <summary>False when the validity ends at the last instant that there is.</summary>
    public bool HasEnd { get; }

    public static Spells Of(Schedule schedule)
    {
        var unfolded = schedule.Unfold();
        var doubtful = schedule.Alternates.Select(Of);
        if (unfolded.Through is { } through && through < schedule.Validity.Until)
            doubtful = doubtful.Append(new Stretch(through.UtcTicks, schedule.Validity.Until.UtcTicks));
        return new Spells([.. unfolded.Windows.Select(Of)], Merged([.. doubtful]), schedule.Validity.From > DateTimeOffset.MinValue,
            schedule.Validity.Until.UtcTicks < DateTimeOffset.MaxValue.UtcTicks - TimeSpan.TicksPerDay);
    }

    /// <summary>How near two volumes are in time when so many minutes are to be kept.</summary>
    public static Nearness Between(Spells one, Spells other, int minutes)
    {
        var ticks = minutes * TimeSpan.TicksPerMinute;
        return Near(one.Sure, other.Sure, 0) ? Nearness.Meets
            : ticks > 0 && Near(one.Sure, other.Sure, ticks) ? Nearness.Within
            : Near(one.Doubtful, other.Sure, ticks) || Near(one.Sure, other.Doubtful, ticks) || Near(one.Doubtful, other.Doubtful, ticks) ? Nearness.Possible
            : Nearness.Clear;
    }

    /// <summary>When both are surely on, each widened by half the minutes at both ends.</summary>
    public static Unfolded Common(Spells one, Spells other, int minutes)
    {
        var half = minutes * TimeSpan.TicksPerMinute / 2;
        return Told(Both(Wider(one.Sure, half), Wider(other.Sure, half)));
    }

    /// <summary>When both may be on and at least one of them is not sure to be, each widened by half the minutes at both ends.</summary>
    public static Unfolded MaybeCommon(Spells one, Spells other, int minutes)
    {
        if (one.Doubtful.Length + other.Doubtful.Length == 0)
            return new Unfolded([], null);
        var half = minutes * TimeSpan.TicksPerMinute / 2;
        var (sure, otherSure, doubtful, otherDoubtful) = (Wider(one.Sure, half), Wider(other.Sure, half), Wider(one.Doubtful, half), Wider(other.Doubtful, half));
        return Told(Merged([.. Both(doubtful, otherSure), .. Both(sure, otherDoubtful), .. Both(doubtful, otherDoubtful)]));
    }

    /// <summary>Whether two stretches are less than so many ticks apart.</summary>
    private static bool Near(Stretch[] one, Stretch[] other, long ticks)
    {
        if (one.Length == 0 || other.Length == 0)
            return false;
        for (var (i, j) = (After(one, other[0].From - ticks), After(other, one[0].From - ticks)); i < one.Length && j < other.Length;)
        {
            if (one[i].From < other[j].Until + ticks && other[j].From < one[i].Until + ticks)
                return true;
            if (one[i].Until <= other[j].Until)
                i++;
            else
                j++;
        }

        return false;
    }

    /// <summary>The first stretch that ends after a tick.</summary>
    private static int After(Stretch[] stretches, long tick)
    {
        var (low, high) = (0, stretches.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Until > tick ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static List<Stretch> Both(Stretch[] one, Stretch[] other)
    {
        var both = new List<Stretch>();
        for (var (i, j) = (0, 0); i < one.Length && j < other.Length;)
        {
            var (from, until) = (Math.Max(one[i].From, other[j].From), Math.Min(one[i].Until, other[j].Until));
            if (from < until)
                both.Add(new Stretch(from, until));
            if (one[i].Until <= other[j].Until)
                i++;
            else
                j++;
        }

        return both;
    }

    private static Stretch[] Wider(Stretch[] stretches, long ticks) => ticks == 0 ? stretches
        : Merged([.. stretches.Select(s => new Stretch(Math.Max(0, s.From - ticks), Math.Min(DateTimeOffset.MaxValue.UtcTicks, s.Until + ticks)))]);

    private static Stretch[] Merged(List<Stretch> stretches)
    {
        var merged = new List<Stretch>(stretches.Count);
        foreach (var stretch in stretches.OrderBy(s => s.From).ThenBy(s => s.Until))
        {
            if (merged.Count > 0 && stretch.From <= merged[^1].Until)
                merged[^1] = merged[^1] with { Until = Math.Max(merged[^1].Until, stretch.Until) };
            else
                merged.Add(stretch);
        }

        return [.. merged];
    }

    private static Unfolded Told(IReadOnlyList<Stretch> stretches) => new(
        [.. stretches.Take(Bounds.Unfolded).Select(s => Window.Make(At(s.From), At(s.Until)).Must())],
        stretches.Count > Bounds.Unfolded ? At(stretches[Bounds.Unfolded].From) : null);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static Stretch Of(Window window) => new(window.From.UtcTicks, window.Until.UtcTicks);
}
