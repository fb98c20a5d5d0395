using Parley.Control;
using Parley.Control.Handling;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Queries;

namespace Parley.Scenarios;

/// <summary>A play for scripted officers over real stations. Its lines are exercise lines: a scenario has no means to say otherwise.</summary>
/// <param name="Fictional">Nothing in it happened. Otherwise every step says where it is from, or that it is invented.</param>
/// <param name="Start">What the stations' clocks show at the beginning, UTC: such a play takes days and is played in virtual time; null: now.</param>
/// <param name="Beacon">Between two beacons, from <see cref="Bounds.LeastBeacon"/> to <see cref="Bounds.MostBeacon"/>; null: as usual. Of dated plays alone.</param>
public sealed record Scenario(
    string Title,
    string About,
    bool Fictional,
    IReadOnlyList<ScenarioParty> Parties,
    IReadOnlyList<ScenarioCircuits> Circuits,
    IReadOnlyList<ScenarioLine> Lines,
    IReadOnlyList<ScenarioStep> Steps,
    DateTimeOffset? Start = null,
    TimeSpan? Beacon = null);

/// <summary>A party and its officers.</summary>
/// <param name="Names">Language tag to name.</param>
/// <param name="Zone">The time zone of its counterparts, an IANA id.</param>
public sealed record ScenarioParty(string Id, IReadOnlyDictionary<string, string> Names, IReadOnlyList<ScenarioOfficer> Officers, string Zone = ScenarioParty.Utc)
{
    public const string Utc = "UTC";
}

/// <summary>An officer, written <c>party/name</c> in steps.</summary>
public sealed record ScenarioOfficer(string Party, string Name, Roles Roles);

/// <summary>So many circuits between two parties.</summary>
public sealed record ScenarioCircuits(string One, string Other, int Count);

/// <summary>A line that a step may propose.</summary>
/// <param name="Release">As in charters: <c>flash=2</c>.</param>
/// <param name="Shows">Stages of handling of which the other side is told.</param>
/// <param name="Addressees">Roles that a message can name, each <c>party:role</c>.</param>
/// <param name="Pairs">Pairs of counterparts; every party of the line has a seat in each.</param>
/// <param name="Ladder">Rungs, as in charters.</param>
/// <param name="Checks">The calendar of its checks and who keeps it; null: it has none.</param>
public sealed record ScenarioLine(
    string Name,
    LineKind Kind,
    IReadOnlyList<string> Parties,
    IReadOnlyList<string> Languages,
    string Release,
    IReadOnlyList<string> Shows,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<string> Pairs,
    IReadOnlyList<string> Ladder,
    ScenarioChecks? Checks = null)
{
    /// <summary>Ids of notice formats.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];
}

/// <summary>Checks of a line and the crews that send and answer them, in the first language of the line.</summary>
/// <param name="Crews">Officers who keep the calendar, at most one of each party; a party without one neither sends nor answers.</param>
/// <param name="Text">What they say.</param>
public sealed record ScenarioChecks(CheckSchedule Schedule, IReadOnlyList<ScenarioOfficer> Crews, string Text);

/// <summary>One step.</summary>
/// <param name="At">Time since the beginning; a step never comes before it, and never before the one above it is done.</param>
/// <param name="Source">Where a historical step is from; null when it is invented or the whole scenario is.</param>
/// <param name="Refused">The refusal that the step must meet; null when it must be done.</param>
/// <param name="FileLine">Where it stands in the file, from 1.</param>
public sealed record ScenarioStep(TimeSpan At, ScenarioAct Act, string? Source, bool Invented, Refusal? Refused, int FileLine);

/// <summary>What a step does. The family is closed.</summary>
public abstract record ScenarioAct
{
    private protected ScenarioAct()
    {
    }
}

/// <summary>Tells the audience something.</summary>
public sealed record SayAct(string Text) : ScenarioAct;

/// <summary>Two parties exchange cards and read their digits to each other.</summary>
public sealed record CompareDigitsAct(string One, string Other) : ScenarioAct;

public sealed record ProposeAct(ScenarioOfficer Who, ScenarioLine Line) : ScenarioAct;

/// <summary>Accepts or rejects what is proposed.</summary>
public sealed record AnswerAct(ScenarioOfficer Who, ScenarioLine Line, bool Accepts) : ScenarioAct;

/// <summary>Writes a message; with <paramref name="Approves"/> the author approves it at once.</summary>
public sealed record WriteAct(ScenarioOfficer Who, string Message, ScenarioWords Words, bool Approves) : ScenarioAct;

/// <summary>The words of a message. <paramref name="Regards"/> and <paramref name="Supersedes"/> are messages of earlier steps.</summary>
/// <param name="AnswerWithin">Counted from the writing, whole minutes: it asks for an answer; null: it asks for none.</param>
public sealed record ScenarioWords(
    ScenarioLine Line,
    Precedence Precedence,
    Status Status,
    string Language,
    string Text,
    IReadOnlyList<string> Regards,
    string? Supersedes,
    IReadOnlyList<AddresseeInput> Addressees,
    TimeSpan? AnswerWithin = null);

public sealed record ApproveAct(ScenarioOfficer Who, string Message) : ScenarioAct;

/// <summary>An officer reads a line to its end.</summary>
public sealed record ReadAct(ScenarioOfficer Who, ScenarioLine Line) : ScenarioAct;

/// <summary>Waits until the parties have signed for a message.</summary>
public sealed record WaitAct(string Message, IReadOnlyList<string> By, TimeSpan Within) : ScenarioAct;

/// <summary>Cuts circuits, or mends them. <paramref name="Number"/> counts from 1; null: all between the two.</summary>
public sealed record CircuitAct(string One, string Other, int? Number, bool Cuts) : ScenarioAct;

/// <summary>Ends a station without warning, or starts it again.</summary>
public sealed record StationAct(string Party, bool Kills) : ScenarioAct;

/// <summary>A courier carries what <paramref name="To"/> lacks.</summary>
public sealed record PouchAct(string From, string To) : ScenarioAct;

/// <summary>A message must be signed for by a party, or must not be yet.</summary>
public sealed record ExpectReceivedAct(string Message, string By, bool Received) : ScenarioAct;

/// <summary>A station must hold so many messages of a line, each readable.</summary>
public sealed record ExpectMessagesAct(string Party, ScenarioLine Line, int Count) : ScenarioAct;

/// <summary>Every party exports the line; each file is verified and all are compared.</summary>
public sealed record VerifyAct(ScenarioLine Line) : ScenarioAct;

/// <summary>Names a moment, from which <c>expect handled</c> can count.</summary>
public sealed record MarkAct(string Name, string Text) : ScenarioAct;

/// <summary>Life is at immediate risk: one officer, at once.</summary>
public sealed record AlertAct(ScenarioOfficer Who, string Message, ScenarioLine Line, string Place, string Language, string? Text) : ScenarioAct;

/// <summary>Asks whether something is theirs, or to hold fire.</summary>
public sealed record AskAct(ScenarioOfficer Who, string Message, ScenarioLine Line, QueryAbout About, string Place, string Language, string Text) : ScenarioAct;

/// <summary>Answers a query of an earlier step; the answer ends <paramref name="Valid"/> after it was given.</summary>
public sealed record AnswerQueryAct(
    ScenarioOfficer Who, string Message, string To, QueryAnswer Answer, TimeSpan Valid, string Language, string? Text) : ScenarioAct;

/// <summary>The receiving side enters a stage of handling.</summary>
public sealed record HandleAct(
    ScenarioOfficer Who, string Message, HandlingStage Stage, string Role, string? Addressee, string? Language, string? Text) : ScenarioAct;

/// <summary>The author must see that <paramref name="By"/> reports a stage, or must not.</summary>
/// <param name="Within">At most this long after <paramref name="Since"/>: a named moment; null: the message itself.</param>
public sealed record ExpectHandledAct(
    string Message, string By, HandlingStage Stage, string? Addressee, TimeSpan? Within, string? Since, bool Reported) : ScenarioAct;

/// <summary>Entries of other parties that the author of a message had not seen, though they were sent before.</summary>
public sealed record ExpectCrossedAct(string Message, string At, IReadOnlyList<string> With) : ScenarioAct;

/// <summary>How far an action addressee of a message is, as its author's station shows it; nothing: what the gateway signed completes nothing.</summary>
public sealed record ExpectAddresseeAct(string Message, string Addressee, HandlingStage? State) : ScenarioAct;

/// <summary>An officer notes what was said elsewhere; it stays at his station, unauthenticated.</summary>
/// <param name="Where">Where it was said: a broadcast, a paper, another channel.</param>
public sealed record NoteOutsideAct(ScenarioOfficer Who, ScenarioLine Line, string Speaker, string Where, string Language, string Text) : ScenarioAct;

/// <summary>Asks for a call.</summary>
/// <param name="In">Proposed times, counted from the request.</param>
/// <param name="AnswerWithin">Until when it must be acknowledged; null: as the charter says.</param>
public sealed record CallAct(
    ScenarioOfficer Who, string Message, ScenarioLine Line, string Pair, string Topic, string Language, Precedence Precedence, CallMeans Means, IReadOnlyList<TimeSpan> In,
    TimeSpan? AnswerWithin) : ScenarioAct;

/// <summary>A step of a call of an earlier step.</summary>
/// <param name="Step">As in entries: <c>acknowledged</c>, <c>countered</c>, <c>scheduled</c>, <c>held</c>, <c>declined</c>, <c>cancelled</c>.</param>
/// <param name="In">For countered: proposed times, counted from now.</param>
/// <param name="Proposal">For scheduled: which of the other side's times, from 1.</param>
/// <param name="Lasted">For held: it ended now, after this long.</param>
/// <param name="Reason">For declined: a name of the list.</param>
public sealed record CallStepAct(
    ScenarioOfficer Who, string Message, string Step, IReadOnlyList<TimeSpan> In, int Proposal, TimeSpan Lasted, string? Reason) : ScenarioAct;

/// <summary>How far a station must show a call to be.</summary>
/// <param name="Overdue">Whether it must be unacknowledged at its deadline; null: no matter.</param>
/// <param name="Available">Rungs that the ladder must offer as available, in its order; null: no matter.</param>
public sealed record ExpectCallAct(
    string Message, string At, CallState State, bool? Overdue, bool? OneSided, IReadOnlyList<string>? Available) : ScenarioAct;
