using Parley.Volumes.Earth;

namespace Parley.Volumes;

/// <summary>Whether a ring crosses itself. Two edges that only touch count too, unless it is at the end that they have in common as neighbours; so do edges that fold back on
/// their neighbours. A touch of great circles or rhumb lines is told down to rounding, far below a unit of a <see cref="Position"/>; one of straight edges exactly.</summary>
internal static class Crossing
{
    /// <summary>True when two edges meet outside their common ends. The ring has no vertex twice in a row and no edge between opposite ends.</summary>
    public static bool Of(IReadOnlyList<Position> ring, Edge edges)
    {
        // The same place twice is a touch, and is told by the units: at a pole a chart would not tell.
        if (new HashSet<Position>(ring).Count < ring.Count)
            return true;
        return edges == Edge.Geodesic ? ArcCrossing.Of(ring) : ChartCrossing.Of(Legs.Of(ring, edges, closed: true));
    }
}
