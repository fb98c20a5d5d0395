using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Checks of a line: sent and answered by officers, by turns, at the times that the charter says. No station answers by itself.</summary>
internal static class Checks
{
    private const int MostDays = 92;

    public static object Send(OperationContext context, SendCheck operation)
    {
        if (Scheduled(context, operation.Line, out var line, out var schedule) is { } refused)
            return new Refused<SentCheck>(refused.Refusal, refused.Detail);
        var bank = operation.Bank is { } text ? BankRef.Parse(text) : null;
        if (!MessageContent.IsLanguage(operation.Language) || !CheckContent.IsText(operation.Text) || (operation.Bank is not null && bank is null))
        {
            return new Refused<SentCheck>(
                Refusal.Malformed, "A check is one line of 1 to 300 plain characters in a language such as en; a place in a bank is written checks/1/17.");
        }

        var words = new CheckContent(operation.Language, operation.Text, bank).ToWords();
        var said = Writing.SayAlone(context, operation.Line, Precedence.Routine, [], words, operation.Key, Status.Test);
        if (said is not Deferred later)
            return said is Refused<EntryView> { Why: var why, Detail: var detail } ? new Refused<SentCheck>(why, detail) : said;
        var (own, from) = (context.Memory.Own, Before(schedule, context.Step.Now));
        var reading = CheckReading.Of(context, line);
        return new Deferred(() => later.Read() switch
        {
            Done<EntryView> { Answer: var view } => new Done<SentCheck>(new SentCheck(view, Warning(reading.Report(from), view.Entry, own))),
            Refused<EntryView> { Why: var why, Detail: var detail } => new Refused<SentCheck>(why, detail),
            var other => other,
        });
    }

    private static string? Warning(CheckReport report, string entry, PartyId own)
    {
        var turn = report.Turns.Count > 0 ? report.Turns[^1] : null;
        if (report.Turns.Any(t => t.Sent?.Said.Entry.ToString() == entry) || !report.Beside.Any(b => b.Said.Entry.ToString() == entry))
            return null;
        return turn is null ? "No check is due now: this one is beside the schedule."
            : turn.Turn != own ? $"It is the turn of {turn.Turn} ({EntryText.Clock(turn.Due.At)}): this check is beside the schedule."
            : $"Our check of {EntryText.Clock(turn.Due.At)} was sent already: this one is beside the schedule.";
    }

    public static object Answer(OperationContext context, AnswerCheck operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) ||
            memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { Kind: EntryKind.Check, Status: Status.Test })
            return Refuse(Refusal.UnknownEntry, "There is no such check on this line. 'check list' names them.");
        if (entry.Party == memory.Own)
            return Refuse(Refusal.NotTheirs, "The check is our own; the other side answers it.");
        if (!line.Feeds.TryGetValue(entry.Feed(line.Id), out var feed) || feed.Lacks.Contains(entry.Index))
            return Refuse(Refusal.UnknownEntry, "The words of this check have not come or cannot be read here, so nobody has read it.");
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (OwnAnswers.Find(memory, line, entry, EntryKind.CheckAnswer) is { } before)
            return Refuse(Refusal.AlreadyAnswered, $"Our side has answered this check already, at {EntryText.Clock(before)}.");

        var said = Writing.SayAlone(context, operation.Line, Precedence.Routine, [entry], new CheckAnswerContent(note).ToWords(), operation.Key, Status.Test);
        if (said is Deferred)
            memory.AnsweredInStep[(line.Id, entry)] = context.Step.Now;
        return said;
    }

    public static object List(OperationContext context, ListChecks operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return new Refused<CheckReportView>(Refusal.Malformed, "Checks of the last 1 to 92 days are listed.");
        if (Scheduled(context, operation.Line, out var line, out var schedule) is { } refused)
            return new Refused<CheckReportView>(refused.Refusal, refused.Detail);
        var reading = CheckReading.Of(context, line);
        var from = context.Step.Now - TimeSpan.FromDays(operation.Days);
        return new Deferred(() => new Done<CheckReportView>(CheckViews.Of(reading.Glance.Handle, schedule, reading.Report(from))));
    }

    /// <summary>What is to be read of a line's checks for the station at a glance; null for a line without.</summary>
    public static Func<CheckGlance>? Glance(OperationContext context, LineState line)
    {
        if (line.Fold.Current?.Terms.Checks is not { } schedule || line.Fold.IsClosed || line.Fold.LeftBy.Contains(context.Memory.Own))
            return null;
        var (own, from) = (context.Memory.Own, Before(schedule, context.Step.Now));
        var reading = CheckReading.Of(context, line);
        return () => CheckViews.Glance(reading.Report(from), own);
    }

    // The time before the last one: whoever looks just after a time must see what became of the check before it.
    private static Timestamp Before(CheckSchedule schedule, Timestamp now) =>
        schedule.Last(now) is { } last ? schedule.Last(last.At - TimeSpan.FromMilliseconds(1))?.At ?? last.At : now;

    private static Writing.Why? Scheduled(OperationContext context, string name, out LineState line, out CheckSchedule schedule)
    {
        (line, schedule) = (LineNames.Find(context.Memory, name, out var refused)!, null!);
        if (line is null)
            return new Writing.Why(refused.Why, refused.Detail);
        if (line.Fold.Current is not { } charter)
            return Writing.NotOpen(context, line);
        schedule = charter.Terms.Checks!;
        return schedule is null ? new Writing.Why(Refusal.NoSchedule, "The charter of this line asks for no checks; 'line amend' with --checks proposes some.") : null;
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
