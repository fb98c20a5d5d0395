namespace Parley.Console.Maps;

/// <summary>The times that a map can be set to: from the first beginning to the last end of what it shows.</summary>
/// <param name="From">The first, a whole quarter of an hour, UTC.</param>
/// <param name="Step">From one to the next: a quarter of an hour, or some of them where there would be too many.</param>
/// <param name="Last">Number of the last one, from 0.</param>
internal sealed record MapTimes(DateTimeOffset From, TimeSpan Step, int Last)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Null where there is nothing to choose: no item has a time, or all have the same one.</summary>
    public static MapTimes? Of(IReadOnlyList<MapItem> items)
    {
        var all = items.SelectMany(i => new[] { i.From, i.Until }).OfType<DateTimeOffset>().ToArray();
        if (all.Length == 0)
            return null;
        var from = new DateTimeOffset(all.Min().UtcTicks / Quarter.Ticks * Quarter.Ticks, TimeSpan.Zero);
        var quarters = (all.Max() - from).Ticks / (double)Quarter.Ticks;
        var step = Quarter * Math.Max(1, Math.Ceiling(quarters / Bounds.MapTimes));
        var last = (int)Math.Ceiling((all.Max() - from) / step);
        return last == 0 ? null : new MapTimes(from, step, last);
    }

    public DateTimeOffset At(int number) => From + (Step * Math.Clamp(number, 0, Last));

    /// <summary>Whether something is on then. What has no beginning or end is taken as on: nothing is hidden because too little is known.</summary>
    public static bool IsOn(MapItem item, DateTimeOffset at) => (item.From is not { } from || from <= at) &&
        (item.Until is not { } until || at < until || (item.From == until && at == until));

    /// <summary>The number of the first time after, or the last before that one at which another set of items is on; null: there is none. Of no time, the first or the last of
    /// all.</summary>
    public int? Change(IReadOnlyList<MapItem> items, int? number, bool isForward)
    {
        // The first time at which a beginning or an end has been.
        var changes = items.SelectMany(i => new[] { i.From, i.Until }).OfType<DateTimeOffset>()
            .Select(at => (int)Math.Min(Math.Ceiling((at - From) / Step), Last)).Distinct();
        return isForward
            ? changes.Where(c => number is null || c > number).Select(c => (int?)c).Min()
            : changes.Where(c => number is null || c < number).Select(c => (int?)c).Max();
    }
}
