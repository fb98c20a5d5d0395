using Parley.Control;
using Parley.Control.Contacts;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Contacts that were held elsewhere: entered by one side, confirmed or contested by another; and the contact record.</summary>
internal static class Contacts
{
    private const int MostDays = 366;
    private const string NoContact = "There is no such contact on this line. 'parley contacts' lists them.";

    public static object Record(OperationContext context, RecordContact operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (PairNames.Across(context, line, EntryKind.Contact, operation.Pair, operation.With, out var with) is { } unknown)
            return Refuse(unknown.Refusal, unknown.Detail);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (!Enum.IsDefined(operation.Means) || !ContactContent.IsWho(operation.Ours) || !ContactContent.IsWho(operation.Theirs))
            return Refuse(Refusal.Malformed, "A contact says by what means, and who talked on each side on one line of 1 to 200 plain characters.");
        if (Time(operation.From, out var from) is { } noStart)
            return noStart;
        if (Time(operation.Until, out var until) is { } noEnd)
            return noEnd;
        if (!ContactContent.IsStretch(from, until))
            return Refuse(Refusal.Malformed, "A contact ends when it begins or after, at most 14 days later.");
        if (until > context.Step.Now)
            return Refuse(Refusal.TimeAhead, "The end of the contact lies ahead; enter it when it is over.");
        var words = new ContactContent(operation.Pair, with, from, until, operation.Means, operation.Ours, operation.Theirs, note).ToWords();
        return Writing.SayAlone(context, operation.Line, Precedence.Routine, [], words, operation.Key);
    }

    public static object Answer(OperationContext context, AnswerContact operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } contact || !line.Heads.Covers(contact) ||
            memory.HeaderOf(contact.Feed(line.Id), contact.Index) is not { Kind: EntryKind.Contact })
            return Refuse(Refusal.UnknownEntry, NoContact);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (!Enum.IsDefined(operation.Answer) || (operation.Answer == ContactAnswer.Contested && note is null))
            return Refuse(Refusal.Malformed, "A contact is confirmed, or contested with words that say what was not so.");
        var words = new ContactWordContent(operation.Answer, note).ToWords();
        if (Barred(context, line, contact, operation.Answer) is { } why)
            return why;
        var said = Writing.SayAlone(context, operation.Line, Precedence.Routine, [contact], words, operation.Key);
        if (said is Deferred)
            memory.AnsweredInStep[(line.Id, contact)] = context.Step.Now;
        return said;
    }

    public static object List(OperationContext context, ListContacts operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return RefuseList(Refusal.Malformed, "The record is read from the last 1 to 366 days before the time that is asked for.");
        if (AsOf(context, operation.AsOf, out var asOf) is { } wrong)
            return wrong;
        List<LineState> lines = [.. context.Memory.Lines.Values.Where(l => l.Fold.Current?.Terms.Counterparts.Count > 0)];
        if (operation.Line is { } name)
        {
            if (LineNames.Find(context.Memory, name, out var refused) is not { } only)
                return RefuseList(refused.Why, refused.Detail);
            lines = [only];
        }

        var from = (asOf ?? context.Step.Now) - TimeSpan.FromDays(operation.Days);
        var readings = lines.Select(l => (Calls: CallReading.Of(context, l, asOf), Checks: HasChecks(l) ? CheckReading.Of(context, l, asOf) : null)).ToList();
        return new Deferred(() =>
        {
            var boards = new List<ContactBoardView>();
            foreach (var (calls, checks) in readings)
            {
                var read = calls.Read(from);
                if (read.From > calls.Now)
                    return RefuseList(Refusal.TooMany, $"So much was said on {calls.Glance.Handle} since then that it cannot be read back that far at once.");
                var source = new ContactSource(read.Table, read.Source, checks?.Report(read.From), read.From);
                boards.Add(ContactViews.Of(calls, ContactFold.Of(source, calls.Now), read.From));
            }

            return new Done<IReadOnlyList<ContactBoardView>>(boards);
        });
    }

    private static bool HasChecks(LineState line) => line.Fold.InForce.Any(c => c.Terms.Checks is not null);

    /// <summary>Why our word on that contact would change nothing; null when it would count.</summary>
    private static Refused<EntryView>? Barred(OperationContext context, LineState line, EntryRef contact, ContactAnswer answer)
    {
        var own = context.Memory.Own;
        if (contact.Party == own)
            return Refuse(Refusal.NotTheirs, "The contact is our own word; the other side confirms or contests it.");
        if (CallReading.Of(context, line).Contact(contact) is not { What: { } what } record)
            return Refuse(Refusal.UnknownEntry, "The words of this contact have not come or cannot be read here.");
        if (!what.With.Contains(own))
            return Refuse(Refusal.NotOurStep, "We have no part in this contact; its parties confirm or contest it.");
        var last = record.Words.LastOrDefault(w => w.By == own && w.Effect == ContactEffect.Took)?.What?.Answer;
        return last == answer || context.Memory.AnsweredInStep.ContainsKey((line.Id, contact))
            ? Refuse(Refusal.AlreadyAnswered, "Our side has said this of the contact already.")
            : null;
    }

    private static Refused<IReadOnlyList<ContactBoardView>>? AsOf(OperationContext context, string? text, out Timestamp? asOf)
    {
        asOf = null;
        if (text is null)
            return null;
        asOf = LocalClocks.ReadDay(text, toEnd: true, context.Step.Now);
        var (why, detail) = LocalClocks.Wrong(text, mayBeDay: true);
        return asOf is null ? RefuseList(why, detail)
            : asOf > context.Step.Now ? RefuseList(Refusal.TimeAhead, "The record shows what was said; that time lies ahead.")
            : null;
    }

    private static Refused<EntryView>? Time(string text, out Timestamp time)
    {
        var read = LocalClocks.Read(text);
        time = read ?? default;
        if (read is not null)
            return null;
        var (why, detail) = LocalClocks.Wrong(text);
        return Refuse(why, detail);
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);

    private static Refused<IReadOnlyList<ContactBoardView>> RefuseList(Refusal why, string detail) => new(why, detail);
}
