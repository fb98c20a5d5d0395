using Parley.Control.Messages;
using Parley.Lines.Service;

namespace Parley.Control.Service;

/// <summary>Tell the other crew that something is out of use from a time to a time. <paramref name="Line"/> is an operator line, here and below.</summary>
/// <param name="AboutLine">The line that is out of use; null: it is a circuit, or the whole station.</param>
/// <param name="Circuit">The circuit that is out of use, by its name.</param>
public sealed record AnnounceMaintenance(
    string Line, DateTimeOffset From, DateTimeOffset Until, string? AboutLine = null, string? Circuit = null, string? Language = null, string? Text = null)
    : Operation<EntryView>, IOnLine;

/// <summary>Tell the other crew that a maintenance window of ours is over before its time.</summary>
public sealed record EndMaintenance(string Line, string Entry, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>Tell the other crew how the circuits between us are here now.</summary>
public sealed record TellCircuits(string Line, string? Language = null, string? Text = null) : Operation<EntryView>, IOnLine;

/// <summary>Ask the other crew to say again words that cannot be read here or have not come.</summary>
/// <param name="AboutLine">The line on which they stand.</param>
/// <param name="Entry">The entry.</param>
public sealed record RequestResend(string Line, string AboutLine, string Entry, string? Language = null, string? Text = null) : Operation<EntryView>, IOnLine;

/// <summary>Ask whether anybody is there.</summary>
public sealed record AskPresence(string Line, string? Language = null, string? Text = null) : Operation<EntryView>, IOnLine;

/// <summary>Answer a presence query (<c>present</c>) or a request to resend (<c>resent</c>, <c>cannot</c>) of the other crew.</summary>
public sealed record AnswerServiceMessage(string Line, string Entry, ServiceAnswer Answer, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>Tell the other crew why ours was silent.</summary>
/// <param name="AboutLine">The line on which it was; null: on all of them.</param>
public sealed record ExplainSilence(
    string Line, ServiceCause Cause, DateTimeOffset From, DateTimeOffset Until, string? AboutLine = null, string? Language = null, string? Text = null)
    : Operation<EntryView>, IOnLine;

/// <summary>What the crews told each other in the last <paramref name="Days"/> days, on one operator line or on all.</summary>
public sealed record ListService(string? Line = null, int Days = 30) : Query<IReadOnlyList<ServiceBoardView>>;

/// <summary>The service messages of one operator line.</summary>
public sealed record ServiceBoardView(
    string Line, IReadOnlyList<MaintenanceView> Maintenance, IReadOnlyList<ServiceAskedView> Asked, IReadOnlyList<CircuitsTold> Circuits);

/// <summary>Where a maintenance window stands. Closed.</summary>
public enum MaintenanceStanding
{
    Coming,

    /// <summary>It is now.</summary>
    Open,
    Over,
}

/// <summary>A maintenance window.</summary>
/// <param name="Name">Of the line as it is called here, or of the circuit; null for a whole station.</param>
public sealed record MaintenanceView(
    string Entry, string Party, ServiceScope Scope, string? Name, DateTimeOffset From, DateTimeOffset Until, MaintenanceStanding Standing, string? Text);

/// <summary>A presence query, or a request to say words again.</summary>
/// <param name="AboutLine">The line of the words, as it is called here; null for a presence query.</param>
/// <param name="About">The words that are asked for; null for a presence query.</param>
/// <param name="Received">The other station has signed for the question. Unanswered then, their station has it and nobody answered.</param>
/// <param name="StillLacking">By its last receipt, or as they are here, the words are still not readable where they were asked for; null for a presence query, and where
/// that is not known.</param>
public sealed record ServiceAskedView(
    string Entry,
    string Party,
    DateTimeOffset At,
    string? AboutLine,
    string? About,
    string? Text,
    bool Received,
    bool? StillLacking,
    ServiceAnswer? Answer,
    string? AnswerEntry,
    DateTimeOffset? AnsweredAt,
    string? AnswerText);

/// <summary>What a party said last of the circuits.</summary>
public sealed record CircuitsTold(string Entry, string Party, DateTimeOffset At, IReadOnlyList<CircuitState> Circuits, string? Text);
