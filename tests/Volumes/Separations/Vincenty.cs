namespace Parley.Volumes.Tests.Separations;

/// <summary>Geodesics of WGS 84 (Vincenty, Survey Review 176, 1975): good to a millimetre but for nearly opposite ends, which the inverse does not solve. An oracle that has
/// nothing in common
/// with the sphere. Radians and metres.</summary>
internal static class Vincenty
{
    private const double A = 6_378_137, F = 1 / 298.257223563, B = A * (1 - F);

    /// <summary>Metres between two places and the direction at the first; null when it does not converge.</summary>
    public static (double Metres, double Azimuth)? Inverse(Position from, Position to)
    {
        var (u1, u2, l) = (Reduced(from), Reduced(to), Radians(to.Longitude - from.Longitude));
        var (s1, c1) = Math.SinCos(u1);
        var (s2, c2) = Math.SinCos(u2);
        var lambda = l;
        for (var i = 0; i < 200; i++)
        {
            var (sine, cosine) = Math.SinCos(lambda);
            var sinSigma = Math.Sqrt(c2 * sine * (c2 * sine) + (c1 * s2 - s1 * c2 * cosine) * (c1 * s2 - s1 * c2 * cosine));
            if (sinSigma == 0)
                return (0, 0);
            var cosSigma = s1 * s2 + c1 * c2 * cosine;
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = c1 * c2 * sine / sinSigma;
            var cos2Alpha = 1 - sinAlpha * sinAlpha;
            var middle = cos2Alpha < 1e-15 ? 0 : cosSigma - 2 * s1 * s2 / cos2Alpha;
            var c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            var last = lambda;
            lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)));
            if (Math.Abs(lambda) > Math.PI + 1e-9 && Math.Abs(l) <= Math.PI)
                return null;
            if (Math.Abs(lambda - last) < 1e-13)
            {
                var (series, step) = Series(cos2Alpha);
                return (B * series * (sigma - Step(step, sinSigma, cosSigma, middle)), Math.Atan2(c2 * sine, c1 * s2 - s1 * c2 * cosine));
            }
        }

        return null;
    }

    /// <summary>The place at so many metres in a direction.</summary>
    public static Position Direct(Position from, double azimuth, double metres)
    {
        var (sinA, cosA) = Math.SinCos(azimuth);
        var u = Reduced(from);
        var (s, c) = Math.SinCos(u);
        var sigma1 = Math.Atan2(s, c * cosA);
        var sinAlpha = c * sinA;
        var cos2Alpha = 1 - sinAlpha * sinAlpha;
        var (series, step) = Series(cos2Alpha);
        var (sigma, sinSigma, cosSigma, middle) = (metres / (B * series), 0.0, 0.0, 0.0);
        for (var i = 0; i < 50; i++)
        {
            middle = Math.Cos(2 * sigma1 + sigma);
            (sinSigma, cosSigma) = Math.SinCos(sigma);
            sigma = metres / (B * series) + Step(step, sinSigma, cosSigma, middle);
        }

        var across = s * sinSigma - c * cosSigma * cosA;
        var latitude = Math.Atan2(s * cosSigma + c * sinSigma * cosA, (1 - F) * Math.Sqrt(sinAlpha * sinAlpha + across * across));
        var lambda = Math.Atan2(sinSigma * sinA, c * cosSigma - s * sinSigma * cosA);
        var k = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
        var l = lambda - (1 - k) * F * sinAlpha * (sigma + k * sinSigma * (middle + k * cosSigma * (2 * middle * middle - 1)));
        return Position.FromDegrees(Math.Clamp(latitude * 180 / Math.PI, -90, 90), Math.IEEERemainder(from.Longitude + l * 180 / Math.PI, 360))!.Value;
    }

    private static (double Series, double Step) Series(double cos2Alpha)
    {
        var u2 = cos2Alpha * (A * A - B * B) / (B * B);
        return (1 + u2 / 16384 * (4096 + u2 * (u2 * (320 - 175 * u2) - 768)), u2 / 1024 * (256 + u2 * (u2 * (74 - 47 * u2) - 128)));
    }

    private static double Step(double b, double sine, double cosine, double middle) => b * sine * (middle + b / 4 * (cosine * (2 * middle * middle - 1) -
        b / 6 * middle * (4 * sine * sine - 3) * (4 * middle * middle - 3)));

    private static double Reduced(Position at) => Math.Abs(at.Latitude) == 90 ? Radians(at.Latitude) : Math.Atan((1 - F) * Math.Tan(Radians(at.Latitude)));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
