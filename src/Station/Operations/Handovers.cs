using Parley.Control;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;
using Parley.Lines.Messages;
using Parley.Station.Journals;
using Parley.Station.Shifts;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Operations;

/// <summary>A shift is handed over by a text that both officers sign: first the outgoing one, then the incoming one the very same.</summary>
internal static class Handovers
{
    public static Outcome<HandoverView> HandOver(OperationContext context, HandOver operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Before(context, operation) is { } before)
            return new Done<HandoverView>(View(before));
        if (!Enum.IsDefined(operation.Level))
            return Refuse(Refusal.Malformed, Shifts.LevelRule);
        if (memory.Alarms.Duty.At(operation.Level) is not { } duty || duty.Officer != context.Actor.Name)
            return Refuse(Refusal.NotOnDuty, $"{OnDuty(context, operation.Level)} The officer on duty alone hands over.");
        if (Wrong(operation) is { } wrong)
            return wrong;
        var number = memory.Watch.Waiting(operation.Level)?.Text.Number ?? memory.Watch.Handovers.Keys.DefaultIfEmpty(0).Max() + 1;
        var text = new HandoverText(
            number, operation.Level, duty.Officer, duty.Since, step.Now, operation.Happened, operation.Owed, operation.Notes?.Trim() ?? "", operation.Interpreters ?? []);
        // As it will be read: times to the millisecond, nothing in place of an empty name.
        text = HandoverText.Parse(text.Encode()) ?? throw new InvalidOperationException("a handover of allowed size cannot be read back");
        var handover = new SignedHandover(text);
        memory.Watch.Put(step, handover);
        Journal(context, handover, JournalAct.HandoverSigned, SignedHandover.Note(text, isTaken: false), operation.Key);
        step.Note(ChangeKind.Alarm, text: "handover signed");
        return new Done<HandoverView>(View(handover));
    }

    public static Outcome<HandoverView> TakeOver(OperationContext context, TakeOver operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Before(context, operation) is { } before)
            return new Done<HandoverView>(View(before));
        if (Waiting(context, operation.Number) is not { } waiting)
            return Refuse(Refusal.UnknownHandover, NoneWaits);
        if (waiting.Text.Officer == context.Actor.Name)
            return Refuse(Refusal.AlreadyApproved, "You have signed this handover as the outgoing officer; another officer takes over.");
        if (waiting.Text.Digest().ToString() != operation.Digest)
            return Refuse(Refusal.HandoverChanged, "The handover was signed anew since it was shown. Read it again before signing.");
        var taken = waiting with { State = HandoverState.Taken, TakenBy = context.Actor.Name, EndedAt = step.Now };
        memory.Watch.Put(step, taken);
        Journal(context, taken, JournalAct.HandoverSigned, SignedHandover.Note(taken.Text, isTaken: true), operation.Key);
        step.Note(ChangeKind.Alarm, text: "handover taken");
        Shifts.Begin(context, taken.Text.Level, $"by handover {taken.Text.Number}", null);
        return new Done<HandoverView>(View(taken));
    }

    public static Outcome<HandoverView> Withdraw(OperationContext context, WithdrawHandover operation)
    {
        if (Before(context, operation) is { } before)
            return new Done<HandoverView>(View(before));
        if (Waiting(context, operation.Number) is not { } waiting)
            return Refuse(Refusal.UnknownHandover, NoneWaits);
        if (waiting.Text.Officer != context.Actor.Name)
            return Refuse(Refusal.NotOnDuty, $"{waiting.Text.Officer} has signed it and alone takes it back.");
        return new Done<HandoverView>(View(End(context, waiting, "by its officer", operation.Key)));
    }

    /// <summary>A post was taken without the handover that waited for it.</summary>
    public static void PassedOver(OperationContext context, AlarmLevel level)
    {
        if (context.Memory.Watch.Waiting(level) is { } waiting)
            End(context, waiting, $"{context.Actor.Name} went on duty without it", null);
    }

    public static Outcome<IReadOnlyList<HandoverView>> List(OperationContext context, ListHandovers operation)
    {
        if (operation.Limit is < 0 or > Limits.Handovers)
            return new Refused<IReadOnlyList<HandoverView>>(Refusal.Malformed, "The last 0 to 60 handovers are listed.");
        var all = context.Memory.Watch.Handovers.Values.Reverse().ToList();
        return new Done<IReadOnlyList<HandoverView>>([.. all.Where(h => h.Waits).Concat(all.Where(h => !h.Waits).Take(operation.Limit)).Select(View)]);
    }

    public static HandoverView View(SignedHandover handover) => new(
        handover.Text.Number,
        handover.Text.Level,
        handover.State,
        handover.Text.Officer,
        handover.Text.Since.ToDateTimeOffset(),
        handover.Text.At.ToDateTimeOffset(),
        handover.Text.Happened,
        handover.Text.Owed,
        handover.Text.Notes,
        handover.Text.Interpreters,
        handover.Text.Digest().ToString(),
        handover.TakenBy.Length > 0 ? handover.TakenBy : null,
        handover.EndedAt?.ToDateTimeOffset());

    private const string NoneWaits = "No handover of that number waits: it was taken, withdrawn or passed over. 'shift handovers' shows which do.";

    private static string OnDuty(OperationContext context, AlarmLevel level) =>
        context.Memory.Alarms.Duty.At(level) is { } duty ? $"{duty.Officer} is on duty as {level.Name()}." : $"Nobody is on duty as {level.Name()}.";

    private static SignedHandover? Waiting(OperationContext context, int number) =>
        context.Memory.Watch.Handovers.TryGetValue(number, out var handover) && handover.Waits ? handover : null;

    private static SignedHandover? Before(OperationContext context, Operation operation) =>
        operation.Key is { } key && context.Memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["handover", var id]
            ? context.Memory.Watch.Handovers.Values.FirstOrDefault(h => h.Id == id)
            : null;

    private static SignedHandover End(OperationContext context, SignedHandover waiting, string why, string? key)
    {
        var ended = waiting with { State = HandoverState.Withdrawn, EndedAt = context.Step.Now };
        context.Memory.Watch.Put(context.Step, ended);
        Journal(context, ended, JournalAct.HandoverWithdrawn, $"{ended.Text.Level.Name()}, {why}", key);
        context.Step.Note(ChangeKind.Alarm, text: "handover withdrawn");
        return ended;
    }

    private static void Journal(OperationContext context, SignedHandover handover, JournalAct act, string note, string? key)
    {
        context.Step.Journal(act, entry: handover.Id, note: note, key: key);
        context.Memory.Remember(key, $"handover {handover.Id}");
    }

    private static Refused<HandoverView>? Wrong(HandOver operation)
    {
        var (notes, interpreters) = (operation.Notes?.Trim() ?? "", operation.Interpreters ?? []);
        if (operation.Happened.Count > Limits.HandoverItems || operation.Owed.Count > Limits.HandoverItems || interpreters.Count > Limits.HandoverInterpreters)
            return Refuse(Refusal.TooMany, "A handover has at most 200 things that happened, 200 that are owed, and 32 interpreters.");
        if (notes.Length > Limits.HandoverNotesLength || interpreters.Any(i => i.Name.Length > Limits.HandoverInterpreterLength))
            return Refuse(Refusal.TooLong, "Notes have at most 8,000 characters, an interpreter 128.");
        var isText = notes.Length == 0 || MessageContent.IsText(notes);
        if (!isText || !operation.Happened.Concat(operation.Owed).All(i => HandoverText.Fits(i) && MessageContent.IsText(i.Text)))
            return Refuse(Refusal.Malformed, "A handover holds plain text, its lists as the station composed them: ask for the draft again.");
        return interpreters.All(i => MessageContent.IsLanguage(i.Language) && IsLine(i.Name))
            ? null
            : Refuse(Refusal.Malformed, "An interpreter is a language such as ru, and one line that says who and how to reach him.");
    }

    /// <summary>One line of plain text.</summary>
    internal static bool IsLine(string text) => MessageContent.IsText(text) && !text.Contains('\n', StringComparison.Ordinal);

    private static Refused<HandoverView> Refuse(Refusal why, string detail) => new(why, detail);
}
