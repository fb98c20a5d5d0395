using Parley.Control;
using Parley.Control.Alarms;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Alarms;
using Parley.Station.Journals;

namespace Parley.Station.Operations;

/// <summary>What rings here: shown, taken by whoever heard it, tried out, and for whom.</summary>
internal static class Alarms
{
    public static Outcome<AlarmBoard> List(OperationContext context) => new Done<AlarmBoard>(Board(context));

    /// <summary>A person heard it. It stays in sight until somebody has read the entry, or the outlet works.</summary>
    public static Outcome<AlarmBoard> Take(OperationContext context, TakeAlarm operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if ((operation.Outlet is null) == (operation.Entry is null) || (operation.Entry is null) != (operation.Line is null))
            return new Refused<AlarmBoard>(Refusal.Malformed, "Name a line and an entry of it, or an outlet.");
        string id;
        if (operation.Outlet is { } outlet)
        {
            id = OpenAlarm.IdOf(outlet);
        }
        else
        {
            if (LineNames.Find(memory, operation.Line!, out var refused) is not { } line)
                return new Refused<AlarmBoard>(refused.Why, refused.Detail);
            if (EntryRef.Parse(operation.Entry!) is not { } entry)
                return new Refused<AlarmBoard>(Refusal.UnknownEntry, "There is no such entry on this line.");
            id = OpenAlarm.IdOf(line.Id, entry);
        }

        if (!memory.Alarms.Open.TryGetValue(id, out var alarm))
            return new Refused<AlarmBoard>(Refusal.UnknownAlarm, "That does not ring: it never did, or it was dealt with. 'alarm list' shows what does.");
        if (alarm.Rings)
        {
            Keep(context, alarm with { TakenBy = context.Actor.Name, TakenAt = step.Now });
            step.Journal(JournalAct.AlarmTaken, alarm.Line, alarm.Entry?.ToString() ?? "", $"{alarm.Kind.Name()} {alarm.Outlet}".TrimEnd(), operation.Key);
            memory.Remember(operation.Key, "done");
            step.Note(ChangeKind.Alarm, alarm.Line, alarm.Entry?.ToString(), $"{alarm.Kind.Name()} taken by {context.Actor.Name}");
        }

        return List(context);
    }

    // Of a kind that this version does not know no stage of handling can be entered: to take it is all that can be done.
    private static void Keep(OperationContext context, OpenAlarm alarm)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (alarm.Entry is { } entry && memory.HeaderOf(entry.Feed(alarm.Line!.Value), entry.Index) is { } header && !EntryKind.IsWords(header.Kind))
            memory.Alarms.Remove(step, alarm);
        else
            memory.Alarms.Put(step, alarm);
    }

    public static Outcome<AlarmTestView> Test(OperationContext context, TestAlarms operation)
    {
        if (operation.Key is null || !context.Memory.Remembered.ContainsKey(operation.Key) || context.Memory.Alarms.Test is null)
            Begin(context, operation.Key);
        return new Done<AlarmTestView>(View(context.Memory.Alarms.Test!));
    }

    /// <summary>A new test, in place of the one before.</summary>
    public static void Begin(OperationContext context, string? key)
    {
        context.Core.Ringing.Test(context.Step, context.Actor.Name, key);
        context.Memory.Remember(key, "done");
    }

    public static Outcome<AlarmTestView> Confirm(OperationContext context, ConfirmAlarmTest operation)
    {
        var (book, step) = (context.Memory.Alarms, context.Step);
        if (book.Test is not { ConfirmedAt: null } test)
            return new Refused<AlarmTestView>(Refusal.NothingToConfirm, "No alarm test waits to be confirmed. 'alarm test' begins one.");
        var notHeard = operation.NotHeard ?? [];
        if (notHeard.FirstOrDefault(n => !test.Outlets.Any(o => o.Name == n)) is { } unknown)
            return new Refused<AlarmTestView>(Refusal.UnknownOutlet, $"The test rang no outlet '{unknown}'; it rang {Names(test.Outlets.Select(o => o.Name))}.");
        book.Set(step, test with
        {
            Outlets = [.. test.Outlets.Select(o => o with { Heard = !notHeard.Contains(o.Name) })], ConfirmedBy = context.Actor.Name, ConfirmedAt = step.Now,
        });
        step.Journal(JournalAct.AlarmTestConfirmed, note: notHeard.Count == 0 ? "all heard" : $"not heard: {Names(notHeard)}", key: operation.Key);
        step.Note(ChangeKind.Alarm, text: "alarm test confirmed");
        foreach (var outlet in test.Outlets.Where(o => context.Core.Ringing.Has(o.Name)))
        {
            if (notHeard.Contains(outlet.Name))
                book.Fail(step, outlet.Name, $"not heard by {context.Actor.Name}", byOfficer: true);
            else
                book.Works(step, outlet.Name, byOfficer: true);
        }

        return new Done<AlarmTestView>(View(book.Test!));
    }

    public static Outcome<IReadOnlyList<OutletView>> Outlets(OperationContext context) => new Done<IReadOnlyList<OutletView>>(OutletViews(context));

    public static Outcome<IReadOnlyList<RosterView>> Roster(OperationContext context) => new Done<IReadOnlyList<RosterView>>(
        [.. context.Memory.Alarms.Roster.Rows.Select(r => new RosterView(r.Level, r.Names, r.Outlets))]);

    public static Outcome<IReadOnlyList<RosterView>> SetRoster(OperationContext context, SetRoster operation)
    {
        var (book, step) = (context.Memory.Alarms, context.Step);
        var outlets = operation.Outlets ?? [];
        if (!Enum.IsDefined(operation.Level) || !operation.Names.All(Parley.Lines.Alarms.Roster.IsName) ||
            operation.Names.Distinct(StringComparer.Ordinal).Count() < operation.Names.Count || outlets.Distinct(StringComparer.Ordinal).Count() < outlets.Count)
            return new Refused<IReadOnlyList<RosterView>>(Refusal.Malformed, "A name has 1 to 64 characters without slash, colon and comma; each stands once.");
        if (operation.Names.Count > Parley.Lines.Bounds.RosterNames || outlets.Count > Parley.Lines.Bounds.RosterNames)
            return new Refused<IReadOnlyList<RosterView>>(Refusal.TooMany, "A level has at most 16 names and 16 outlets.");
        if (outlets.FirstOrDefault(o => !context.Core.Ringing.Has(o)) is { } unknown)
            return new Refused<IReadOnlyList<RosterView>>(Refusal.UnknownOutlet, $"There is no outlet '{unknown}' here. 'alarm outlets' names them.");
        book.Set(step, book.Roster.With(new RosterRow(operation.Level, operation.Names, outlets)));
        var by = outlets.Count == 0 ? "all outlets" : Names(outlets);
        step.Journal(JournalAct.RosterSet, note: $"{operation.Level.Name()}: {Names(operation.Names)}; by {by}", key: operation.Key);
        step.Note(ChangeKind.Alarm, text: "roster");
        return Roster(context);
    }

    /// <summary>What stands in the way of an alarm being heard.</summary>
    public static IEnumerable<string> Warnings(OperationContext context)
    {
        var (book, ringing) = (context.Memory.Alarms, context.Core.Ringing);
        if (ringing.IsOn && ringing.Outlets.Count == 0)
            yield return "No alarm outlet is set up, so nobody hears a flash: set up 'alarms' in parley.json.";
        foreach (var failure in book.Open.Values.Where(a => a.Kind == AlarmKind.OutletFailed))
            yield return $"Alarm outlet {failure.Outlet} FAILED {EntryText.Clock(failure.Since)}: {failure.Why}.";
        foreach (var gone in book.Roster.Rows.SelectMany(r => r.Outlets).Distinct().Where(o => ringing.IsOn && !ringing.Has(o)))
            yield return $"The roster names the outlet {gone}, which parley.json does not set up.";
        if (book.Test is { ConfirmedAt: null } test)
            yield return $"The alarm test of {EntryText.Clock(test.At)} is NOT CONFIRMED: 'alarm confirm' once the outlets were heard.";
    }

    public static AlarmBoard Board(OperationContext context)
    {
        var all = context.Memory.Alarms.Open.Values.OrderBy(a => a.Kind).ThenBy(a => a.Since).ThenBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => View(context, a)).ToList();
        return new AlarmBoard(
            [.. all.Where(a => !a.Exercise)], [.. all.Where(a => a.Exercise)], OutletViews(context), context.Memory.Alarms.Test is { } test ? View(test) : null);
    }

    public static AlarmTestView View(AlarmTest test) => new(
        test.At.ToDateTimeOffset(),
        test.By,
        [.. test.Outlets.Select(o => new TestedOutlet(o.Name, o.Rang, o.Failure.Length > 0 ? o.Failure : null, o.Heard))],
        test.ConfirmedBy.Length > 0 ? test.ConfirmedBy : null,
        test.ConfirmedAt?.ToDateTimeOffset());

    private static AlarmView View(OperationContext context, OpenAlarm alarm)
    {
        var (memory, now) = (context.Memory, context.Step.Now);
        var line = alarm.Line is { } id ? memory.Lines.GetValueOrDefault(id) : null;
        LineMode? mode = line?.Mode ?? (alarm.Kind == AlarmKind.Exercise ? LineMode.Exercise : alarm.Line is null ? null : LineMode.Live);
        return new AlarmView(
            mode,
            alarm.Kind,
            line is null ? alarm.Line?.ToString() : LineNames.HandleOf(memory, line),
            alarm.Entry?.ToString(),
            alarm.Entry?.Party.ToString(),
            alarm.Outlet.Length > 0 ? alarm.Outlet : null,
            alarm.Why.Length > 0 ? alarm.Why : null,
            alarm.Since.ToDateTimeOffset(),
            (now - alarm.Since).TotalMinutes,
            alarm.Rung,
            AlarmSchedule.LevelOf(alarm.Rung - 1),
            alarm.Rings && context.Core.Ringing.IsOn ? alarm.DueAt(now).ToDateTimeOffset() : null,
            alarm.TakenBy.Length > 0 ? alarm.TakenBy : null,
            alarm.TakenAt?.ToDateTimeOffset(),
            alarm.More);
    }

    private static List<OutletView> OutletViews(OperationContext context) =>
    [
        .. context.Core.Ringing.Outlets.Select(o => context.Memory.Alarms.FailureOf(o.Name) is { } failure
            ? new OutletView(o.Name, o.Kind, o.Where, failure.Why, failure.Since.ToDateTimeOffset())
            : new OutletView(o.Name, o.Kind, o.Where, null, null)),
    ];

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } all ? all : "none";
}
