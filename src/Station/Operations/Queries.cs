using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Queries;
using Parley.Ledger;
using Parley.Lines.Alerts;
using Parley.Lines.Entries;
using Parley.Lines.Queries;

namespace Parley.Station.Operations;

/// <summary>Is it yours; hold fire; and the answers, each with an end.</summary>
internal static class Queries
{
    public static object Ask(OperationContext context, AskQuery operation)
    {
        if (!Enum.IsDefined(operation.About) || !AlertContent.IsPlace(operation.Place))
            return Refuse(Refusal.Malformed, "Say what it is about (ownership or holdFire), and where, in 1 to 256 characters on one line.");
        if (!Writing.Note(operation.Text, operation.Language, out var note) || note is null)
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        return Writing.SayAlone(
            context, operation.Line, Precedence.Flash, [], new QueryContent(operation.About, operation.Place, note).ToWords(), operation.Key);
    }

    public static object Answer(OperationContext context, AnswerQuery operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) ||
            context.Memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { Kind: EntryKind.Query } query)
            return Refuse(Refusal.UnknownEntry, "There is no such query on this line.");
        if (entry.Party == context.Memory.Own)
            return Refuse(Refusal.NotTheirs, "The query is our own; the other side answers it.");
        if (!Enum.IsDefined(operation.Answer) || !Timestamp.TryFrom(operation.ValidUntil.ToUnixTimeMilliseconds(), out var until) || until <= context.Step.Now)
            return Refuse(Refusal.Malformed, "An answer is yes, no, unknown or notUnderOurControl, and is valid until a time that is still to come.");
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        return Writing.SayAlone(
            context, operation.Line, query.Precedence, [entry], new AnswerContent(operation.Answer, until, note).ToWords(), operation.Key);
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
