using Parley.Scenarios.Files;

namespace Parley.Scenarios.Play;

/// <summary>What a line of a story is, for its looks.</summary>
public enum StoryKind
{
    Title,

    /// <summary>The scenario's own words to the audience.</summary>
    Told,

    /// <summary>An officer or a courier did something.</summary>
    Act,

    /// <summary>Words on a line.</summary>
    Words,

    /// <summary>The same, as a flash.</summary>
    Flash,

    /// <summary>Something was proved: a receipt, a verified transcript.</summary>
    Proof,

    /// <summary>Something broke, as the scenario wants it.</summary>
    Trouble,

    /// <summary>Where a step is from, or that it is invented.</summary>
    Source,

    /// <summary>Digits and measured times: different in every run, and so in no expected output.</summary>
    Varies,

    /// <summary>Something did not come about that the scenario asks for.</summary>
    Failed,
}

/// <summary>A line of a story.</summary>
/// <param name="At">Time since the beginning.</param>
/// <param name="Party">Whose side it happens on; null for neither.</param>
/// <param name="Clock">What the stations' clocks show then, where the play has a date; null: the time since the beginning is shown.</param>
public sealed record StoryLine(TimeSpan At, StoryKind Kind, string? Party, string Text, DateTimeOffset? Clock = null)
{
    /// <summary>What every line of output begins with.</summary>
    public const string Mark = "EXERCISE";

    /// <inheritdoc/>
    public override string ToString() => $"{Mark} {(Clock is { } clock ? ScenarioTime.Write(clock) : ScenarioTime.Write(At))}  {(Party is null ? "" : Party + ": ")}{Text}";
}
