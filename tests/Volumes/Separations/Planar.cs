using NetTopologySuite.Geometries;

namespace Parley.Volumes.Tests.Separations;

/// <summary>A shape near 0 N 0 E, and the same in a plane of metres of the ellipsoid: within 0.02 degrees of the equator that is true to 0.3 mm. The plane is the oracle: none of
/// its ways go over
/// the sphere.</summary>
internal sealed class Planar
{
    /// <summary>Metres of a radian along the equator and across it (radii of curvature of WGS 84).</summary>
    private const double East = 6_378_137, North = 6_335_439.3273;

    private static readonly GeometryFactory Factory = new();

    private Planar(Shape shape, Geometry core, double radius, double error) => (Shape, Core, Radius, Error) = (shape, core, radius, error);

    public Shape Shape { get; }

    public Geometry Core { get; }

    public double Radius { get; }

    /// <summary>Metres by which the oracle may be off.</summary>
    public double Error { get; }

    /// <summary>Metres from one to the other, 0 when they meet.</summary>
    public static double Distance(Planar one, Planar other) => Math.Max(0, one.Core.Distance(other.Core) - one.Radius - other.Radius);

    /// <summary>Whether they overlap by more than the oracle may be off.</summary>
    public static bool Overlap(Planar one, Planar other)
    {
        var error = one.Error + other.Error;
        if (one.Radius + other.Radius > 0)
            return one.Core.Distance(other.Core) < one.Radius + other.Radius - error;
        var (less, others) = (Less(one.Core), Less(other.Core));
        return !less.IsEmpty && !others.IsEmpty && (less.Area > 0 || others.Area > 0) && less.Distance(others) == 0;

        Geometry Less(Geometry core) => core.Area > 0 ? core.Buffer(-error) : core;
    }

    public static Position At(double x, double y) => Position.FromDegrees(y / North * (180 / Math.PI), x / East * (180 / Math.PI))!.Value;

    public static Coordinate Place(Position at) => new(at.Longitude * (Math.PI / 180) * East, at.Latitude * (Math.PI / 180) * North);

    /// <summary>Any shape of a size, about a place; null when chance has made none.</summary>
    public static Planar? Any(Dice dice, double x, double y, double size)
    {
        var edges = dice.One(Edge.Straight, Edge.Rhumb, Edge.Geodesic);
        return dice.Below(7) switch
        {
            0 => Of(new PointShape(At(x, y))),
            1 => Of(Circle.Make(At(x, y), (int)Math.Ceiling(size)).Must()),
            2 => Of(Ellipse.Make(At(x, y), (int)Math.Ceiling(size), (int)Math.Ceiling(size * dice.Between(0.05, 1)), dice.Below(180)).Must()),
            3 or 4 => Corridor.Make([.. Walk(dice, x, y, size)], (int)Math.Ceiling(size * dice.Scale(0.001, 0.5)), edges).Value is { } corridor ? Of(corridor) : null,
            _ => Polygon.Make([.. Star(dice, x, y, size)], edges).Value is { } polygon ? Of(polygon) : null,
        };
    }

    public static Planar Of(Shape shape) => shape switch
    {
        PointShape point => new Planar(shape, Factory.CreatePoint(Place(point.At)), 0, 0.001),
        Circle circle => new Planar(shape, Factory.CreatePoint(Place(circle.Centre)), circle.Radius, 0.001),
        Ellipse ellipse when ellipse.Major == ellipse.Minor => new Planar(shape, Factory.CreatePoint(Place(ellipse.Centre)), ellipse.Major, 0.001),
        Ellipse ellipse => new Planar(shape, Factory.CreatePolygon([.. Around(ellipse)]), 0, ellipse.Major * 0.00035 + 0.001),
        Corridor corridor => new Planar(shape, Factory.CreateLineString([.. corridor.Vertices.Select(Place)]), corridor.HalfWidth, 0.001),
        Polygon polygon => new Planar(shape, Factory.CreatePolygon([.. polygon.Vertices.Append(polygon.Vertices[0]).Select(Place)]), 0, 0.001),
        _ => throw new ArgumentException(shape.GetType().Name),
    };

    /// <summary>The same shape elsewhere; null when it is none there.</summary>
    public static Shape? Moved(Shape shape, double x, double y)
    {
        return shape switch
        {
            PointShape point => new PointShape(Move(point.At)),
            Circle circle => Circle.Make(Move(circle.Centre), circle.Radius).Value,
            Ellipse ellipse => Ellipse.Make(Move(ellipse.Centre), ellipse.Major, ellipse.Minor, ellipse.Azimuth).Value,
            Corridor corridor => Corridor.Make([.. corridor.Vertices.Select(Move)], corridor.HalfWidth, corridor.Edges).Value,
            Polygon polygon => Polygon.Make([.. polygon.Vertices.Select(Move)], polygon.Edges).Value,
            _ => null,
        };

        Position Move(Position at) => At(Place(at).X + x, Place(at).Y + y);
    }

    private static IEnumerable<Coordinate> Around(Ellipse ellipse)
    {
        var (centre, turn) = (Place(ellipse.Centre), ellipse.Azimuth * Math.PI / 180);
        for (var i = 0; i <= 360; i += 3)
        {
            var (along, across) = (ellipse.Major * Math.Cos(i % 360 * Math.PI / 180), ellipse.Minor * Math.Sin(i % 360 * Math.PI / 180));
            yield return new Coordinate(centre.X + along * Math.Sin(turn) + across * Math.Cos(turn), centre.Y + along * Math.Cos(turn) - across * Math.Sin(turn));
        }
    }

    private static IEnumerable<Position> Walk(Dice dice, double x, double y, double size)
    {
        for (var i = dice.Below(5) + 2; i > 0; i--)
        {
            yield return At(x, y);
            (x, y) = (x + dice.Between(-size, size) / 2, y + dice.Between(-size, size) / 2);
        }
    }

    private static IEnumerable<Position> Star(Dice dice, double x, double y, double size)
    {
        var vertices = dice.One(3, 4, 5, 8, 12, 20);
        var (first, ragged) = (dice.Between(0, 7), dice.One(1, 0.7, 0.2));
        for (var i = 0; i < vertices; i++)
        {
            var (sine, cosine) = Math.SinCos(first + i * 2 * Math.PI / vertices);
            var reach = size * dice.Between(ragged, 1);
            yield return At(x + reach * cosine, y + reach * sine);
        }
    }
}
