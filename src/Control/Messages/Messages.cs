using System.Text.Json.Serialization;
using Parley.Control.Activities;
using Parley.Control.ByHand;
using Parley.Control.Codes;
using Parley.Control.Handling;
using Parley.Control.Outside;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Control.Messages;

/// <summary>Write a draft. <paramref name="Regards"/> and <paramref name="Supersedes"/> are entry references of the same line; <paramref name="Supersedes"/> is one of
/// our own. <paramref name="Addressees"/> are roles of the other side, as the charter names them, that must acknowledge.
/// <paramref name="Answer"/> asks for an answer by a time.</summary>
public sealed record DraftMessage(
    string Line,
    Precedence Precedence,
    string Language,
    string Text,
    Status Status = Status.Actual,
    IReadOnlyList<string>? Regards = null,
    string? Supersedes = null,
    IReadOnlyList<AddresseeInput>? Addressees = null,
    AnswerWishInput? Answer = null) : Operation<DraftView>, IOnLine;

/// <summary>Approve exactly the text that was shown: <paramref name="Revision"/> is the hash that the draft's view gave. With the last approval
/// that the release rule asks for, the message leaves.</summary>
public sealed record ApproveDraft(string Draft, string Revision) : Operation<DraftView>;

public sealed record DiscardDraft(string Draft) : Operation<Nothing>;

/// <summary>Draft and approve at once: for an officer who alone may release this precedence. Where two are needed, the draft waits for the
/// second.</summary>
public sealed record SendMessage(
    string Line,
    Precedence Precedence,
    string Language,
    string Text,
    Status Status = Status.Actual,
    IReadOnlyList<string>? Regards = null,
    string? Supersedes = null,
    IReadOnlyList<AddresseeInput>? Addressees = null,
    AnswerWishInput? Answer = null) : Operation<DraftView>, IOnLine;

/// <summary>Drafts that wait, of one line or of all.</summary>
public sealed record ListDrafts(string? Line = null, string? Language = null) : Query<IReadOnlyList<DraftView>>;

/// <summary>Entries in transcript order. Cursors come from the page before; with none, the last <paramref name="Limit"/> entries. A page that
/// reaches the end counts as <i>shown</i> to the officer: what he approves next states it. Code messages are rendered in <paramref name="Language"/>; null: in
/// the first language of our card that their codebook has.</summary>
public sealed record ReadTranscript(string Line, string? After = null, string? Before = null, int Limit = 100, bool All = false, string? Language = null)
    : Query<TranscriptPage>;

/// <summary>Entries in which a text stands: in their words, in translations of them, or as their number; letters are compared without case. Searched from the newest on
/// backwards, a bounded stretch at a time.</summary>
/// <param name="Text">1 to 256 characters.</param>
/// <param name="Before">The cursor that the page before gave, to search further back.</param>
public sealed record SearchTranscript(string Line, string Text, string? Before = null, string? Language = null) : Query<SearchPage>, IOnLine;

/// <summary>What a search found, newest first.</summary>
/// <param name="Before">To search further back; null: the beginning was reached.</param>
/// <param name="Searched">Back to which time was searched, UTC; null: there is nothing.</param>
public sealed record SearchPage(LineMode Mode, string Line, IReadOnlyList<EntryView> Entries, string? Before, DateTimeOffset? Searched)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>One entry and its receipts; a code message in <paramref name="Language"/>.</summary>
public sealed record ReadEntry(string Line, string Entry, string? Language = null) : Query<EntryView>;

/// <summary>Say again the words of an own entry that a party reports unreadable.</summary>
public sealed record ReissueEntry(string Line, string Entry) : Operation<EntryView>, IAboutEntry;

/// <summary>A draft. <paramref name="Released"/> is the entry it became, when it has left; <paramref name="Addressees"/> are the roles that must acknowledge, each with
/// its time; <paramref name="Code"/> is what a code message says by itself; <paramref name="SpokenSince"/> names what the other side has
/// said since the texts that the draft answers, at most 16; <paramref name="Answer"/> is by when and from whom it asks for an answer;
/// <paramref name="IsNotice"/>: it is a notice, of which <c>ShowNoticeDraft</c> says more; <paramref name="Activity"/>: it notifies one.</summary>
public sealed record DraftView(
    LineMode Mode,
    string Id,
    string Line,
    string Revision,
    string Author,
    DateTimeOffset At,
    Precedence Precedence,
    Status Status,
    string Language,
    string Text,
    IReadOnlyList<string> Regards,
    string? Supersedes,
    IReadOnlyList<string> ApprovedBy,
    int ApprovalsNeeded,
    bool OtherSideSpokeSince,
    string? Released,
    IReadOnlyList<string> Addressees,
    CodeView? Code = null,
    IReadOnlyList<string>? SpokenSince = null,
    AnswerWishView? Answer = null,
    bool IsNotice = false,
    DraftedActivityView? Activity = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A stretch of the transcript. <paramref name="MoreAfter"/> is false when the page reaches the end. <paramref name="Outside"/> is what was said
/// elsewhere in that time, unauthenticated: no part of the transcript.</summary>
public sealed record TranscriptPage(
    LineMode Mode,
    string Line,
    IReadOnlyList<EntryView> Entries,
    string? First,
    string? Last,
    bool MoreBefore,
    bool MoreAfter,
    IReadOnlyList<OutsideView>? Outside = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>One entry as it can be read here.</summary>
/// <param name="Mode">Of its line: nothing of an exercise is meant.</param>
/// <param name="Entry">Its reference.</param>
/// <param name="Cursor">Its place, for paging.</param>
/// <param name="Party">Who wrote it.</param>
/// <param name="Time">Time by the author's clock, UTC.</param>
/// <param name="RecordedAt">When this station recorded it, UTC.</param>
/// <param name="Readable">Readable, absent (not arrived yet) or unreadable.</param>
/// <param name="Text">The words, for kinds that have some.</param>
/// <param name="Regards">What it answers or refers to.</param>
/// <param name="Crossed">Words of other parties that its author had not been shown when the text was approved, and that were written without knowing of it.</param>
/// <param name="Receipts">For each other member, how far it got.</param>
/// <param name="Handling">What was done with it on each side, as each says.</param>
/// <param name="Addressees">Roles that must acknowledge it, and how far each is.</param>
/// <param name="Code">What a code message says by itself; <paramref name="Text"/> is its full text then, where it can be rendered.</param>
/// <param name="ByHand">Set for words of another party that an officer of <paramref name="Party"/> entered: one-sided, unauthenticated.</param>
/// <param name="Missing">Entries that its author held and that have not come here, in words.</param>
/// <param name="ClockAheadSeconds">About how far the clock of another party is ahead of ours now; null for our own entries and where it is not known.</param>
/// <param name="Deeds">What was done with it by hand; of parties without a station nothing else can be known.</param>
/// <param name="Question">Set for a message that asks for an answer by a time: what became of it.</param>
public sealed record EntryView(
    LineMode Mode,
    string Entry,
    string Cursor,
    string Party,
    Lane Lane,
    long Index,
    string Kind,
    Precedence Precedence,
    Status Status,
    DateTimeOffset Time,
    DateTimeOffset? RecordedAt,
    Readability Readable,
    string? Language,
    string? Text,
    IReadOnlyList<string> Regards,
    string? Supersedes,
    IReadOnlyList<string> Crossed,
    IReadOnlyList<ReceiptView> Receipts,
    IReadOnlyList<HandlingView> Handling,
    IReadOnlyList<AddresseeView> Addressees,
    CodeView? Code = null,
    ByHandView? ByHand = null,
    IReadOnlyList<string>? Missing = null,
    double? ClockAheadSeconds = null,
    IReadOnlyList<ByHandDeedView>? Deeds = null,
    QuestionView? Question = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Whether the words can be read here.</summary>
public enum Readability
{
    Readable,

    /// <summary>The content has not arrived yet.</summary>
    Absent,

    /// <summary>The content is here and cannot be opened or does not fit its commitment.</summary>
    Unreadable,

    /// <summary>The content was here and was destroyed, for what it notified had expired; the text says when.</summary>
    Destroyed,
}

/// <summary>How far an entry got with one party. <paramref name="Received"/> means that party's signature; all else is not yet.</summary>
/// <param name="At">The time that party's signature states, UTC.</param>
/// <param name="Disputed">That time lies outside what our clock allows.</param>
/// <param name="Unreadable">Recorded there, but its words are absent or unreadable there.</param>
public sealed record ReceiptView(string Party, bool Received, DateTimeOffset? At, bool Disputed, bool Unreadable);
