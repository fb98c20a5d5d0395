namespace Parley.Volumes.Earth;

/// <summary>Whether a ring of great-circle arcs crosses itself, by the sides of each arc on which the ends of the other lie. Every pair is looked at, most of them no further than
/// their boxes: two million pairs for the longest ring.</summary>
internal static class ArcCrossing
{
    /// <summary>Rounding of a coordinate of a unit vector, with what the products add: about 4 nanometres on the ground.</summary>
    private const double Rounding = 6e-16;

    public static bool Of(IReadOnlyList<Position> ring)
    {
        var ends = ring.Select(Vector.Of).Append(Vector.Of(ring[0])).ToArray();
        var middles = Enumerable.Range(0, ring.Count).Select(i => Arc.At(ends[i], ends[i + 1], 0.5)).ToArray();

        // No place of an arc is further from its middle than the ends are.
        var reaches = middles.Select((m, i) => (m - ends[i]).Length * (1 + 1e-9) + 1e-15).ToArray();
        for (var i = 0; i < middles.Length; i++)
        {
            if (FoldsBack(ends[i], ends[i + 1], ends[i + 2 < ends.Length ? i + 2 : 1]))
                return true;
            var (x, y, z, own) = (middles[i].X, middles[i].Y, middles[i].Z, reaches[i]);
            for (var j = i + 2; j < middles.Length - (i == 0 ? 1 : 0); j++)
            {
                ref readonly var other = ref middles[j];
                var reach = own + reaches[j];
                if (Math.Abs(x - other.X) <= reach && Math.Abs(y - other.Y) <= reach && Math.Abs(z - other.Z) <= reach && Meet(ends[i], ends[i + 1], ends[j], ends[j + 1]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the way from a to b to c runs back on itself.</summary>
    private static bool FoldsBack(Vector a, Vector b, Vector c)
    {
        if (Side(a, b, c) != 0)
            return false;
        var normal = Normal(a, b);
        return normal.Cross(b).Dot(c - b) < 0;
    }

    private static bool Meet(Vector a, Vector b, Vector c, Vector d)
    {
        var (cSide, dSide, aSide, bSide) = (Side(a, b, c), Side(a, b, d), Side(c, d, a), Side(c, d, b));
        if (cSide == 0 && Between(a, b, c) || dSide == 0 && Between(a, b, d) || aSide == 0 && Between(c, d, a) || bSide == 0 && Between(c, d, b))
            return true;

        // Great circles meet twice; the arcs meet when both reach over to the other side at the same of the two places.
        return cSide != 0 && cSide == bSide && dSide == aSide && cSide == -dSide;
    }

    /// <summary>Whether a place of the great circle of an arc lies on the arc.</summary>
    private static bool Between(Vector a, Vector b, Vector at)
    {
        var normal = Normal(a, b);
        return normal.Cross(a).Dot(at) >= -Rounding && b.Cross(normal).Dot(at) >= -Rounding && at.Dot(a + b) > 0;
    }

    /// <summary>1 when the place is left of the arc, -1 when it is right of it, 0 when rounding cannot tell.</summary>
    private static int Side(Vector a, Vector b, Vector at)
    {
        // From differences, so that places near each other keep their digits.
        var (toA, toB) = (a - at, b - at);
        var side = toA.Cross(toB).Dot(at);
        return Math.Abs(side) <= Rounding * (toA.Length + toB.Length) ? 0 : Math.Sign(side);
    }

    private static Vector Normal(Vector a, Vector b) => (b + a).Cross(b - a).Unit();
}
