using Parley.Control;
using Parley.Control.Outside;
using Parley.Ledger;
using Parley.Lines.Alerts;
using Parley.Lines.Charters;
using Parley.Lines.Messages;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>What was said elsewhere: public statements, messages on other channels. Known here alone, and never more than unauthenticated.</summary>
internal static class OutsideNotes
{
    public static Outcome<OutsideView> Add(OperationContext context, AddOutside operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (operation.Key is { } key && memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["outside", var id] &&
            memory.Outside.TryGetValue(id, out var before))
            return new Done<OutsideView>(View(memory, before));
        if (!AlertContent.IsPlace(operation.Speaker) || !AlertContent.IsPlace(operation.Source))
            return Refuse(Refusal.Malformed, "Speaker and source have 1 to 256 characters on one line each.");
        if (operation.Quote.Length > Bounds.OutsideQuote)
            return Refuse(Refusal.TooLong, "A quote has at most 4,096 characters. Enter what matters.");
        if (!MessageContent.IsText(operation.Quote) || !MessageContent.IsLanguage(operation.Language))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (!Timestamp.TryFrom(operation.At.ToUnixTimeMilliseconds(), out var at) || at - step.Now > TimeSpan.FromMinutes(1))
            return Refuse(Refusal.Malformed, ByHands.FutureRule);
        if (memory.Outside.Count >= Bounds.OutsideNotes)
            return Refuse(Refusal.TooMany, "The station holds as many statements as it can.");
        var number = Of(memory, line.Id).Select(n => n.Number).DefaultIfEmpty(0).Max() + 1;
        var note = new OutsideNote(
            line.Id, number, operation.Speaker, at, operation.Language, operation.Quote, operation.Source, context.Actor.Name, step.Now);
        memory.Outside[note.Id] = note;
        step.Put(DocumentKind.Outside, note.Id, note.Encode());
        step.Journal(JournalAct.OutsideNoted, line.Id, note.Id, key: operation.Key);
        memory.Remember(operation.Key, $"outside {note.Id}");
        step.Note(ChangeKind.Line, line.Id, text: "a statement from outside was entered");
        return new Done<OutsideView>(View(memory, note));
    }

    public static Outcome<IReadOnlyList<OutsideView>> List(OperationContext context, ListOutside operation) =>
        LineNames.Find(context.Memory, operation.Line, out var refused) is { } line
            ? new Done<IReadOnlyList<OutsideView>>([.. Of(context.Memory, line.Id).OrderBy(n => n.At).ThenBy(n => n.Number).Select(n => View(context.Memory, n))])
            : new Refused<IReadOnlyList<OutsideView>>(refused.Why, refused.Detail);

    public static IEnumerable<OutsideNote> Of(StationMemory memory, LineId line) => memory.Outside.Values.Where(n => n.Line == line);

    public static OutsideView View(StationMemory memory, OutsideNote note) => new(
        memory.Lines.TryGetValue(note.Line, out var line) ? LineNames.HandleOf(memory, line) : note.Line.ToString(),
        note.Number,
        note.Speaker,
        note.At.ToDateTimeOffset(),
        note.Language,
        note.Quote,
        note.Source,
        note.Officer,
        note.Entered.ToDateTimeOffset());

    private static Refused<OutsideView> Refuse(Refusal why, string detail) => new(why, detail);
}
