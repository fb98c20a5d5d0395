using Parley.Ledger;

namespace Parley.Lines.Observations;

/// <summary>What was known of notices: when each thing was seen, or at one instant.</summary>
public readonly record struct AsOf
{
    private readonly Timestamp? instant;

    private AsOf(Timestamp? instant) => this.instant = instant;

    /// <summary>Each observation is held against what was known when it ended.</summary>
    public static AsOf Then => default;

    /// <summary>All observations are held against what was known at that instant.</summary>
    public static AsOf At(Timestamp instant) => new(instant);

    /// <summary>Ticks as of which a version must be known.</summary>
    internal long For(SeenPoint seen) => instant?.ToDateTimeOffset().UtcTicks ?? seen.Until;

    /// <summary>The instant; null: then.</summary>
    internal long? Ticks => instant?.ToDateTimeOffset().UtcTicks;
}
