using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Station.Alarms;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Handling: our officers enter what was done with a message of another party. It is kept at home, and the other side is told of the stages that the
/// charter shows.</summary>
internal static class Handlings
{
    public static object Record(OperationContext context, RecordHandling operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) || memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { } header)
            return Refuse(Refusal.UnknownEntry, "There is no such entry on this line.");
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Transcripts.Later(context, line, entry);
        if ((entry.Party == memory.Own && header.Kind != EntryKind.ByHand) || !EntryKind.IsWords(header.Kind) || EntryKind.IsAside(header.Kind))
            return Refuse(Refusal.NotTheirs, "Only words of another party are handled here; what they did with ours, they report.");
        if (Wrong(context, operation) is { } wrong)
            return wrong;
        if (UnknownAddressee(context, line, header, operation) is { } unknown)
            return unknown;
        var before = EntryHandling.Notes(memory, line.Id, entry).ToList();
        var number = before.Count + memory.HandledInStep.GetValueOrDefault((line.Id, entry)) + 1;
        if (number > Bounds.HandlingStages)
            return Refuse(Refusal.TooMany, "No more stages can be entered on this message.");
        var corrected = before.Find(n => n.Number == operation.Corrects);
        if (operation.Corrects is not null && corrected is null)
            return Refuse(Refusal.UnknownEntry, $"No stage {operation.Corrects} was entered on this message; 'entry' shows their numbers.");
        Enter(context, line, header, operation, number, corrected);
        return Transcripts.Later(context, line, entry);
    }

    private static void Enter(OperationContext context, LineState line, EntryHeader message, RecordHandling operation, int number, HandlingNote? corrected)
    {
        var (memory, step) = (context.Memory, context.Step);
        var at = operation.At is { } told ? Timestamp.From(told) : step.Now;
        var what = new HandlingContent(operation.Stage, at, operation.Role, operation.Addressee, operation.Language, operation.Text, corrected?.Told);
        var shown = line.Fold.Current?.Terms.Shown ?? [];
        // Who was told something wrong is told that it was.
        // Words that came by hand are our own entry, and there is nobody to tell.
        var isTold = Writing.NotOpen(context, line) is null && message.Kind != EntryKind.ByHand &&
            (shown.Contains(what.Stage.Name()) || corrected?.Told is not null || (message.Kind == EntryKind.Alert && IsOfAlert(what.Stage)));
        EntryRef? entry = isTold
            ? Writing.Say(context, line, Least(message.Precedence), message.Status, [message.Ref], what.ToWords(), null)
            : null;
        var note = new HandlingNote(line.Id, message.Ref, number, what, context.Actor.Name, step.Now, operation.Corrects ?? 0, entry);
        step.Put(DocumentKind.Handling, note.Id, note.Encode());
        memory.HandledInStep[(line.Id, message.Ref)] = memory.HandledInStep.GetValueOrDefault((line.Id, message.Ref)) + 1;
        step.Journal(JournalAct.Handled, line.Id, message.Ref.ToString(), what.Stage.Name(), operation.Key);
        memory.Remember(operation.Key, $"handled {line.Id} {message.Ref}");
        step.Note(ChangeKind.Handled, line.Id, message.Ref.ToString(), what.Stage.Name());
        AlarmBook.Dealt(step, line, message.Ref);
    }

    // Who says that life is at risk hears what became of it, whatever the charter shows.
    private static bool IsOfAlert(HandlingStage stage) => stage is HandlingStage.Read or HandlingStage.Passed or HandlingStage.Stopped;

    // A report must not stand in the lane of flashes.
    internal static Precedence Least(Precedence precedence) => precedence == Precedence.Flash ? Precedence.Immediate : precedence;

    private static Refused<EntryView>? Wrong(OperationContext context, RecordHandling operation)
    {
        if (!Enum.IsDefined(operation.Stage))
            return Refuse(Refusal.Malformed, "There is no such stage.");
        if (!ActionAddressee.IsRole(operation.Role))
            return Refuse(Refusal.Malformed, "The role has 1 to 64 characters without slash, colon and comma, such as: duty officer.");
        if (operation.At is { } at && (!Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time) || time - context.Step.Now > TimeSpan.FromMinutes(1)))
            return Refuse(Refusal.Malformed, "What has not happened yet cannot be entered; the time is UTC.");
        if (operation.Text is { Length: > Parley.Lines.Bounds.TextLength })
            return Refuse(Refusal.TooLong, "A text has at most 65,536 characters.");
        if ((operation.Text is null) != (operation.Language is null) || (operation.Text is { } text && !MessageContent.IsText(text)) ||
            (operation.Language is { } language && !MessageContent.IsLanguage(language)))
            return Refuse(Refusal.Malformed, "A text needs its language, a tag such as en or ru, and no language stands without a text.");
        if (operation.Stage.NeedsAddressee() && operation.Addressee is null)
            return Refuse(Refusal.UnknownAddressee, "Say which action addressee it is about.");
        return !operation.Stage.TakesAddressee() && operation.Addressee is not null
            ? Refuse(Refusal.Malformed, $"'{operation.Stage.Name()}' is not about an action addressee.")
            : null;
    }

    private static Refused<EntryView>? UnknownAddressee(OperationContext context, LineState line, EntryHeader message, RecordHandling operation)
    {
        var memory = context.Memory;
        if (operation.Addressee is not { } role)
            return null;
        var glance = LineGlance.Of(context, line);
        var words = glance.Content(message) is { } content ? glance.Text(message, content) : null;
        var named = (words?.Addressees ?? []).Where(a => a.Addressee.Party == memory.Own).Select(a => a.Addressee.Role).ToList();
        return named.Contains(role)
            ? null
            : Refuse(Refusal.UnknownAddressee, named.Count == 0
                ? "This message names no action addressee of ours."
                : $"This message names no '{role}' of ours; it names {string.Join(", ", named)}.");
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
