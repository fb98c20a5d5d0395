using Parley.Volumes.Schedules;

namespace Parley.Volumes.Separations;

/// <summary>How near two volumes are to each other, and who is to be told: where, when and how close. It is the same whichever of them is named first.</summary>
public sealed record Meeting
{
    private static readonly Meeting ClearInHeight = new() { Nearness = Nearness.Clear, Apart = Separations.Apart.Height };
    private static readonly Meeting ClearInTime = new() { Nearness = Nearness.Clear, Apart = Separations.Apart.Time };
    private static readonly Meeting ClearInPlace = new() { Nearness = Nearness.Clear, Apart = Separations.Apart.Place };

    private Meeting()
    {
    }

    public required Nearness Nearness { get; init; }

    /// <summary>In what they are surely apart; null unless they are <see cref="Nearness.Clear"/>.</summary>
    public Apart? Apart { get; private init; }

    /// <summary>Metres along the ground on the ellipsoid of WGS 84; null when it was not measured because they are clear.</summary>
    public Gap? Horizontal { get; private init; }

    /// <summary>Metres in height, of one reference exactly and else in the worst case; null when it was not measured because they are clear.</summary>
    public Gap? Vertical { get; private init; }

    /// <summary>When both are surely on, each widened at both ends by half the separation's minutes. Empty when they are clear and nothing was measured.</summary>
    public Unfolded Times { get; private init; } = new([], null);

    /// <summary>When both may be on, and one of them not surely: on an alternate day, or beyond what its schedule was unfolded to. Widened in the same way.</summary>
    public Unfolded DoubtfulTimes { get; private init; } = new([], null);

    /// <summary>The first of all these times; null when there is none.</summary>
    public Window? First => (Times.Windows, DoubtfulTimes.Windows) switch
    {
        ([var sure, ..], [var doubtful, ..]) => sure.From <= doubtful.From ? sure : doubtful,
        ([var sure, ..], _) => sure,
        (_, [var doubtful, ..]) => doubtful,
        _ => null,
    };

    /// <summary>Where they are closest: half way between them, or a place that both have. Null when that is nowhere drawn, or was not measured.</summary>
    public Position? Where { get; private init; }

    /// <summary>How near two volumes are. Nothing is measured, and nothing allocated, when they are clear.</summary>
    public static Meeting Between(LaidVolume one, LaidVolume other, Separation separation)
    {
        var relief = Level.Relief(separation.Horizontal);
        return HeightBand.Between(one.Heights, other.Heights, relief).Against(separation.Vertical) == Nearness.Clear ? ClearInHeight
            : Spells.Between(one.Spells, other.Spells, separation.Minutes) == Nearness.Clear ? ClearInTime
            : Proximity.AreApart(one, other, separation.Horizontal) ? ClearInPlace
            : Measured(one, other, separation);
    }

    /// <summary>How near two volumes are, all of it measured even when they are clear.</summary>
    public static Meeting Measured(LaidVolume one, LaidVolume other, Separation separation)
    {
        var places = Proximity.Between(one, other, separation.Horizontal);
        var times = Spells.Between(one.Spells, other.Spells, separation.Minutes);

        // Where they have a place in common the ground under both is the same.
        var (anywhere, there) = (HeightBand.Between(one.Heights, other.Heights, Level.Relief(separation.Horizontal)), HeightBand.Between(one.Heights, other.Heights, 0));
        var vertical = places.Nearness == Nearness.Meets ? anywhere with { Most = there.Most } : anywhere;
        var heights = vertical.Against(separation.Vertical);
        return new Meeting
        {
            Nearness = (Nearness)Math.Min((int)places.Nearness, Math.Min((int)heights, (int)times)),
            Apart = heights == Nearness.Clear ? Separations.Apart.Height
                : times == Nearness.Clear ? Separations.Apart.Time
                : places.Nearness == Nearness.Clear ? Separations.Apart.Place
                : null,
            Horizontal = places.Gap,
            Vertical = vertical,
            Times = Spells.Common(one.Spells, other.Spells, separation.Minutes),
            DoubtfulTimes = Spells.MaybeCommon(one.Spells, other.Spells, separation.Minutes),
            Where = places.Where,
        };
    }

    public bool Equals(Meeting? other) => other is not null && (Nearness, Apart, Horizontal, Vertical, Where) == (other.Nearness, other.Apart, other.Horizontal, other.Vertical,
        other.Where) &&
        Same(Times, other.Times) && Same(DoubtfulTimes, other.DoubtfulTimes);

    public override int GetHashCode() => HashCode.Combine(Nearness, Apart, Horizontal, Vertical, Where, Times.Windows.Count);

    private static bool Same(Unfolded one, Unfolded other) => one.Through == other.Through && one.Windows.SequenceEqual(other.Windows);
}
