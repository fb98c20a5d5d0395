using System.Globalization;
using Parley.Control.Checks;
using Parley.Lines.Checks;

namespace Parley.Cli.Rendering;

/// <summary>Checks of a line for people.</summary>
internal static class CheckLines
{
    private const string Indent = "    ";

    /// <summary>Everything of a report.</summary>
    public static IEnumerable<TintedLine> Report(CheckReportView report, string own) =>
        [
            new($"checks of {SafeText.Line(report.Line)}: {SafeText.Line(report.Schedule)}; since {TranscriptText.Time(report.From)}", Tint.Quiet),
            .. report.Turns.SelectMany(t => Turn(t, own)),
            .. report.Beside.SelectMany(b => Beside(b, own)),
            .. report.Statistics.Select(s => Statistics(s, own)),
            .. Coming(report, own),
        ];

    /// <summary>What is due or overdue, and what comes.</summary>
    public static IEnumerable<TintedLine> Due(CheckReportView report, string own)
    {
        var open = report.Turns.Where(t => t.Standing is CheckStanding.Due or CheckStanding.Overdue || t.Sent?.Replies.Any(IsOpen) == true).SelectMany(t => Turn(t, own))
            .Concat(report.Beside.Where(b => b.Replies.Any(IsOpen)).SelectMany(b => Beside(b, own))).ToList();
        return [.. open.Count == 0 ? [new TintedLine("nothing is due")] : open, .. Coming(report, own)];
    }

    private static bool IsOpen(CheckReplyView reply) => reply.Entry is null && reply.Excuse is null;

    private static IEnumerable<TintedLine> Turn(CheckTurnView turn, string own)
    {
        var head = $"{TranscriptText.Time(turn.Due)}  {(turn.Turn == own ? "ours" : turn.Turn)}: ";
        yield return turn.Standing switch
        {
            CheckStanding.Due => new(head + "due", Tint.Warning),
            CheckStanding.Overdue => new($"{head}OVERDUE{(turn.Turn == own ? "" : ", none has come here")}", Tint.Warning),
            CheckStanding.Missed => new(head + (turn.Turn == own ? "MISSED, not sent" : "MISSED, none has come here"), Tint.Warning),
            CheckStanding.Excused => new($"{head}excused, because {SafeText.Line(turn.Excuse ?? "")}"),
            CheckStanding.SentLate => new($"{head}sent LATE, {TranscriptText.Time(turn.Sent!.At, turn.Due)}", Tint.Warning),
            _ => new($"{head}sent {TranscriptText.Time(turn.Sent!.At, turn.Due)}"),
        };
        foreach (var line in turn.Sent is { } sent ? Sent(sent, own) : [])
            yield return line;
    }

    private static IEnumerable<TintedLine> Beside(CheckSaidView check, string own) =>
        [new($"{TranscriptText.Time(check.At)}  {(check.Party == own ? "ours" : check.Party)}: sent beside the schedule"), .. Sent(check, own)];

    private static IEnumerable<TintedLine> Sent(CheckSaidView check, string own)
    {
        var bank = check.Bank is { } place ? $" [{place}]" : "";
        yield return new($"{Indent}({SafeText.Line(check.Language)}) {SafeText.Line(check.Text)}{bank}", Tint.Quiet);
        foreach (var reply in check.Replies)
            yield return Reply(reply, check, own);
        yield return new($"{Indent}ref {SafeText.Line(check.Entry)}", Tint.Quiet);
    }

    private static TintedLine Reply(CheckReplyView reply, CheckSaidView check, string own)
    {
        var who = reply.Party == own ? "here" : reply.Party;
        var due = TranscriptText.Time(reply.By, check.At);
        var by = $"was due {due}";
        var waits = reply.Party == own ? "WAITS FOR OUR ANSWER" : reply.Received ? "received, not answered yet" : "not received yet";
        var again = reply.Again.Count > 0 ? $"; answered once more, which does not count: {string.Join(", ", reply.Again)}" : "";
        return reply.Standing switch
        {
            CheckAnswerStanding.Answered => new($"{Indent}{who}: answered {When(reply, check)} after {Minutes(reply.Minutes)}{again}", Tint.Good),
            CheckAnswerStanding.AnsweredLate => new($"{Indent}{who}: answered {When(reply, check)} LATE, after {Minutes(reply.Minutes)}; {by}{again}", Tint.Warning),
            CheckAnswerStanding.Waiting => new($"{Indent}{who}: {waits}, due {due}", reply.Party == own ? Tint.Warning : Tint.Plain),
            CheckAnswerStanding.NotAnswered when reply.Party == own => new($"{Indent}here: NOT ANSWERED, {by}", Tint.Warning),
            CheckAnswerStanding.NotAnswered => new($"{Indent}{who}: their station has it, NOBODY ANSWERED; {by}", Tint.Warning),
            CheckAnswerStanding.NotReceived => new($"{Indent}{who}: NOT RECEIVED; {by}", Tint.Warning),
            _ => new($"{Indent}{who}: not answered, excused, because {SafeText.Line(reply.Excuse ?? "")}"),
        };
    }

    // By the clock of who answered; when it came here stands beside it where that is another minute.
    private static string When(CheckReplyView reply, CheckSaidView check)
    {
        var at = reply.At ?? check.At;
        var came = reply.RecordedAt is { } recorded && Math.Abs((recorded - at).TotalMinutes) >= 1 ? $" (recorded here {TranscriptText.Time(recorded, check.At)})" : "";
        return TranscriptText.Time(at, check.At) + came;
    }

    private static TintedLine Statistics(CheckStatisticsView s, string own)
    {
        var answers = s.MedianMinutes is { } median ? $", median {Minutes(median)}, worst {Minutes(s.WorstMinutes)}" : "";
        return new(
            $"{(s.Party == own ? "we" : s.Party)}: to send {Number(s.Due)}, late {Number(s.SentLate)}, missed {Number(s.Missed)}; to answer {Number(s.ToAnswer)}, late " +
            $"{Number(s.AnsweredLate)}, not answered {Number(s.NotAnswered)}, not received {Number(s.NotReceived)}{answers}");
    }

    private static IEnumerable<TintedLine> Coming(CheckReportView report, string own) =>
        report.Coming.Select(c => new TintedLine($"{TranscriptText.Time(c.Due)}  {(c.Turn == own ? "ours" : c.Turn)}: to come", Tint.Quiet));

    private static string Minutes(double? minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes:0.#} min");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
