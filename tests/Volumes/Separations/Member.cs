namespace Parley.Volumes.Tests.Separations;

/// <summary>A shape anywhere on earth, and a place that it has on the ellipsoid: at its edge, or inside. Made by geodesics and rhumb lines of the ellipsoid, and by nothing that
/// the
/// verdict uses.</summary>
/// <param name="At">Off by a unit of a position at most.</param>
/// <param name="Reach">Metres round the place that the shape has too.</param>
internal sealed record Member(Shape Shape, Position At, double Reach)
{
    private static readonly double Eccentricity = Math.Sqrt(1 / 298.257223563 * (2 - 1 / 298.257223563));

    /// <summary>A shape of about a size that has a place near the one given; null when chance has made none.</summary>
    public static Member? Near(Dice dice, Position at, double size)
    {
        var edges = dice.One(Edge.Straight, Edge.Rhumb, Edge.Geodesic);
        switch (dice.Below(6))
        {
            case 0:
                return new Member(new PointShape(at), at, 0);
            case 1:
                return new Member(Circle.Make(at, (int)Math.Ceiling(size)).Must(), at, Math.Ceiling(size));
            case 2:
                return OfEllipse(dice, at, size);
            case 3:
                var ways = Enumerable.Range(0, dice.Below(4) + 1).Select(_ => Vincenty.Direct(at, dice.Between(0, 7), size * dice.Between(0.1, 1))).Prepend(at).ToArray();
                var width = (int)Math.Ceiling(size * dice.Scale(0.0001, 0.2));
                return Corridor.Make(ways, width, edges).Value is { } way && AlongEdge(dice, ways[0], ways[1], edges) is { } on ? new Member(way, on, width) : null;
            default:
                return OfPolygon(dice, at, size, edges);
        }
    }

    /// <summary>A place of an edge on the ellipsoid; null where the oracle has none.</summary>
    public static Position? AlongEdge(Dice dice, Position from, Position to, Edge edges)
    {
        var part = dice.One(0, 0.5, dice.Between(0, 1));
        var east = Math.IEEERemainder(to.Longitude - from.Longitude, 360);
        if (part == 0)
            return from;
        if (edges == Edge.Geodesic)
            return Vincenty.Inverse(from, to) is var (metres, azimuth) && metres < 15_000_000 ? Vincenty.Direct(from, azimuth, metres * part) : null;
        if (Math.Abs(from.Latitude) == 90 || Math.Abs(to.Latitude) == 90)
            return null;
        var latitude = from.Latitude + (to.Latitude - from.Latitude) * part;
        var (first, last) = (Isometric(from.Latitude), Isometric(to.Latitude));
        var across = edges == Edge.Straight || Math.Abs(last - first) < 1e-7 ? part : (Isometric(latitude) - first) / (last - first);
        return Position.FromDegrees(latitude, Math.IEEERemainder(from.Longitude + east * across, 360));
    }

    /// <summary>Northward on a Mercator chart of the ellipsoid, radians. From the tangent, since near a pole the sine has lost its digits.</summary>
    private static double Isometric(double latitude) =>
        Math.Asinh(Math.Tan(latitude * Math.PI / 180)) - Eccentricity * Math.Atanh(Eccentricity * Math.Sin(latitude * Math.PI / 180));

    private static Member OfEllipse(Dice dice, Position centre, double size)
    {
        var (major, azimuth, t) = ((int)Math.Ceiling(size), dice.Below(180), dice.Between(0, 7));
        var minor = (int)Math.Ceiling(size * dice.Scale(0.01, 1));
        var (along, across) = (major * Math.Cos(t), minor * Math.Sin(t));
        var at = Vincenty.Direct(centre, azimuth * Math.PI / 180 + Math.Atan2(across, along), Math.Sqrt(along * along + across * across));
        return new Member(Ellipse.Make(centre, major, Math.Min(major, minor), azimuth).Must(), at, 0);
    }

    private static Member? OfPolygon(Dice dice, Position at, double size, Edge edges)
    {
        var (vertices, first, ragged) = (dice.One(3, 4, 6, 10), dice.Between(0, 7), dice.One(1, 0.5));
        var ring = Enumerable.Range(0, vertices).Select(i => Vincenty.Direct(at, first + i * 2 * Math.PI / vertices, size * dice.Between(ragged, 1))).ToArray();
        if (Polygon.Make(ring, edges).Value is not { } polygon || size > 4_000_000)
            return null;
        return AlongEdge(dice, ring[0], ring[1], edges) is { } on ? new Member(polygon, on, 0) : null;
    }
}
