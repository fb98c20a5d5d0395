using Parley.Lines.Contacts;
using Parley.Lines.Service;

namespace Parley.Scenarios;

/// <summary>The crew that keeps the checks of a line goes away, or is back.</summary>
public sealed record CrewAct(ScenarioOfficer Who, ScenarioLine Line, bool IsAway) : ScenarioAct;

/// <summary>A crew tells the other side why it was silent on a line, from so long ago until now.</summary>
public sealed record ExplainAct(ScenarioOfficer Who, ScenarioLine Line, string To, ServiceCause Cause, TimeSpan Since) : ScenarioAct;

/// <summary>An officer enters a talk that was held elsewhere, or before there was a station.</summary>
public sealed record ContactAct(
    ScenarioOfficer Who, string Message, ScenarioLine Line, string Pair, DateTimeOffset Ended, TimeSpan Lasted, ContactMeans Means, string Ours, string Theirs) : ScenarioAct;

/// <summary>The other side confirms a contact of an earlier step.</summary>
public sealed record ConfirmContactAct(ScenarioOfficer Who, string Message) : ScenarioAct;

/// <summary>What a station must leave possible of the silence of a party.</summary>
/// <param name="Pair">Of the requests of one pair; null: of the line.</param>
/// <param name="Causes">All and no others, in whatever order.</param>
/// <param name="Since">When that silence must have begun; null: no matter.</param>
/// <param name="Evidence">Words that must stand in one piece of evidence each.</param>
public sealed record ExpectSilenceAct(
    ScenarioLine Line, string At, string Party, string? Pair, IReadOnlyList<string> Causes, DateTimeOffset? Since, IReadOnlyList<string> Evidence) : ScenarioAct;

/// <summary>What the last silence of a party that is over turned out to be.</summary>
/// <param name="Was">A cause; null: nothing has come that says.</param>
public sealed record ExpectPastSilenceAct(ScenarioLine Line, string At, string Party, string? Was) : ScenarioAct;

/// <summary>What a station's contact record must say of a pair.</summary>
/// <param name="Days">Whole days since the last talk that both sides state; null: none is known.</param>
/// <param name="Asked">Requests of that party by outcome, and no others; null: no matter.</param>
public sealed record ExpectContactsAct(ScenarioLine Line, string At, string Pair, int? Days, string? By, ExpectedRequests? Asked) : ScenarioAct;

/// <summary>Requests for calls by outcome.</summary>
public sealed record ExpectedRequests(int Held, int Scheduled, int Undated, int Unacknowledged, int Declined, int Waiting);

/// <summary>What a party must have done with checks of a line in the last days.</summary>
/// <param name="Missed">Not sent, not answered or not received.</param>
/// <param name="AtLeast">So many were its to send or to answer, that a line on which nothing was due proves nothing.</param>
public sealed record ExpectChecksAct(ScenarioLine Line, string At, string Party, int Days, int Missed, int AtLeast) : ScenarioAct;

/// <summary>Lines that a station must show as open, with machines working and no cause of a dead line; the calls are another matter.</summary>
public sealed record ExpectOpenAct(string At, IReadOnlyList<ScenarioLine> Lines) : ScenarioAct;

/// <summary>So many calls a station must know of on a line, whatever became of them.</summary>
public sealed record ExpectCallsAct(ScenarioLine Line, string At, int Count) : ScenarioAct;

/// <summary>A station signs a silence report of a period that is over; it must verify offline, and must not with a byte changed.</summary>
/// <param name="Unanswered">Requests that must stand in it as not answered at the end, of whichever side.</param>
public sealed record ReportAct(string At, IReadOnlyList<ScenarioLine> Lines, DateTimeOffset From, DateTimeOffset Until, int Unanswered) : ScenarioAct;
