using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Stations;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary><c>parley status</c>: the station at a glance.</summary>
internal static class StatusCommand
{
    private static readonly Option<bool> Watch = new("--watch") { Description = "Show it anew whenever something changes, until Ctrl-C." };

    public static Command Build() =>
        new Command("status", "The station at a glance: peers, circuits, lines, what has not been received, warnings.")
            .Does([Common.Directory, Watch, Common.TokenFile, Common.Json], Run);

    private static async Task Run(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        if (!invocation.Get(Watch))
        {
            invocation.Show(await invocation.Do(station.Control, new ShowStatus()), Write);
            return;
        }

        await foreach (var _ in Following.Notes(station.Control, invocation.Terminal, invocation.Cancel))
        {
            var status = await invocation.Do(station.Control, new ShowStatus());
            if (invocation.WantsJson)
            {
                invocation.Terminal.Out.WriteLine(JsonSerializer.Serialize(status, ControlJson.Options));
                continue;
            }

            invocation.Screen.Clear();
            Write(invocation.Screen, status);
            invocation.Screen.Line();
        }
    }

    private static void Write(Screen screen, StationStatus status)
    {
        screen.Line($"{status.Party} ({SafeText.Line(status.Name)}), {TranscriptText.Time(status.Now)}, up since " +
            $"{TranscriptText.Time(status.Since)}, version {status.Version}");
        if (status.Store.Length > 0)
            screen.Line($"STORE: {SafeText.Line(status.Store)}", Tint.Flash);
        foreach (var warning in status.Warnings)
            screen.Line($"WARNING: {SafeText.Line(warning)}", Tint.Warning);
        foreach (var lost in status.Peers.SelectMany(p => p.Lost ?? [], (p, l) => $"a circuit to {p.Party} is lost since {TranscriptText.Time(l.Since)}: {l.Name}"))
            screen.Line($"WARNING: {SafeText.Line(lost)}", Tint.Warning);
        if (status.Alarms is { } alarms)
            AlarmText.Alarms(screen, alarms);
        screen.Line();
        PeerCommands.Table(screen, status.Peers);
        screen.Line();
        Lines(screen, "", status.Lines.Where(l => !IsExercise(l)));
        if (!status.Lines.Any(IsExercise))
            return;
        screen.Line();
        Lines(screen, TranscriptText.Mark(LineMode.Exercise), status.Lines.Where(IsExercise));
    }

    private static void Lines(Screen screen, string mark, IEnumerable<LineStatus> all)
    {
        var lines = all.ToList();
        screen.Table(
            [mark + "line", "mode", "state", "entries", "not received", "not readable", "not come", "last heard", "last said"],
            lines.Select(l => (string[])
            [
                mark + SafeText.Line(l.Handle),
                IsExercise(l) ? "EXERCISE" : "live",
                l.State.ToLowerInvariant(),
                l.Entries.ToString(CultureInfo.InvariantCulture),
                l.Unreceived.ToString(CultureInfo.InvariantCulture),
                l.Unreadable.ToString(CultureInfo.InvariantCulture),
                l.Missing.ToString(CultureInfo.InvariantCulture),
                l.LastHeard is { } heard ? TranscriptText.Time(heard) : "",
                l.LastSaid is { } said ? TranscriptText.Time(said) : "",
            ]));
        foreach (var line in lines)
        {
            foreach (var one in (line.Silence ?? []).Where(s => s.Causes.Count > 0))
                screen.Line($"{mark}{SafeText.Line(line.Handle)}: {one.Party}: {one.Title}, since {TranscriptText.Time(one.Since)}", Tint.Warning);
            if (line.Checks is { } checks)
                Checks(screen, mark, line, checks);
        }
    }

    private static void Checks(Screen screen, string mark, LineStatus line, CheckGlance checks)
    {
        var next = checks.Next is { } due ? $"next check {TranscriptText.Time(due)}, {(checks.OurTurn ? "OURS" : $"by {checks.Turn}")}" : "no check comes";
        screen.Line($"{mark}{SafeText.Line(line.Handle)}: {next}", Tint.Quiet);
        foreach (var one in checks.Attention)
            screen.Line($"{mark}{SafeText.Line(line.Handle)}: {SafeText.Line(one)}", Tint.Warning);
    }

    private static bool IsExercise(LineStatus line) => line.Mode == LineMode.Exercise;
}
