using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Lines.Entries;

namespace Parley.Lines.Checks;

/// <summary>What became of a check that was due. Closed.</summary>
public enum CheckStanding
{
    /// <summary>It is due, and there is still time.</summary>
    Due = 0,

    /// <summary>The time is over and it has not been sent, as far as is known here.</summary>
    Overdue = 1,
    Sent = 2,
    SentLate = 3,

    /// <summary>The next one was due before it was sent, as far as is known here.</summary>
    Missed = 4,
    Excused = 5,
}

/// <summary>What became of a check on the side that must answer. Closed.</summary>
public enum CheckAnswerStanding
{
    /// <summary>There is still time.</summary>
    Waiting = 0,
    Answered = 1,
    AnsweredLate = 2,

    /// <summary>Their station has it, and nobody answered in time.</summary>
    NotAnswered = 3,

    /// <summary>Their station has not signed for it, and the time is over.</summary>
    NotReceived = 4,
    Excused = 5,
}

/// <summary>How one party answered a check.</summary>
/// <param name="By">Until when it must answer.</param>
/// <param name="Answer">Its first answer; what it answers once more does not count.</param>
/// <param name="Minutes">From check to answer.</param>
/// <param name="Again">Further answers of the same party.</param>
public sealed record CheckReply(
    PartyId Party, CheckAnswerStanding Standing, Timestamp By, bool IsReceived, CheckAnswered? Answer, double? Minutes, IReadOnlyList<EntryRef> Again, CheckExcuse? Excuse);

/// <summary>A check that was sent and how each of the others answered.</summary>
public sealed record CheckSent(CheckSaid Said, IReadOnlyList<CheckReply> Replies);

/// <summary>One time of the schedule.</summary>
public sealed record CheckTurn(CheckDue Due, PartyId Turn, CheckStanding Standing, CheckSent? Sent, CheckExcuse? Excuse);

/// <summary>What a party did in the time that was looked at.</summary>
/// <param name="Due">Checks that were its to send, the excused ones not counted.</param>
/// <param name="ToAnswer">Checks of others whose time to answer is over or that it answered, the excused ones not counted.</param>
/// <param name="NotReceived">Those that its station has not signed for.</param>
/// <param name="MedianMinutes">From check to answer; null while it has answered none.</param>
public sealed record CheckStatistics(
    PartyId Party, int Due, int SentLate, int Missed, int ToAnswer, int AnsweredLate, int NotAnswered, int NotReceived, double? MedianMinutes, double? WorstMinutes);

/// <summary>A line's checks over some time.</summary>
/// <param name="Beside">Checks that were sent out of turn or once more for the same time.</param>
/// <param name="Coming">The next times and whose turn each is.</param>
public sealed record CheckReport(
    Timestamp From,
    IReadOnlyList<CheckTurn> Turns,
    IReadOnlyList<CheckSent> Beside,
    IReadOnlyList<(CheckDue Due, PartyId Turn)> Coming,
    IReadOnlyList<CheckStatistics> Statistics);
