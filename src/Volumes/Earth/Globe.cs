namespace Parley.Volumes.Earth;

/// <summary>The earth as a sphere of the mean radius R1 of WGS 84 (2a + b) / 3. Latitudes of the ellipsoid are taken as those of the sphere, so a distance is wrong by
/// at most <see cref="RelativeError"/>: see docs/decisions/0026-shapes-on-a-sphere.md.</summary>
public static class Globe
{
    /// <summary>Metres.</summary>
    public const double Radius = 6_371_008.8;

    /// <summary>By how much of itself a distance may differ from that on the ellipsoid: 0.56 %, north and south along the equator.</summary>
    public const double RelativeError = 0.0056;

    /// <summary>Metres along the ground, 0 to 20,015,115.</summary>
    public static double Distance(Position from, Position to) => Vector.Of(from).AngleTo(Vector.Of(to)) * Radius;

    /// <summary>Degrees clockwise from true north in which the shortest way to the other place begins, 0 up to 360; null when the places are the same or opposite.
    /// At the north pole they are counted from the meridian of 180 degrees, at the south pole from that of 0.</summary>
    public static double? Azimuth(Position from, Position to)
    {
        var (a, b) = (Vector.Of(from), Vector.Of(to));
        if (from == to || Opposite.Are(from, to))
            return null;
        var degrees = a.AzimuthTo(b) * (180 / Math.PI);
        return degrees < 0 ? Math.Min(degrees + 360, Math.BitDecrement(360.0)) : degrees;
    }

    /// <summary>The place at so many metres in that direction, degrees clockwise from true north; rounded to the nearest unit.</summary>
    public static Position Destination(Position from, double azimuth, double metres) =>
        Vector.Of(from).Towards(azimuth * (Math.PI / 180), metres / Radius).ToPosition();

    /// <summary>Metres from a place to the nearest one of a leg; null when the leg has no one way (see <see cref="ShapeFault.OppositeEnds"/>).</summary>
    public static double? DistanceToLeg(Position at, Position from, Position to, Edge edges) =>
        Opposite.In([from, to], edges, closed: false) ? null
        : from == to ? Distance(at, from)
        : Arc.Distance(Vector.Of(at), Densified.Way([from, to], edges, closed: false, Bounds.OutlinePoints)) * Radius;
}
