using System.Text.Json.Serialization;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Control.Calls;

// Times of these operations are texts, so that one without a zone is refused and not guessed.

/// <summary>Ask for a call between our seat of a pair and those of others. It leaves by the line's release rule; without the role release it waits as a draft.</summary>
/// <param name="With">The asked parties; null: every other party with a seat in the pair.</param>
/// <param name="Topic">One line.</param>
/// <param name="Times">Proposed, at most 8, each with its zone such as <c>2026-11-25T14:05Z</c>; null or none: as soon as it can be.</param>
/// <param name="Minutes">That it is meant to last.</param>
/// <param name="AnswerBy">Until when it must be acknowledged; null: as the charter says for its precedence.</param>
public sealed record RequestCall(
    string Line,
    string Pair,
    string Language,
    string Topic,
    CallMeans Means,
    Precedence Precedence,
    IReadOnlyList<string>? With = null,
    IReadOnlyList<string>? Times = null,
    int Minutes = 30,
    string? AnswerBy = null,
    Status Status = Status.Actual) : Operation<DraftView>, IOnLine;

/// <summary>How a request is answered.</summary>
public enum CallAnswer
{
    /// <summary>Our staff has it. One officer says so, at once; it agrees to nothing.</summary>
    Acknowledge,

    /// <summary>Other times.</summary>
    Counter,

    /// <summary>One of the times that the other side proposes.</summary>
    Schedule,

    /// <summary>No, with a reason or expressly none.</summary>
    Decline,
}

/// <summary>Answer a request for a call. All but an acknowledgment goes by the line's release rule.</summary>
/// <param name="Times">For a counter: 1 to 8, each with its zone.</param>
/// <param name="At">For a schedule: the accepted time, with its zone.</param>
/// <param name="Reason">For a decline: a name of the list, such as <c>none</c> or <c>not-available</c>.</param>
public sealed record AnswerCall(
    string Line,
    string Entry,
    CallAnswer Answer,
    IReadOnlyList<string>? Times = null,
    int? Minutes = null,
    string? At = null,
    string? Reason = null,
    string? Language = null,
    string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Say that the call was held, by our word.</summary>
public sealed record HoldCall(string Line, string Entry, string From, string To, string? Language = null, string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>What was said in the call: the text that both sides agreed on, our own, or both, in one language.</summary>
public sealed record ReadoutCall(string Line, string Entry, string Language, string? Agreed = null, string? Own = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Take our own request back.</summary>
public sealed record CancelCall(string Line, string Entry, string? Language = null, string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Calls of a line of which something was said in the last <paramref name="Days"/> days, and how long each pair has not talked.</summary>
public sealed record ListCalls(string Line, int Days = 120) : Query<CallListView>;

/// <summary>One call with every step, and what the ladder offers.</summary>
public sealed record ShowCall(string Line, string Entry) : Query<CallView>;

/// <summary>A scheduled call as an iCalendar file.</summary>
/// <param name="Language">In which seats are named; null: the first of each.</param>
public sealed record ExportCalendar(string Line, string Entry, string? Language = null) : Query<ExportFile>;

/// <summary>Calls of a line.</summary>
/// <param name="From">What was said before is left out, but for calls of which something was said since.</param>
/// <param name="Strays">Steps that belong to no request known here.</param>
public sealed record CallListView(
    LineMode Mode, string Line, DateTimeOffset From, IReadOnlyList<CallView> Calls, IReadOnlyList<CallContactView> Contacts, IReadOnlyList<CallStrayView> Strays)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>When a pair last talked.</summary>
/// <param name="LastHeld">End of the last call that both sides say was held.</param>
/// <param name="LastOneSided">End of a later one that one side alone says was held.</param>
/// <param name="Days">Whole days without a talk that both sides state, as far back as was read.</param>
public sealed record CallContactView(string Pair, DateTimeOffset? LastHeld, DateTimeOffset? LastOneSided, int Days);

/// <summary>A step that regards no request known here, or several.</summary>
public sealed record CallStrayView(string Entry, string Party, DateTimeOffset At, string? Step, IReadOnlyList<string> Regards);

/// <summary>One request for a call and what became of it. Times are UTC, with the clocks of the seats beside them where they matter.</summary>
/// <param name="IsKnown">The charter names that pair with a seat of each of the parties.</param>
/// <param name="Topic">Null where the request cannot be read here.</param>
/// <param name="Proposed">Times in the request.</param>
/// <param name="Overdue">Unacknowledged at the deadline by the parties in <paramref name="Silent"/>; it can still be answered.</param>
/// <param name="Undated">Acknowledged, and without a time at the deadline.</param>
/// <param name="Missed">The accepted time is past and nobody says that it was held.</param>
/// <param name="OneSided">Held by the word of one side alone.</param>
/// <param name="Reason">Why it was declined: version and number.</param>
/// <param name="ReasonWords">The same in words.</param>
/// <param name="IsLadderOffered">It is time for the ladder; 'call show' has its rungs.</param>
/// <param name="Ladder">The rungs, in the agreed order; empty in a list.</param>
public sealed record CallView(
    LineMode Mode,
    string Line,
    string Entry,
    string Pair,
    bool IsKnown,
    string From,
    IReadOnlyList<CallLegView> With,
    Precedence Precedence,
    Status Status,
    CallMeans? Means,
    string? Language,
    string? Topic,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? Deadline,
    DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy,
    CallState State,
    bool Overdue,
    bool Undated,
    bool Missed,
    IReadOnlyList<string> Silent,
    IReadOnlyList<CallTimeView> Proposed,
    CallTimeView? ScheduledFor,
    int Minutes,
    string? Reason,
    string? ReasonWords,
    CallTimeView? HeldFrom,
    CallTimeView? HeldTo,
    bool OneSided,
    string? AgreedReadout,
    IReadOnlyList<CallReadoutView> Readouts,
    IReadOnlyList<CallSeatView> Seats,
    IReadOnlyList<CallStepView> Steps,
    bool IsLadderOffered,
    IReadOnlyList<RungView> Ladder)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>How far the request has come with one asked party.</summary>
/// <param name="Unread">It said something that cannot be read here: it may have answered.</param>
public sealed record CallLegView(string Party, CallState State, DateTimeOffset? ReceivedAt, DateTimeOffset? AcknowledgedAt, bool Unread);

/// <summary>An instant, and what the clocks of the seats show then, such as <c>astra 2026-11-25 15:05 Europe/Paris</c>.</summary>
public sealed record CallTimeView(DateTimeOffset At, IReadOnlyList<string> Local);

/// <summary>One side's readout.</summary>
public sealed record CallReadoutView(string Party, DateTimeOffset At, string Language, string? Agreed, string? Own);

/// <summary>Who talks.</summary>
/// <param name="Address">The agreed form of address.</param>
public sealed record CallSeatView(string Party, string Office, string Address, IReadOnlyList<string> Deputies, string Zone, IReadOnlyList<string> Languages, bool NeedsInterpreter);

/// <summary>One step as it was said.</summary>
/// <param name="Step">Null where it cannot be read here.</param>
/// <param name="RecordedAt">When it was recorded here; null for our own.</param>
/// <param name="Effect">Whether it counts, or why not.</param>
/// <param name="Times">For a counter: the times that its author proposes; null for other steps.</param>
public sealed record CallStepView(
    string Entry, string Party, DateTimeOffset At, DateTimeOffset? RecordedAt, string? Step, CallEffect Effect, string Words, IReadOnlyList<CallTimeView>? Times = null);

/// <summary>One rung of the ladder as it is offered. The station never climbs by itself.</summary>
/// <param name="Rung">As in the charter, such as <c>staff chiefs</c>.</param>
public sealed record RungView(string Rung, RungStanding Standing, string Why);
