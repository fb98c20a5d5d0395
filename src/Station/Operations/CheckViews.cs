using Parley.Control.Checks;
using Parley.Lines.Checks;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>Checks as officers see them.</summary>
internal static class CheckViews
{
    public static CheckReportView Of(string handle, CheckSchedule schedule, CheckReport report) => new(
        handle,
        schedule.ToString(),
        report.From.ToDateTimeOffset(),
        [.. report.Turns.Select(t => new CheckTurnView(
            t.Due.At.ToDateTimeOffset(), t.Turn.ToString(), t.Standing, t.Sent is { } sent ? Of(sent) : null, t.Excuse is { } excuse ? Words(excuse) : null))],
        [.. report.Beside.Select(Of)],
        [.. report.Coming.Select(c => new CheckComing(c.Due.At.ToDateTimeOffset(), c.Turn.ToString(), c.Due.Number))],
        [.. report.Statistics.Select(s => new CheckStatisticsView(
            s.Party.ToString(), s.Due, s.SentLate, s.Missed, s.ToAnswer, s.AnsweredLate, s.NotAnswered, s.NotReceived, s.MedianMinutes, s.WorstMinutes))]);

    private static CheckSaidView Of(CheckSent sent) => new(
        sent.Said.Entry.ToString(),
        sent.Said.By.ToString(),
        sent.Said.At.ToDateTimeOffset(),
        sent.Said.What.Language,
        sent.Said.What.Text,
        sent.Said.What.Bank?.ToString(),
        [.. sent.Replies.Select(Of)]);

    private static CheckReplyView Of(CheckReply reply) => new(
        reply.Party.ToString(),
        reply.Standing,
        reply.By.ToDateTimeOffset(),
        reply.IsReceived,
        reply.Answer?.Entry.ToString(),
        reply.Answer?.At.ToDateTimeOffset(),
        reply.Answer?.Recorded?.ToDateTimeOffset(),
        reply.Minutes,
        [.. reply.Again.Select(a => a.ToString())],
        reply.Excuse is { } excuse ? Words(excuse) : null);

    /// <summary>The next time, and what waits for whom.</summary>
    public static CheckGlance Glance(CheckReport report, PartyId own)
    {
        var next = report.Coming.Count > 0 ? report.Coming[0] : ((CheckDue Due, PartyId Turn)?)null;
        List<string> attention = [.. report.Turns.SelectMany(t => Attention(t, own)), .. report.Beside.SelectMany(b => Attention(b, own))];
        return new CheckGlance(next?.Due.At.ToDateTimeOffset(), next?.Turn.ToString(), next?.Turn == own, attention);
    }

    private static IEnumerable<string> Attention(CheckTurn turn, PartyId own)
    {
        var whose = turn.Turn == own ? "our check" : $"the check of {turn.Turn}";
        var at = EntryText.Clock(turn.Due.At);
        return turn switch
        {
            { Sent: { } sent } => Attention(sent, own),
            { Standing: CheckStanding.Due } when turn.Turn == own => [$"{whose} of {at} is due: send it"],
            { Standing: CheckStanding.Overdue } => [$"{whose} of {at} is OVERDUE{(turn.Turn == own ? ": send it" : "; none has come here")}"],
            { Standing: CheckStanding.Missed } => [turn.Turn == own ? $"{whose} of {at} was not sent" : $"{whose} of {at} has not come here"],
            _ => [],
        };
    }

    private static IEnumerable<string> Attention(CheckSent sent, PartyId own)
    {
        var whose = sent.Said.By == own ? "our check" : $"the check of {sent.Said.By}";
        var check = $"{whose} sent {EntryText.Clock(sent.Said.At)}";
        foreach (var reply in sent.Replies)
        {
            if (reply.Answer is not null || reply.Excuse is not null)
                continue;
            if (reply.Party == own)
                yield return $"{check} waits for our answer, {Due(reply)} {EntryText.Clock(reply.By)}: {sent.Said.Entry}";
            else if (reply.Standing == CheckAnswerStanding.NotAnswered)
                yield return $"{check}: the station of {reply.Party} has it, nobody answered";
            else if (reply.Standing == CheckAnswerStanding.NotReceived)
                yield return $"{check}: not received by {reply.Party}";
        }
    }

    private static string Due(CheckReply reply) => reply.Standing == CheckAnswerStanding.Waiting ? "due" : "which was due";

    private static string Words(CheckExcuse excuse)
    {
        var until = excuse.Until is { } end ? $" until {EntryText.Clock(end)}" : "";
        var since = EntryText.Clock(excuse.From);
        return excuse.Cause switch
        {
            CheckExcuseCause.Suspended => $"the line was suspended by {excuse.By} from {since}{until}",
            CheckExcuseCause.Maintenance => $"{excuse.By} announced maintenance from {since}{until}",
            _ => $"{excuse.By} has left the line",
        };
    }
}
