using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>Rings as people write them, made polygons.</summary>
internal static class Ring
{
    /// <summary>The polygon; null, with a remark, when the places make none.</summary>
    /// <param name="mustClose">Whether its author repeats the first vertex at the end, so that its absence is remarked on.</param>
    public static Shape? Make(IReadOnlyList<Position> places, Edge edges, bool mustClose, Remarks remarks)
    {
        var ring = new List<Position>();
        foreach (var place in places)
        {
            if (ring.Count > 0 && ring[^1] == place)
                remarks.Add(ImportRemarkKind.VertexRepeated, place.ToString());
            else
                ring.Add(place);
        }

        if (ring.Count > 2 && ring[0] == ring[^1])
            ring.RemoveAt(ring.Count - 1);
        else if (mustClose && ring.Count > 2)
            remarks.Add(ImportRemarkKind.RingClosed, $"from {ring[^1]} to {ring[0]}");
        var made = Polygon.Make(ring, edges);
        if (made.Fault == ShapeFault.CrossesItself)
        {
            remarks.Add(ImportRemarkKind.RingCrosses, $"{ring.Count} vertices from {ring[0]}");
            made = Polygon.Make(Hull(ring), edges);
        }

        if (made.Fault is { } fault)
            remarks.Add(ImportRemarkKind.ShapeRefused, $"area with {ring.Count} vertices: {fault}");
        return made.Value;
    }

    /// <summary>The smallest convex ring round the places, in longitude and latitude (Andrew's chain).</summary>
    public static IReadOnlyList<Position> Hull(IReadOnlyList<Position> places)
    {
        // Across 180 degrees east longitudes go on beyond it.
        var isAcross = places.Max(p => p.Longitude) - places.Min(p => p.Longitude) > 180;
        var points = places
            .Select(p => (X: isAcross && p.Longitude < 0 ? p.Longitude + 360 : p.Longitude, Y: p.Latitude, At: p))
            .Distinct().OrderBy(p => p.X).ThenBy(p => p.Y).ToArray();
        return [.. Half(points), .. Half([.. points.Reverse()])];

        static IEnumerable<Position> Half((double X, double Y, Position At)[] points)
        {
            var chain = new List<(double X, double Y, Position At)>();
            foreach (var p in points)
            {
                while (chain.Count > 1 && (chain[^1].X - chain[^2].X) * (p.Y - chain[^2].Y) - (chain[^1].Y - chain[^2].Y) * (p.X - chain[^2].X) <= 0)
                    chain.RemoveAt(chain.Count - 1);
                chain.Add(p);
            }

            return chain.SkipLast(1).Select(p => p.At);
        }
    }
}
