using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Ultimatums;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Ultimatums;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Messages of others that demand something under a threat: marked by our officers, acknowledged with a prepared text, recorded apart. Nothing of it leaves but
/// the acknowledgment, which is released like any other message.</summary>
internal static class Ultimatums
{
    public static object Mark(OperationContext context, MarkUltimatum operation) =>
        Timestamp.TryFrom(operation.Deadline.ToUnixTimeMilliseconds(), out var deadline)
            ? Enter(context, operation, operation.Line, operation.Entry, deadline, operation.Note)
            : Refuse(Refusal.Malformed, "The deadline is a time, UTC.");

    public static object Unmark(OperationContext context, UnmarkUltimatum operation) =>
        Enter(context, operation, operation.Line, operation.Entry, null, operation.Note);

    private static object Enter(OperationContext context, Operation operation, string name, string reference, Timestamp? deadline, string? note)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Message(context, name, reference, out var line, out var message) is { } wrong)
            return Refuse(wrong.Refusal, wrong.Detail);
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return UltimatumReading.Later(context, line, message.Ref);
        if (note is not null && (note.Length > Bounds.UltimatumNote || !MessageContent.IsText(note)))
            return Refuse(Refusal.Malformed, "A note has 1 to 4096 characters and no control characters but line ends and tabs.");
        var before = UltimatumReading.Notes(memory, line.Id, message.Ref).ToList();
        var inStep = memory.MarkedInStep.GetValueOrDefault((line.Id, message.Ref)) ?? [];
        List<UltimatumMark> marks = [.. before.Select(b => b.Mark), .. inStep];
        if (deadline is null && (marks.Count == 0 || !marks[^1].IsUltimatum))
            return Refuse(Refusal.NotMarked, "This message is not marked as an ultimatum.");
        if (marks.Count >= Bounds.UltimatumMarks)
            return Refuse(Refusal.TooMany, "No more can be entered about this message.");
        var mark = new UltimatumMark(marks.Count + 1, deadline, note, context.Actor.Name, step.Now);
        var document = new UltimatumNote(line.Id, message.Ref, mark);
        step.Put(DocumentKind.Ultimatum, document.Id, document.Encode());
        memory.MarkedInStep[(line.Id, message.Ref)] = [.. inStep, mark];
        step.Journal(JournalAct.UltimatumMarked, line.Id, message.Ref.ToString(), deadline is { } until ? $"deadline {until}" : "no ultimatum", operation.Key);
        memory.Remember(operation.Key, $"ultimatum {line.Id} {message.Ref}");
        return UltimatumReading.Later(context, line, message.Ref);
    }

    public static object Acknowledge(OperationContext context, AcknowledgeUltimatum operation)
    {
        var memory = context.Memory;
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Messages.Draft(context, new DraftMessage(operation.Line, Precedence.Routine, "en", "?") { Key = key });
        if (Message(context, operation.Line, operation.Entry, out var line, out var message) is { } wrong)
            return new Refused<DraftView>(wrong.Refusal, wrong.Detail);
        if (!IsMarked(memory, line, message.Ref))
            return new Refused<DraftView>(Refusal.NotMarked, "Mark the message as an ultimatum first; other messages are answered as they are.");
        var languages = operation.Language is { } asked ? [asked] : line.Fold.Current?.Terms.Languages ?? [];
        if (languages.FirstOrDefault(l => UltimatumAcknowledgment.Languages.Contains(l)) is not { } language)
        {
            return new Refused<DraftView>(
                Refusal.NoPreparedText,
                $"There is no prepared acknowledgment in {string.Join(", ", languages)}; there is one in {string.Join(", ", UltimatumAcknowledgment.Languages)}.");
        }

        var glance = LineGlance.Of(context, line);
        if (UltimatumReading.Replies(memory, glance, message).Select(r => r.Reply).FirstOrDefault(r => r.IsAcknowledgment) is { } sent)
            return new Refused<DraftView>(Refusal.AlreadyAnswered, $"Its receipt was acknowledged already, at {EntryText.Clock(sent.At)}: {sent.Entry}.");

        if (UltimatumReading.Waiting(memory, glance, message) is { } waits)
            return new Done<DraftView>(Messages.View(context, line, waits, null));
        var frame = new Writing.Frame(operation.Line, message.Precedence, message.Status, [message.Ref.ToString()]);
        // What came in this very step is in the store with the next.
        if (memory.Store.Entry(message.Feed, message.Index) is not { } stored)
            return new Refused<DraftView>(Refusal.Busy, "The message is just being recorded; ask again.");
        var words = UltimatumReading.Acknowledgment(glance, stored, message, language)!;
        if (Writing.New(context, frame, (_, _) => words.ToWords(), out _, out var why) is not { } draft)
            return new Refused<DraftView>(why.Refusal, why.Detail);
        Writing.Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, "acknowledgment of an ultimatum", operation.Key);
        memory.Remember(operation.Key, $"draft {draft.Id}");
        return new Done<DraftView>(Messages.View(context, line, draft, null));
    }

    public static object List(OperationContext context, ListUltimatums operation)
    {
        List<LineState> lines = [.. context.Memory.Lines.Values];
        if (operation.Line is { } name)
        {
            if (LineNames.Find(context.Memory, name, out var refused) is not { } only)
                return new Refused<IReadOnlyList<UltimatumView>>(refused.Why, refused.Detail);
            lines = [only];
        }

        var readings = lines.ToDictionary(l => l.Id, l => UltimatumReading.Of(context, l));
        var memory = context.Memory;
        return new Deferred(() => new Done<IReadOnlyList<UltimatumView>>([.. UltimatumReading.Marked(memory, operation.Line is null ? null : lines[0].Id)
            .Where(m => readings.ContainsKey(m.Line)).Select(m => readings[m.Line].View(m.Message)).OfType<UltimatumView>().OrderBy(v => v.Message.Time)]));
    }

    private static bool IsMarked(StationMemory memory, LineState line, EntryRef message) =>
        memory.MarkedInStep.TryGetValue((line.Id, message), out var now)
            ? now[^1].IsUltimatum
            : UltimatumReading.Notes(memory, line.Id, message).LastOrDefault() is { Mark.IsUltimatum: true };

    /// <summary>The message of another party; otherwise why it can be no ultimatum.</summary>
    private static Writing.Why? Message(OperationContext context, string name, string reference, out LineState line, out EntryHeader message)
    {
        var memory = context.Memory;
        (line, message) = (LineNames.Find(memory, name, out var refused)!, null!);
        if (line is null)
            return new Writing.Why(refused.Why, refused.Detail);
        if (EntryRef.Parse(reference) is not { } entry || !line.Heads.Covers(entry) || memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { } header)
            return new Writing.Why(Refusal.UnknownEntry, "There is no such entry on this line.");
        message = header;
        return entry.Party == memory.Own || !EntryKind.IsTalk(header.Kind)
            ? new Writing.Why(Refusal.NotTheirs, "Only words of another party can be marked as an ultimatum.")
            : null;
    }

    private static Refused<UltimatumView> Refuse(Refusal why, string detail) => new(why, detail);
}
