using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Station.Journals;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Calls between seats of a pair: asked for, answered, held. What a step of ours would do is tried before it is said, by the rules by which both sides
/// read it.</summary>
internal static class Calls
{
    private const int MostDays = 366;

    // What the station shows at a glance must cost little: older calls are in the list.
    private const int GlanceDays = 14;
    private const int GlanceEntries = 2048;

    public static Outcome<DraftView> Request(OperationContext context, RequestCall operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (PairNames.Across(context, line, EntryKind.Call, operation.Pair, operation.With, out var with) is { } unknown)
            return Refuse(unknown.Refusal, unknown.Detail);
        if (!Enum.IsDefined(operation.Means) || !MessageContent.IsLanguage(operation.Language) || !CallContent.IsTopic(operation.Topic) || !CallTimes.IsLength(operation.Minutes))
            return Refuse(Refusal.Malformed, "A request says its topic on one line of 1 to 256 plain characters, the language of it, by what means, and 1 to 1440 minutes.");
        Timestamp? by = null;
        if (Times(operation.Times ?? [], out var times) is { } wrong)
            return wrong;
        if (operation.AnswerBy is { } limit && Time(limit, out by) is { } noLimit)
            return noLimit;
        if (times.Count > 0 && times[^1] < context.Step.Now)
            return Refuse(Refusal.TimePast, "Every proposed time is past.");
        if (by < context.Step.Now)
            return Refuse(Refusal.TimePast, "The time until which an answer is asked for is past.");
        var words = new CallContent(operation.Pair, with, operation.Means, times, operation.Minutes, by, operation.Language, operation.Topic).ToWords();
        return Say(context, new Writing.Frame(operation.Line, operation.Precedence, operation.Status), words, operation.Key);
    }

    public static Outcome<DraftView> Answer(OperationContext context, AnswerCall operation)
    {
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        switch (operation.Answer)
        {
            case CallAnswer.Acknowledge:
                return Step(context, operation, new AcknowledgedStep(note));
            case CallAnswer.Counter:
                if (Times(operation.Times ?? [], out var times) is { } wrong)
                    return wrong;
                return times.Count > 0 && (operation.Minutes is not { } lasts || CallTimes.IsLength(lasts))
                    ? Step(context, operation, c => new CounteredStep(times, operation.Minutes ?? c.Minutes, note))
                    : Refuse(Refusal.Malformed, "A counter-proposal names 1 to 8 times, and 1 to 1440 minutes.");
            case CallAnswer.Schedule:
                if (operation.At is not { } text)
                    return Refuse(Refusal.Malformed, "Say which of the proposed times is accepted.");
                return Time(text, out var at) ?? Step(context, operation, new ScheduledStep(at!.Value, note));
            case CallAnswer.Decline:
                return operation.Reason is { } name && DeclineReason.Named(name) is { } reason
                    ? Step(context, operation, new DeclinedStep(reason, note))
                    : Refuse(Refusal.UnknownReason, $"A call is declined with a reason of the list, which may be none: {string.Join(", ", DeclineReason.Names)}.");
            default:
                return Refuse(Refusal.Malformed, "A request is acknowledged, countered, scheduled or declined.");
        }
    }

    public static Outcome<DraftView> Hold(OperationContext context, HoldCall operation)
    {
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (Time(operation.From, out var from) is { } noStart)
            return noStart;
        if (Time(operation.To, out var to) is { } noEnd)
            return noEnd;
        return HeldStep.IsStretch(from!.Value, to!.Value)
            ? Step(context, operation, new HeldStep(from.Value, to.Value, note))
            : Refuse(Refusal.Malformed, "A call ends when it begins or after, at most a day later.");
    }

    public static Outcome<DraftView> Readout(OperationContext context, ReadoutCall operation) =>
        MessageContent.IsLanguage(operation.Language) && (operation.Agreed is not null || operation.Own is not null) &&
        new[] { operation.Agreed, operation.Own }.OfType<string>().All(MessageContent.IsText)
            ? Step(context, operation, new ReadoutStep(operation.Language, operation.Agreed, operation.Own))
            : Refuse(
                Refusal.Malformed,
                "A readout says its language and holds the agreed text, our own, or both; each has 1 to 65,536 characters and no control characters but line ends and tabs.");

    public static Outcome<DraftView> Cancel(OperationContext context, CancelCall operation) =>
        Writing.Note(operation.Text, operation.Language, out var note)
            ? Step(context, operation, new CancelledStep(note))
            : Refuse(Refusal.Malformed, Writing.NoteRule);

    public static object List(OperationContext context, ListCalls operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return new Refused<CallListView>(Refusal.Malformed, "Calls of the last 1 to 366 days are listed.");
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<CallListView>(refused.Why, refused.Detail);
        var reading = CallReading.Of(context, line);
        var from = context.Step.Now - TimeSpan.FromDays(operation.Days);
        return new Deferred(() => new Done<CallListView>(CallViews.Of(reading, reading.Read(from))));
    }

    /// <summary>What is to be read of a line's calls for the station at a glance; null for a line without counterparts.</summary>
    public static Func<IEnumerable<string>>? Attention(OperationContext context, LineState line)
    {
        if (line.Fold.Current?.Terms.Counterparts.Count is null or 0 || line.Fold.IsClosed || line.Fold.LeftBy.Contains(context.Memory.Own))
            return null;
        var (reading, own, from) = (CallReading.Of(context, line), context.Memory.Own, context.Step.Now - TimeSpan.FromDays(GlanceDays));
        return () =>
        {
            var read = reading.Read(from, GlanceEntries);
            var contacts = ContactFold.Of(new ContactSource([], read.Source, null, read.From), reading.Now);
            return [.. CallViews.Attention(reading, contacts.Calls, own), .. ContactViews.Attention(reading, contacts, own)];
        };
    }

    public static object Show(OperationContext context, ShowCall operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<CallView>(refused.Why, refused.Detail);
        if (Find(context, line, operation.Entry) is not { } call)
            return new Refused<CallView>(Refusal.UnknownEntry, NoCall);
        var reading = CallReading.Of(context, line);
        var ladders = CallLadders.Of(context, line, reading);
        return new Deferred(() => reading.One(call) is { } record
            ? new Done<CallView>(CallViews.Of(reading, record, ladders.Offers(record)))
            : new Refused<CallView>(Refusal.UnknownEntry, NoCall));
    }

    public static object Calendar(OperationContext context, ExportCalendar operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<ExportFile>(refused.Why, refused.Detail);
        if (Find(context, line, operation.Entry) is not { } call)
            return new Refused<ExportFile>(Refusal.UnknownEntry, NoCall);
        var reading = CallReading.Of(context, line);
        var (id, mode) = (line.Id, line.Mode);
        return new Deferred(() => reading.One(call) is { } record &&
            CallCalendar.Of(record, id, mode, reading.Table.FirstOrDefault(c => c.Pair == record.Pair), operation.Language, reading.Now) is { } text
                ? new Done<ExportFile>(new ExportFile(mode, $"call-{call.Party}-{call.Index}.ics", System.Text.Encoding.UTF8.GetBytes(text)))
                : new Refused<ExportFile>(Refusal.NothingScheduled, "No time was accepted for this call, so there is nothing for a calendar."));
    }

    /// <summary>Why a draft may not leave any more: its step would change nothing now. Null when it may, and for words of other kinds.</summary>
    public static Refused<DraftView>? Overtaken(OperationContext context, LineState line, Draft draft) =>
        draft.Words.Kind == EntryKind.CallStep && draft.Regards is [var call] &&
        CallStepContent.From(draft.Words.ToContent(new byte[Content.SeedSize])) is { } step &&
        Tried(context, line, call, draft.Precedence, draft.Status, step, out _) is { } why
            ? why
            : null;

    private const string NoCall = "There is no such request for a call on this line. 'parley calls' lists them.";

    private static Outcome<DraftView> Step(OperationContext context, IAboutEntry operation, CallStepContent step) => Step(context, operation, _ => step);

    private static Outcome<DraftView> Step(OperationContext context, IAboutEntry operation, Func<CallRecord, CallStepContent> make)
    {
        var key = ((Operation)operation).Key;
        if (Messages.Repeated(context, key) is { } before)
            return before;
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (Find(context, line, operation.Entry) is not { } call || CallReading.Of(context, line).One(call) is not { } record)
            return Refuse(Refusal.UnknownEntry, NoCall);
        var step = make(record);
        if (Tried(context, line, call, record.Precedence, record.Status, step, out var acknowledged) is { } why)
            return why;
        if (step is AcknowledgedStep && (acknowledged || context.Memory.AnsweredInStep.ContainsKey((line.Id, call))))
            return Refuse(Refusal.AlreadyAnswered, "Our side has acknowledged this request, or answered it, already.");
        var said = Say(context, new Writing.Frame(operation.Line, record.Precedence, record.Status, [call.ToString()]), step.ToWords(), key);
        if (step is AcknowledgedStep && said is Done<DraftView>)
            context.Memory.AnsweredInStep[(line.Id, call)] = context.Step.Now;
        return said;
    }

    /// <summary>What that step of ours would do, by the rules by which everybody reads it; null when it would count.</summary>
    private static Refused<DraftView>? Tried(
        OperationContext context, LineState line, EntryRef call, Precedence precedence, Status status, CallStepContent step, out bool acknowledged)
    {
        acknowledged = false;
        var reading = CallReading.Of(context, line);
        // After everything that is recorded: no entry of ours has this place.
        var next = new EntryRef(context.Memory.Own, line.OwnGeneration ?? default, Lane.Ordinary, Parley.Lines.Bounds.FeedSize);
        var entry = new CallEntry(
            next, EntryKind.CallStep, context.Step.Now, precedence, status, line.Fold.InForce.Count, [call], step.ToWords().ToContent(new byte[Content.SeedSize]));
        if (reading.One(call, entry) is not { } record)
            return Refuse(Refusal.UnknownEntry, NoCall);
        acknowledged = reading.One(call)?.Legs.Any(l => l.Party == context.Memory.Own && l.AcknowledgedAt is not null) == true;
        return record.Steps[^1].Effect switch
        {
            CallEffect.Took => null,
            CallEffect.Unreadable => Refuse(Refusal.UnknownEntry, "The request cannot be read here, so it cannot be answered; ask the other side to say it again."),
            CallEffect.NotTheirs => Refuse(Refusal.NotOurStep, call.Party == context.Memory.Own
                ? "The request is our own; the other side acknowledges or declines it."
                : "The asker alone cancels its request; decline it instead."),
            CallEffect.NotConcerned => Refuse(Refusal.NotOurStep, "The request is neither ours nor to us."),
            CallEffect.AfterEnd => Refuse(Refusal.CallOver, "This call is over for us: it was held, declined or cancelled. Ask for another one."),
            CallEffect.NotProposed => Refuse(Refusal.TimeNotProposed, "The other side does not propose that time, or no longer. 'counter' proposes other times."),
            CallEffect.Past => Refuse(Refusal.TimePast, "That time is past."),
            CallEffect.Ahead => Refuse(Refusal.TimeAhead, "The end of the call lies ahead; say that it was held when it was."),
            _ => Refuse(Refusal.CallNotHeld, "Nobody says that this call was held; say that first with 'hold'."),
        };
    }

    /// <summary>Words of a call: released at once where this officer may, otherwise a draft that waits for who has the role.</summary>
    internal static Outcome<DraftView> Say(OperationContext context, Writing.Frame frame, Words words, string? key)
    {
        if (words.Officers == 1 || (context.Actor.Roles & Roles.Release) != 0)
            return Messages.Say(context, frame, words, key);
        if (Writing.New(context, frame, (_, _) => words, out var line, out var why) is not { } draft)
            return Refuse(why.Refusal, why.Detail);
        Writing.Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, key: key);
        context.Memory.Remember(key, $"draft {draft.Id}");
        return new Done<DraftView>(Messages.View(context, line, draft, null));
    }

    private static EntryRef? Find(OperationContext context, LineState line, string reference) =>
        EntryRef.Parse(reference) is { } call && line.Heads.Covers(call) &&
        context.Memory.HeaderOf(call.Feed(line.Id), call.Index) is { Kind: EntryKind.Call }
            ? call
            : null;

    private static Refused<DraftView>? Times(IReadOnlyList<string> texts, out List<Timestamp> times)
    {
        times = [];
        if (texts.Count > Parley.Lines.Bounds.CallTimes)
            return Refuse(Refusal.TooMany, "At most 8 times are proposed at once.");
        var found = new SortedSet<Timestamp>();
        foreach (var text in texts)
        {
            if (Time(text, out var at) is { } wrong)
                return wrong;
            found.Add(at!.Value);
        }

        times = [.. found];
        return null;
    }

    private static Refused<DraftView>? Time(string text, out Timestamp? time)
    {
        time = LocalClocks.Read(text);
        if (time is not null)
            return null;
        var (why, detail) = LocalClocks.Wrong(text);
        return Refuse(why, detail);
    }

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
