namespace Parley.Volumes.Earth;

/// <summary>Lays the legs of a ring or of a centre line one after the other, with longitudes unrolled. A leg from or to a pole follows the meridian of its other end, and
/// the turn from one meridian to the next at a pole is a leg of its own, without length.</summary>
internal static class Legs
{
    /// <summary>The legs in order; a ring starts at its first vertex that is no pole. Two at least of the vertices differ, and no two in a row are opposite.</summary>
    public static List<Leg> Of(IReadOnlyList<Position> vertices, Edge edges, bool closed)
    {
        var start = 0;
        while (closed && Opposite.IsPole(vertices[start]))
            start++;
        var legs = new List<Leg>(vertices.Count + 8);
        double x = vertices[start].LongitudeUnits;
        for (var i = 0; i < (closed ? vertices.Count : vertices.Count - 1); i++)
            x = Add(legs, vertices[(start + i) % vertices.Count], vertices[(start + i + 1) % vertices.Count], edges, x);
        return legs;
    }

    /// <summary>The longitude at which the leg ends.</summary>
    private static double Add(List<Leg> legs, Position from, Position to, Edge edges, double x)
    {
        var (y1, y2) = ((double)from.LatitudeUnits, (double)to.LatitudeUnits);
        if (Opposite.IsPole(to))
        {
            legs.Add(new Leg(edges, x, y1, x, y2));
            return x;
        }

        var next = x + Math.IEEERemainder(to.LongitudeUnits - x, Leg.Turn);
        var overPole = edges == Edge.Geodesic && Math.Abs(next - x) * 2 == Leg.Turn;
        if (overPole && !Opposite.IsPole(from))
        {
            var pole = Math.CopySign(Leg.Pole, y1 + y2);
            legs.Add(new Leg(edges, x, y1, x, pole));
            y1 = pole;
        }

        if (Math.Abs(y1) == Leg.Pole)
        {
            if (next != x)
                legs.Add(new Leg(edges, x, y1, next, y1));
            x = next;
        }

        legs.Add(new Leg(edges, x, y1, next, y2));
        return next;
    }
}
