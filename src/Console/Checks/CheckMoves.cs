using Parley.Control.Checks;
using Parley.Lines.Checks;

namespace Parley.Console.Checks;

/// <summary>What of a line's checks is to be done now.</summary>
/// <param name="ToSend">The check that is ours to send; null: none is.</param>
/// <param name="ToAnswer">Checks of others that wait for our answer, the oldest first, with the time by which.</param>
/// <param name="Awaited">Theirs to send now; null: none is.</param>
/// <param name="Unanswered">Ours that they have not answered and that are not excused.</param>
internal sealed record CheckDuties(
    CheckTurnView? ToSend,
    IReadOnlyList<(CheckSaidView Check, CheckReplyView Reply)> ToAnswer,
    CheckTurnView? Awaited,
    IReadOnlyList<(CheckSaidView Check, CheckReplyView Reply)> Unanswered)
{
    public bool IsIdle => ToSend is null && ToAnswer.Count == 0 && Awaited is null && Unanswered.Count == 0;
}

/// <summary>Reads a report of checks for what is due.</summary>
internal static class CheckMoves
{
    public static CheckDuties Of(CheckReportView report, string own)
    {
        var due = report.Turns.Where(t => t.Standing is CheckStanding.Due or CheckStanding.Overdue).ToList();
        var replies = report.Turns.Select(t => t.Sent).OfType<CheckSaidView>().Concat(report.Beside)
            .SelectMany(c => c.Replies.Select(r => (Check: c, Reply: r))).Where(r => r.Reply.Entry is null && r.Reply.Excuse is null).ToList();
        return new CheckDuties(
            due.FindLast(t => t.Turn == own),
            [.. replies.Where(r => r.Reply.Party == own && r.Reply.Standing is CheckAnswerStanding.Waiting or CheckAnswerStanding.NotAnswered).OrderBy(r => r.Check.At)],
            due.FindLast(t => t.Turn != own),
            [.. replies.Where(r => r.Check.Party == own && r.Reply.Standing == CheckAnswerStanding.Waiting).OrderBy(r => r.Check.At)]);
    }

    /// <summary>How a turn ended, as one word of the text keys <c>checks.turn.…</c>.</summary>
    public static string Word(CheckTurnView turn) => turn.Standing.ToString().ToLowerInvariant();

    /// <summary>Whether it must be seen: somebody did not do what was due.</summary>
    public static bool IsBad(CheckTurnView turn) => turn.Standing is CheckStanding.Overdue or CheckStanding.Missed or CheckStanding.SentLate;

    public static bool IsBad(CheckReplyView reply) => reply.Standing is CheckAnswerStanding.NotAnswered or CheckAnswerStanding.NotReceived or CheckAnswerStanding.AnsweredLate;
}
