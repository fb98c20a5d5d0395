namespace Parley.Exchange.Notices.Exports;

/// <summary>Cuts a ring of a flat chart along a meridian. Every part is a ring of its own: none is joined to another by a line along the cut, as half-plane clipping
/// would leave them.</summary>
internal static class ChartCut
{
    private readonly record struct End(long Latitude, int Way, bool IsBegin);

    /// <summary>What lies west of a longitude, or east of it and on it; null when the ring crosses itself there.</summary>
    public static List<List<ChartSpot>>? Side(List<ChartSpot> ring, long at, bool isWest)
    {
        bool In(ChartSpot spot) => (spot.Longitude < at) == isWest;
        var count = ring.Count;
        if (ring.TrueForAll(In))
            return [ring];
        if (!ring.Exists(In))
            return [];
        var begin = Enumerable.Range(0, count).First(i => !In(ring[i]) && In(ring[(i + 1) % count]));
        var ways = new List<List<ChartSpot>>();
        for (var n = 0; n < count; n++)
        {
            var (a, b) = (ring[(begin + n) % count], ring[(begin + n + 1) % count]);
            if (In(b) && !In(a))
                ways.Add([Crossing(a, b, at)]);
            if (In(b))
                ways[^1].Add(b);
            else if (In(a))
                ways[^1].Add(Crossing(a, b, at));
        }

        return Joined(ways, isWest);
    }

    // The cut is inside the ring from its lowest crossing to the next, from the third to the fourth and so on. A part that lies west of it goes north along it.
    private static List<List<ChartSpot>>? Joined(List<List<ChartSpot>> ways, bool isWest)
    {
        var ends = ways.SelectMany((w, i) => new[] { new End(w[0].Latitude, i, true), new End(w[^1].Latitude, i, false) }).OrderBy(e => e.Latitude).ToArray();
        var next = new int[ways.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            var isBegin = i % 2 == (isWest ? 1 : 0);
            if (ends[i].IsBegin != isBegin)
            {
                // Where the ring only touches the cut both stand at one latitude, in either order.
                if (i + 1 == ends.Length || ends[i + 1].IsBegin != isBegin || ends[i + 1].Latitude != ends[i].Latitude)
                    return null;
                (ends[i], ends[i + 1]) = (ends[i + 1], ends[i]);
            }

            if (i % 2 == 1)
                next[ends[isWest ? i - 1 : i].Way] = ends[isWest ? i : i - 1].Way;
        }

        var (rings, taken) = (new List<List<ChartSpot>>(), new bool[ways.Count]);
        for (var first = 0; first < ways.Count; first++)
        {
            var joined = new List<ChartSpot>();
            for (var way = first; !taken[way]; way = next[way])
            {
                taken[way] = true;
                joined.AddRange(ways[way]);
            }

            if (joined.Count > 0)
                rings.Add(joined);
        }

        return rings;
    }

    private static ChartSpot Crossing(ChartSpot a, ChartSpot b, long at) =>
        new(a.Latitude + (long)Math.Round((b.Latitude - a.Latitude) * ((at - a.Longitude) / (double)(b.Longitude - a.Longitude))), at);
}
