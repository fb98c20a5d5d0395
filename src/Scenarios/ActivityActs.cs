using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Scenarios;

/// <summary>An officer notifies an activity.</summary>
/// <param name="Volume">As docs/formats/volume.md has it.</param>
/// <param name="Aid">Of sites and movements.</param>
/// <param name="Despite">He has read the warnings.</param>
public sealed record ActivityAct(
    ScenarioOfficer Who, string Message, ScenarioLine Line, ActivityKind Kind, string Title, string Contact, string Volume, AidInput? Aid, int? Reserve, Precedence? Precedence,
    IReadOnlyList<AddresseeInput> Addressees, bool Despite) : ScenarioAct;

/// <summary>An officer says what becomes of an activity of his party.</summary>
public sealed record ActivityStepAct(
    ScenarioOfficer Who, string Message, ActivityStep Step, string? Volume, string? Language, string? Text, bool Despite) : ScenarioAct;

/// <summary>The receiver reads the places of an activity back.</summary>
public sealed record ReadBackActivityAct(ScenarioOfficer Who, string Message, IReadOnlyList<string> Places) : ScenarioAct;

/// <summary>An officer says something of an overlap.</summary>
/// <param name="Message">What the word is called from now on.</param>
/// <param name="For">Of a counter-proposal: which of the two would be elsewhere.</param>
public sealed record OverlapWordAct(
    ScenarioOfficer Who, string Message, string One, string Other, OverlapWord Word, string? For, string? Volume, string? Language, string? Text) : ScenarioAct;

/// <summary>An officer agrees to a counter-proposal.</summary>
public sealed record AgreeOverlapAct(ScenarioOfficer Who, string Message) : ScenarioAct;

/// <summary>An officer says something of a site or movement that was notified to him.</summary>
public sealed record AidWordAct(ScenarioOfficer Who, string Message, AidWord Word, string? Language, string? Text) : ScenarioAct;

/// <summary>What stations must show of two activities, all of them the same.</summary>
/// <param name="Severity">Null: they are clear of each other, or it is no matter: see <paramref name="IsClear"/>.</param>
/// <param name="Marked">Words that stand in one of its marks.</param>
public sealed record ExpectOverlapAct(
    IReadOnlyList<string> At, string One, string Other, OverlapSeverity? Severity, bool IsClear, CoordinationState? State, string? Marked) : ScenarioAct;

/// <summary>What a station must show of an activity; null is no matter.</summary>
/// <param name="Differs">Whether a read-back differs by more than the charter has it.</param>
/// <param name="Reached">Words of how far a site or movement got.</param>
public sealed record ExpectActivityAct(string At, string Message, ActivityState? State, bool? Differs, string? Reached) : ScenarioAct;
