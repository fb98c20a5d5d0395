using Parley.Volumes;
using VolumesBounds = Parley.Volumes.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A place on a flat chart, ten millionths of a degree; 180 degrees west is not 180 east here.</summary>
internal readonly record struct ChartSpot(long Latitude, long Longitude);

/// <summary>An outline as rings of a flat chart, inside on the left, cut where it crosses 180 degrees (RFC 7946, section 3.1.9). Round a pole the ring goes along the pole's
/// parallel, as charts have it.</summary>
internal static class ChartRing
{
    private const long Pole = 90L * VolumesBounds.UnitsInDegree;
    private const long Half = 2 * Pole;
    private const long Turn = 2 * Half;

    /// <summary>More turns than a shape of half the earth can take.</summary>
    private const int Turns = 4;

    /// <summary>Rings without their first place repeated, from west to east; null where the inside has no ring, as round both poles.</summary>
    public static IReadOnlyList<IReadOnlyList<ChartSpot>>? Cut(IReadOnlyList<Position> outline)
    {
        if (Unrolled(outline) is not { } ring || TwiceArea(ring) <= 0)
            return null;
        var (first, last) = (Strip(ring.Min(s => s.Longitude)), Strip(ring.Max(s => s.Longitude)));
        if (last - first > Turns)
            return null;
        var rings = new List<IReadOnlyList<ChartSpot>>();
        for (var strip = first; strip <= last; strip++)
        {
            var east = ChartCut.Side(ring, strip * Turn - Half, isWest: false);
            foreach (var part in east ?? [])
            {
                if (ChartCut.Side(part, strip * Turn + Half, isWest: true) is not { } within)
                    return null;
                rings.AddRange(within.Select(r => Shifted(r, -strip * Turn)).Where(r => r.Count > 2 && TwiceArea(r) > 0));
            }

            if (east is null)
                return null;
        }

        return rings.Count == 0 ? null : rings;
    }

    private static long Strip(long longitude) => (long)Math.Floor((longitude + Half) / (double)Turn);

    private static List<ChartSpot>? Unrolled(IReadOnlyList<Position> outline)
    {
        var start = outline.ToList().FindIndex(p => !IsPole(p));
        if (start < 0 || outline.Count < 3)
            return null;
        var (ring, end) = Unrolled(outline, start);
        if (end == ring[0].Longitude)
            return ring;

        // Round a pole it begins near 0, so that the cut at 180 leaves two parts: one ring with both sides of 180 as its edges would touch itself.
        (ring, end) = Unrolled(outline, Enumerable.Range(0, outline.Count).Where(i => !IsPole(outline[i])).MinBy(i => Math.Abs((long)outline[i].LongitudeUnits)));
        return Closed(ring, end);
    }

    private static (List<ChartSpot> Ring, long End) Unrolled(IReadOnlyList<Position> outline, int start)
    {
        var longitude = (long)outline[start].LongitudeUnits;
        var ring = new List<ChartSpot> { new(outline[start].LatitudeUnits, longitude) };
        var pole = 0L;
        for (var n = 1; n <= outline.Count; n++)
        {
            var at = outline[(start + n) % outline.Count];
            if (IsPole(at))
            {
                pole = at.LatitudeUnits;
                ring.Add(new(pole, longitude));
                continue;
            }

            longitude += Step(longitude, at.LongitudeUnits, pole);
            if (pole != 0)
                ring.Add(new(pole, longitude));
            pole = 0;
            if (n < outline.Count)
                ring.Add(new(at.LatitudeUnits, longitude));
        }

        return (ring, longitude);
    }

    // With the inside on the left, going round the earth eastward leaves the north pole inside.
    private static List<ChartSpot>? Closed(List<ChartSpot> ring, long longitude)
    {
        var begin = ring[0];
        if (longitude == begin.Longitude)
            return ring;
        if (Math.Abs(longitude - begin.Longitude) != Turn)
            return null;
        var pole = longitude > begin.Longitude ? Pole : -Pole;
        return [.. ring, new(begin.Latitude, longitude), new(pole, longitude), new(pole, begin.Longitude)];
    }

    // The short way; from a pole the way that keeps the inside on the left.
    private static long Step(long from, long to, long pole) => pole switch
    {
        > 0 => -Rest(from - to),
        < 0 => Rest(to - from),
        _ => Rest(to - from + Half) - Half,
    };

    private static long Rest(long units) => (units % Turn + Turn) % Turn;

    private static bool IsPole(Position at) => Math.Abs((long)at.LatitudeUnits) == Pole;

    private static List<ChartSpot> Shifted(List<ChartSpot> ring, long by)
    {
        var shifted = new List<ChartSpot>(ring.Count);
        foreach (var spot in ring.Select(s => s with { Longitude = s.Longitude + by }))
        {
            if (shifted.Count == 0 || shifted[^1] != spot)
                shifted.Add(spot);
        }

        while (shifted.Count > 1 && shifted[0] == shifted[^1])
            shifted.RemoveAt(shifted.Count - 1);
        return shifted;
    }

    private static double TwiceArea(List<ChartSpot> ring)
    {
        var (area, origin) = (0.0, ring[0]);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            area += (double)(a.Longitude - origin.Longitude) * (b.Latitude - origin.Latitude) - (double)(b.Longitude - origin.Longitude) * (a.Latitude - origin.Latitude);
        }

        return area;
    }
}
