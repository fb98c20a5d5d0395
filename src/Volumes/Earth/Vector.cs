namespace Parley.Volumes.Earth;

/// <summary>A place of the sphere as a unit vector, or the sum or difference of such: x to longitude 0, y to 90 east, z to the north pole.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    /// <summary>Radians in one unit of a <see cref="Position"/>.</summary>
    public const double RadiansInUnit = Math.PI / (180.0 * Bounds.UnitsInDegree);

    public double Length => Math.Sqrt(Dot(this));

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator *(Vector a, double by) => new(a.X * by, a.Y * by, a.Z * by);

    public static Vector Of(Position at) => OfUnits(at.LatitudeUnits, at.LongitudeUnits);

    /// <summary>From ten millionths of a degree; longitudes may go on beyond a turn.</summary>
    public static Vector OfUnits(double latitude, double longitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * RadiansInUnit);
        var (east, zero) = Math.SinCos(longitude * RadiansInUnit);
        return new Vector(cosine * zero, cosine * east, sine);
    }

    public double Dot(Vector other) => X * other.X + Y * other.Y + Z * other.Z;

    public Vector Cross(Vector other) => new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>The same direction with the length 1; for vectors that are not nothing.</summary>
    public Vector Unit() => this * (1 / Length);

    /// <summary>Radians between two places, 0 to pi, exact for near ones and for opposite ones.</summary>
    public double AngleTo(Vector other) => Math.Atan2(Cross(other).Length, Dot(other));

    /// <summary>The nearest position. Only for vectors that are not nothing.</summary>
    public Position ToPosition() => Position.FromDegrees(
        Math.Atan2(Z, Math.Sqrt(X * X + Y * Y)) * (180 / Math.PI), Math.Atan2(Y, X) * (180 / Math.PI)) ?? throw new InvalidOperationException("no direction");

    /// <summary>The place so many radians from here, in a direction clockwise from north; at a pole, clockwise or against it from the meridian of 0 as there is no north.</summary>
    public Vector Towards(double azimuth, double radians)
    {
        var (north, east) = Compass();
        var (sine, cosine) = Math.SinCos(radians);
        return (this * cosine + (north * Math.Cos(azimuth) + east * Math.Sin(azimuth)) * sine).Unit();
    }

    /// <summary>Radians clockwise from north to the other place; 0 where there is no direction.</summary>
    public double AzimuthTo(Vector other)
    {
        var (north, east) = Compass();
        return Math.Atan2(east.Dot(other), north.Dot(other));
    }

    private (Vector North, Vector East) Compass()
    {
        var level = Math.Sqrt(X * X + Y * Y);
        var east = level == 0 ? new Vector(0, 1, 0) : new Vector(-Y / level, X / level, 0);
        return (Cross(east), east);
    }
}
