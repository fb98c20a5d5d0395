using System.Globalization;
using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Alarms;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Alarms;

/// <summary>Lets outlets ring when alarms are due, and takes in what became of it. Without outlets (a station that is only managed) nothing rings and no ring is
/// counted.</summary>
internal sealed class Ringing(IAlarmOutlets? outlets)
{
    public IReadOnlyList<AlarmOutlet> Outlets { get; } = outlets?.All ?? [];

    /// <summary>Whether somebody should hear something here at all.</summary>
    public bool IsOn => outlets is not null;

    /// <summary>At start: an outlet that is not set up any more has not failed.</summary>
    public void Begin(Step step)
    {
        var book = step.Memory.Alarms;
        foreach (var gone in book.Open.Values.Where(a => IsOn && a.Kind == AlarmKind.OutletFailed && !Has(a.Outlet)).ToList())
            book.Remove(step, gone);
    }

    public bool Has(string outlet) => Outlets.Any(o => o.Name == outlet);

    /// <summary>Rings what is due: one ring a kind, after the commit.</summary>
    public void Run(Step step)
    {
        if (!IsOn)
            return;
        var book = step.Memory.Alarms;
        var due = book.Open.Values.Where(a => a.IsDue(step.Now)).GroupBy(a => (a.Kind, a.Outlet)).ToList();
        foreach (var group in due.OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Outlet, StringComparer.Ordinal))
        {
            var level = AlarmLevel.Watch;
            foreach (var alarm in group)
            {
                var rung = AlarmSchedule.RungAt(alarm.Since, alarm.Rung, step.Now);
                var reached = AlarmSchedule.LevelOf(rung - 1);
                level = reached > level ? reached : level;
                book.Put(step, alarm with { Rung = rung, Last = step.Now });
            }

            var count = book.Open.Values.Where(a => a.Kind == group.Key.Kind && a.Rings).Sum(a => 1 + a.More);
            var failed = group.Key.Outlet.Length > 0 ? group.Key.Outlet : null;
            Ring(step, new AlarmRing(step.Memory.Own.ToString(), group.Key.Kind, level, count, step.Now, failed));
        }
    }

    /// <summary>When the next ring is due; later than now once <see cref="Run"/> has been there.</summary>
    public Timestamp? Next(StationMemory memory, Timestamp now)
    {
        Timestamp? next = null;
        foreach (var alarm in memory.Alarms.Open.Values)
        {
            if (IsOn && alarm.Rings && alarm.DueAt(now) is var due && (next is null || due < next))
                next = due;
        }

        return next;
    }

    /// <summary>Rings every outlet once.</summary>
    public void Test(Step step, string officer, string? key)
    {
        step.Memory.Alarms.Set(step, new AlarmTest(step.Now, officer, [.. Outlets.Select(o => new OutletTrial(o.Name))]));
        step.Journal(JournalAct.AlarmTested, note: string.Join(", ", Outlets.Select(o => o.Name)), key: key);
        step.Note(ChangeKind.Alarm, text: "alarm test");
        var ring = new AlarmRing(step.Memory.Own.ToString(), AlarmKind.Test, AlarmLevel.Supervisor, 0, step.Now);
        step.After(() => outlets?.Ring(ring, [.. Outlets.Select(o => o.Name)]));
    }

    /// <summary>What an outlet says of a ring.</summary>
    public void Take(Step step, AlarmReport report)
    {
        var book = step.Memory.Alarms;
        if (!Has(report.Outlet))
            return;
        if (report.Ring.Kind == AlarmKind.Test && book.Test is { } test && test.At == report.Ring.At &&
            test.Outlets.FirstOrDefault(o => o.Name == report.Outlet) is { } trial)
            book.Set(step, test.With(trial with { Rang = report.Failure is null, Failure = Short(report.Failure) }));
        if (report.Failure is { } why)
            book.Fail(step, report.Outlet, why, byOfficer: false);
        else
            book.Works(step, report.Outlet, byOfficer: false);
    }

    private static string Short(string? failure) => failure is { Length: > Bounds.OutletFailure } ? failure[..Bounds.OutletFailure] : failure ?? "";

    private void Ring(Step step, AlarmRing ring)
    {
        var book = step.Memory.Alarms;
        List<string> all = [.. Outlets.Select(o => o.Name)];
        var chosen = ring.Kind == AlarmKind.OutletFailed
            ? [.. all.Where(o => book.FailureOf(o) is null)]
            : book.Roster.Outlets(ring.Level, all, o => book.FailureOf(o) is null);
        var by = chosen.Count == 0 ? "nothing: no outlet" : string.Join(", ", chosen);
        var what = ring.Failed is { } failed ? $"{ring.Kind.Name()} {failed}" : ring.Kind.Name();
        step.Journal(JournalAct.AlarmRang, note: string.Create(CultureInfo.InvariantCulture, $"{what} for {ring.Level.Name()}, {ring.Count}, by {by}"));
        step.Note(ChangeKind.Alarm, text: $"{ring.Kind.Name()} rings for {ring.Level.Name()}");
        step.After(() => outlets!.Ring(ring, chosen));
    }
}
