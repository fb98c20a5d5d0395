using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>Lays shapes out as cores. Edges that are no great circles stand as points joined by such, with a bound on how far those leave the edge.</summary>
internal sealed class Laying
{
    /// <summary>Points of an ellipse.</summary>
    private const int PointsOfEllipse = 128;

    /// <summary>Radians: 1 m.</summary>
    private const double LeastDeviation = 1 / Globe.Radius;

    /// <summary>Steradians by which half the earth is no half on the ellipsoid: where neither side of a ring is surely the smaller one, nobody can tell what it holds.</summary>
    private const double Halves = 0.05;

    private readonly List<Vector> _points;
    private readonly int _halvings;
    private double _deviation;
    private double _ellipsoidal;

    private Laying(IReadOnlyList<Leg> legs, int most)
    {
        _points = new List<Vector>(legs.Count + 1) { legs[0].At(0) };
        _halvings = Math.Clamp((int)Math.Log2(Math.Max(1, most / legs.Count)), 0, 12);
        foreach (var leg in legs.Where(l => !l.OnlyTurns))
            Lay(leg);
    }

    private double Slack => Math.Min(Math.PI, _deviation + _ellipsoidal) + Ellipsoidal.Rounding;

    /// <summary>The core of a shape; null for what has no edge that one could rely on.</summary>
    /// <param name="most">Points, beyond the shape's own vertices.</param>
    public static Core? Of(Shape shape, AreaResolver? areas, int most) => shape switch
    {
        PointShape point => new Core(new Ball(Vector.Of(point.At), 0), Ellipsoidal.Rounding, 0),
        Circle circle => new Core(new Ball(Vector.Of(circle.Centre), 0), Ellipsoidal.Rounding, circle.Radius),
        Ellipse ellipse => ellipse.Major == ellipse.Minor
            ? new Core(new Ball(Vector.Of(ellipse.Centre), 0), Ellipsoidal.Rounding, ellipse.Major)
            : Of(ellipse),
        Polygon polygon => Of(polygon, most),
        Corridor corridor => Of(corridor, most),
        NamedArea area => areas?.Invoke(area) is { } named and not NamedArea ? Of(named, null, most) : null,
        _ => null,
    };

    private static WayCore Of(Corridor corridor, int most)
    {
        var laying = new Laying(Legs.Of(corridor.Vertices, corridor.Edges, closed: false), most);
        var tree = new ArcTree([.. laying._points], closed: false);
        return new WayCore(tree, tree.Whole, laying.Slack, corridor.HalfWidth);
    }

    private static AreaCore? Of(Polygon polygon, int most)
    {
        var legs = Legs.Of(polygon.Vertices, polygon.Edges, closed: true);
        var laying = new Laying(legs, most);
        var (ring, points) = (new Ring(legs), laying._points);
        if (points[^1] == points[0] || points[^1].AngleTo(points[0]) < Ellipsoidal.Rounding / 4)
            points.RemoveAt(points.Count - 1);
        if (points.Count < 3)
            return null;
        var way = points.Select((p, i) => p.AngleTo(points[i == 0 ? points.Count - 1 : i - 1])).Sum();
        if (Math.Abs(ring.LeftArea - 2 * Math.PI) < Halves + 2 * laying.Slack * way)
            return null;
        if (!ring.InsideIsLeft)
            points.Reverse();
        var tree = new ArcTree([.. points], closed: true);
        var sum = points.Aggregate((a, b) => a + b);
        return new AreaCore(tree, tree.Whole.IsCap ? tree.Whole : Ball.Earth, laying.Slack, polygon.Edges == Edge.Geodesic ? null : ring) { Inner = sum.Length > 1e-3 ? sum.Unit()
            : null };
    }

    /// <summary>A ring of points at directions and distances from the centre. Chords between points at steps of h leave an ellipse of the longer axis a by a h^2/8 at most, and
    /// what is straight in
    /// a plane leaves the great circle, when it is laid on a sphere, by less than a times that.</summary>
    private static AreaCore Of(Ellipse ellipse)
    {
        const double Step = 2 * Math.PI / PointsOfEllipse;
        var centre = Vector.Of(ellipse.Centre);
        var ring = Enumerable.Range(0, PointsOfEllipse).Select(i =>
        {
            var (sine, cosine) = Math.SinCos(-Step * i);
            var (along, across) = (ellipse.Major * cosine, ellipse.Minor * sine);
            return Ellipsoidal.Towards(centre, ellipse.Azimuth * (Math.PI / 180) + Math.Atan2(across, along), Math.Sqrt(along * along + across * across));
        });
        var tree = new ArcTree([.. ring], closed: true);
        var axis = Ellipsoidal.Angle(ellipse.Major);
        return new AreaCore(tree, tree.Whole, axis * Step * Step / 8 * (1 + axis) + Ellipsoidal.OfDirection(axis) + Ellipsoidal.Rounding, null) { Inner = centre };
    }

    private void Lay(Leg leg)
    {
        if (leg.IsMeridian)
        {
            // A meridian is the same on the ellipsoid, whatever kind of edge it is.
            Add(leg.At(1));
            return;
        }

        if (leg.Edges == Edge.Geodesic)
        {
            _ellipsoidal = Math.Max(_ellipsoidal, Ellipsoidal.OfGreatCircle(leg.At(0).AngleTo(leg.At(1))));
            Add(leg.At(1));
            return;
        }

        var length = Length(leg, 0, 1);
        if (leg.Edges == Edge.Rhumb && leg.Y1 != leg.Y2)
            _ellipsoidal = Math.Max(_ellipsoidal, Ellipsoidal.OfRhumb(length));
        Part(leg, 0, 1, Math.Clamp(length / 10_000, LeastDeviation, Bounds.Deviation / Globe.Radius), _halvings);
    }

    /// <summary>Halves a part of a leg until a great circle suffices.</summary>
    private void Part(in Leg leg, double from, double until, double deviation, int halvings)
    {
        var off = Off(leg, from, until);
        if (off > deviation && halvings > 0)
        {
            Part(leg, from, (from + until) / 2, deviation, halvings - 1);
            Part(leg, (from + until) / 2, until, deviation, halvings - 1);
            return;
        }

        _deviation = Math.Max(_deviation, off);
        Add(leg.At(until));
    }

    private void Add(in Vector at)
    {
        if (at != _points[^1])
            _points.Add(at);
    }

    /// <summary>Radians by which the great circle may leave a part of a rhumb line or straight edge. Those are bent against it by up to 1.09 tan(latitude): by sin(heading)
    /// tan(latitude), and a
    /// straight edge by 1 + cos^2(heading) times that. What is bent by k leaves a way of the length s by k s^2/8, some more on a sphere; and nothing leaves its ends by more than
    /// half its length.</summary>
    private static double Off(in Leg leg, double from, double until)
    {
        var length = Length(leg, from, until);
        var bent = 1.09 * Math.Tan(Math.Min(Furthest(leg, from, until), Math.BitDecrement(Math.PI / 2)));
        return bent * length <= 1 && length <= 1 ? Math.Min(length / 2, 1.2 * bent * length * length / 8) : length / 2;
    }

    /// <summary>Radians of latitude, of the end that is nearer to a pole.</summary>
    private static double Furthest(in Leg leg, double from, double until) =>
        Math.Max(Math.Abs(leg.Y1 + (leg.Y2 - leg.Y1) * from), Math.Abs(leg.Y1 + (leg.Y2 - leg.Y1) * until)) * Vector.RadiansInUnit;

    /// <summary>Radians of a part of a leg at most: along both kinds of edge the latitude grows evenly, and no parallel that it crosses is longer than the one nearest to the
    /// equator.</summary>
    private static double Length(in Leg leg, double from, double until)
    {
        var (y1, y2) = (leg.Y1 + (leg.Y2 - leg.Y1) * from, leg.Y1 + (leg.Y2 - leg.Y1) * until);
        if (leg.Edges == Edge.Rhumb && (from > 0 || until < 1))
            return Length(leg, 0, 1) * (until - from);
        var nearest = y1 * y2 <= 0 ? 0 : Math.Min(Math.Abs(y1), Math.Abs(y2));
        var across = (leg.X2 - leg.X1) * (until - from) * Math.Cos(nearest * Vector.RadiansInUnit);
        return Math.Sqrt((y2 - y1) * (y2 - y1) + across * across) * Vector.RadiansInUnit;
    }
}
