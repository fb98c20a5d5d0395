using Parley.Control;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;
using Parley.Station.Journals;
using Parley.Station.Shifts;

namespace Parley.Station.Operations;

/// <summary>Who is on duty, and the watch log. A shift begins with an alarm test.</summary>
internal static class Shifts
{
    public const string LevelRule = "Levels are watch, deputy and supervisor.";

    public static Outcome<ShiftBoard> Start(OperationContext context, StartShift operation)
    {
        if (!Enum.IsDefined(operation.Level))
            return new Refused<ShiftBoard>(Refusal.Malformed, LevelRule);
        if (operation.Key is { } key && context.Memory.Remembered.ContainsKey(key))
            return Show(context);
        Handovers.PassedOver(context, operation.Level);
        Begin(context, operation.Level, "", operation.Key);
        return Show(context);
    }

    /// <summary>The officer who asks is on duty from now on, in place of who was.</summary>
    /// <param name="how">For the journal; empty: without a handover.</param>
    public static void Begin(OperationContext context, AlarmLevel level, string how, string? key)
    {
        var (book, step) = (context.Memory.Alarms, context.Step);
        var before = book.Duty.At(level);
        book.Set(step, book.Duty.With(new DutyOfficer(level, context.Actor.Name, step.Now)));
        var after = before is null ? "" : $", after {before.Officer}";
        step.Journal(JournalAct.ShiftStarted, note: $"{level.Name()}{after}{(how.Length > 0 ? $", {how}" : "")}");
        Alarms.Begin(context, key);
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
        var (book, watch) = (context.Memory.Alarms, context.Memory.Watch);
        return new Done<ShiftBoard>(new ShiftBoard(
            [.. book.Duty.Officers.Select(p => new ShiftView(p.Level, p.Officer, p.Since.ToDateTimeOffset(), watch.Behind(p) is not null))],
            book.Test is { } test ? Alarms.View(test) : null,
            [.. watch.Since(AlarmLevel.Watch).Select(n => new WatchNoteView(n.At.ToDateTimeOffset(), n.Officer, n.Text))]));
    }

    public static Outcome<ShiftBoard> Note(OperationContext context, AddWatchNote operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (operation.Key is { } key && memory.Remembered.ContainsKey(key))
            return Show(context);
        if (memory.Alarms.Duty.Officers.Count == 0)
            return new Refused<ShiftBoard>(Refusal.NotOnDuty, "No shift runs, so there is no watch log. 'shift start' begins one.");
        if (operation.Text.Length > Control.Bounds.WatchNoteLength)
            return new Refused<ShiftBoard>(Refusal.TooLong, "A line of the watch log has at most 300 characters.");
        if (!Handovers.IsLine(operation.Text))
            return new Refused<ShiftBoard>(Refusal.Malformed, "A line of the watch log is one line of plain text.");
        var began = memory.Alarms.Duty.Officers.Max(o => o.Since);
        if (memory.Watch.Notes.Values.Count(n => n.At >= began) >= Bounds.WatchNotesPerShift)
            return new Refused<ShiftBoard>(Refusal.TooMany, "The watch log of a shift has at most 100 lines. What is more goes into the notes of the handover.");
        var note = new WatchNote(memory.Watch.Notes.Keys.DefaultIfEmpty(0).Max() + 1, step.Now, context.Actor.Name, operation.Text);
        memory.Watch.Add(step, note);
        step.Journal(JournalAct.WatchNoted, entry: note.Id, key: operation.Key);
        memory.Remember(operation.Key, "done");
        step.Note(ChangeKind.Alarm, text: "watch note");
        return Show(context);
    }
}
