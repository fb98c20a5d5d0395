using Parley.Volumes.Schedules;

namespace Parley.Volumes.Discrepancies;

/// <summary>What lies between two schedules. Alternates are not compared.</summary>
/// <param name="Begin">By how much the second begins later, negative when it begins earlier; null when one of them never begins.</param>
/// <param name="End">By how much the second ends later.</param>
/// <param name="OnlyFirst">The time at which the first alone says so.</param>
/// <param name="OnlySecond">The time at which the second alone says so.</param>
/// <param name="Through">Up to where they were compared; null when it was throughout.</param>
public sealed record ScheduleDiscrepancy(TimeSpan? Begin, TimeSpan? End, TimeSpan OnlyFirst, TimeSpan OnlySecond, DateTimeOffset? Through)
{
    /// <summary>Whether both say the same at every instant, as far as they were compared.</summary>
    public bool Same => OnlyFirst == TimeSpan.Zero && OnlySecond == TimeSpan.Zero && Through is null;

    /// <summary>Whether a person must look: begin, end, or the time that one of them alone has differs by more than that, or they could not be compared throughout.</summary>
    public bool Beyond(TimeSpan tolerance) =>
        Through is not null || OnlyFirst > tolerance || OnlySecond > tolerance || Begin?.Duration() > tolerance || End?.Duration() > tolerance;

    public static ScheduleDiscrepancy Between(Schedule one, Schedule other)
    {
        if (one == other)
            return new ScheduleDiscrepancy(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, null);
        var (first, second, both) = (one.Unfold(), other.Unfold(), one.Overlap(other));
        var through = new[] { first.Through, second.Through, both.Through }.Min();
        var (a, b, common) = (Until(first, through), Until(second, through), Until(both, through));
        var compared = a.Count > 0 && b.Count > 0;
        return new ScheduleDiscrepancy(
            compared ? b[0].From - a[0].From : null, compared ? b[^1].Until - a[^1].Until : null, Total(a) - Total(common), Total(b) - Total(common), through);
    }

    private static List<Window> Until(Unfolded unfolded, DateTimeOffset? through) => through is not { } end
        ? [.. unfolded.Windows]
        : [.. unfolded.Windows.Where(w => w.From < end).Select(w => Window.Make(w.From, w.Until < end ? w.Until : end).Must())];

    private static TimeSpan Total(List<Window> windows) => TimeSpan.FromTicks(windows.Sum(w => (w.Until - w.From).Ticks));
}
