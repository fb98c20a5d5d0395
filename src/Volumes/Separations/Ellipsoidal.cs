using Parley.Volumes.Earth;
using Parley.Volumes.Notations;

namespace Parley.Volumes.Separations;

/// <summary>How far what is measured on the sphere may be off on the ellipsoid (WGS 84), never too little. Angles in radians. Derived in docs/decisions/0033-how-close-two-volumes-are.md
/// and held against GeographicLib by tests.</summary>
internal static class Ellipsoidal
{
    /// <summary>No distance on the ellipsoid is less than so many times that on the sphere: a(1 - e2) = 6,335,439 m, the least radius of curvature, over <see cref="Globe.Radius"/> is 0.99442.</summary>
    public const double Least = 1 - Globe.RelativeError;

    /// <summary>No distance on the ellipsoid is more: a/sqrt(1 - e2) = 6,399,594 m, the greatest radius, over <see cref="Globe.Radius"/> is 1.00449.</summary>
    public const double Most = 1.0045;

    /// <summary>What rounding adds to an angle: 1.3 micrometres, a hundred times that of a coordinate of a unit vector.</summary>
    public const double Rounding = 2e-13;

    /// <summary>By how much of its distance from a centre a place may be off that is given by direction and distance: 0.5613 % at the worst, from the equator to north and south.</summary>
    public const double OfDirection = 0.0057;

    /// <summary>What first-order terms leave out.</summary>
    private const double Margin = 1.05;

    /// <summary>By how much a great circle may leave the geodesic between the same ends. It is bent against it by up to f/R, and what is bent so leaves a way of the length s by
    /// f (sec(s/2) - 1), which for short ones is f s^2/8: 0.7 m in 100 km.</summary>
    public static double OfGreatCircle(double angle) =>
        angle > Math.PI - 1e-3 ? Math.PI : Math.Min(Math.PI, Margin * Ellipsoid.Flattening * (1 / Math.Cos(angle / 2) - 1));

    /// <summary>By how much a rhumb line of the sphere may leave that of the ellipsoid between the same ends, by its length: 0.77 f s^2/8 for short ones, up to 0.94 f s^2/8 for the longest.</summary>
    public static double OfRhumb(double length) => Margin * Ellipsoid.Flattening * length * length / 8;

    /// <summary>The greatest angle on the sphere of a distance on the ellipsoid.</summary>
    public static double Angle(double metres) => metres / (Least * Globe.Radius);
}
