using Parley.Control.Messages;
using Parley.Lines.Checks;

namespace Parley.Control.Checks;

/// <summary>Send a check of the line: a harmless text, marked as a test. Out of turn it leaves too, with a warning.</summary>
/// <param name="Bank">Where in a bank the text stands, such as <c>checks/1/17</c>; null for a text of one's own.</param>
public sealed record SendCheck(string Line, string Language, string Text, string? Bank = null) : Operation<SentCheck>, IOnLine;

/// <summary>A check that has left.</summary>
/// <param name="Warning">Why it does not count as the one that is due; null when it does.</param>
public sealed record SentCheck(EntryView Check, string? Warning);

/// <summary>Answer a check of the other side: an officer has read it. The station never answers by itself.</summary>
public sealed record AnswerCheck(string Line, string Entry, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>What became of a line's checks in the last <paramref name="Days"/> days, and the times that come.</summary>
public sealed record ListChecks(string Line, int Days = 7) : Query<CheckReportView>;

/// <summary>A line's checks.</summary>
/// <param name="Schedule">As the charter in force has it.</param>
/// <param name="From">What is before it was left out.</param>
/// <param name="Turns">Each time of the schedule, oldest first.</param>
/// <param name="Beside">Checks out of turn, or once more for the same time.</param>
public sealed record CheckReportView(
    string Line,
    string Schedule,
    DateTimeOffset From,
    IReadOnlyList<CheckTurnView> Turns,
    IReadOnlyList<CheckSaidView> Beside,
    IReadOnlyList<CheckComing> Coming,
    IReadOnlyList<CheckStatisticsView> Statistics);

/// <summary>One time of the schedule.</summary>
/// <param name="Turn">Whose turn it is.</param>
/// <param name="Excuse">Why it is excused; null when it is not.</param>
public sealed record CheckTurnView(DateTimeOffset Due, string Turn, CheckStanding Standing, CheckSaidView? Sent, string? Excuse);

/// <summary>A check that was sent.</summary>
/// <param name="At">By its author's clock, UTC.</param>
public sealed record CheckSaidView(
    string Entry, string Party, DateTimeOffset At, string Language, string Text, string? Bank, IReadOnlyList<CheckReplyView> Replies);

/// <summary>How one party answered.</summary>
/// <param name="By">Until when it must answer, UTC.</param>
/// <param name="Received">Its station has signed for the check.</param>
/// <param name="At">When it answered, by its clock, UTC.</param>
/// <param name="RecordedAt">When its answer was recorded here, UTC.</param>
/// <param name="Minutes">From check to answer.</param>
/// <param name="Again">Further answers, which do not count.</param>
public sealed record CheckReplyView(
    string Party,
    CheckAnswerStanding Standing,
    DateTimeOffset By,
    bool Received,
    string? Entry,
    DateTimeOffset? At,
    DateTimeOffset? RecordedAt,
    double? Minutes,
    IReadOnlyList<string> Again,
    string? Excuse);

/// <summary>A time that comes, and whose turn it is.</summary>
/// <param name="Number">Counts the times of the schedule.</param>
public sealed record CheckComing(DateTimeOffset Due, string Turn, long Number);

/// <summary>What one party did with checks.</summary>
/// <param name="Due">That were its to send.</param>
/// <param name="Missed">Of these not sent, as far as is known here.</param>
/// <param name="ToAnswer">Of others, whose time is over or that it answered.</param>
/// <param name="NotAnswered">Its station had them and nobody answered.</param>
/// <param name="NotReceived">Its station has not signed for them.</param>
public sealed record CheckStatisticsView(
    string Party, int Due, int SentLate, int Missed, int ToAnswer, int AnsweredLate, int NotAnswered, int NotReceived, double? MedianMinutes, double? WorstMinutes);

/// <summary>The checks of a line at a glance.</summary>
/// <param name="Next">The next time, UTC.</param>
/// <param name="OurTurn">The next check is ours.</param>
/// <param name="Attention">What is due or overdue, in words.</param>
public sealed record CheckGlance(DateTimeOffset? Next, string? Turn, bool OurTurn, IReadOnlyList<string> Attention);
