namespace Parley.Volumes.Notations;

/// <summary>Universal Polar Stereographic on WGS 84.</summary>
internal static class Ups
{
    private const double FalseOrigin = 2_000_000;

    /// <summary>Metres from the pole by the tangent of half the conformal distance from it, with the scale of 0.994 at the pole.</summary>
    private static readonly double Reach = 2 * Ellipsoid.A * 0.994 /
        Math.Sqrt(Math.Pow(1 + Ellipsoid.Eccentricity, 1 + Ellipsoid.Eccentricity) * Math.Pow(1 - Ellipsoid.Eccentricity, 1 - Ellipsoid.Eccentricity));

    /// <summary>Metres east and north.</summary>
    public static (double East, double North) Forward(double latitude, double longitude)
    {
        var tangent = Ellipsoid.Conformal(Math.Tan(Math.Abs(latitude) * (Math.PI / 180)));
        var from = Math.Abs(latitude) >= 90 ? 0 : Reach / (tangent + Math.Sqrt(1 + tangent * tangent));
        var (sine, cosine) = Math.SinCos(longitude * (Math.PI / 180));
        return (FalseOrigin + from * sine, FalseOrigin - Math.Sign(latitude) * from * cosine);
    }

    /// <summary>Degrees.</summary>
    public static (double Latitude, double Longitude) Inverse(double east, double north, bool south)
    {
        var (x, y) = (east - FalseOrigin, (north - FalseOrigin) * (south ? 1 : -1));
        var from = Math.Sqrt(x * x + y * y) / Reach;
        var latitude = from == 0 ? 90 : Math.Atan(Ellipsoid.Geographic((1 / from - from) / 2)) * (180 / Math.PI);
        return (south ? -latitude : latitude, Math.Atan2(x, y) * (180 / Math.PI));
    }
}
