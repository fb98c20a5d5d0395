using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;

namespace Parley.Cli.Commands;

/// <summary><c>parley shift</c>: who is on duty.</summary>
internal static class ShiftCommands
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "One line of at most 300 characters." };

    public static Option<string> Level { get; } = Common.Choice<AlarmLevel>("--level", "As what. Default: watch.", required: false);

    public static Command Build() => Common.Group(
        "shift",
        "Who is on duty, the watch log, and the handover that both officers sign. A shift begins with an alarm test.",
        [
            new Command("start", "Go on duty, in place of who is, without a handover. Every alarm outlet rings once; confirm what was heard with 'parley alarm confirm'.").Does(
                [Common.Directory, Level, Common.TokenFile, Common.Json], i => Ask(i, new StartShift(Chosen(i)))),
            new Command("end", "Go off duty.").Does([Common.Directory, Level, Common.TokenFile, Common.Json], i => Ask(i, new EndShift(Chosen(i)))),
            new Command("show", "Who is on duty, and whether the alarm test is confirmed.").Does(
                [Common.Directory, Common.TokenFile, Common.Json], i => Ask(i, new ShowShift())),
            new Command("note", "Add a line to the watch log. The next handover holds it.").Does(
                [Common.Directory, Text, Common.TokenFile, Common.Json], i => Ask(i, new AddWatchNote(i.Get(Text)))),
            .. HandoverCommands.Build(),
        ]);

    /// <summary>The level that was named, or the watch.</summary>
    public static AlarmLevel Chosen(Invocation invocation) => invocation.Get(Level) is { } level ? Common.Chosen<AlarmLevel>(level) : AlarmLevel.Watch;

    private static async Task Ask(Invocation invocation, Operation<ShiftBoard> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), Write);
    }

    private static void Write(Screen screen, ShiftBoard board)
    {
        foreach (var level in Roster.Levels)
        {
            var holder = board.OnDuty.FirstOrDefault(d => d.Level == level);
            var who = holder is null ? "nobody"
                : $"{SafeText.Line(holder.Officer)} since {TranscriptText.Time(holder.Since)}{(holder.IsHandedOver ? ", by a handover" : "")}";
            screen.Line($"{level.Name()}: {who}");
        }

        if (board.Test is { } test)
            AlarmText.Test(screen, test);
        else
            screen.Line("No alarm test was made yet: parley alarm test", Tint.Warning);
        foreach (var note in board.Notes ?? [])
            screen.Line($"{TranscriptText.Time(note.At)} {SafeText.Line(note.Officer)}: {SafeText.Line(note.Text)}");
    }
}
