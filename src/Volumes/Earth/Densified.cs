namespace Parley.Volumes.Earth;

/// <summary>Stands a curve for by points so near to each other that what joins them leaves the curve by at most <see cref="Bounds.Deviation"/> metres, as long as the points
/// suffice. A curve is halved until it is so, at most so often that all curves of an outline keep within its points; the worst case (2,000 legs round the earth each) is off
/// by some 200 m.</summary>
internal sealed class Densified
{
    private const double Deviation = Bounds.Deviation / Globe.Radius;
    private readonly List<Vector> _points;
    private readonly Func<Vector, Vector, Vector, double> _off;
    private readonly int _halvings;

    private Densified(List<Vector> points, Func<Vector, Vector, Vector, double> off, int curves, int most) =>
        (_points, _off, _halvings) = (points, off, Math.Clamp((int)Math.Log2(Math.Max(1, most / curves)), 0, 12));

    /// <summary>A way or ring of legs as points joined by great circles; a ring ends with its first point.</summary>
    public static List<Vector> Way(IReadOnlyList<Position> vertices, Edge edges, bool closed, int most) => Way(Legs.Of(vertices, edges, closed), most);

    /// <inheritdoc cref="Way(IReadOnlyList{Position}, Edge, bool, int)"/>
    public static List<Vector> Way(IReadOnlyList<Leg> legs, int most)
    {
        var made = new Densified([legs[0].At(0)], Arc.Distance, legs.Count, most);
        foreach (var leg in legs)
        {
            if (leg.Edges == Edge.Geodesic || leg.IsMeridian)
                made._points.Add(leg.At(1));
            else if (!leg.OnlyTurns)
                made.Curve(leg.At);
        }

        return made._points;
    }

    /// <summary>A closed curve, in quarters, as points joined by great circles; it ends with its first point.</summary>
    public static List<Vector> Round(Func<double, Vector> at, int most)
    {
        var made = new Densified([at(0)], Arc.Distance, 4, most);
        for (var i = 0; i < 4; i++)
            made.Part(at, i / 4.0, (i + 1) / 4.0, made._halvings);
        return made._points;
    }

    /// <summary>Points joined by great circles, as points joined by straight lines of longitude and latitude.</summary>
    public static List<Vector> Straight(IReadOnlyList<Vector> arcs, int most)
    {
        var made = new Densified([arcs[0]], OffStraight, Math.Max(1, arcs.Count - 1), most);
        for (var i = 1; i < arcs.Count; i++)
        {
            var (from, to) = (arcs[i - 1], arcs[i]);
            made.Curve(part => Arc.At(from, to, part));
        }

        return made._points;
    }

    private void Curve(Func<double, Vector> at) => Part(at, 0, 1, _halvings);

    private void Part(Func<double, Vector> at, double from, double until, int halvings)
    {
        var (first, last) = (_points[^1], at(until));

        // In the middle alone an S would look straight.
        if (halvings == 0 || Off(first, last, 0.5) <= Deviation && Off(first, last, 0.25) <= Deviation && Off(first, last, 0.75) <= Deviation)
        {
            _points.Add(last);
            return;
        }

        Part(at, from, (from + until) / 2, halvings - 1);
        Part(at, (from + until) / 2, until, halvings - 1);

        double Off(Vector a, Vector b, double part) => _off(at(from + (until - from) * part), a, b);
    }

    /// <summary>Radians from a place to the straight line of longitude and latitude between two others, as if the ground were flat there.</summary>
    private static double OffStraight(Vector at, Vector from, Vector to)
    {
        var level = Math.Sqrt(at.X * at.X + at.Y * at.Y);
        var (x1, y1) = Flat(from);
        var (x2, y2) = Flat(to);
        var (dx, dy) = (x2 - x1, y2 - y1);
        var length = dx * dx + dy * dy;
        var part = length == 0 ? 0 : Math.Clamp(-(x1 * dx + y1 * dy) / length, 0, 1);
        return Math.Sqrt(Math.Pow(x1 + part * dx, 2) + Math.Pow(y1 + part * dy, 2));

        (double X, double Y) Flat(Vector v) =>
            (Math.IEEERemainder(Math.Atan2(v.Y, v.X) - Math.Atan2(at.Y, at.X), 2 * Math.PI) * level, Math.Asin(Math.Clamp(v.Z, -1, 1)) - Math.Asin(Math.Clamp(at.Z, -1, 1)));
    }
}
