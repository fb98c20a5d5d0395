using System.Globalization;
using Parley.Control;
using Parley.Control.Notices;
using Parley.Control.Observations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.Observations;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What we saw, and what officers do about it. Nothing of it leaves the station by itself.</summary>
internal static class Observations
{
    public static object Add(OperationContext context, AddObservation operation)
    {
        if (Kept(context, operation.Key) is { } before)
            return Explained(context, before);
        var (book, mode) = (context.Memory.Observations, ModeOf(operation.Exercise));
        if (book.Last >= Bounds.Observations)
            return Refuse(Refusal.TooMany, "The station holds as many observations as it can.");
        var (read, faults) = ObservationForm.Read(operation.Seen.Fields(), book.Last + 1, context.Actor.Name, context.Step.Now, mode);
        if (read is null)
            return Refuse(Refusal.Malformed, string.Join('\n', faults.Select(f => f.Words())));
        book.Keep(context.Step, read);
        Done(context, JournalAct.ObservationKept, read.Number, "", operation.Key);
        return Explained(context, read.Number);
    }

    public static Outcome<ObservationBatchView> AddMany(OperationContext context, AddObservations operation)
    {
        var (book, count) = (context.Memory.Observations, operation.Seen.Count);
        if (Kept(context, operation.Key) is { } before)
            return new Done<ObservationBatchView>(new ObservationBatchView(before, count, []));
        if (count is < 1 or > Bounds.ObservationsAtOnce)
            return new Refused<ObservationBatchView>(Refusal.TooMany, "1 to 256 observations are entered at once. Split the list.");
        if (book.Last + count > Bounds.Observations)
            return new Refused<ObservationBatchView>(Refusal.TooMany, "The station holds as many observations as it can.");
        List<Observation> read = [];
        List<ObservationFlawView> flaws = [];
        for (var i = 0; i < count; i++)
        {
            var (one, faults) = ObservationForm.Read(operation.Seen[i].Fields(), book.Last + 1 + i, context.Actor.Name, context.Step.Now, ModeOf(operation.Exercise));
            flaws.AddRange(faults.Select(f => new ObservationFlawView(i + 1, f.Field, f.Words())));
            if (one is not null)
                read.Add(one);
        }

        if (flaws.Count > 0 || operation.CheckOnly)
            return new Done<ObservationBatchView>(new ObservationBatchView(null, 0, flaws));
        foreach (var one in read)
            book.Keep(context.Step, one);
        Done(context, JournalAct.ObservationKept, read[0].Number, Number(read[^1].Number), operation.Key);
        return new Done<ObservationBatchView>(new ObservationBatchView(read[0].Number, count, []));
    }

    public static object Show(OperationContext context, ShowObservation operation) => Explained(context, operation.Number);

    public static object Attach(OperationContext context, AttachEntry operation)
    {
        var (memory, book) = (context.Memory, context.Memory.Observations);
        if (Bar(context, operation.Number) is { } barred)
            return barred;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry))
            return Refuse(Refusal.UnknownEntry, "There is no such entry on this line.");
        var note = book.Of(operation.Number);
        if (note.Asked.Any(a => a.Entry == entry && a.Line == line.Id))
            return Explained(context, operation.Number);
        if (note.Asked.Count >= Parley.Lines.Bounds.ObservationQuestions)
            return Refuse(Refusal.TooMany, "At most 32 entries are about one observation.");
        book.Keep(context.Step, note with { Asked = [.. note.Asked, new ObservationAsked(line.Id, "", entry, context.Actor.Name, context.Step.Now)] });
        context.Step.Journal(JournalAct.ObservationAsked, line.Id, entry.ToString(), Number(operation.Number), operation.Key);
        context.Step.Note(ChangeKind.Observation);
        return Explained(context, operation.Number);
    }

    /// <summary>A draft of the question: an officer asked for it, others complete it, verify it and release it.</summary>
    public static object Ask(OperationContext context, DraftObservationQuestion operation)
    {
        if (operation.Numbers.Count is < 1 or > Bounds.ObservationsAsked || operation.Numbers.Distinct().Count() < operation.Numbers.Count)
            return RefuseDraft(Refusal.TooMany, "One question is about 1 to 16 observations, each once.");
        List<Observation> seen = [];
        foreach (var number in operation.Numbers)
        {
            if (Bar(context, number) is { } barred)
                return RefuseDraft(barred.Why, barred.Detail);
            seen.Add(context.Memory.Observations.One(number)!);
        }

        if (seen.Select(o => (o.Party, o.Mode)).Distinct().ToList() is not [var (party, mode)])
            return RefuseDraft(Refusal.Malformed, "One question is about what one party did, all of it real or all of it played. Ask each of them by itself.");
        if (Where(context, operation, party, mode, out var refused) is not var (line, format))
            return refused;
        var values = ObservationQuestion.Values(seen, format, operation.Language);
        var draft = new DraftNotice(LineNames.HandleOf(context.Memory, line), format.Id, operation.Language, values) { Key = operation.Key };
        var answer = NoticeDrafts.Draft(context, draft, out var written);
        if (written is not null)
            Asked(context, seen, written);
        return answer;
    }

    private static void Asked(OperationContext context, List<Observation> seen, Draft draft)
    {
        var book = context.Memory.Observations;
        foreach (var note in seen.Select(o => book.Of(o.Number)).Where(n => n.Asked.Count < Parley.Lines.Bounds.ObservationQuestions))
        {
            book.Keep(context.Step, note with { Asked = [.. note.Asked, new ObservationAsked(draft.Line, draft.Id, null, context.Actor.Name, context.Step.Now)] });
            context.Step.Journal(JournalAct.ObservationAsked, draft.Line, draft.Id, Number(note.Number));
        }

        context.Step.Note(ChangeKind.Observation);
    }

    /// <summary>The line and the form: those that were named, or the first that fit.</summary>
    private static (LineState Line, NoticeFormat Format)? Where(
        OperationContext context, DraftObservationQuestion operation, PartyId? party, LineMode mode, out Refused<NoticeDraftView> refused)
    {
        var memory = context.Memory;
        refused = RefuseDraft(Refusal.UnknownFormat, "No line of that mode with that party has a form that asks. Ask by 'parley ask', or in your own words.");
        List<LineState> lines = [.. memory.Lines.Values];
        if (operation.Line is { } name)
        {
            if (LineNames.Find(memory, name, out var why) is not { } named)
            {
                refused = RefuseDraft(why.Why, why.Detail);
                return null;
            }

            lines = [named];
        }

        return lines.Where(l => l.Mode == mode && l.Fold.InForce.Count > 0 && Writing.NotOpen(context, l) is null && (party is null || l.Fold.Members.Contains(party.Value)))
            .SelectMany(l => Formats.Of(memory, l).Select(f => (Line: l, f.Format)))
            .Where(f => ObservedLine.IsAsking(f.Format) && (operation.Format is null || f.Format.Id == operation.Format))
            .Select(f => ((LineState, NoticeFormat)?)f).FirstOrDefault();
    }

    /// <summary>Reads the store outside the loop, after this step.</summary>
    public static object Explained(OperationContext context, int number)
    {
        if (context.Memory.Observations.One(number) is not { } one)
            return Unknown(number);
        var reading = ObservationReading.Of(context, one.Mode);
        return new Deferred(() =>
        {
            var seen = reading.Around(one);
            return new Done<ExplainedView>(new ObservationViews(seen).Of(seen.Now.Verdicts.First(v => v.Observation.Number == number), isWhole: true));
        });
    }

    /// <summary>Why nothing can be noted of that observation; null: it can.</summary>
    public static Refused<ExplainedView>? Bar(OperationContext context, int number) =>
        context.Memory.Observations.One(number) is null ? Unknown(number)
        : context.Memory.Observations.HasRoom(number) ? null
        : Refuse(Refusal.TooMany, "The station keeps notes on at most 10,000 observations.");

    public static void Done(OperationContext context, JournalAct act, int number, string note, string? key)
    {
        context.Step.Journal(act, null, Observation.IdOf(number), note, key);
        context.Memory.Remember(key, $"observation {Observation.IdOf(number)}");
        context.Step.Note(ChangeKind.Observation);
    }

    /// <summary>The number that this key made before; null: none.</summary>
    public static int? Kept(OperationContext context, string? key) =>
        key is not null && context.Memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["observation", var id] ? Observation.NumberOf(id) : null;

    public static LineMode ModeOf(bool isExercise) => isExercise ? LineMode.Exercise : LineMode.Live;

    private static Refused<ExplainedView> Unknown(int number) =>
        Refuse(Refusal.UnknownObservation, string.Create(CultureInfo.InvariantCulture, $"There is no observation {number}. 'parley explain' lists those that there are."));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refused<ExplainedView> Refuse(Refusal why, string detail) => new(why, detail);

    private static Refused<NoticeDraftView> RefuseDraft(Refusal why, string detail) => new(why, detail);
}
