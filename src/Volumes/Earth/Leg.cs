namespace Parley.Volumes.Earth;

/// <summary>A way between two vertices. X is the longitude, unrolled: it goes on beyond 180 degrees, and less than half a turn from end to end. Y is the latitude. Both in
/// units of a <see cref="Position"/>, whole numbers, so that differences are exact. A leg whose ends both lie at a pole only turns there.</summary>
internal readonly record struct Leg(Edge Edges, double X1, double Y1, double X2, double Y2)
{
    public const double Pole = 90.0 * Bounds.UnitsInDegree;
    public const double Turn = 360.0 * Bounds.UnitsInDegree;

    /// <summary>What stands for the infinity to which a Mercator chart sends a pole, radians: beyond the 21 of the last latitude before it.</summary>
    private const double Infinity = 40;

    public bool OnlyTurns => Math.Abs(Y1) == Pole && Y1 == Y2;

    public bool IsMeridian => X1 == X2;

    /// <summary>Northward on a Mercator chart, radians.</summary>
    public static double Mercator(double latitude) =>
        Math.Abs(latitude) >= Pole ? Math.CopySign(Infinity, latitude) : Math.Asinh(Math.Tan(latitude * Vector.RadiansInUnit));

    /// <summary>The place at a part of the way, 0 to 1.</summary>
    public Vector At(double part)
    {
        if (Edges == Edge.Geodesic && !IsMeridian)
            return Arc.At(Vector.OfUnits(Y1, X1), Vector.OfUnits(Y2, X2), part);
        var y = Y1 + (Y2 - Y1) * part;
        if (Edges != Edge.Rhumb || IsMeridian)
            return Vector.OfUnits(y, X1 + (X2 - X1) * part);

        // Along one heading the latitude grows evenly, and the longitude as on the chart. Within a few metres of a parallel the chart is even.
        var (from, to) = (Mercator(Y1), Mercator(Y2));
        var across = Math.Abs(to - from) < 1e-6 ? part : (Mercator(y) - from) / (to - from);
        return Vector.OfUnits(y, X1 + (X2 - X1) * across);
    }

    /// <summary>Latitude, in units, where the leg is at that longitude, which lies between its ends; not for meridians.</summary>
    public double LatitudeAt(double x)
    {
        var part = (x - X1) / (X2 - X1);
        if (Edges == Edge.Straight || Y1 == Y2 && (Edges == Edge.Rhumb || OnlyTurns))
            return Y1 + (Y2 - Y1) * part;
        if (Edges == Edge.Rhumb)
            return Math.Atan(Math.Sinh(Mercator(Y1) * (1 - part) + Mercator(Y2) * part)) / Vector.RadiansInUnit;
        var tangent = (Math.Tan(Y1 * Vector.RadiansInUnit) * Math.Sin((X2 - x) * Vector.RadiansInUnit) +
            Math.Tan(Y2 * Vector.RadiansInUnit) * Math.Sin((x - X1) * Vector.RadiansInUnit)) / Math.Sin((X2 - X1) * Vector.RadiansInUnit);
        return Math.Atan(tangent) / Vector.RadiansInUnit;
    }

    /// <summary>The area between the leg and the equator on the unit sphere, positive when an eastward leg is north of it: the integral of the sine of the latitude over the
    /// longitude.</summary>
    public double AreaToEquator()
    {
        var turned = (X2 - X1) * Vector.RadiansInUnit;
        if (IsMeridian || OnlyTurns)
            return turned * Math.Sign(Y1);
        var (first, last) = (Y1 * Vector.RadiansInUnit, Y2 * Vector.RadiansInUnit);
        if (Edges == Edge.Geodesic)
        {
            var (a, b) = (Math.Tan(first / 2), Math.Tan(last / 2));
            return 2 * Math.Atan(Math.Tan(turned / 2) * (a + b) / (1 + a * b));
        }

        if (Edges == Edge.Straight)
        {
            var half = (last - first) / 2;
            return turned * Math.Sin((first + last) / 2) * (half == 0 ? 1 : Math.Sin(half) / half);
        }

        var (from, to) = (Mercator(Y1), Mercator(Y2));
        return turned * (Math.Abs(to - from) < 1e-5 ? Math.Tanh((from + to) / 2) : Math.Log(Math.Cos(first) / Math.Cos(last)) / (to - from));
    }
}
