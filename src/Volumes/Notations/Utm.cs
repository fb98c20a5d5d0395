namespace Parley.Volumes.Notations;

/// <summary>Universal Transverse Mercator on WGS 84: Kruger's series to the fourth power of the third flattening (Karney 2011, equations 35 and 36), good to a
/// micrometre in a zone.</summary>
internal static class Utm
{
    private const double Scale = 0.9996;
    private const double FalseEasting = 500_000;
    private const double FalseNorthing = 10_000_000;
    private const double N = Ellipsoid.N;
    private const double Rectifying = Ellipsoid.A / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

    private static readonly double[] Alpha =
    [
        N / 2 - 2.0 / 3 * N * N + 5.0 / 16 * N * N * N + 41.0 / 180 * N * N * N * N,
        13.0 / 48 * N * N - 3.0 / 5 * N * N * N + 557.0 / 1440 * N * N * N * N,
        61.0 / 240 * N * N * N - 103.0 / 140 * N * N * N * N,
        49561.0 / 161280 * N * N * N * N,
    ];

    private static readonly double[] Beta =
    [
        N / 2 - 2.0 / 3 * N * N + 37.0 / 96 * N * N * N - 1.0 / 360 * N * N * N * N,
        1.0 / 48 * N * N + 1.0 / 15 * N * N * N - 437.0 / 1440 * N * N * N * N,
        17.0 / 480 * N * N * N - 37.0 / 840 * N * N * N * N,
        4397.0 / 161280 * N * N * N * N,
    ];

    /// <summary>1 to 60, with the wider zones of Norway and Svalbard.</summary>
    public static int Zone(double latitude, double longitude)
    {
        var zone = (int)Math.Floor((longitude + 180) / 6) % 60 + 1;
        if (latitude is >= 56 and < 64 && longitude is >= 3 and < 12)
            return 32;
        if (latitude >= 72 && longitude is >= 0 and < 42)
            return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;
        return zone;
    }

    /// <summary>Metres east and north in the zone.</summary>
    public static (double East, double North) Forward(double latitude, double longitude, int zone)
    {
        var tangent = Ellipsoid.Conformal(Math.Tan(latitude * (Math.PI / 180)));
        var (sine, cosine) = Math.SinCos((longitude - Meridian(zone)) * (Math.PI / 180));
        var (north, east) = (Math.Atan2(tangent, cosine), Math.Asinh(sine / Math.Sqrt(tangent * tangent + cosine * cosine)));
        var (x, y) = (east, north);
        for (var j = 1; j <= Alpha.Length; j++)
        {
            y += Alpha[j - 1] * Math.Sin(2 * j * north) * Math.Cosh(2 * j * east);
            x += Alpha[j - 1] * Math.Cos(2 * j * north) * Math.Sinh(2 * j * east);
        }

        return (FalseEasting + Scale * Rectifying * x, (latitude < 0 ? FalseNorthing : 0) + Scale * Rectifying * y);
    }

    /// <summary>Degrees.</summary>
    public static (double Latitude, double Longitude) Inverse(double east, double north, int zone, bool south)
    {
        var x = (east - FalseEasting) / (Scale * Rectifying);
        var y = (north - (south ? FalseNorthing : 0)) / (Scale * Rectifying);
        var (eta, xi) = (x, y);
        for (var j = 1; j <= Beta.Length; j++)
        {
            xi -= Beta[j - 1] * Math.Sin(2 * j * y) * Math.Cosh(2 * j * x);
            eta -= Beta[j - 1] * Math.Cos(2 * j * y) * Math.Sinh(2 * j * x);
        }

        var (sinh, cosine) = (Math.Sinh(eta), Math.Cos(xi));
        var tangent = Ellipsoid.Geographic(Math.Sin(xi) / Math.Sqrt(sinh * sinh + cosine * cosine));
        return (Math.Atan(tangent) * (180 / Math.PI), Meridian(zone) + Math.Atan2(sinh, cosine) * (180 / Math.PI));
    }

    private static double Meridian(int zone) => zone * 6 - 183;
}
