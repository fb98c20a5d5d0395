using System.Globalization;

namespace Parley.Volumes;

/// <summary>A place on the earth, WGS 84 (EPSG:4326), in ten millionths of a degree; two positions are the same when their units are. At a pole every longitude
/// is the same place, and so is 180 degrees west as east: both are kept as 0 and as 180 east.</summary>
public readonly record struct Position
{
    private const int Pole = 90 * Bounds.UnitsInDegree;
    private const int HalfTurn = 180 * Bounds.UnitsInDegree;

    private Position(int latitude, int longitude) => (LatitudeUnits, LongitudeUnits) = (latitude, longitude);

    /// <summary>Ten millionths of a degree, north positive, -900,000,000 to 900,000,000.</summary>
    public int LatitudeUnits { get; }

    /// <summary>Ten millionths of a degree, east positive, above -1,800,000,000 up to 1,800,000,000.</summary>
    public int LongitudeUnits { get; }

    /// <summary>Degrees, north positive.</summary>
    public double Latitude => LatitudeUnits / (double)Bounds.UnitsInDegree;

    /// <summary>Degrees, east positive.</summary>
    public double Longitude => LongitudeUnits / (double)Bounds.UnitsInDegree;

    /// <summary>Null when a number is beyond 90 or 180 degrees.</summary>
    public static Position? FromUnits(long latitude, long longitude)
    {
        if (Math.Abs(latitude) > Pole || Math.Abs(longitude) > HalfTurn)
            return null;
        return new Position((int)latitude, Math.Abs(latitude) == Pole ? 0 : longitude == -HalfTurn ? HalfTurn : (int)longitude);
    }

    /// <summary>Rounded to the nearest unit; null when a number is beyond 90 or 180 degrees, or none at all.</summary>
    public static Position? FromDegrees(double latitude, double longitude) =>
        Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? FromUnits((long)Math.Round(latitude * Bounds.UnitsInDegree), (long)Math.Round(longitude * Bounds.UnitsInDegree))
            : null;

    /// <summary>Degrees with seven decimals, latitude first: <c>69.3000000 16.0000000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.0000000} {Longitude:0.0000000}");
}
