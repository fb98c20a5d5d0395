using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>Distances of places and arcs, as squares of straight ones; rounded to some nanometres. Two arcs that do not cross are nearest to each other at an end of one of them:
/// great circles
/// draw near nowhere else but where they cross.</summary>
internal static class Arcwise
{
    /// <summary>From a place to the nearest one of an arc.</summary>
    public static double Squared(in Vector at, in Vector from, in Vector to)
    {
        var normal = (to + from).Cross(to - from);
        var length = normal.Dot(normal);

        // Abreast of the arc when the place is on the inner side of both ends.
        if (length > 0 && normal.Cross(from).Dot(at) >= 0 && to.Cross(normal).Dot(at) >= 0)
        {
            var across = normal.Dot(at);
            var squared = Math.Min(1, across * across / length);
            return 2 * squared / (1 + Math.Sqrt(1 - squared));
        }

        return Math.Min(Squared(at, from), Squared(at, to));
    }

    public static double Squared(in Vector a, in Vector b)
    {
        var between = a - b;
        return between.Dot(between);
    }

    /// <summary>The place of an arc that is nearest to another one.</summary>
    public static Vector Foot(in Vector at, in Vector from, in Vector to)
    {
        var normal = (to + from).Cross(to - from);
        if (normal.Cross(from).Dot(at) >= 0 && to.Cross(normal).Dot(at) >= 0)
        {
            var foot = at - normal * (normal.Dot(at) / normal.Dot(normal));
            if (foot.Length > 1e-9)
                return foot.Unit();
        }

        return Squared(at, from) <= Squared(at, to) ? from : to;
    }

    /// <summary>Whether two arcs cross, each having the ends of the other on both its sides. A touch is none.</summary>
    public static bool Cross(in Vector a, in Vector b, in Vector c, in Vector d)
    {
        var (cSide, dSide) = (Side(a, b, c), Side(a, b, d));
        if (cSide == 0 || cSide == dSide)
            return false;

        // Great circles cross twice; both arcs must reach over to the other side at the same of the two places.
        return Side(c, d, b) == cSide && Side(c, d, a) == dSide;
    }

    /// <summary>Where two great circles cross that is on the side of the arc's middle.</summary>
    public static Vector Crossing(in Vector a, in Vector b, in Vector c, in Vector d)
    {
        var at = (a + b).Cross(b - a).Cross((c + d).Cross(d - c));
        var length = at.Length;
        return length == 0 ? a : at * ((at.Dot(a + b) < 0 ? -1 : 1) / length);
    }

    /// <summary>1 when the place is left of the arc, -1 when it is right of it. From differences, so that places near each other keep their digits.</summary>
    public static int Side(in Vector a, in Vector b, in Vector at) => Math.Sign((a - at).Cross(b - at).Dot(at));
}
