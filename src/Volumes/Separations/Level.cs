namespace Parley.Volumes.Separations;

/// <summary>What a height is counted from.</summary>
internal enum Datum
{
    /// <summary>The ground, or the sea where there is sea.</summary>
    Ground = 1,

    /// <summary>Mean sea level.</summary>
    SeaLevel = 2,

    /// <summary>The level of standard pressure.</summary>
    Pressure = 3,
    Ellipsoid = 4,

    /// <summary>The sea as it is, tide and all.</summary>
    SeaSurface = 5,

    /// <summary>No limit.</summary>
    Sky = 6,
}

/// <summary>A height, ready to be compared: heights of one datum exactly, others by what lies between the datums in the worst case (each bound with its source in <see
/// cref="Bounds"/>). Levels of pressure are compared among themselves in metres of the standard atmosphere, as aircraft keep them.</summary>
/// <param name="Units">Tenths of a millimetre upward, so that feet are whole numbers too.</param>
internal readonly record struct Level(Datum Datum, long Units)
{
    public const int UnitsInMetre = 10_000;
    private const int UnitsInFoot = 3_048;

    public static Level Of(Altitude altitude)
    {
        var units = altitude.Value * (altitude.Unit switch
        {
            AltitudeUnit.Metre => UnitsInMetre,
            AltitudeUnit.Foot => UnitsInFoot,
            _ => 100L * UnitsInFoot,
        });
        return altitude.Reference switch
        {
            AltitudeReference.Surface or AltitudeReference.AboveGround => new Level(Datum.Ground, units),
            AltitudeReference.AboveSea => new Level(Datum.SeaLevel, units),
            AltitudeReference.FlightLevel => new Level(Datum.Pressure, units),
            AltitudeReference.AboveEllipsoid => new Level(Datum.Ellipsoid, units),
            AltitudeReference.Depth => new Level(Datum.SeaSurface, -units),
            _ => new Level(Datum.Sky, 0),
        };
    }

    /// <summary>Metres by which the ground may differ between two places so many metres apart.</summary>
    public static double Relief(int metres) =>
        metres == 0 ? 0 : Math.Min((double)Bounds.Cliff + (double)Bounds.SteepestGround * metres, Bounds.HighestGround - Bounds.LowestGround);

    /// <summary>Metres above mean sea level, in the worst case of the datum.</summary>
    public (double Least, double Most) AboveSea()
    {
        var metres = (double)Units / UnitsInMetre;
        return Datum switch
        {
            Datum.Ground => (metres + Bounds.LowestGround, metres + Bounds.HighestGround),
            Datum.SeaLevel => (metres, metres),
            Datum.Pressure => OfPressure(metres),
            Datum.Ellipsoid => (metres - Bounds.HighestGeoid, metres - Bounds.LowestGeoid),
            Datum.SeaSurface => (metres - Bounds.SeaSurface, metres + Bounds.SeaSurface),
            _ => (double.PositiveInfinity, double.PositiveInfinity),
        };
    }

    /// <summary>Metres by which this is above the other, in the worst case; the two are over places between which the ground may differ by so many metres.</summary>
    public (double Least, double Most) Above(Level other, double relief)
    {
        if (Datum == Datum.Sky || other.Datum == Datum.Sky)
            return Datum == other.Datum ? (0, 0) : Datum == Datum.Sky ? (double.PositiveInfinity, double.PositiveInfinity) : (double.NegativeInfinity, double.NegativeInfinity);
        var metres = (double)(Units - other.Units) / UnitsInMetre;
        if (Datum == other.Datum)
            return Datum == Datum.Ground ? (metres - relief, metres + relief) : (metres, metres);

        // Where there is sea, the ground is the sea's surface; beside it the ground may be lower, and any height.
        var below = relief == 0 ? 0 : Bounds.GroundBelowSea;
        if (Datum == Datum.Ground && other.Datum == Datum.SeaSurface)
            return (metres - below, metres + relief);
        if (Datum == Datum.SeaSurface && other.Datum == Datum.Ground)
            return (metres - relief, metres + below);
        var (own, others) = (AboveSea(), other.AboveSea());
        return (own.Least - others.Most, own.Most - others.Least);
    }

    /// <summary>The air from sea level up to the level has the standard thickness between the two pressures, times how warm it is.</summary>
    private static (double Least, double Most) OfPressure(double metres)
    {
        var (least, most) = (Math.Min(metres, Bounds.TopOfAtmosphere) - Bounds.LowPressure, metres + Bounds.HighPressure);
        return (least * (least > 0 ? Bounds.ColdestAir : Bounds.HottestAir) / 100,
            metres > Bounds.TopOfAtmosphere ? double.PositiveInfinity : most * (most > 0 ? Bounds.HottestAir : Bounds.ColdestAir) / 100);
    }
}

/// <summary>From one height to another, ready to be compared. Its author says that there is something between them, so no band is empty.</summary>
internal readonly record struct HeightBand(Level Low, Level High)
{
    public static HeightBand Of(AltitudeBand band) => new(Level.Of(band.Lower), Level.Of(band.Upper));

    /// <summary>Metres between two bands, 0 where they touch or overlap.</summary>
    /// <param name="relief">Metres by which the ground may differ between the two places; 0 at one and the same place.</param>
    public static Gap Between(in HeightBand one, in HeightBand other, double relief)
    {
        var (over, under) = (Over(one, other, relief), Over(other, one, relief));
        var most = Math.Max(0, Math.Max(over.Most, under.Most));
        return new Gap(Math.Max(0, Math.Max(over.Least, under.Least)), double.IsInfinity(most) ? null : most);
    }

    /// <summary>Metres by which one band begins above the end of the other. No band is empty: so it is no more than what lies between the lower limits, nor between the
    /// upper ones.</summary>
    private static (double Least, double Most) Over(in HeightBand one, in HeightBand other, double relief)
    {
        var (least, most) = one.Low.Above(other.High, relief);
        return (least, Math.Min(most, Math.Min(one.Low.Above(other.Low, relief).Most, one.High.Above(other.High, relief).Most)));
    }
}
