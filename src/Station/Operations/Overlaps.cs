using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Station.Operations;

/// <summary>Overlaps of activities, and what the two parties say of them.</summary>
internal static class Overlaps
{
    private const string NoPair = "Name two activities of this line, of two different parties. 'overlap list' names those that overlap.";

    public static object Say(OperationContext context, SayOnOverlap operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line ||
            ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry || ActivityInputs.Entry(line, operation.Other, out why) is not { } other ||
            ActivityInputs.Volumes(operation.Volumes ?? [], out why) is not { } volumes)
            return Activities.Refuse(why);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        var (first, second) = glance.Read((book, _) => (book.Of(entry), book.Of(other)));
        if (first is null || second is null || first.Party == second.Party)
            return Refuse(Refusal.UnknownEntry, NoPair);
        if (first.Entry > second.Entry)
            (first, second) = (second, first);
        EntryRef? target = null;
        if (operation.For is { } named)
        {
            var meant = EntryRef.Parse(named) is { } parsed ? glance.Read((book, _) => book.Of(parsed))?.Entry : null;
            if (meant != first.Entry && meant != second.Entry)
                return Refuse(Refusal.Malformed, "A counter-proposal is for one of the two activities: name it by its entry.");
            target = meant;
        }

        if (!Enum.IsDefined(operation.Word) || operation.Word.IsAboutWord() || !OverlapWordContent.IsWhole(operation.Word, target, volumes.Count, note))
        {
            return Refuse(
                Refusal.Malformed,
                "The word is acknowledge, object, counter or consent. An objection has words; a counter-proposal says for which activity, and its volumes; the rest do not.");
        }

        var word = new OverlapWordContent(operation.Word, [first.Current.Entry, second.Current.Entry], target, volumes, note);
        EntryRef[] regards = [first.Entry, second.Entry];
        return ActivityInputs.Tried(context, line, glance, regards, word) is { } not
            ? Activities.Refuse(not)
            : ActivityInputs.Say(context, Frame(operation.Line, first, second, regards), word.ToWords(), operation.Key);
    }

    public static object Answer(OperationContext context, AnswerOverlapWord operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry)
            return Activities.Refuse(why);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        var word = new OverlapWordContent(operation.Withdraw ? OverlapWord.Withdraw : OverlapWord.Agree, [], null, [], note);
        if (context.Memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { Kind: EntryKind.OverlapWord } header)
            return Refuse(Refusal.UnknownEntry, "That is no word on an overlap. 'overlap show' names the words by their entries.");
        return ActivityInputs.Tried(context, line, glance, [entry], word) is { } not
            ? Activities.Refuse(not)
            : ActivityInputs.Say(context, new Writing.Frame(operation.Line, header.Precedence, header.Status, [entry.ToString()]), word.ToWords(), operation.Key);
    }

    public static object List(OperationContext context, ListOverlaps operation)
    {
        if (ActivityViews.Lines(context, operation.Line, out var why) is not { } lines)
            return new Refused<IReadOnlyList<OverlapListView>>(why.Refusal, why.Detail);
        EntryRef? of = null;
        if (operation.Of is { } named && (of = EntryRef.Parse(named)) is null)
            return new Refused<IReadOnlyList<OverlapListView>>(Refusal.UnknownEntry, $"'{named}' is no entry.");
        return new Deferred(() => new Done<IReadOnlyList<OverlapListView>>([.. lines
            .Select(l => new OverlapViews(new ActivityViews(l, operation.Language)).List(of, operation.All)).Where(v => operation.Line is not null || v.Overlaps.Count > 0)]));
    }

    public static object Show(OperationContext context, ShowOverlap operation)
    {
        if (ActivityInputs.Line(context, operation.Line, out _, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry ||
            ActivityInputs.Entry(line, operation.Other, out why) is not { } other)
            return new Refused<OverlapView>(why.Refusal, why.Detail);
        var reading = ActivityViews.Of(context, line);
        return new Deferred(() => new OverlapViews(new ActivityViews(reading, operation.Language)).Between(entry, other) is { } view
            ? new Done<OverlapView>(view)
            : new Refused<OverlapView>(Refusal.UnknownEntry, NoPair));
    }

    private static Writing.Frame Frame(string line, ActivityMatter first, ActivityMatter second, IReadOnlyList<EntryRef> regards)
    {
        var precedence = first.First.Precedence < second.First.Precedence ? first.First.Precedence : second.First.Precedence;
        var status = first.First.Status == Status.Test || second.First.Status == Status.Test ? Status.Test : Status.Actual;
        return new Writing.Frame(line, precedence == Precedence.Flash ? Precedence.Immediate : precedence, status, [.. regards.Select(r => r.ToString())]);
    }

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
