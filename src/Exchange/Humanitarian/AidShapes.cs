using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Humanitarian;

/// <summary>Places as files draw them, made shapes. Only what changes nothing is mended: a vertex that stands twice, a ring that is not closed.</summary>
internal static class AidShapes
{
    public static Shape Round(Position at, int? radius, Remarks remarks)
    {
        if (radius is { } metres && Circle.Make(at, metres).Value is { } circle)
            return circle;
        remarks.Add(ImportRemarkKind.NoWidth, $"a point without extent at {at}");
        return new PointShape(at);
    }

    public static Shape? Way(IReadOnlyList<Position> places, int? half, Edge edges, Remarks remarks, out string why)
    {
        var way = Once(places, remarks);
        if (half is null)
            remarks.Add(ImportRemarkKind.NoWidth, "a metre to either side is taken");
        var made = Corridor.Make(way, half ?? 1, edges);
        why = made.Value is null ? $"a route of {way.Count} places: {made.Fault}" : "";
        return made.Value;
    }

    /// <param name="places">The outline; its first place may be repeated at the end.</param>
    public static Shape? Area(IReadOnlyList<Position> places, Edge edges, Remarks remarks, out string why)
    {
        var ring = Once(places, remarks);
        if (ring.Count > 1 && ring[0] == ring[^1])
            ring.RemoveAt(ring.Count - 1);
        var made = Polygon.Make(ring, edges);
        why = made.Value is null ? $"an area of {ring.Count} vertices: {made.Fault}" : "";
        return made.Value;
    }

    private static List<Position> Once(IReadOnlyList<Position> places, Remarks remarks)
    {
        var once = new List<Position>();
        foreach (var place in places)
        {
            if (once.Count > 0 && once[^1] == place)
                remarks.Add(ImportRemarkKind.VertexRepeated, place.ToString());
            else
                once.Add(place);
        }

        return once;
    }
}
