using System.Text.Json.Serialization;
using Parley.Control.Calls;
using Parley.Lines.Charters;

namespace Parley.Control.Lines;

/// <summary>The terms that can be changed by amendment. Null leaves the default (or, in an amendment, what is in force).</summary>
/// <param name="Languages">BCP 47 tags.</param>
/// <param name="Release">Such as <c>flash=2,charter=2</c>.</param>
/// <param name="AnswerMinutes">Four numbers: flash, immediate, priority, routine; 0 = no clock.</param>
/// <param name="Checks">When checks are due, such as <c>hourly;answer=10;begins=astra;skip=sat,sun</c>; empty: none.</param>
/// <param name="SkewSeconds">Clock difference beyond which a receipt's time is disputed.</param>
/// <param name="Shows">Stages of handling of which the other side is told, such as <c>read</c> and <c>acted</c>.</param>
/// <param name="Addressees">Roles that a message can name, each <c>party:role</c>.</param>
/// <param name="LeastSuite">Number of the weakest suite that a member may use.</param>
/// <param name="Codebook">The codebook: its <c>id/version</c> or the beginning of its hash; empty for none. In an answer <c>id/version/hash</c>, or the hash alone
/// where this station does not hold it.</param>
/// <param name="Counterparts">Who talks to whom; given anew as a whole, empty for none.</param>
/// <param name="Ladder">What is tried when a request for a call stays without an answer, in order, each <c>deputy</c>, <c>staff PAIR</c>, <c>notice NAME</c>,
/// <c>line NAME</c> or <c>third PARTY</c>.</param>
/// <param name="Formats">Notice formats: their ids, <c>id/version</c> or the beginnings of their hashes; given anew as a whole, empty for none. In an answer
/// <c>id/version/hash</c>, or the hash alone where this station does not hold one.</param>
/// <param name="Publication">Whether each side may show the other's words and topics in reports that it publishes.</param>
/// <param name="Separation">What the parties keep between their activities, such as <c>horizontal=9260;vertical=300;minutes=15;plan=2000</c> (metres, metres, minutes, metres);
/// empty: what holds where a charter says nothing. An answer says what holds.</param>
public sealed record TermsView(
    IReadOnlyList<string>? Languages = null,
    string? Release = null,
    IReadOnlyList<int>? AnswerMinutes = null,
    string? Checks = null,
    int? SkewSeconds = null,
    int? LeastSuite = null,
    IReadOnlyList<string>? Shows = null,
    IReadOnlyList<string>? Addressees = null,
    string? Codebook = null,
    IReadOnlyList<CounterpartView>? Counterparts = null,
    IReadOnlyList<string>? Ladder = null,
    bool? Publication = null,
    IReadOnlyList<string>? Formats = null,
    string? Separation = null);

/// <summary>Propose a new line to verified peers.</summary>
public sealed record ProposeLine(string Name, LineKind Kind, LineMode Mode, IReadOnlyList<string> With, TermsView? Terms) : Operation<LineView>;

/// <summary>Accept the open proposal of a line: the line itself, or an amendment.</summary>
public sealed record AcceptLine(string Line) : Operation<LineView>, IOnLine;

public sealed record RejectLine(string Line) : Operation<LineView>, IOnLine;

/// <summary>Take back our own open proposal.</summary>
public sealed record WithdrawLine(string Line) : Operation<LineView>, IOnLine;

/// <summary>Propose other terms for an open line.</summary>
public sealed record AmendLine(string Line, TermsView Terms) : Operation<LineView>, IOnLine;

/// <summary>Say that we will not use the line until we resume. Alone, at once.</summary>
public sealed record SuspendLine(string Line) : Operation<LineView>, IOnLine;

public sealed record ResumeLine(string Line) : Operation<LineView>, IOnLine;

/// <summary>Leave the line for ever. Alone, at once.</summary>
public sealed record LeaveLine(string Line) : Operation<LineView>, IOnLine;

/// <summary>All lines, or (<paramref name="Pending"/>) those with a proposal that waits for an answer.</summary>
public sealed record ListLines(bool Pending = false) : Query<IReadOnlyList<LineView>>;

/// <summary>Officers of our side confirm that a peer's new generation is indeed theirs, which ends a standing warning.</summary>
public sealed record ConfirmGeneration(string Line, string Party) : Operation<LineView>, IOnLine;

/// <summary>Where a line stands.</summary>
public enum LineState
{
    /// <summary>Proposed; somebody has yet to accept.</summary>
    Proposed,
    Open,

    /// <summary>A party has suspended it.</summary>
    Suspended,

    /// <summary>Rejected, withdrawn, or left by all others.</summary>
    Closed,
}

/// <summary>A line.</summary>
/// <param name="Id">64 hexadecimal digits.</param>
/// <param name="Handle">The shortest unambiguous name here: what commands take.</param>
/// <param name="Parties">Party ids, our own first.</param>
/// <param name="Proposal">The open proposal, if any.</param>
/// <param name="Missing">Parties that the charter names and whose cards are not verified here.</param>
/// <param name="Allies">Marked here as a line on which allies are told of a false alarm.</param>
/// <param name="ByHand">Parties without a station: they have signed nothing.</param>
/// <param name="Warnings">Standing warnings, such as a fork.</param>
public sealed record LineView(
    string Id,
    string Handle,
    string Name,
    LineKind Kind,
    [property: JsonPropertyOrder(-1)] LineMode Mode,
    LineState State,
    IReadOnlyList<string> Parties,
    int CharterVersion,
    TermsView Terms,
    ProposalView? Proposal,
    IReadOnlyList<string> SuspendedBy,
    IReadOnlyList<string> LeftBy,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Warnings,
    bool Allies = false,
    IReadOnlyList<string>? ByHand = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A proposed charter and who has answered it.</summary>
public sealed record ProposalView(
    int Version, string Proposer, TermsView Terms, IReadOnlyList<string> AcceptedBy, IReadOnlyList<string> RejectedBy, bool WaitsForUs);
