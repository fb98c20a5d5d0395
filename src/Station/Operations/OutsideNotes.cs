using Parley.Control;
using Parley.Control.Outside;
using Parley.Ledger;
using Parley.Lines.Alerts;
using Parley.Lines.Charters;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

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
        if (Party(context, line, operation, out var party) is { } unknown)
            return unknown;
        if (memory.Outside.Count >= Bounds.OutsideNotes)
            return Refuse(Refusal.TooMany, "The station holds as many statements as it can.");
        var number = Of(memory, line.Id).Select(n => n.Number).DefaultIfEmpty(0).Max() + 1;
        var note = new OutsideNote(
            line.Id, number, operation.Speaker, at, operation.Language, operation.Quote, operation.Source, context.Actor.Name, step.Now,
            operation.Declares, party);
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
        memory.Lines.GetValueOrDefault(note.Line)?.Mode ?? LineMode.Live,
        memory.Lines.TryGetValue(note.Line, out var line) ? LineNames.HandleOf(memory, line) : note.Line.ToString(),
        note.Number,
        note.Speaker,
        note.At.ToDateTimeOffset(),
        note.Language,
        note.Quote,
        note.Source,
        note.Officer,
        note.Entered.ToDateTimeOffset(),
        note.Declares,
        note.Party?.ToString());

    /// <summary>What that party is said to have declared last of the line; null for nothing, or where it was taken back. Told outside: no word of the line.</summary>
    public static Declaration? Declared(StationMemory memory, LineId line, PartyId party) =>
        Of(memory, line).Where(n => n.Party == party).OrderBy(n => n.At).ThenBy(n => n.Number).LastOrDefault() is { Declares: OutsideDeclares.Suspended } last
            ? new Declaration(DeclaredState.Suspended, null, last.At, $"outside {last.Number}")
            : null;

    private static Refused<OutsideView>? Party(OperationContext context, LineState line, AddOutside operation, out PartyId? party)
    {
        party = null;
        if (operation.Declares is null)
            return operation.Party is null ? null : Refuse(Refusal.Malformed, "A party is named where its statement declares something; else the speaker is enough.");
        if (!Enum.IsDefined(operation.Declares.Value))
            return Refuse(Refusal.Malformed, "A statement declares the line suspended or resumed.");
        if (PartyId.Parse(operation.Party ?? "") is not { } named || named == context.Memory.Own || line.Fold.Founding?.Parties.Any(p => p.Party == named) != true)
            return Refuse(Refusal.UnknownPeer, $"'{operation.Party}' is no other party of this line. Say whose statement it is.");
        party = named;
        return null;
    }

    private static Refused<OutsideView> Refuse(Refusal why, string detail) => new(why, detail);
}
