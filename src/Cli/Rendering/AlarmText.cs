using System.Globalization;
using Parley.Control.Alarms;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Cli.Rendering;

/// <summary>Alarms for people. Exercises stand by themselves, each line marked as one.</summary>
internal static class AlarmText
{
    public static void Board(Screen screen, AlarmBoard board)
    {
        if (board.Live.Count + board.Exercise.Count == 0)
            screen.Line("Nothing rings.");
        Alarms(screen, board);
        foreach (var outlet in board.Outlets.Where(o => o.Failed is not null))
            screen.Line($"outlet {SafeText.Line(outlet.Name)} FAILED: {SafeText.Line(outlet.Failed!)}", Tint.Flash);
        if (board.Test is { ConfirmedBy: null } test)
            Test(screen, test);
    }

    /// <summary>What is not dealt with; nothing when nothing is.</summary>
    public static void Alarms(Screen screen, AlarmBoard board)
    {
        foreach (var alarm in board.Live)
            screen.Lines(Lines(alarm));
        foreach (var alarm in board.Exercise)
            screen.Lines(Lines(alarm).Select(static l => l with { Text = TranscriptText.Mark(LineMode.Exercise) + l.Text }));
    }

    public static void Test(Screen screen, AlarmTestView test)
    {
        var confirmed = test.ConfirmedBy is { } by
            ? $"confirmed by {SafeText.Line(by)} {TranscriptText.Time(test.ConfirmedAt!.Value, test.At)}"
            : "NOT CONFIRMED: parley alarm confirm";
        screen.Line($"alarm test {TranscriptText.Time(test.At)} by {SafeText.Line(test.By)}, {confirmed}", test.ConfirmedBy is null ? Tint.Warning : Tint.Good);
        foreach (var outlet in test.Outlets)
        {
            var rang = outlet.Rang switch
            {
                true => "rang, as it says", false => $"FAILED: {SafeText.Line(outlet.Failure ?? "")}", _ => "has not said whether it rang",
            };
            var heard = outlet.Heard switch { true => ", heard", false => ", NOT HEARD", _ => "" };
            screen.Line($"    {SafeText.Line(outlet.Name)}: {rang}{heard}", outlet is { Rang: true, Heard: not false } ? Tint.Plain : Tint.Warning);
        }

        if (test.Outlets.Count == 0)
            screen.Line("    no outlet is set up: see 'alarms' in parley.json", Tint.Warning);
    }

    public static void Outlets(Screen screen, IReadOnlyList<OutletView> outlets)
    {
        screen.Table(
            ["outlet", "kind", "where", "state"],
            outlets.Select(o => (string[])
            [
                SafeText.Line(o.Name), SafeText.Line(o.Kind), SafeText.Line(o.Where),
                o.Failed is { } why ? $"FAILED since {TranscriptText.Time(o.FailedSince!.Value)}: {SafeText.Line(why)}" : "works, as far as is known",
            ]));
        if (outlets.Count == 0)
            screen.Line("No outlet is set up, so nobody hears a flash: see 'alarms' in parley.json.", Tint.Warning);
    }

    public static void Roster(Screen screen, IReadOnlyList<RosterView> roster) => screen.Table(
        ["level", "names", "outlets"],
        roster.Select(r => (string[])
        [
            r.Level.Name(),
            r.Names.Count == 0 ? "-" : SafeText.Line(string.Join(", ", r.Names)),
            r.Outlets.Count == 0 ? "all" : SafeText.Line(string.Join(", ", r.Outlets)),
        ]));

    private static IEnumerable<TintedLine> Lines(AlarmView alarm)
    {
        var what = alarm.Kind switch
        {
            AlarmKind.OutletFailed => $"outlet {SafeText.Line(alarm.Outlet ?? "")} FAILED ({SafeText.Line(alarm.Why ?? "")})",
            AlarmKind.Alert => "unread ALERT",
            AlarmKind.FlashTest => "unread flash marked TEST",
            AlarmKind.Exercise => "unread flash of an EXERCISE",
            _ => "unread FLASH",
        };
        var from = alarm.Party is { } party ? $" of {SafeText.Line(party)} on {SafeText.Line(alarm.Line ?? "")}" : "";
        var more = alarm.More > 0 ? string.Create(CultureInfo.InvariantCulture, $", and {alarm.More} more after it") : "";
        var state = alarm.TakenBy is { } by ? $"taken by {SafeText.Line(by)} {TranscriptText.Time(alarm.TakenAt!.Value, alarm.Since)}"
            : alarm.Rings == 0 ? "has not rung"
            : string.Create(CultureInfo.InvariantCulture, $"rang {alarm.Rings} times, last for {alarm.Level.Name()}");
        var next = alarm.NextRing is { } due ? $", again {TranscriptText.Time(due, alarm.Since)}" : "";
        var tint = alarm.TakenBy is not null ? Tint.Warning : alarm.Kind is AlarmKind.Exercise or AlarmKind.FlashTest ? Tint.Test : Tint.Flash;
        yield return new($"{what}{from}, for {Age(alarm.Minutes)}{more}; {state}{next}", tint);
        if (alarm.Entry is { } entry)
            yield return new($"    ref {SafeText.Line(entry)}", Tint.Quiet);
    }

    private static string Age(double minutes) => minutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, minutes) * 60:0} s")
        : minutes < 120 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes):0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes / 60):0} h");
}
