namespace Parley.Volumes.Notations;

/// <summary>WGS 84, for grids alone: what is measured is measured on a sphere.</summary>
internal static class Ellipsoid
{
    /// <summary>Equatorial radius, metres.</summary>
    public const double A = 6_378_137;

    public const double Flattening = 1 / 298.257_223_563;

    /// <summary>Third flattening.</summary>
    public const double N = Flattening / (2 - Flattening);

    public static readonly double Eccentricity = Math.Sqrt(Flattening * (2 - Flattening));

    /// <summary>Tangent of the conformal latitude from that of the latitude (Karney, Transverse Mercator with an accuracy of a few nanometers, 2011, equation 7).</summary>
    public static double Conformal(double tangent)
    {
        var secant = Math.Sqrt(1 + tangent * tangent);
        var sigma = Math.Sinh(Eccentricity * Math.Atanh(Eccentricity * tangent / secant));
        return tangent * Math.Sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /// <summary>The other way, by Newton's steps (equations 19 to 21 there); three suffice anywhere.</summary>
    public static double Geographic(double conformal)
    {
        var tangent = conformal / (1 - Eccentricity * Eccentricity);
        for (var i = 0; i < 5; i++)
        {
            var now = Conformal(tangent);
            var e2 = 1 - Eccentricity * Eccentricity;
            tangent += (conformal - now) / Math.Sqrt(1 + now * now) * (1 + e2 * tangent * tangent) / (e2 * Math.Sqrt(1 + tangent * tangent));
        }

        return tangent;
    }
}
