using Parley.Volumes.Earth;
using Parley.Volumes.Notations;

namespace Parley.Volumes.Separations;

/// <summary>How far what is measured on the sphere may be off on the ellipsoid (WGS 84), never too little. Angles in radians of the sphere. Derived in
/// docs/decisions/0033-how-close-two-volumes-are.md
/// and held against GeographicLib by tests.</summary>
internal static class Ellipsoidal
{
    /// <summary>No distance on the ellipsoid is less than so many times that on the sphere: a(1 - e2) = 6,335,439 m, the least radius of curvature, over <see cref="Globe.Radius"/>
    /// is 0.99442.</summary>
    public const double Least = 1 - Globe.RelativeError;

    /// <summary>No distance on the ellipsoid is more than so many times that on the sphere: a/sqrt(1 - e2) = 6,399,594 m, the greatest radius, over <see cref="Globe.Radius"/> is
    /// 1.00449.</summary>
    public const double Most = 1.0045;

    /// <summary>What rounding adds to an angle: 1.3 micrometres, a hundred times that of a coordinate of a unit vector.</summary>
    public const double Rounding = 2e-13;

    private const double Eccentricity2 = Ellipsoid.Flattening * (2 - Ellipsoid.Flattening);

    /// <summary>What first-order terms leave out.</summary>
    private const double Margin = 1.05;

    /// <summary>By how much a great circle may leave the geodesic between the same ends. It is bent against it by up to f/R, and what is bent so leaves a way of the length s by
    /// f (sec(s/2) - 1), which for short ones is f s^2/8: 0.7 m in 100 km.</summary>
    public static double OfGreatCircle(double angle) =>
        angle > Math.PI - 1e-3 ? Math.PI : Math.Min(Math.PI, Margin * Ellipsoid.Flattening * (1 / Math.Cos(angle / 2) - 1));

    /// <summary>By how much a rhumb line of the sphere may leave that of the ellipsoid between the same ends, by its length: 0.77 f s^2/8 for short ones, up to 0.94 f s^2/8 for
    /// the longest.</summary>
    public static double OfRhumb(double length) => Margin * Ellipsoid.Flattening * length * length / 8;

    /// <summary>The place so many metres from another in a direction on the ellipsoid, radians clockwise from north: by the radii of curvature at the other place.</summary>
    public static Vector Towards(in Vector from, double azimuth, double metres)
    {
        var (north, east) = (metres * Math.Cos(azimuth) / LeastMetres(Math.Abs(from.Z)), metres * Math.Sin(azimuth) / MostMetres(Math.Abs(from.Z)));
        return from.Towards(Math.Atan2(east, north), Math.Sqrt(north * north + east * east));
    }

    /// <summary>By how much that place may be off, by its angle from the other: 0.00505 s^2 at the worst, 8 m in 100 km.</summary>
    public static double OfDirection(double angle) => Margin * 0.00505 * angle * angle;

    /// <summary>The greatest angle on the sphere of a distance on the ellipsoid.</summary>
    public static double Angle(double metres) => metres / (Least * Globe.Radius);

    /// <summary>Metres of a radian of the sphere at least, on ways that come no nearer to the equator: the radius of curvature along the meridian, which grows towards the
    /// poles.</summary>
    /// <param name="sine">Of the latitude, 0 to 1; less is taken as 0.</param>
    public static double LeastMetres(double sine)
    {
        var square = Square(sine);
        return Ellipsoid.A * (1 - Eccentricity2) / (square * Math.Sqrt(square)) * (1 - 1e-12);
    }

    /// <summary>Metres of a radian of the sphere at most, on ways that come no nearer to a pole: the radius of curvature across the meridian, which grows towards the poles
    /// too.</summary>
    /// <param name="sine">Of the latitude; more than 1 is taken as 1.</param>
    public static double MostMetres(double sine) => Ellipsoid.A / Math.Sqrt(Square(sine)) * (1 + 1e-12);

    private static double Square(double sine)
    {
        var bounded = Math.Clamp(sine, 0, 1);
        return 1 - Eccentricity2 * bounded * bounded;
    }
}
