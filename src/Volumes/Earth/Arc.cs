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
        var best = at.AngleTo(way[0]);
        for (var i = 1; i < way.Count; i++)
        {
            var (from, to) = (way[i - 1], way[i]);
            var chord = (at - from).Length - 2 * (to - from).Length;
            if (chord <= best)
                best = Math.Min(best, Distance(at, from, to));
        }

        return best;
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
