using Parley.Volumes;
using Parley.Volumes.Earth;
using Parley.Volumes.Schedules;

namespace Parley.Lines.Observations;

/// <summary>A part of something announced, laid out once to be compared again and again. One thread at a time.</summary>
internal sealed class LaidPart
{
    private readonly Figure[] figures;
    private readonly long[] froms;
    private readonly long[] untils;
    private readonly long[] elapsed;
    private readonly Window[] reserves;
    private readonly int[] tenths = new int[ObservationKinds.All.Count + 1];
    private readonly double area;

    /// <param name="announced">Place of the announced thing among all of them.</param>
    /// <param name="order">Place of this part among all parts of it.</param>
    public LaidPart(Announced of, int announced, int version, AnnouncedPart said, int order)
    {
        (Of, Announced, Version, Said, Order) = (of, announced, of.Versions[version], said, order);
        Since = Version.Since.UtcTicks;
        Replaced = version + 1 < of.Versions.Count ? of.Versions[version + 1].Since.UtcTicks : long.MaxValue;
        Closed = of.Closed?.UtcTicks ?? long.MaxValue;
        var drawn = said.Volume?.Shapes.Select(s => Figure.Of(s)).ToArray() ?? [];
        IsDrawn = drawn.Length > 0 && drawn.All(f => f is not null);
        figures = IsDrawn ? [.. drawn.OfType<Figure>()] : [];
        area = figures.Sum(f => f.Area);
        var unfolded = said.Schedule.Unfold();
        // What is not unfolded is taken to be on: whoever says so much explains little.
        var windows = unfolded.Complete ? unfolded.Windows : [said.Schedule.Validity];
        (froms, untils, elapsed) = ([.. windows.Select(w => w.From.UtcTicks)], [.. windows.Select(w => w.Until.UtcTicks)], new long[windows.Count]);
        for (var (i, sum) = (0, 0L); i < elapsed.Length; i++)
            elapsed[i] = sum = Math.Min(long.MaxValue / 2, sum + untils[i] - froms[i]);
        reserves = [.. said.Schedule.Alternates];
        foreach (var kind in ObservationKinds.All)
            tenths[(int)kind] = (int)Math.Round(10 * Compatibility.Of(kind, said.Kinds));
        KindShare = Compatibility.Share(said.Kinds);
    }

    public Announced Of { get; }

    public int Announced { get; }

    public AnnouncedVersion Version { get; }

    public AnnouncedPart Said { get; }

    public int Order { get; }

    /// <summary>Ticks from which on it was known.</summary>
    public long Since { get; }

    /// <summary>Ticks at which another version took its place.</summary>
    public long Replaced { get; }

    /// <summary>Ticks at which its author closed it.</summary>
    public long Closed { get; }

    /// <summary>Whether every shape has an edge. Where one has none, or no place was named, it may be anywhere.</summary>
    public bool IsDrawn { get; }

    /// <summary>See <see cref="Compatibility.Share"/>.</summary>
    public double KindShare { get; }

    /// <summary>Ticks of its first instant and its last, reserves included; nothing when it has none.</summary>
    public (long From, long Until)? Span => froms.Length + reserves.Length == 0 ? null : (
        Math.Min(froms.Length == 0 ? long.MaxValue : froms[0], reserves.Length == 0 ? long.MaxValue : reserves.Min(r => r.From.UtcTicks)),
        Math.Max(froms.Length == 0 ? 0 : untils[^1], reserves.Length == 0 ? 0 : reserves.Max(r => r.Until.UtcTicks)));

    /// <summary>Ticks at which its announced windows end; nothing when it has none.</summary>
    public long? End => untils.Length == 0 ? null : untils[^1];

    public int Tenths(ObservationKind kind) => tenths[(int)kind];

    /// <summary>Metres from a place to the nearest shape, 0 inside.</summary>
    public double DistanceTo(Position at)
    {
        var least = double.MaxValue;
        foreach (var figure in figures)
        {
            least = Math.Min(least, figure.DistanceTo(at));
            if (least == 0)
                break;
        }

        return least;
    }

    /// <summary>The share of comparable ground that it covers, above 0 up to 1, wider by so many metres.</summary>
    public double PlaceShare(double wider)
    {
        if (!IsDrawn)
            return 1;
        var covered = area + 2 * Math.Sqrt(Math.PI * area) * wider + Math.PI * wider * wider;
        return Math.Min(1, covered / (Math.PI * Bounds.ComparableMetres * (double)Bounds.ComparableMetres));
    }

    /// <summary>The share of comparable time that it covers, above 0 up to 1: of what happens once, the time that it had been open up to the end of the window in
    /// question; of what lasts, all of its windows.</summary>
    public double TimeShare(in TimeFit fit, bool isMoment, long wider)
    {
        if (elapsed.Length == 0)
            return 1;
        var last = isMoment && fit.Window >= 0 ? fit.Window : elapsed.Length - 1;
        var reserved = fit.IsReserve ? reserves.Sum(r => Math.Min(r.Until.UtcTicks - r.From.UtcTicks, TimeSpan.TicksPerDay * 366)) : 0;
        return Math.Min(1, (elapsed[last] + reserved + 2.0 * wider) / (Bounds.ComparableDays * (double)TimeSpan.TicksPerDay));
    }

    /// <summary>How a span of time lies to the windows.</summary>
    public TimeFit Fit(long from, long until)
    {
        var next = Array.BinarySearch(untils, from);
        // The first window that ends after the begin.
        next = next >= 0 ? next + 1 : ~next;
        if (next < froms.Length && froms[next] <= until)
            return Inside(next, from, until);
        foreach (var reserve in reserves)
        {
            if (reserve.From.UtcTicks <= until && from < reserve.Until.UtcTicks)
                return new TimeFit(0, 0, next - 1, true);
        }

        var before = next > 0 ? from - untils[next - 1] : long.MaxValue;
        var after = next < froms.Length ? froms[next] - until : long.MaxValue;
        if (before == long.MaxValue && after == long.MaxValue)
            return new TimeFit(1, long.MaxValue, -1, false);
        return before <= after ? new TimeFit(1, Math.Max(1, before), next - 1, false) : new TimeFit(-1, Math.Max(1, after), next, false);
    }

    private TimeFit Inside(int first, long from, long until)
    {
        var (held, last) = (0L, first);
        for (var i = first; i < froms.Length && froms[i] <= until; i++)
        {
            held += Math.Min(untils[i], until) - Math.Max(froms[i], from);
            last = i;
        }

        return new TimeFit(0, Math.Max(0, until - from - held), last, false);
    }
}

/// <summary>How a span of time lies to windows.</summary>
/// <param name="Side">-1: before the nearest window; 1: after it; 0: at least a part of it is in one.</param>
/// <param name="Outside">Ticks: to the nearest window, or of the span outside of all.</param>
/// <param name="Window">The window in question; -1: none.</param>
/// <param name="IsReserve">It lies in a window that was named in reserve alone.</param>
internal readonly record struct TimeFit(int Side, long Outside, int Window, bool IsReserve);
