using System.Text.Json.Serialization;
using Parley.Lines.Charters;
using Parley.Lines.Silence;

namespace Parley.Control.Silence;

/// <summary>What the evidence leaves possible of each silence: one view a line and other party. Null: of all lines.</summary>
public sealed record ListSilence(string? Line = null) : Query<IReadOnlyList<SilenceView>>;

/// <summary>What our own station found when it last tested itself.</summary>
public sealed record ShowSelfTest : Query<SelfTestView>;

/// <summary>A test of ourselves.</summary>
/// <param name="At">Null: there was none yet.</param>
/// <param name="Failures">In plain words; empty when it passed.</param>
/// <param name="IsValid">Passed, and not too old to exclude a fault of our own.</param>
public sealed record SelfTestView(DateTimeOffset? At, IReadOnlyList<string> Failures, bool IsValid);

/// <summary>What was last judged of one party on a line, for the station at a glance.</summary>
/// <param name="Causes">By name; empty: there is no silence to explain.</param>
/// <param name="Since">Since when the same is said.</param>
public sealed record SilenceGlance(string Party, string Title, IReadOnlyList<string> Causes, DateTimeOffset Since);

/// <summary>One piece of evidence, in one English sentence without times.</summary>
/// <param name="Cite">The entry where there is one.</param>
public sealed record SilenceItemView(SilenceItemKind Kind, DateTimeOffset? At, string? Cite, string Text);

/// <summary>What is not excluded of one pair of counterparts: the causes of the line, and of its own requests for calls.</summary>
public sealed record PairSilenceView(string Pair, string Title, IReadOnlyList<string> Causes, bool IsOursToMove);

/// <summary>A silence that is over.</summary>
/// <param name="Causes">All that stood at some time of it.</param>
/// <param name="Named">What it was, by evidence that came afterwards; null: nothing has come that says.</param>
/// <param name="Why">In one sentence: whose word that is.</param>
public sealed record PastSilenceView(
    DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Causes, string? Named, string Why, string? Cite);

/// <summary>The silence of one party on one line, or that there is none. <i>Causes</i> are what the evidence has not excluded; never what the other side intends.</summary>
/// <param name="Title">In one line; our own fault first.</param>
/// <param name="Causes">By name, our own first; empty: there is no silence to explain.</param>
/// <param name="Agreement">Whether the line is agreed. This and the next three are never merged.</param>
/// <param name="Machines">What machines say.</param>
/// <param name="Declared">What somebody has said of the line.</param>
/// <param name="Observed">What was seen of people.</param>
/// <param name="From">When the silence that goes on began; null: there is none.</param>
/// <param name="Since">Since when the same is said.</param>
/// <param name="OwnTest">When our last test of ourselves ended.</param>
/// <param name="IsOursToMove">They have spoken last, and the next word is ours.</param>
/// <param name="Pairs">Of counterparts, as the charter names them.</param>
public sealed record SilenceView(
    LineMode Mode,
    string Line,
    string Handle,
    string Party,
    string Title,
    IReadOnlyList<string> Causes,
    AgreementState Agreement,
    MachineState Machines,
    DeclaredState Declared,
    HumanState Observed,
    DateTimeOffset? From,
    DateTimeOffset? Since,
    DateTimeOffset? OwnTest,
    bool IsOursToMove,
    IReadOnlyList<PairSilenceView> Pairs,
    IReadOnlyList<SilenceItemView> Evidence,
    IReadOnlyList<PastSilenceView> Past)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}
