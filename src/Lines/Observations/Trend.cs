using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Observations;

/// <summary>Where a strength goes.</summary>
public enum TrendDirection
{
    /// <summary>The last sighting has more at least than the first one at most.</summary>
    Rising = 1,

    /// <summary>No step is sure, and each of three or more is upward: both bounds never fall and are higher at the end.</summary>
    CreepingUp,
    Falling,

    /// <summary>All sightings have a number in common.</summary>
    Steady,

    /// <summary>The bounds are too wide, or go up and down.</summary>
    CannotBeTold,
}

/// <summary>A sighting in a trend.</summary>
public sealed record TrendPoint(int Observation, Timestamp At, Strength Strength);

/// <summary>Strengths of one kind, party and unit over time. It is shown and decides nothing.</summary>
/// <param name="Party">Null: not known.</param>
/// <param name="Points">In the order of time; two at least.</param>
public sealed record Trend(PartyId? Party, ObservationKind Kind, StrengthUnit Unit, IReadOnlyList<TrendPoint> Points, TrendDirection Direction)
{
    public string Sentence
    {
        get
        {
            var (first, last) = (Points[0].Strength, Points[^1].Strength);
            var words = Direction switch
            {
                TrendDirection.Rising => "has risen",
                TrendDirection.CreepingUp => "creeps up",
                TrendDirection.Falling => "has fallen",
                TrendDirection.Steady => "is about the same",
                _ => "may have changed or not",
            };
            return $"{Kind.Name()}: {first.Lower} to {first.Upper} {Unit.ToString().ToLowerInvariant()} at first, {last.Lower} to {last.Upper} at last: it {words}.";
        }
    }

    /// <summary>Every trend of two sightings or more, by party, kind and unit.</summary>
    public static IReadOnlyList<Trend> Of(IEnumerable<Observation> observations) =>
    [
        .. observations.Where(o => o.Strength is not null)
            .GroupBy(o => (o.Party, o.Kind, o.Strength!.Unit))
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.Party?.ToString() ?? "", StringComparer.Ordinal).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Unit)
            .Select(g => Of(g.Key.Party, g.Key.Kind, g.Key.Unit,
                [.. g.Select(o => new TrendPoint(o.Number, o.Span.From, o.Strength!)).OrderBy(p => p.At).ThenBy(p => p.Observation)])),
    ];

    private static Trend Of(PartyId? party, ObservationKind kind, StrengthUnit unit, IReadOnlyList<TrendPoint> points) => new(party, kind, unit, points, DirectionOf(points));

    private static TrendDirection DirectionOf(IReadOnlyList<TrendPoint> points)
    {
        var (first, last) = (points[0].Strength, points[^1].Strength);
        if (last.Lower > first.Upper)
            return TrendDirection.Rising;
        if (last.Upper < first.Lower)
            return TrendDirection.Falling;
        var steps = points.Zip(points.Skip(1)).ToList();
        if (points.Count > 2 && steps.TrueForAll(s => s.Second.Strength.Lower >= s.First.Strength.Lower && s.Second.Strength.Upper >= s.First.Strength.Upper) &&
            last.Lower > first.Lower && last.Upper > first.Upper)
            return TrendDirection.CreepingUp;
        return points.Max(p => p.Strength.Lower) <= points.Min(p => p.Strength.Upper) ? TrendDirection.Steady : TrendDirection.CannotBeTold;
    }
}
