using Parley.Volumes.Index;
using Parley.Volumes.Separations;

namespace Parley.Lines.Observations;

/// <summary>All parts of what was announced, laid out and indexed by place, height and time.</summary>
internal sealed class AnnouncedIndex
{
    // Minutes since 2020, as the index counts.
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    private readonly List<LaidPart> parts = [];
    private readonly VolumeIndex near;
    private readonly VolumeIndex downRange;
    private readonly List<int> found = [];
    private readonly bool[] isFound;

    public AnnouncedIndex(IReadOnlyList<Announced> announced)
    {
        var (all, far) = (new List<(int, IndexBox)>(), new List<(int, IndexBox)>());
        for (var i = 0; i < announced.Count; i++)
        {
            var order = 0;
            for (var version = 0; version < announced[i].Versions.Count; version++)
            {
                foreach (var said in announced[i].Versions[version].Parts.Take(Bounds.AnnouncedParts))
                {
                    var part = new LaidPart(announced[i], i, version, said, order++);
                    var boxes = BoxesOf(part);
                    all.AddRange(boxes.Select(b => (parts.Count, b)));
                    if (said.IsDownRange)
                        far.AddRange(boxes.Select(b => (parts.Count, b)));
                    parts.Add(part);
                }
            }
        }

        (near, downRange, isFound) = (VolumeIndex.Load(all), VolumeIndex.Load(far), new bool[parts.Count]);
    }

    public IReadOnlyList<LaidPart> Parts => parts;

    /// <summary>Parts that meet what was seen within its errors and their tolerances, in their order.</summary>
    public IEnumerable<LaidPart> Around(SeenPoint seen) => Ask(seen, 0, 0, seen.Observation.Kind.HasRange());

    /// <summary>Parts that are near in place and time, whatever their kind.</summary>
    public IEnumerable<LaidPart> Near(SeenPoint seen) => Ask(seen, Bounds.OutsideMetres, Bounds.OutsideHours * TimeSpan.TicksPerHour, false);

    private List<LaidPart> Ask(SeenPoint seen, double metres, long ticks, bool withRange)
    {
        found.Clear();
        near.Query(seen.Box(metres, ticks), found);
        if (withRange)
            downRange.Query(seen.Box(Bounds.DownRangeMetres, ticks), found);
        var some = new List<LaidPart>(found.Count);
        foreach (var id in found)
        {
            if (isFound[id])
                continue;
            isFound[id] = true;
            some.Add(parts[id]);
        }

        foreach (var id in found)
            isFound[id] = false;
        return some;
    }

    private static IReadOnlyList<IndexBox> BoxesOf(LaidPart part)
    {
        if (part.Said.Volume is { } volume)
            return Boxes.Of(LaidVolume.Of(volume), Separation.Make(Math.Min(2 * part.Version.Tolerance, Volumes.Bounds.HorizontalSeparation), 0, 0).Must());
        if (part.Span is not { } span)
            return [];
        var (from, until) = ((float)((span.From - Epoch) / (double)TimeSpan.TicksPerMinute), (float)((span.Until - Epoch) / (double)TimeSpan.TicksPerMinute));
        return [new IndexBox(-1, 1, -1, 1, -1, 1, float.NegativeInfinity, float.PositiveInfinity, MathF.BitDecrement(from), MathF.BitIncrement(until))];
    }
}
