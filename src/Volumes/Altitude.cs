namespace Parley.Volumes;

/// <summary>From where an altitude is measured. It is kept as it was said: no station turns one into another to store it.</summary>
public enum AltitudeReference
{
    /// <summary>The ground or the sea; no value.</summary>
    Surface = 1,

    /// <summary>Above ground level.</summary>
    AboveGround = 2,

    /// <summary>Above mean sea level.</summary>
    AboveSea = 3,

    /// <summary>A flight level: hundreds of feet of pressure altitude at 1013.25 hPa.</summary>
    FlightLevel = 4,

    /// <summary>Above the WGS 84 ellipsoid.</summary>
    AboveEllipsoid = 5,

    /// <summary>Below the sea's surface.</summary>
    Depth = 6,

    /// <summary>No limit; no value.</summary>
    Unlimited = 7,
}

/// <summary>What an altitude's value counts.</summary>
public enum AltitudeUnit
{
    Metre = 1,
    Foot = 2,

    /// <summary>Of flight levels only.</summary>
    HundredFeet = 3,
}

/// <summary>A height as it was said.</summary>
public sealed record Altitude
{
    private Altitude(AltitudeReference reference, int value, AltitudeUnit unit) => (Reference, Value, Unit) = (reference, value, unit);

    public static Altitude Surface { get; } = new(AltitudeReference.Surface, 0, AltitudeUnit.Metre);

    public static Altitude Unlimited { get; } = new(AltitudeReference.Unlimited, 0, AltitudeUnit.Metre);

    public AltitudeReference Reference { get; }

    /// <summary>In the unit; 0 at the surface and without a limit.</summary>
    public int Value { get; }

    public AltitudeUnit Unit { get; }

    /// <summary>Metres from the reference.</summary>
    public double Metres => Unit switch
    {
        AltitudeUnit.Metre => Value,
        AltitudeUnit.Foot => Value * MetresInFoot,
        _ => Value * 100 * MetresInFoot,
    };

    /// <summary>International foot, exactly.</summary>
    public const double MetresInFoot = 0.3048;

    /// <summary>The altitude, or what is wrong. Flight levels count hundreds of feet and nothing else does; depths, heights above ground and flight levels are not
    /// negative.</summary>
    public static Made<Altitude> Make(AltitudeReference reference, int value, AltitudeUnit unit)
    {
        if (reference is AltitudeReference.Surface or AltitudeReference.Unlimited)
            return value == 0 ? reference == AltitudeReference.Surface ? Surface : Unlimited : ShapeFault.Altitude;
        var mayBeNegative = reference is AltitudeReference.AboveSea or AltitudeReference.AboveEllipsoid;
        if (!Enum.IsDefined(reference) || !Enum.IsDefined(unit) || value < 0 && !mayBeNegative ||
            (reference == AltitudeReference.FlightLevel) != (unit == AltitudeUnit.HundredFeet))
            return ShapeFault.Altitude;
        var made = new Altitude(reference, value, unit);
        return Math.Abs(made.Metres) > Bounds.Altitude ? ShapeFault.Altitude : made;
    }
}

/// <summary>From one height to another.</summary>
public sealed record AltitudeBand
{
    private AltitudeBand(Altitude lower, Altitude upper) => (Lower, Upper) = (lower, upper);

    /// <summary>From the surface without a limit.</summary>
    public static AltitudeBand Everything { get; } = new(Altitude.Surface, Altitude.Unlimited);

    public Altitude Lower { get; }

    public Altitude Upper { get; }

    /// <summary>The band, or what is wrong. Heights of different references are compared only where no terrain or weather could turn them round: a doubtful band
    /// stands.</summary>
    public static Made<AltitudeBand> Make(Altitude lower, Altitude upper) =>
        lower.Reference == AltitudeReference.Unlimited || Order.SurelyBelow(upper, lower) ? ShapeFault.UpsideDown : new AltitudeBand(lower, upper);

    private static class Order
    {
        /// <summary>Whether one is below the other wherever it is.</summary>
        public static bool SurelyBelow(Altitude one, Altitude other)
        {
            var (a, b) = (one.Reference, other.Reference);
            if (a == b)
                return a == AltitudeReference.Depth ? one.Metres > other.Metres : one.Metres < other.Metres;
            if (a == AltitudeReference.Depth && b is AltitudeReference.Surface or AltitudeReference.AboveGround)
                return one.Value > 0 || other.Value > 0;
            return a == AltitudeReference.Surface && b == AltitudeReference.AboveGround && other.Value > 0;
        }
    }
}
