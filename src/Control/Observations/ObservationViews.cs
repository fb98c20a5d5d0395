using System.Text.Json.Serialization;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Questions;

namespace Parley.Control.Observations;

/// <summary>Many observations that were entered.</summary>
/// <param name="First">Number of the first; null: nothing was kept.</param>
/// <param name="Flaws">What is wrong, each with its place in the list from 1; nothing is kept where there are any.</param>
public sealed record ObservationBatchView(int? First, int Count, IReadOnlyList<ObservationFlawView> Flaws);

/// <summary>What is wrong with one of many.</summary>
/// <param name="Place">From 1.</param>
public sealed record ObservationFlawView(int Place, string Field, string Rule);

/// <summary>An observation as it was entered.</summary>
/// <param name="Typed">Its fields, from which a correction begins.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Where">The place in words, with its error.</param>
/// <param name="Drawn">The ellipse of one standard deviation, or the shape, for a map.</param>
/// <param name="SupersededBy">Number of the one in whose favour it no longer stands; null: it stands.</param>
public sealed record ObservationView(
    int Number, ObservationInput Typed, ObservationKind Kind, string? Party, DateTimeOffset From, DateTimeOffset Until, string Where, ActivityVolumeView Drawn, string Officer,
    DateTimeOffset Entered, int? SupersededBy, [property: JsonPropertyOrder(-1)] LineMode Mode = LineMode.Live)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An observation and what of all that was announced fits it.</summary>
/// <param name="Verdict">By what is known now, or as of the time that was asked for.</param>
/// <param name="Sentence">The verdict in words; of something unexplained only why it is.</param>
/// <param name="Then">The whole verdict by what was known when it was seen, in words; null: the same.</param>
/// <param name="About">The notice in question; null: none.</param>
/// <param name="Others">Others that were weighed, the best first.</param>
/// <param name="Doubles">Numbers of others that may be of the same thing.</param>
/// <param name="Reaction">Null: it is none.</param>
/// <param name="Asked">What was asked about it, and what was answered.</param>
/// <param name="Options">What can be done. Nothing is done by itself.</param>
/// <param name="Standing">What officers chose; null: nothing.</param>
/// <param name="Waiting">A proposal that waits for a second person; null: none.</param>
public sealed record ExplainedView(
    ObservationView Seen,
    VerdictKind Verdict,
    string Sentence,
    string? Then,
    ExplanationView? About,
    IReadOnlyList<ExplanationView> Others,
    IReadOnlyList<int> Doubles,
    ReactionView? Reaction,
    IReadOnlyList<AskedView> Asked,
    IReadOnlyList<OptionView> Options,
    DecisionView? Standing,
    DecisionView? Waiting);

/// <summary>How something seen lies to something announced.</summary>
/// <param name="Line">Handle of the line on which it was announced; empty: it is a public warning.</param>
/// <param name="Entry">By which it can be opened; empty: it is a public warning.</param>
/// <param name="IsActivity">It is an activity and no notice.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Title">Of its form or of itself.</param>
/// <param name="Part">The part that fits best; empty: all of it.</param>
/// <param name="Sentence">What the notice as such is worth here.</param>
/// <param name="Factors">Place, time, kind, strength, movement.</param>
/// <param name="House">Roles of our own house that must acknowledge the notice, and whether they have.</param>
/// <param name="Unacknowledged">Roles of our own house that have not, in a sentence; empty: none.</param>
/// <param name="Warning">Number of the public warning that it is; null: it was said on a line.</param>
public sealed record ExplanationView(
    string Line, string Entry, bool IsActivity, string Reference, string Party, string Title, string Part, string Sentence, IReadOnlyList<FactorView> Factors,
    IReadOnlyList<AddresseeView> House, string Unacknowledged, int? Warning = null);

/// <summary>One of five factors.</summary>
/// <param name="Thousandths">0: it does not fit; 1000: it fits, or nothing is known against it.</param>
public sealed record FactorView(FactorKind Kind, int Thousandths, string Sentence);

/// <summary>Another party prepares itself, perhaps because of something of ours.</summary>
/// <param name="Ours">What of ours they may have seen, the nearest in time first, and not more than 16; empty: nothing is known.</param>
public sealed record ReactionView(string Sentence, IReadOnlyList<OwnMatterView> Ours);

/// <summary>Something of ours.</summary>
/// <param name="IsAnnounced">False: they were told nothing of it.</param>
public sealed record OwnMatterView(string Reference, string Title, DateTimeOffset From, DateTimeOffset Until, bool IsAnnounced);

/// <summary>A question about an observation.</summary>
/// <param name="Draft">Its draft; null: it has left, or was said otherwise.</param>
/// <param name="Entry">Null: it has not left.</param>
/// <param name="Number">How the entry is called; empty while it has not left.</param>
/// <param name="Outcome">Of the question with the party that was asked; null: it has not left, or is none.</param>
/// <param name="Due">Until when the answer is due; null: no clock runs.</param>
/// <param name="Answer">Entry of the last answer; null: none.</param>
/// <param name="Sentence">What became of it.</param>
public sealed record AskedView(
    string Line, string? Draft, string? Entry, string Number, string Officer, DateTimeOffset At, QuestionOutcome? Outcome, DateTimeOffset? Due, string? Answer, string Sentence);

/// <summary>What can be done.</summary>
public enum OptionKind
{
    /// <summary>Ask in a form of the charter; a draft is written.</summary>
    Ask = 1,

    /// <summary>Ask at once whether it is theirs: a query leaves as flash.</summary>
    AskOwnership,

    /// <summary>The same as a number of the line's codebook.</summary>
    AskCode,

    /// <summary>Tell those of our own house who have not acknowledged the notice.</summary>
    TellHouse,

    /// <summary>Say what we do ourselves.</summary>
    Posture,

    /// <summary>Pause a phase of ours.</summary>
    Pause,

    /// <summary>Do nothing.</summary>
    Nothing,

    /// <summary>Propose to raise our own readiness in turn.</summary>
    Mirror,
}

/// <summary>Something that officers can do; the station does none of it.</summary>
/// <param name="Line">Null: it is of no line.</param>
/// <param name="Format">Of a question: id of the form.</param>
/// <param name="AnswerMinutes">Minutes from receipt in which it is to be answered; null: no clock.</param>
/// <param name="Sentence">What it is, and how it is done.</param>
/// <param name="Place">Of a query that leaves at once: where, to a tenth of a degree, for the officer to change; null: no point is known.</param>
/// <param name="Text">Of such a query: what is seen there, in English, without where it is known from.</param>
public sealed record OptionView(OptionKind Kind, string? Line, string? Format, int? AnswerMinutes, string Sentence, string? Place = null, string? Text = null);

/// <summary>A choice of officers.</summary>
/// <param name="Second">Null: nobody seconded it.</param>
public sealed record DecisionView(ReactionChoice Choice, string Reason, string Officer, DateTimeOffset At, string? Second, DateTimeOffset? SecondedAt);

/// <summary>What was seen in a time.</summary>
/// <param name="AsOf">Null: by what is known now.</param>
/// <param name="Seen">The newest first.</param>
/// <param name="LeftOut">How many more there are.</param>
/// <param name="Counts">How many of each verdict, those left out included.</param>
/// <param name="Trends">Strengths over time, of 64 kinds and parties at most.</param>
/// <param name="Unseen">Announced, over, and not seen, in sentences.</param>
/// <param name="NotRead">What was not read, in sentences.</param>
public sealed record ExplanationListView(
    DateTimeOffset From, DateTimeOffset To, DateTimeOffset? AsOf, IReadOnlyList<ExplainedView> Seen, int LeftOut, IReadOnlyList<VerdictCountView> Counts,
    IReadOnlyList<TrendView> Trends, IReadOnlyList<string> Unseen, IReadOnlyList<string> NotRead,
    [property: JsonPropertyOrder(-1)] LineMode Mode = LineMode.Live)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>How many of one verdict.</summary>
public sealed record VerdictCountView(VerdictKind Verdict, int Count);

/// <summary>Strengths of one kind and party over time.</summary>
/// <param name="Points">The last ones, 200 at most.</param>
public sealed record TrendView(string? Party, ObservationKind Kind, StrengthUnit Unit, TrendDirection Direction, string Sentence, IReadOnlyList<TrendPointView> Points);

/// <summary>A sighting in a trend.</summary>
public sealed record TrendPointView(int Number, DateTimeOffset At, long Lower, long Upper);

/// <summary>How a party stands.</summary>
/// <param name="Since">From when on something is new; null: we never talked with it, and no day was chosen.</param>
/// <param name="IsContact">Since is when we last talked.</param>
/// <param name="Declared">What it declared that stands, the last 200; where there are more, <paramref name="NotRead"/> says so.</param>
/// <param name="Observed">What was seen of it that stands, the newest first.</param>
/// <param name="Ours">What we do ourselves, announced or not; the first 200.</param>
/// <param name="NotRead">What was not read, in sentences.</param>
public sealed record PostureBoardView(
    string Party, DateTimeOffset At, DateTimeOffset? Since, bool IsContact, IReadOnlyList<DeclaredView> Declared, ExplanationListView Observed, IReadOnlyList<OwnMatterView> Ours,
    IReadOnlyList<string> Changes, IReadOnlyList<string> NotRead, [property: JsonPropertyOrder(-1)] LineMode Mode = LineMode.Live)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Something that a party declared.</summary>
/// <param name="Line">Empty: it is a public warning.</param>
/// <param name="Entry">Empty: it is a public warning.</param>
/// <param name="Effect">What the form does; null: it is an activity, words on posture or a public warning.</param>
/// <param name="From">Null: no time is named.</param>
/// <param name="IsNew">It was said since then.</param>
/// <param name="Warning">Number of the public warning that it is; null: it was said on a line.</param>
public sealed record DeclaredView(
    string Line, string Entry, string Number, string Title, NoticeEffect? Effect, DateTimeOffset At, DateTimeOffset? From, DateTimeOffset? Until, bool IsNew,
    int? Warning = null);

/// <summary>Terms of risk, each by itself. There is no sum of them and no probability of war.</summary>
/// <param name="Answers">How long questions about what was seen took until they were answered.</param>
/// <param name="Weeks">How much stayed unexplained, week by week.</param>
/// <param name="NearMisses">What missed a notice by little, and alarms that were called false, the newest first.</param>
public sealed record RiskView(DateTimeOffset From, DateTimeOffset To, ClarificationView Answers, IReadOnlyList<UnexplainedWeekView> Weeks, IReadOnlyList<string> NearMisses);

/// <summary>Time to clarification.</summary>
/// <param name="Median">Minutes; null: nothing was answered.</param>
/// <param name="Low">Minutes, of the 95 % interval of the median; null: too few to tell.</param>
/// <param name="High">Minutes; null: too few to tell.</param>
public sealed record ClarificationView(int Asked, int Answered, int? Median, int? Low, int? High);

/// <summary>One week.</summary>
/// <param name="LowPercent">Of the 95 % interval of the share.</param>
public sealed record UnexplainedWeekView(DateTimeOffset From, int Seen, int Unexplained, int LowPercent, int HighPercent);
