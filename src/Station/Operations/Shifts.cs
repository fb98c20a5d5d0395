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
        if (!Enum.IsDefined(operation.Level))
            return new Refused<ShiftBoard>(Refusal.Malformed, "Levels are watch, deputy and supervisor.");
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Show(context);
        var before = memory.Alarms.Duty.At(operation.Level);
        memory.Alarms.Set(step, memory.Alarms.Duty.With(new DutyOfficer(operation.Level, context.Actor.Name, step.Now)));
        step.Journal(JournalAct.ShiftStarted, note: operation.Level.Name() + (before is null ? "" : $", after {before.Officer}"));
        Alarms.Begin(context, operation.Key);
        return Show(context);
    }

    public static Outcome<ShiftBoard> End(OperationContext context, EndShift operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (memory.Alarms.Duty.At(operation.Level) is not { } ended)
            return new Refused<ShiftBoard>(Refusal.NothingToConfirm, "Nobody is on duty there.");
        memory.Alarms.Set(step, memory.Alarms.Duty.Without(operation.Level));
        step.Journal(JournalAct.ShiftEnded, note: $"{operation.Level.Name()}, of {ended.Officer}", key: operation.Key);
        step.Note(ChangeKind.Alarm, text: "shift ended");
        return Show(context);
    }

    public static Outcome<ShiftBoard> Show(OperationContext context)
    {
        var book = context.Memory.Alarms;
        return new Done<ShiftBoard>(new ShiftBoard(
            [.. book.Duty.Officers.Select(p => new ShiftView(p.Level, p.Officer, p.Since.ToDateTimeOffset()))], book.Test is { } test ? Alarms.View(test) : null));
    }
}
