namespace Parley.Volumes.Earth;

/// <summary>What is inside a ring that does not cross itself: the smaller side of the earth. A ring of straight edges or rhumb lines that goes once round a pole
/// holds that pole or the other one, by the same rule.</summary>
internal sealed class Ring
{
    private readonly Leg[] _legs;

    /// <summary>Whether the place just north of everything, at the north pole, is inside.</summary>
    private readonly bool _northInside;

    public Ring(IReadOnlyList<Leg> legs)
    {
        _legs = [.. legs];
        var turns = (int)Math.Round((legs[^1].X2 - legs[0].X1) / Leg.Turn);
        var left = -legs.Sum(l => l.AreaToEquator());

        // Turning eastward round a pole has the north on the left. Without turning round, going against the clock has both poles on the right.
        var northIsLeft = turns > 0 || turns == 0 && left < 0;
        left += 2 * Math.PI * Math.Abs(turns);
        LeftArea = left < 0 ? left + 4 * Math.PI : left;
        InsideIsLeft = LeftArea <= 2 * Math.PI;
        _northInside = northIsLeft == InsideIsLeft;
    }

    /// <summary>Of the unit sphere, left of the ring as it was written, 0 to 4 pi.</summary>
    public double LeftArea { get; }

    public bool InsideIsLeft { get; }

    /// <summary>Whether a place is inside, by how often the way along its meridian to the north pole meets the ring. Of places on the ring itself some are and some
    /// are not.</summary>
    public bool Contains(Position at) => Contains(at.LatitudeUnits, at.LongitudeUnits);

    /// <inheritdoc cref="Contains(Position)"/>
    public bool Contains(Vector at) => Contains(
        Math.Atan2(at.Z, Math.Sqrt(at.X * at.X + at.Y * at.Y)) / Vector.RadiansInUnit, Math.Atan2(at.Y, at.X) / Vector.RadiansInUnit);

    private bool Contains(double latitude, double longitude)
    {
        var inside = _northInside;
        foreach (var leg in _legs)
        {
            var (west, east) = (Math.Min(leg.X1, leg.X2), Math.Max(leg.X1, leg.X2));
            var x = longitude + Math.Ceiling((west - longitude) / Leg.Turn) * Leg.Turn;

            // A leg has its western end and not its eastern one, so that a vertex counts once.
            if (x < east && leg.LatitudeAt(x) > latitude)
                inside = !inside;
        }

        return inside;
    }
}
