namespace Parley.Volumes.Earth;

/// <summary>Ends between which there is no one way.</summary>
internal static class Opposite
{
    private const int Pole = 90 * Bounds.UnitsInDegree;
    private const int HalfTurn = 180 * Bounds.UnitsInDegree;

    /// <summary>Whether two places are opposite ends of the earth.</summary>
    public static bool Are(Position a, Position b) =>
        a.LatitudeUnits == -b.LatitudeUnits && (IsPole(a) || IsHalfTurn(a, b));

    public static bool IsPole(Position at) => Math.Abs(at.LatitudeUnits) == Pole;

    /// <summary>Whether a leg has no one way. Great circles: opposite ends. Other edges: half a turn of longitude, which is as far eastward as westward; a leg to a pole
    /// follows its meridian, and only the other pole is opposite.</summary>
    public static bool In(IReadOnlyList<Position> vertices, Edge edges, bool closed)
    {
        for (var i = closed ? 0 : 1; i < vertices.Count; i++)
        {
            var (a, b) = (vertices[i == 0 ? vertices.Count - 1 : i - 1], vertices[i]);
            if (Are(a, b) || edges != Edge.Geodesic && !IsPole(a) && !IsPole(b) && IsHalfTurn(a, b))
                return true;
        }

        return false;
    }

    private static bool IsHalfTurn(Position a, Position b) => Math.Abs((long)a.LongitudeUnits - b.LongitudeUnits) == HalfTurn;
}
