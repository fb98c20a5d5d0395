using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Notices;
using Parley.Station.Activities;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Activities: notified, changed, read back, listed.</summary>
internal static class Activities
{
    public static object Notify(OperationContext context, NotifyActivity operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || Content(context, line, operation, out why) is not { } content)
            return Refuse(why);
        if (!operation.Despite && ActivityChecks.Warnings(context, line, glance, content.Kind, content.Volumes) is { Count: > 0 } warnings)
            return Warned(warnings);
        if (operation.Despite)
            context = context with { Shown = ActivityChecks.Despite(context, line, glance, content.Kind, content.Volumes) };
        var frame = new Writing.Frame(operation.Line, operation.Precedence ?? Precedence.Priority, operation.Status);
        return ActivityInputs.Say(context, frame, content.ToWords(), operation.Key);
    }

    public static object Step(OperationContext context, StepActivity operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry ||
            ActivityInputs.Volumes(operation.Volumes ?? [], out why) is not { } volumes)
            return Refuse(why);
        Timestamp? expires = null;
        if (operation.Expires is { } until && (!Timestamp.TryFrom(until.ToUnixTimeMilliseconds(), out var at) || (expires = at) <= context.Step.Now))
            return Refuse(Refusal.Malformed, "What is notified expires at a time that is still to come.");
        if (!Enum.IsDefined(operation.Step) || !ActivityStepContent.IsWhole(operation.Step, volumes.Count, expires))
            return Refuse(Refusal.Malformed, "A deviation says where; an end or a cancellation does not; an amendment changes the volumes or the expiry.");
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        var step = new ActivityStepContent(operation.Step, volumes, expires, note);
        if (ActivityInputs.Tried(context, line, glance, [entry], step) is { } not)
            return Refuse(not);
        var matter = glance.Read((book, _) => book.Of(entry))!;
        if (!operation.Despite && !operation.Step.IsUrgent() && ActivityChecks.OfStep(context, line, glance, matter, step) is { Count: > 0 } warnings)
            return Warned(warnings);
        if (operation.Despite)
            context = context with { Shown = ActivityChecks.Despite(context, line, glance, matter, step) };
        var precedence = operation.Step switch
        {
            ActivityStep.Emergency => Precedence.Flash,
            ActivityStep.Deviate => Precedence.Immediate,
            _ => matter.First.Precedence,
        };
        return ActivityInputs.Say(context, new Writing.Frame(operation.Line, precedence, matter.First.Status, [matter.Entry.ToString()]), step.ToWords(), operation.Key);
    }

    public static object ReadBack(OperationContext context, ReadBackActivity operation)
    {
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry)
            return new Refused<EntryView>(why.Refusal, why.Detail);
        if (glance.Read((book, _) => book.Of(entry)) is not { } matter)
            return new Refused<EntryView>(Refusal.UnknownEntry, "There is no such activity on this line that can be read here.");
        if (matter.Party == context.Memory.Own)
            return new Refused<EntryView>(Refusal.NotTheirs, "The activity is our own; its receiver reads it back.");
        var values = new List<NoticeValue>();
        foreach (var (index, text) in operation.Positions.Index().Where(p => p.Item.Length > 0))
        {
            if (index >= matter.Current.Volumes.Count || ActivityReadBack.Canonical(text) is not { } position)
            {
                return new Refused<EntryView>(
                    Refusal.NoPosition, $"'{text}' is no position of volume {index + 1}: degrees such as 12.34567N 045.67890E, MGRS, or a volume as it was written.");
            }

            values.Add(new NoticeValue(ActivityReadBack.FieldOf(index), [position]));
        }

        return values.Count == 0
            ? new Refused<EntryView>(Refusal.NoPosition, "Name at least one position to read back.")
            : Writing.SayAlone(
                context, operation.Line, matter.First.Precedence, [matter.Entry], new ReadBackContent(values).ToWords(), operation.Key, matter.First.Status);
    }

    public static object SayOnAid(OperationContext context, SayOnAid operation)
    {
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry)
            return new Refused<EntryView>(why.Refusal, why.Detail);
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return new Refused<EntryView>(Refusal.Malformed, Writing.NoteRule);
        if (!Enum.IsDefined(operation.Word) || !AidWordContent.IsWhole(operation.Word, note))
            return new Refused<EntryView>(Refusal.Malformed, "The word is noted, routeConcern, timeConcern or cannotGuarantee; a concern needs words that say it.");
        var word = new AidWordContent(operation.Word, note);
        if (ActivityInputs.Tried(context, line, glance, [entry], word) is { } not)
            return new Refused<EntryView>(not.Refusal, not.Detail);
        var matter = glance.Read((book, _) => book.Of(entry))!;
        return Writing.SayAlone(context, operation.Line, matter.First.Precedence, [matter.Entry], word.ToWords() with { Officers = 1 }, operation.Key, matter.First.Status);
    }

    public static object List(OperationContext context, ListActivities operation)
    {
        if (ActivityViews.Lines(context, operation.Line, out var why) is not { } lines)
            return new Refused<IReadOnlyList<ActivityListView>>(why.Refusal, why.Detail);
        // A part of a list shows a part of the picture.
        var isWhole = operation is { Past: false, Kind: null, After: null };
        return new Deferred(() =>
        {
            var lists = lines.Select(l => (Line: l, View: new ActivityViews(l, operation.Language).List(operation))).ToList();
            if (lists.Exists(l => l.View is null))
            {
                return new Refused<IReadOnlyList<ActivityListView>>(
                    Refusal.UnknownEntry, "What the list was to go on after does not stand in it any more. Read it from its start.");
            }

            foreach (var (line, _) in lists.Where(l => isWhole && l.View!.More == 0))
                context.Memory.PictureShown.List(context.Actor.Name, line.Line.Line, line.Heads);
            return new Done<IReadOnlyList<ActivityListView>>([.. lists.Select(l => l.View!).Where(v => operation.Line is not null || v.Activities.Count > 0)]);
        });
    }

    public static object Show(OperationContext context, ShowActivity operation)
    {
        if (ActivityInputs.Line(context, operation.Line, out _, out var why) is not { } line || ActivityInputs.Entry(line, operation.Entry, out why) is not { } entry)
            return new Refused<ActivityView>(why.Refusal, why.Detail);
        var read = ActivityViews.Of(context, line);
        return new Deferred(() => new ActivityViews(read, operation.Language).One(entry) is { } view
            ? new Done<ActivityView>(view)
            : new Refused<ActivityView>(Refusal.UnknownEntry, Destroyed(read, entry) ?? "There is no such activity on this line. 'activity list' names those that there are."));
    }

    /// <summary>What stands in the place of words that were destroyed; null for any other entry.</summary>
    private static string? Destroyed(ActivityReading read, EntryRef entry) =>
        read.Memory.Store.Entry(entry.Feed(read.Line.Line), entry.Index) is { } stored && read.Line.View(stored) is { Readable: Readability.Destroyed, Text: { } text }
            ? text
            : null;

    private static ActivityContent? Content(OperationContext context, LineState line, NotifyActivity operation, out ActivityInputs.Why why)
    {
        if (ActivityInputs.Volumes(operation.Volumes, out why) is not { } volumes)
            return null;
        why = new ActivityInputs.Why(
            Refusal.Malformed,
            "An activity has a kind, and a title and a contact of 1 to 256 characters on one line; a volume at least; and its own words with their language.");
        if (volumes.Count == 0 || !Enum.IsDefined(operation.Kind) || !ActivityContent.IsName(operation.Title) || !ActivityContent.IsName(operation.Contact) ||
            !Writing.Note(operation.Text, operation.Language, out var note) || (operation.Precedence is { } precedence && !Enum.IsDefined(precedence)))
            return null;
        Aid? aid = null;
        if (operation.Kind.IsHumanitarian() != operation.Aid is not null || (operation.Aid is { } input && (aid = AidOf(context, input)) is null))
        {
            why = why with { Detail = "Sites and movements, and nothing else, have an expiry that is still to come; on whose behalf, vehicles and marks are texts on one line." };
            return null;
        }

        if (operation.ReserveMinutes is { } minutes && (minutes is < 1 or > Parley.Lines.Bounds.ReserveMinutes || operation.Kind.IsHumanitarian()))
        {
            why = why with { Detail = "A reserve holds a volume for 1 to 60 minutes; sites and movements are not reserved." };
            return null;
        }

        var addressees = new List<Addressed>();
        if (Messages.Addressees(context, line, operation.Addressees ?? [], addressees) is { } unknown)
        {
            why = new ActivityInputs.Why(unknown.Why, unknown.Detail);
            return null;
        }

        Timestamp? reserve = operation.ReserveMinutes is { } held ? context.Step.Now + TimeSpan.FromMinutes(held) : null;
        return new ActivityContent(operation.Kind, operation.Title, operation.Contact, volumes, aid, reserve, note, addressees.Count == 0 ? null : addressees);
    }

    private static Aid? AidOf(OperationContext context, AidInput input) =>
        Timestamp.TryFrom(input.Expires.ToUnixTimeMilliseconds(), out var expires) && expires > context.Step.Now &&
        new[] { input.Behalf, input.Vehicles, input.Marks }.All(t => t is null || ActivityContent.IsName(t))
            ? new Aid(input.Behalf, input.Vehicles, input.Marks, expires)
            : null;

    /// <summary>A line for each warning, so that whoever shows them can keep them apart.</summary>
    internal static Refused<DraftView> Warned(IReadOnlyList<string> warnings) =>
        Refuse(Refusal.Warned, $"Before it leaves:\n{string.Join('\n', warnings)}\nAsk for it again, in spite of the warnings, if it is right.");

    internal static Refused<DraftView> Refuse(ActivityInputs.Why why) => new(why.Refusal, why.Detail);

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
