namespace Parley.Volumes.Earth;

/// <summary>Shortest ways of less than half the earth round, as vectors of their ends; results in radians.</summary>
internal static class Arc
{
    /// <summary>From a place to the nearest one of an arc.</summary>
    public static double Distance(Vector at, Vector from, Vector to)
    {
        var normal = (to + from).Cross(to - from);
        var across = normal.Length;
        if (across > 0)
        {
            // Abreast of the arc when the place is on the inner side of both ends.
            if (normal.Cross(from).Dot(at) >= 0 && to.Cross(normal).Dot(at) >= 0)
                return Math.Abs(Math.Atan2(normal.Dot(at) / across, normal.Cross(at).Length / across));
        }

        return Math.Min(at.AngleTo(from), at.AngleTo(to));
    }

    /// <summary>From a place to the nearest one of a way of arcs. Arcs that cannot be nearer than what was found are passed over by their chords.</summary>
    public static double Distance(Vector at, IReadOnlyList<Vector> way)
    {
        var hint = 0;
        return Distance(at, way, 0, ref hint);
    }

    /// <summary>The same, for one who asks for many places. What is not further than <paramref name="enough"/> is not sought to the end.</summary>
    /// <param name="hint">The arc to begin with, and the nearest one afterwards.</param>
    public static double Distance(Vector at, IReadOnlyList<Vector> way, double enough, ref int hint)
    {
        var arcs = way.Count - 1;
        var best = at.AngleTo(way[arcs == 0 ? 0 : hint]);
        var first = hint;
        for (var i = 0; i < arcs && best > enough; i++)
        {
            var arc = first + i < arcs ? first + i : first + i - arcs;
            var (from, to) = (way[arc], way[arc + 1]);
            if (Math.Sqrt(Squared(at, from)) - 2 * Math.Sqrt(Squared(from, to)) > best)
                continue;
            var distance = Distance(at, from, to);
            if (distance < best)
                (best, hint) = (distance, arc);
        }

        return best;
    }

    private static double Squared(Vector a, Vector b)
    {
        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return x * x + y * y + z * z;
    }

    /// <summary>The place at a part of the arc, 0 to 1.</summary>
    public static Vector At(Vector from, Vector to, double part)
    {
        var angle = from.AngleTo(to);
        return angle < 1e-9
            ? (from + (to - from) * part).Unit()
            : (from * (Math.Sin((1 - part) * angle) / Math.Sin(angle)) + to * (Math.Sin(part * angle) / Math.Sin(angle))).Unit();
    }
}
