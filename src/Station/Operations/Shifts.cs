using Parley.Control;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;
using Parley.Station.Journals;

namespace Parley.Station.Operations;

/// <summary>Who is on duty. A shift begins with an alarm test.</summary>
internal static class Shifts
{
    public static Outcome<ShiftBoard> Start(OperationContext context, StartShift operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (!Enum.IsDefined(operation.Post))
            return new Refused<ShiftBoard>(Refusal.Malformed, "Posts are watch, deputy and supervisor.");
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Show(context);
        var before = memory.Alarms.Duty.At(operation.Post);
        memory.Alarms.Set(step, memory.Alarms.Duty.With(new OnPost(operation.Post, context.Actor.Name, step.Now)));
        step.Journal(JournalAct.ShiftStarted, note: operation.Post.Name() + (before is null ? "" : $", after {before.Officer}"));
        Alarms.Begin(context, operation.Key);
        return Show(context);
    }

    public static Outcome<ShiftBoard> End(OperationContext context, EndShift operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (memory.Alarms.Duty.At(operation.Post) is not { } ended)
            return new Refused<ShiftBoard>(Refusal.NothingToConfirm, "Nobody is at that post.");
        memory.Alarms.Set(step, memory.Alarms.Duty.Without(operation.Post));
        step.Journal(JournalAct.ShiftEnded, note: $"{operation.Post.Name()}, of {ended.Officer}", key: operation.Key);
        step.Note(ChangeKind.Alarm, text: "shift ended");
        return Show(context);
    }

    public static Outcome<ShiftBoard> Show(OperationContext context)
    {
        var book = context.Memory.Alarms;
        return new Done<ShiftBoard>(new ShiftBoard(
            [.. book.Duty.Posts.Select(p => new ShiftView(p.Post, p.Officer, p.Since.ToDateTimeOffset()))], book.Test is { } test ? Alarms.View(test) : null));
    }
}
