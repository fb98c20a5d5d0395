using System.Text.Json.Serialization;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Control.Questions;

/// <summary>That a message asks for an answer.</summary>
/// <param name="By">By when, with its zone such as <c>2026-11-25T14:05Z</c>. This or <paramref name="Minutes"/>.</param>
/// <param name="Minutes">Or within how many minutes from now, 1 to 525600.</param>
/// <param name="From">The asked parties; null: every other party of the line.</param>
public sealed record AnswerWishInput(string? By = null, int? Minutes = null, IReadOnlyList<string>? From = null);

/// <summary>Say of an answer to our own question whether it is enough. It leaves by the line's release rule; without the role release it waits as a draft.</summary>
/// <param name="Entry">The question.</param>
/// <param name="IsEnough">Whether it is enough; one that is not needs words.</param>
/// <param name="Answer">The ref of the answer; null: the last one of the party.</param>
/// <param name="Party">Whose answer; null where one party alone has answered.</param>
public sealed record JudgeAnswer(
    string Line, string Entry, bool IsEnough, string? Answer = null, string? Party = null, string? Language = null, string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Say of a question to us that it does not apply, with words that say why. It leaves by the line's release rule.</summary>
public sealed record ContestQuestion(string Line, string Entry, string Language, string Text) : Operation<DraftView>, IAboutEntry;

/// <summary>Messages that ask for an answer by a time, of which something was said in the last <paramref name="Days"/> days.</summary>
/// <param name="Line">Null: every line.</param>
/// <param name="Open">Only those of which somebody has still something to do.</param>
public sealed record ListQuestions(string? Line = null, bool Open = false, int Days = 120) : Query<IReadOnlyList<QuestionListView>>;

/// <summary>Questions of a line, in transcript order.</summary>
/// <param name="From">What was said before is left out, but for questions of which something was said since.</param>
/// <param name="Strays">Words that regard no question known here.</param>
public sealed record QuestionListView(LineMode Mode, string Line, DateTimeOffset From, IReadOnlyList<QuestionView> Questions, IReadOnlyList<QuestionStrayView> Strays)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A word that regards no question known here.</summary>
public sealed record QuestionStrayView(string Entry, string Party, DateTimeOffset At, QuestionJudgement? Judgement, IReadOnlyList<string> Regards);

/// <summary>One question and what became of it. Times are UTC.</summary>
/// <param name="Due">By when an answer is asked for.</param>
/// <param name="SecondsLeft">Until then; negative when the time is over.</param>
/// <param name="IsOpen">Somebody has still something to do.</param>
/// <param name="Words">What was said of it and of answers, in transcript order.</param>
public sealed record QuestionView(
    LineMode Mode,
    string Line,
    string Entry,
    string Party,
    Status Status,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    double SecondsLeft,
    QuestionStanding Standing,
    bool IsOpen,
    string Language,
    string Text,
    IReadOnlyList<QuestionLegView> Legs,
    IReadOnlyList<QuestionWordView> Words)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>How far the question has come with one asked party.</summary>
/// <param name="AnsweredAt">The first answer that stands; null while there is none.</param>
/// <param name="IsContested">The asked party's word: the question does not apply.</param>
/// <param name="Judged">The asker's word on the last answer that it judged.</param>
/// <param name="Next">What can be done next by us. The station sends nothing by itself.</param>
/// <param name="NextWords">The same in words.</param>
public sealed record QuestionLegView(
    string Party,
    QuestionOutcome Outcome,
    DateTimeOffset? AnsweredAt,
    bool IsContested,
    QuestionJudgement? Judged,
    IReadOnlyList<QuestionReplyView> Replies,
    QuestionStep Next,
    string NextWords);

/// <summary>One answer.</summary>
/// <param name="RecordedAt">When it was recorded here; null for our own.</param>
/// <param name="IsContest">It says that the question does not apply.</param>
/// <param name="IsReadable">Whether its words can be read here.</param>
/// <param name="IsByHand">Entered by an officer of another party: one-sided, unauthenticated.</param>
/// <param name="IsWithdrawn">Its author corrected it.</param>
/// <param name="IsLate">Said after the due time by its author's clock.</param>
/// <param name="CameLate">Said in time by its author's clock, and recorded here after the due time.</param>
public sealed record QuestionReplyView(
    string Entry, DateTimeOffset At, DateTimeOffset? RecordedAt, bool IsContest, bool IsReadable, bool IsByHand, bool IsWithdrawn, bool IsLate, bool CameLate,
    QuestionJudgement? Judged);

/// <summary>One word on a question or an answer.</summary>
/// <param name="Judgement">Null where it cannot be read here.</param>
/// <param name="About">The answer that is judged.</param>
/// <param name="Effect">Whether it counts, or why not.</param>
public sealed record QuestionWordView(
    string Entry, string Party, DateTimeOffset At, QuestionJudgement? Judgement, string? About, string? Language, string? Text, QuestionEffect Effect);

/// <summary>What a draft asks for.</summary>
public sealed record AnswerWishView(DateTimeOffset By, IReadOnlyList<string> From);
