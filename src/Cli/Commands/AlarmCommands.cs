using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Lines.Alarms;

namespace Parley.Cli.Commands;

/// <summary><c>parley alarm</c>: what rings here, and whether it is heard.</summary>
internal static class AlarmCommands
{
    private static readonly Option<string?> Line = new("--line") { Description = "The line of the entry that rings.", HelpName = "LINE" };
    private static readonly Option<string?> Entry = new("--entry") { Description = "The ref of the entry that rings.", HelpName = "REF" };
    private static readonly Option<string?> Failed = new("--outlet") { Description = "The outlet that failed.", HelpName = "NAME" };
    private static readonly Option<bool> Every = new("--all") { Description = "Everything that 'parley alarm list' shows as ringing now." };
    private static readonly Option<string[]> NotHeard = new("--not-heard") { Description = "An outlet that was not heard; again for each.", HelpName = "NAME" };
    private static readonly Option<string> Level = Common.Choice<AlarmLevel>("--level", "Whom it is about: who is rung first, after a minute, after two.");
    private static readonly Option<string[]> Names = new("--name") { Description = "A person or an office; again for each.", HelpName = "NAME" };
    private static readonly Option<string[]> By = new("--outlet") { Description = "An outlet; again for each. Without any: all of them.", HelpName = "NAME" };

    public static Command Build() => Common.Group(
        "alarm",
        "Alarms: what rings, who has heard it, and whether outlets work.",
        new Command("list", "What rings or has rung and is not dealt with; exercises by themselves.").Does(
            [Common.Directory, Common.TokenFile, Common.Json], i => Ask(i, new ListAlarms(), AlarmText.Board)),
        new Command("take", "Say that a person here has heard an alarm: it rings and climbs no more. The other side is told nothing; it is not read yet.").Does(
            [Common.Directory, Line, Entry, Failed, Every, Common.TokenFile, Common.Json], Take),
        new Command("test", "Ring every outlet once. Confirm afterwards what was heard.").Does(
            [Common.Directory, Common.TokenFile, Common.Json], i => Ask(i, new TestAlarms(), AlarmText.Test)),
        new Command("confirm", "Confirm that every outlet of the last test was heard, or name those that were not.").Does(
            [Common.Directory, NotHeard, Common.TokenFile, Common.Json],
            i => Ask(i, new ConfirmAlarmTest(i.Get(NotHeard) is { Length: > 0 } names ? names : null), AlarmText.Test)),
        new Command("outlets", "The outlets of this station and whether each works. They are set up in parley.json.").Does(
            [Common.Directory, Common.TokenFile, Common.Json], i => Ask(i, new ListOutlets(), AlarmText.Outlets)),
        Common.Group(
            "roster",
            "Who hears alarms, level by level.",
            new Command("show", "Who hears alarms, and by which outlets.").Does(
                [Common.Directory, Common.TokenFile, Common.Json], i => Ask(i, new ShowRoster(), AlarmText.Roster)),
            new Command("set", "Say who hears alarms at one level, in place of what was said before.").Does(
                [Common.Directory, Level, Names, By, Common.TokenFile, Common.Json],
                i => Ask(i, new SetRoster(Common.Chosen<AlarmLevel>(i.Need(Level)), i.Get(Names) ?? [], i.Get(By)), AlarmText.Roster))));

    private static async Task Ask<TAnswer>(Invocation invocation, Operation<TAnswer> operation, Action<Screen, TAnswer> show)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), show);
    }

    private static async Task Take(Invocation invocation)
    {
        var (line, entry, outlet) = (invocation.Get(Line), invocation.Get(Entry), invocation.Get(Failed));
        var isOne = outlet is null != entry is null && entry is null == line is null;
        if (invocation.Get(Every) ? (line ?? entry ?? outlet) is not null : !isOne)
            throw new CommandFault(ExitCode.Usage, "say --line LINE --entry REF, or --outlet NAME, or --all");
        await using var station = await OpenStation.ToSpeak(invocation);
        var board = invocation.Get(Every) ? await invocation.Do(station.Control, new ListAlarms()) : null;
        if (board is null)
            board = await invocation.Do(station.Control, new TakeAlarm(line, entry, outlet));
        else
            board = await TakeAll(station.Control, board, invocation);
        invocation.Show(board, AlarmText.Board);
    }

    // Those that were listed and no others: what comes meanwhile goes on ringing.
    private static async Task<AlarmBoard> TakeAll(IControl control, AlarmBoard board, Invocation invocation)
    {
        foreach (var alarm in board.Live.Concat(board.Exercise).Where(a => a.TakenBy is null))
        {
            var outcome = await control.Do(new TakeAlarm(alarm.Outlet is null ? alarm.Line : null, alarm.Entry, alarm.Outlet), invocation.Cancel);
            if (outcome is Refused<AlarmBoard> { Why: not Refusal.UnknownAlarm } refused)
                throw new CommandFault(ExitCode.Refused, refused.Detail);
        }

        return await invocation.Do(control, new ListAlarms());
    }
}
