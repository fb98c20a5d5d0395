namespace Parley.Volumes.Discrepancies;

/// <summary>What lies between two limits of altitude.</summary>
/// <param name="Same">Whether they are the same word for word.</param>
/// <param name="Metres">By how much the second is above the first, negative when it is below; null when nobody can tell without terrain, weather or geoid, or when one is
/// no limit.</param>
public sealed record LimitDiscrepancy(bool Same, double? Metres)
{
    /// <summary>What lies between two limits.</summary>
    public static LimitDiscrepancy Between(Altitude one, Altitude other) =>
        one == other ? new LimitDiscrepancy(true, 0)
        : Datum(one) is { } datum && datum == Datum(other) ? new LimitDiscrepancy(false, Height(other) - Height(one))
        : new LimitDiscrepancy(false, null);

    /// <summary>Whether a person must look: more than so many metres apart, or doubtful and not the same.</summary>
    public bool Beyond(double metres) => !Same && (Metres is not { } apart || Math.Abs(apart) > metres);

    // The surface is no height above ground; of depths it is the top only where there is water, so it is not compared with them.
    private static AltitudeReference? Datum(Altitude altitude) => altitude.Reference switch
    {
        AltitudeReference.Surface => AltitudeReference.AboveGround,
        AltitudeReference.Unlimited => null,
        var reference => reference,
    };

    private static double Height(Altitude altitude) => altitude.Reference == AltitudeReference.Depth ? -altitude.Metres : altitude.Metres;
}

/// <summary>What lies between two bands of altitude.</summary>
public sealed record BandDiscrepancy(LimitDiscrepancy Lower, LimitDiscrepancy Upper)
{
    public static BandDiscrepancy Between(AltitudeBand one, AltitudeBand other) =>
        new(LimitDiscrepancy.Between(one.Lower, other.Lower), LimitDiscrepancy.Between(one.Upper, other.Upper));

    public bool Beyond(double metres) => Lower.Beyond(metres) || Upper.Beyond(metres);
}
