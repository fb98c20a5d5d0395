using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Scenarios;

/// <summary>An officer enters what was seen, and the station answers at once.</summary>
/// <param name="Observation">What it is called from now on.</param>
/// <param name="Fields">As docs/formats/observation.md has them; without <c>from</c>: now.</param>
/// <param name="Supersedes">An observation in whose place it stands; null: none.</param>
public sealed record ObserveAct(ScenarioOfficer Who, string Observation, IReadOnlyDictionary<string, string> Fields, string? Supersedes) : ScenarioAct;

/// <summary>An officer has the station draft a question about what was seen, and completes it.</summary>
/// <param name="Values">What he writes himself, and what he writes otherwise.</param>
public sealed record AskAboutAct(
    ScenarioOfficer Who, string Observation, string Message, ScenarioLine Line, string Format, string Language, IReadOnlyList<ScenarioValue> Values) : ScenarioAct;

/// <summary>An officer chooses what is done about a reaction, or that nothing is.</summary>
public sealed record DecideAct(ScenarioOfficer Who, string Observation, ReactionChoice Choice, string? Reason) : ScenarioAct;

/// <summary>Another officer seconds a proposal.</summary>
public sealed record SecondAct(ScenarioOfficer Who, string Observation) : ScenarioAct;

/// <summary>What the station of whoever entered it must show of an observation; null is no matter.</summary>
/// <param name="About">The message in question.</param>
/// <param name="Unacknowledged">A role of our own house that has not acknowledged it; empty: none may be left.</param>
/// <param name="Option">Something that can be done.</param>
/// <param name="Outcome">Of the question that was asked about it.</param>
/// <param name="IsReaction">Whether it may be a reaction to something of ours.</param>
public sealed record ExpectObservationAct(
    string Observation, VerdictKind? Verdict, string? About, string? Unacknowledged, OptionKind? Option, Lines.Questions.QuestionOutcome? Outcome, bool? IsReaction) : ScenarioAct;

/// <summary>How another party stands, as a station shows it.</summary>
/// <param name="Unexplained">So many observations of it that no notice explains; null is no matter.</param>
public sealed record ExpectPostureAct(string At, string Party, int? Unexplained) : ScenarioAct;
