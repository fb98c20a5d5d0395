using Parley.Lines.Calls;
using Parley.Lines.Checks;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>The claims of a report, from its proof, its frame and what is stated. Whoever verifies a report works them out anew with this and compares.</summary>
public static class ReportFold
{
    /// <param name="file">The proof of that input, whose own proofs hold.</param>
    public static LineClaims Of(ReportFrame frame, LineInput input, TranscriptFile file)
    {
        var charter = file.Charters[0].Value;
        var source = new ReportSource(file, frame.Until);
        var calls = CallFold.Of(source.Calls, frame.Until);
        var period = Period(frame, source, calls);
        var checks = file.Charters.Any(c => c.Value.Terms.Checks is not null) ? CheckFold.Of(source.Checks(input.Maintenance), frame.From, frame.Until) : null;
        var contacts = Contacts(frame, source, period, checks);
        return new LineClaims(
            input,
            file.Head.Line,
            charter.Kind,
            charter.Mode,
            source.Parties,
            source.InForce()?.Terms.Publication == true,
            contacts.Pairs,
            [.. period.Select(c => Request(frame, file, source, c))],
            [.. contacts.Contacts.Where(c => c.At >= frame.From || c.Words.Any(w => w.At >= frame.From))],
            checks is null ? null : Checks(checks),
            Said(frame, source),
            source.Signed,
            source.Entries.Count(e => ReportShowing.IsClaim(e.Entry.Header.Kind) && e.Entry.Content is TranscriptContent.Absent));
    }

    /// <summary>Requests of the period, those of which something was said in it, and those that nobody had answered when it began.</summary>
    private static List<CallRecord> Period(ReportFrame frame, ReportSource source, CallReport calls)
    {
        var before = CallFold.Of(source.Calls.Until(frame.From), frame.From).Calls
            .Where(c => ContactFold.Outcome(c, frame.From) is RequestOutcome.Waiting or RequestOutcome.Unacknowledged or RequestOutcome.Scheduled).Select(c => c.Call).ToHashSet();
        return [.. calls.Calls.Where(c => c.RequestedAt >= frame.From || before.Contains(c.Call) || c.Steps.Any(s => s.At >= frame.From))];
    }

    /// <summary>When they talked last is looked for in all that was said until the end; what is counted is counted over the period.</summary>
    private static ContactReport Contacts(ReportFrame frame, ReportSource source, List<CallRecord> period, CheckReport? checks)
    {
        var began = source.Entries.Count > 0 ? source.Entries[0].At : frame.From;
        var all = ContactFold.Of(new ContactSource(source.Table, source.Calls, checks, began), frame.Until);
        var own = period.Select(c => c.Call).ToHashSet();
        var counted = source.Calls with { Entries = [.. source.Calls.Entries.Where(e => own.Contains(e.Entry) || (e.Regards is [var about] && own.Contains(about)))] };
        var sides = ContactFold.Of(new ContactSource(source.Table, counted, checks, began), frame.Until).Pairs;
        return all with { Pairs = [.. all.Pairs.Select((p, i) => p with { Sides = sides[i].Sides })] };
    }

    private static ReportRequest Request(ReportFrame frame, TranscriptFile file, ReportSource source, CallRecord call)
    {
        var silent = call.Silent(frame.Until);
        var own = call.From == frame.By ? frame.Words : Allows(file, call.Call);
        return new ReportRequest(
            call.Call,
            call.RequestedAt,
            call.Pair,
            call.What?.Means ?? CallMeans.Text,
            call.Precedence,
            own ? call.What?.Topic : null,
            call.Deadline,
            ContactFold.Outcome(call, frame.Until),
            call.HeldFrom,
            call.HeldTo,
            call.IsOneSided,
            [.. call.Legs.Select(l => new ReportLeg(
                l.Party, l.State, l.ReceivedAt, l.AcknowledgedAt, silent.Contains(l.Party), l.IsUnread, l.Reason,
                silent.Contains(l.Party) ? source.HeadsOf(l.Party) : []))],
            [.. call.Steps.Select(s => Step(frame, file, s))]);
    }

    private static ReportStep Step(ReportFrame frame, TranscriptFile file, CallStep step)
    {
        var shown = step.By == frame.By ? frame.Words : Allows(file, step.Entry);
        return new ReportStep(step.Entry, step.At, step.What?.Name, step.Effect, shown ? step.What?.Note?.Text : null);
    }

    private static bool Allows(TranscriptFile file, EntryRef entry) =>
        file.Feeds.First(f => f.Id == entry.Feed(file.Head.Line)).Entries[(int)entry.Index].Header is var header && ReportSource.Allows(file, header);

    private static ReportChecks Checks(CheckReport report)
    {
        var missed = new List<ReportMissed>();
        foreach (var turn in report.Turns)
        {
            if (turn.Standing is CheckStanding.Missed or CheckStanding.Overdue or CheckStanding.SentLate)
                missed.Add(new ReportMissed(turn.Turn, turn.Due.At, turn.Sent?.Said.Entry, turn.Standing == CheckStanding.SentLate ? "sent late" : "not sent"));
            missed.AddRange(turn.Sent is { } sent ? Replies(sent) : []);
        }

        missed.AddRange(report.Beside.SelectMany(Replies));
        var listed = missed.OrderBy(m => m.Due).ThenBy(m => m.Party).ToList();
        return new ReportChecks(report.Statistics, [.. listed.Take(Bounds.ReportMissedChecks)], Math.Max(0, listed.Count - Bounds.ReportMissedChecks));
    }

    private static IEnumerable<ReportMissed> Replies(CheckSent sent) =>
        from reply in sent.Replies
        let what = reply.Standing switch
        {
            CheckAnswerStanding.AnsweredLate => "answered late",
            CheckAnswerStanding.NotAnswered => "not answered",
            CheckAnswerStanding.NotReceived => "not received",
            _ => null,
        }
        where what is not null
        select new ReportMissed(reply.Party, sent.Said.At, sent.Said.Entry, what);

    private static List<ReportCount> Said(ReportFrame frame, ReportSource source) =>
    [
        .. source.Entries.Where(e => e.At >= frame.From).GroupBy(e => (e.Entry.Header.Feed.Party, e.Entry.Header.Kind))
            .OrderBy(g => g.Key.Party).ThenBy(g => g.Key.Kind, StringComparer.Ordinal).Select(g => new ReportCount(g.Key.Party, g.Key.Kind, g.Count())),
    ];
}
