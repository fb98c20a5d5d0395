using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Questions;

/// <summary>A question, an answer, a word on either, or a correction of one, as it stands in a feed.</summary>
/// <param name="At">By its author's clock, raised to what the author held: no clock puts an answer before its question.</param>
/// <param name="Content">Null where it is absent or cannot be read here; its header still proves who said something about which question.</param>
/// <param name="Recorded">When it was recorded here; null for our own.</param>
public sealed record QuestionEntry(
    EntryRef Entry, string Kind, Timestamp At, Status Status, IReadOnlyList<EntryRef> Regards, Content? Content, Timestamp? Recorded = null)
{
    public PartyId By => Entry.Party;
}

/// <summary>What the feeds hold of a line's questions.</summary>
/// <param name="Entries">In transcript order; other kinds, and messages that ask for nothing and regard no question, are passed over.</param>
/// <param name="Parties">Of the line, with and without a station.</param>
/// <param name="ByHand">Those without a station: what officers enter of their words is all that there can be of them.</param>
public sealed record QuestionSource(IReadOnlyList<QuestionEntry> Entries, IReadOnlyList<PartyId> Parties, IReadOnlyList<PartyId> ByHand)
{
    /// <summary>What of it was said until then.</summary>
    public QuestionSource Until(Timestamp then) => this with { Entries = [.. Entries.Where(e => e.At <= then)] };
}

/// <summary>Whether a question's clock runs. Closed.</summary>
public enum QuestionStanding
{
    Asked = 0,

    /// <summary>Its author corrected it or put another one in its place.</summary>
    Withdrawn = 1,

    /// <summary>Not counted: its due time was past when it was asked.</summary>
    DueBeforeAsked = 2,

    /// <summary>Not counted: it asks no other party of the line.</summary>
    NobodyAsked = 3,
}

/// <summary>What became of a question with one asked party. Closed. None of them is consent to anything.</summary>
public enum QuestionOutcome
{
    /// <summary>No answer, and there is still time.</summary>
    Open = 0,

    /// <summary>The due time is over and nothing was answered. It can still be.</summary>
    None = 1,

    /// <summary>Answered in time; the asker has not judged it.</summary>
    Answered = 2,

    /// <summary>Answered after the due time; the asker has not judged it.</summary>
    Late = 3,

    /// <summary>The asker says that the answer is not enough.</summary>
    Insufficient = 4,

    /// <summary>The asked party says that the question does not apply; the asker has not judged that.</summary>
    Contested = 5,

    /// <summary>The asker says that the answer is enough.</summary>
    Satisfactory = 6,
}

/// <summary>What one word on a question did. Closed.</summary>
public enum QuestionEffect
{
    /// <summary>It counts.</summary>
    Took = 0,

    /// <summary>Its words are absent or cannot be read here: its author has said something.</summary>
    Unreadable = 1,

    /// <summary>Not counted: an asker does not contest, and nobody but the asker judges.</summary>
    NotTheirs = 2,

    /// <summary>Not counted: the question is neither by its author nor to it.</summary>
    NotConcerned = 3,

    /// <summary>Not counted: what it judges is no answer to this question, or it names none.</summary>
    NoAnswer = 4,

    /// <summary>Not counted: a test of what is meant, or the other way round.</summary>
    OtherStatus = 5,

    /// <summary>Not counted: the question was withdrawn or never counted.</summary>
    NotAsked = 6,
}

/// <summary>An answer as it was said.</summary>
/// <param name="Recorded">When it was recorded here; null for our own. It may be after the due time though its author's clock says that it was in time.</param>
/// <param name="IsContest">It says that the question does not apply.</param>
/// <param name="IsReadable">Whether its words can be read here. Where they cannot, its header still proves that it was said.</param>
/// <param name="IsByHand">Entered by an officer of another party: one-sided.</param>
/// <param name="IsWithdrawn">Its author corrected it: it counts for nothing.</param>
/// <param name="IsLate">Said after the due time.</param>
/// <param name="Judged">The asker's last word on it.</param>
/// <param name="Note">The words of a contest.</param>
public sealed record QuestionReply(
    EntryRef Entry, Timestamp At, Timestamp? Recorded, bool IsContest, bool IsReadable, bool IsByHand, bool IsWithdrawn, bool IsLate, QuestionJudgement? Judged, Note? Note);

/// <summary>How far the question has come with one asked party.</summary>
/// <param name="Replies">In transcript order.</param>
/// <param name="AnsweredAt">The first answer that stands.</param>
/// <param name="IsContested">It says that the question does not apply, whatever else it answers.</param>
/// <param name="Judged">What the asker says of the answers: its last word on the last one that it judged.</param>
public sealed record QuestionLeg(
    PartyId Party, QuestionOutcome Outcome, IReadOnlyList<QuestionReply> Replies, Timestamp? AnsweredAt, bool IsContested, QuestionJudgement? Judged);

/// <summary>One word on a question.</summary>
/// <param name="What">Null where it cannot be read here.</param>
/// <param name="About">Of a judgement: the answer that it is about.</param>
public sealed record QuestionWord(EntryRef Entry, Timestamp At, QuestionWordContent? What, EntryRef? About, QuestionEffect Effect)
{
    public PartyId By => Entry.Party;
}

/// <summary>One question and what became of it.</summary>
/// <param name="Text">Of the question, in its author's language.</param>
/// <param name="Legs">One an asked party, in order.</param>
/// <param name="Words">Judgements and contests, in transcript order.</param>
public sealed record QuestionRecord(
    EntryRef Question, Timestamp AskedAt, Status Status, string Text, string Language, Timestamp Due, QuestionStanding Standing, IReadOnlyList<QuestionLeg> Legs,
    IReadOnlyList<QuestionWord> Words)
{
    public PartyId By => Question.Party;

    /// <summary>Whether somebody has still something to do: an answer is missing, waits for a judgement, or is not enough.</summary>
    public bool IsOpen => Standing == QuestionStanding.Asked && Legs.Any(l => l.Outcome != QuestionOutcome.Satisfactory);

    /// <summary>Asked parties of which no answer is there, though the time is over.</summary>
    public IReadOnlyList<PartyId> Silent =>
        Standing == QuestionStanding.Asked ? [.. Legs.Where(l => l.Outcome == QuestionOutcome.None).Select(l => l.Party)] : [];
}

/// <summary>A word that regards no question that is known here.</summary>
public sealed record QuestionStray(EntryRef Entry, Timestamp At, IReadOnlyList<EntryRef> Regards, QuestionWordContent? What);

/// <summary>All questions of a line.</summary>
/// <param name="Questions">In transcript order.</param>
public sealed record QuestionReport(IReadOnlyList<QuestionRecord> Questions, IReadOnlyList<QuestionStray> Strays);
