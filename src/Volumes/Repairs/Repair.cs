using Parley.Volumes.Earth;

namespace Parley.Volumes.Repairs;

/// <summary>What was done to vertices before they became a shape.</summary>
public enum RepairKind
{
    /// <summary>The first vertex stood again at the end and was left out.</summary>
    ClosingVertex = 1,

    /// <summary>Vertices within <see cref="Bounds.NearVertex"/> of the one before were left out.</summary>
    NearVertices = 2,
}

/// <summary>A repair that was made.</summary>
/// <param name="Count">Vertices that were left out, 1 or more.</param>
public sealed record Repaired(RepairKind Kind, int Count);

/// <summary>A shape and what was repaired for it, or why it is none.</summary>
/// <param name="Repairs">Each kind once at most; empty when nothing was. Said even when the shape has a fault all the same.</param>
public sealed record Mended<T>(Made<T> Shape, IReadOnlyList<Repaired> Repairs)
    where T : Shape;

/// <summary>Makes shapes of vertices as they are found: what can be put right without changing what is meant is put right and said, and the rest is refused by its name. Edges that
/// cross each
/// other and more vertices than the bound are never repaired: which of them were meant, nobody knows.</summary>
public static class Repair
{
    /// <summary>The polygon of a ring, mended.</summary>
    public static Mended<Polygon> Polygon(IReadOnlyList<Position> vertices, Edge edges)
    {
        var closing = vertices.Count > 1 && vertices[0] == vertices[^1] ? 1 : 0;
        var kept = Apart(vertices.Take(vertices.Count - closing));
        while (kept.Count > 1 && AreNear(kept[^1], kept[0]))
            kept.RemoveAt(kept.Count - 1);
        return new Mended<Polygon>(Volumes.Polygon.Make(kept, edges), Said(closing, vertices.Count - closing - kept.Count));
    }

    /// <summary>The corridor of a centre line, mended. Its last vertex stays where it is; the one before it goes when they are near each other.</summary>
    /// <param name="halfWidth">Metres to either side.</param>
    public static Mended<Corridor> Corridor(IReadOnlyList<Position> vertices, int halfWidth, Edge edges)
    {
        var kept = Apart(vertices);
        if (kept.Count > 1 && kept[^1] != vertices[^1])
            kept[^1] = vertices[^1];
        return new Mended<Corridor>(Volumes.Corridor.Make(kept, halfWidth, edges), Said(0, vertices.Count - kept.Count));
    }

    /// <summary>Without those that are near the last one that was kept.</summary>
    private static List<Position> Apart(IEnumerable<Position> vertices)
    {
        var kept = new List<Position>();
        foreach (var vertex in vertices)
        {
            if (kept.Count == 0 || !AreNear(kept[^1], vertex))
                kept.Add(vertex);
        }

        return kept;
    }

    private static bool AreNear(Position one, Position other) => Globe.Distance(one, other) <= Bounds.NearVertex;

    private static List<Repaired> Said(int closing, int near)
    {
        var said = new List<Repaired>();
        if (closing > 0)
            said.Add(new Repaired(RepairKind.ClosingVertex, closing));
        if (near > 0)
            said.Add(new Repaired(RepairKind.NearVertices, near));
        return said;
    }
}
