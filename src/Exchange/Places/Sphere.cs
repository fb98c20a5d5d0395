using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>Ways on the earth, as far as drawing an arc needs them.</summary>
internal static class Sphere
{
    private const double Equatorial = 6_378_137;
    private const double Flattening = 1 / 298.257223563;

    /// <summary>Direction at the first place towards the other, radians clockwise from north; on the sphere, which is a fifth of a degree from the truth at most.</summary>
    public static double Bearing(Position from, Position to)
    {
        var (a, b, d) = (Radians(from.Latitude), Radians(to.Latitude), Radians(to.Longitude - from.Longitude));
        return Math.Atan2(Math.Sin(d) * Math.Cos(b), Math.Cos(a) * Math.Sin(b) - Math.Sin(a) * Math.Cos(b) * Math.Cos(d));
    }

    /// <summary>Metres between two places that are near each other: on the sphere that lies closest to the ellipsoid at the first one.</summary>
    public static double Distance(Position from, Position to)
    {
        var (a, b, d) = (Radians(from.Latitude), Radians(to.Latitude), Radians(to.Longitude - from.Longitude));
        var h = Math.Pow(Math.Sin((b - a) / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(d / 2), 2);
        return 2 * 6_371_009 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The place at that distance in that direction, on the ellipsoid WGS 84 (Vincenty's direct solution, 1975).</summary>
    public static Position? Reach(Position from, double bearing, double metres)
    {
        var polar = Equatorial * (1 - Flattening);
        var (sinB, cosB) = Math.SinCos(bearing);
        var tanU = (1 - Flattening) * Math.Tan(Radians(from.Latitude));
        var cosU = 1 / Math.Sqrt(1 + tanU * tanU);
        var sinU = tanU * cosU;
        var start = Math.Atan2(tanU, cosB);
        var sinA = cosU * sinB;
        var cosSqA = 1 - sinA * sinA;
        var u2 = cosSqA * (Equatorial * Equatorial - polar * polar) / (polar * polar);
        var a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
        var b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
        var sigma = metres / (polar * a);
        var mid = 0d;
        for (var i = 0; i < 20; i++)
        {
            mid = Math.Cos(2 * start + sigma);
            var (s, c) = Math.SinCos(sigma);
            var delta = b * s * (mid + b / 4 * (c * (-1 + 2 * mid * mid) - b / 6 * mid * (-3 + 4 * s * s) * (-3 + 4 * mid * mid)));
            sigma = metres / (polar * a) + delta;
        }

        var (sinS, cosS) = Math.SinCos(sigma);
        var t = sinU * sinS - cosU * cosS * cosB;
        var latitude = Math.Atan2(sinU * cosS + cosU * sinS * cosB, (1 - Flattening) * Math.Sqrt(sinA * sinA + t * t));
        var lambda = Math.Atan2(sinS * sinB, cosU * cosS - sinU * sinS * cosB);
        var k = Flattening / 16 * cosSqA * (4 + Flattening * (4 - 3 * cosSqA));
        var l = lambda - (1 - k) * Flattening * sinA * (sigma + k * sinS * (mid + k * cosS * (-1 + 2 * mid * mid)));
        var longitude = from.Longitude + Degrees(l);
        return Position.FromDegrees(Degrees(latitude), longitude > 180 ? longitude - 360 : longitude <= -180 ? longitude + 360 : longitude);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Degrees(double radians) => radians * 180 / Math.PI;
}
