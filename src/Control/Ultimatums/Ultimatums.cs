using Parley.Control.Messages;

namespace Parley.Control.Ultimatums;

/// <summary>Mark a message of another party as an ultimatum. It is kept here and never leaves. Marked again, the last mark counts and all are kept.</summary>
/// <param name="Deadline">Until when it demands an answer, UTC.</param>
public sealed record MarkUltimatum(string Line, string Entry, DateTimeOffset Deadline, string? Note = null) : Operation<UltimatumView>, IAboutEntry;

/// <summary>Enter that a marked message is no ultimatum after all. What was marked before is kept.</summary>
public sealed record UnmarkUltimatum(string Line, string Entry, string? Note = null) : Operation<UltimatumView>, IAboutEntry;

/// <summary>Write the prepared acknowledgment as a draft: that the message was received and when, and nothing more. It leaves by the line's release rule.</summary>
/// <param name="Language">Null: the first of the line's languages in which there is one.</param>
public sealed record AcknowledgeUltimatum(string Line, string Entry, string? Language = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Messages that are or were marked, of one line or of all.</summary>
public sealed record ListUltimatums(string? Line = null) : Query<IReadOnlyList<UltimatumView>>;

/// <summary>A marked message and what became of it. Known here alone.</summary>
/// <param name="Message">The message as it stands in the transcript.</param>
/// <param name="IsUltimatum">False when an officer took the mark away.</param>
/// <param name="Deadline">Of the last mark that has one, UTC.</param>
/// <param name="Past">The deadline has passed.</param>
/// <param name="Draft">The prepared acknowledgment, where it waits for approval.</param>
/// <param name="Acknowledged">The prepared acknowledgment, once it has left.</param>
/// <param name="Answers">What else we said to it.</param>
public sealed record UltimatumView(
    string Line,
    EntryView Message,
    bool IsUltimatum,
    DateTimeOffset? Deadline,
    bool Past,
    IReadOnlyList<UltimatumMarkView> Marks,
    string? Draft,
    UltimatumReplyView? Acknowledged,
    IReadOnlyList<UltimatumReplyView> Answers);

/// <summary>What an officer entered, and when, UTC. Without a deadline: that it is none.</summary>
public sealed record UltimatumMarkView(int Number, DateTimeOffset? Deadline, string? Note, string Officer, DateTimeOffset At);

/// <summary>Words of ours that regard the message.</summary>
/// <param name="Received">Every other member's station has signed for them.</param>
public sealed record UltimatumReplyView(string Entry, string Kind, DateTimeOffset At, string? Language, string? Text, bool Received);
