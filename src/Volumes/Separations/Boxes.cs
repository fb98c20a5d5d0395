using Parley.Volumes.Index;

namespace Parley.Volumes.Separations;

/// <summary>The boxes by which the index holds a volume, each wider by half the separation: two volumes that are not clear of each other have boxes that meet.</summary>
public static class Boxes
{
    /// <summary>Boxes in time; so many times those in place.</summary>
    private const int Spans = 4;

    /// <summary>Minutes are counted from here: <see cref="IndexBox"/>.</summary>
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>The boxes of a volume under a separation, <see cref="Bounds.IndexBoxes"/> at most. One at least, unless its schedule names no time at all. What has no drawn edge
    /// may be anywhere on
    /// earth.</summary>
    public static IReadOnlyList<IndexBox> Of(LaidVolume volume, Separation separation)
    {
        var spans = InTime(volume.Spells, separation.Minutes / 2.0);
        var grounds = OnGround(volume, separation.Horizontal / 2.0, Bounds.IndexBoxes / Math.Max(1, spans.Count));
        var (low, high) = (volume.Heights.Low.AboveSea().Least, volume.Heights.High.AboveSea().Most);
        var (least, most) = (Down(low - separation.Vertical / 2.0), Up(high + separation.Vertical / 2.0));
        return [.. from ground in grounds from span in spans select new IndexBox(
            Down(ground.Least.X), Up(ground.Most.X), Down(ground.Least.Y), Up(ground.Most.Y), Down(ground.Least.Z), Up(ground.Most.Z), least, most, span.From, span.Until)];
    }

    private static List<Block> OnGround(LaidVolume volume, double metres, int most)
    {
        if (!volume.IsDrawn || volume.Cores.Length > most)
            return [volume.IsDrawn ? volume.Cores.Select(c => Wider(Blocks.Of(c, 1)[0], c, metres)).Aggregate(Block.Around) : Block.Earth];
        return [.. volume.Cores.SelectMany(c => Blocks.Of(c, most / volume.Cores.Length).Select(b => Wider(b, c, metres)))];
    }

    private static Block Wider(in Block block, Core core, double metres) => block.Wider(Ball.Chord(Ellipsoidal.Angle(metres + core.Radius) + core.Slack));

    /// <summary>The spells in order, joined over all gaps but the longest.</summary>
    private static List<(float From, float Until)> InTime(Spells spells, double minutes)
    {
        var all = spells.Sure.Concat(spells.Doubtful).OrderBy(s => s.From).ToList();
        var gaps = new List<(long Length, int Before)>();
        var end = long.MinValue;
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0 && all[i].From > end)
                gaps.Add((all[i].From - end, i));
            end = Math.Max(end, all[i].Until);
        }

        var cuts = gaps.OrderByDescending(g => g.Length).ThenBy(g => g.Before).Take(Spans - 1).Select(g => g.Before).Order().Append(all.Count);
        var spans = new List<(float, float)>();
        var first = 0;
        foreach (var cut in cuts.Where(c => c > 0))
        {
            var (from, until) = (all[first].From, all[first..cut].Max(s => s.Until));
            spans.Add((spells.HasBegin || first > 0 ? Down(Minutes(from) - minutes) : float.NegativeInfinity, spells.HasEnd || cut < all.Count ? Up(Minutes(until) + minutes)
                : float.PositiveInfinity));
            first = cut;
        }

        return spans;
    }

    private static double Minutes(long ticks) => (ticks - Epoch) / (double)TimeSpan.TicksPerMinute;

    private static float Down(double value) => (float)value > value ? MathF.BitDecrement((float)value) : (float)value;

    private static float Up(double value) => (float)value < value ? MathF.BitIncrement((float)value) : (float)value;
}
