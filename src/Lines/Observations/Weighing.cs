using Parley.Volumes.Earth;

namespace Parley.Lines.Observations;

/// <summary>How one observation lies to one part of something announced: five factors in thousandths and a weight in hundredths of a bit. Whole numbers, so that the order of
/// candidates does not hang on the last digit of a machine.</summary>
/// <param name="Metres">From the point to the part; 0 inside, and where no place was named.</param>
/// <param name="Weight">How much better it fits than by chance; below 0 too. The least number there is when a factor is 0.</param>
internal readonly record struct Weighed(LaidPart Part, int Place, int Time, int Kind, int Strength, int Movement, int Metres, TimeFit Fit, int ByChance, int Weight)
{
    /// <summary>Factors that are 0.</summary>
    public int Failed => (Place == 0 ? 1 : 0) + (Time == 0 ? 1 : 0) + (Kind == 0 ? 1 : 0) + (Strength == 0 ? 1 : 0) + (Movement == 0 ? 1 : 0);

    /// <summary>The best first; what is equal, in the order in which it was announced.</summary>
    public static int ByWeight(Weighed one, Weighed other)
    {
        var order = other.Weight.CompareTo(one.Weight);
        order = order != 0 ? order : one.Part.Announced.CompareTo(other.Part.Announced);
        return order != 0 ? order : one.Part.Order.CompareTo(other.Part.Order);
    }
}

/// <summary>Weighs. The weight is log2(product of the factors / what of comparable place, time and kind the part covers): a part that covers all of it weighs nothing, and
/// one that is wider in any of them never weighs more.</summary>
internal static class Weighing
{
    public const int Whole = 1000;
    private const int Least = int.MinValue;

    /// <summary>Weighs what fails in so many factors at most; null for the rest. What is dearest to find out is asked last.</summary>
    public static Weighed? Of(SeenPoint seen, LaidPart part, int failures)
    {
        var kind = part.Tenths(seen.Observation.Kind) * (Whole / 10);
        var fit = part.Fit(seen.From, seen.Until);
        var time = TimeFactor(fit, seen);
        var (strength, movement) = (StrengthFactor(seen.Strength, part.Version), MovementFactor(seen.Observation.Movement, part.Version));
        var failed = (kind == 0 ? 1 : 0) + (time == 0 ? 1 : 0) + (strength == 0 ? 1 : 0) + (movement == 0 ? 1 : 0);
        if (failed > failures)
            return null;
        var metres = part.IsDrawn ? part.DistanceTo(seen.At) : 0;
        var far = part.Said.IsDownRange && seen.Observation.Kind.HasRange();
        var place = !part.IsDrawn ? Whole : far ? DownRange(metres, seen, part) : PlaceFactor(metres, seen, part);
        if (failed + (place == 0 ? 1 : 0) > failures)
            return null;
        var wider = part.Version.Tolerance + (seen.Error.Major + seen.Error.Minor) / 2.0;
        var chance = Bits((far ? 1 : part.PlaceShare(wider)) * part.TimeShare(fit, seen.Observation.Kind.IsMoment(), seen.TimeError) * part.KindShare);
        return new Weighed(part, place, time, kind, strength, movement, (int)Math.Min(int.MaxValue, Math.Round(metres)), fit, chance,
            WeightOf(chance, place, time, kind, strength, movement));
    }

    /// <summary>Thousandths of a distance that is so many standard deviations away.</summary>
    public static int Beyond(double deviations) =>
        deviations <= 0 ? Whole : deviations > Bounds.ObservedDeviations ? 0 : Math.Max(1, (int)Math.Round(Whole * Math.Exp(-deviations * deviations / 2)));

    private static int WeightOf(int chance, params ReadOnlySpan<int> factors)
    {
        var product = 1.0;
        foreach (var factor in factors)
            product *= factor / (double)Whole;
        return product == 0 ? Least : chance + (int)Math.Round(100 * Math.Log2(product));
    }

    private static int Bits(double chance) => (int)Math.Round(-100 * Math.Log2(Math.Max(chance, 1e-9)));

    private static int TimeFactor(in TimeFit fit, SeenPoint seen)
    {
        if (fit.IsReserve)
            return Whole / 2;
        if (fit.Outside == 0)
            return Whole;
        var error = Beyond(fit.Outside / (double)Math.Max(1, seen.TimeError));
        if (fit.Side != 0)
            return error;
        var held = 1 - fit.Outside / (double)Math.Max(1, seen.Until - seen.From);
        return Math.Max(error, Math.Max(1, (int)Math.Round(Whole * held)));
    }

    /// <summary>How far outside it is, in standard deviations of the distance. That of the distance follows from how the distance changes along both axes of the error.</summary>
    private static int PlaceFactor(double metres, SeenPoint seen, LaidPart part)
    {
        var beyond = metres - part.Version.Tolerance;
        if (beyond <= 0)
            return Whole;
        if (beyond > Bounds.ObservedDeviations * (double)seen.Error.Major)
            return 0;
        var along = part.DistanceTo(Globe.Destination(seen.At, seen.Error.Azimuth, seen.Error.Major)) - metres;
        var across = part.DistanceTo(Globe.Destination(seen.At, seen.Error.Azimuth + 90, seen.Error.Minor)) - metres;
        return Beyond(beyond / Math.Max(1, Math.Sqrt(along * along + across * across)));
    }

    /// <summary>Areas down range belong to a launch the less the further they are: half as much each 1,000 km.</summary>
    private static int DownRange(double metres, SeenPoint seen, LaidPart part)
    {
        var beyond = Math.Max(0, metres - part.Version.Tolerance - seen.Error.Major);
        return beyond > Bounds.DownRangeMetres ? 0 : (int)Math.Round(Whole * Math.Pow(2, -beyond / Bounds.DownRangeHalf));
    }

    private static int StrengthFactor(Strength? strength, AnnouncedVersion version)
    {
        if (strength is null || version.StrengthIn(strength.Unit) is not { } notified)
            return Whole;
        var most = notified * (100 + Bounds.StrengthTolerance) / 100.0;
        return strength.Upper <= most ? Whole
            : strength.Lower > most ? 0
            : Math.Max(1, (int)Math.Round(Whole * (most - strength.Lower) / (strength.Upper - strength.Lower)));
    }

    private static int MovementFactor(Movement? movement, AnnouncedVersion version)
    {
        if (movement?.Heading is not { } heading || version.Direction is not { } direction)
            return Whole;
        return Beyond((Turn(heading, direction) - Bounds.DirectionTolerance) / (double)(movement.HeadingError ?? 1));
    }

    /// <summary>Degrees between two directions, 0 to 180.</summary>
    public static int Turn(int one, int other)
    {
        var turn = Math.Abs(one - other) % 360;
        return Math.Min(turn, 360 - turn);
    }
}
