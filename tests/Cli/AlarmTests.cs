using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Shifts;
using Parley.Control.Stations;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Cli.Tests;

/// <summary>Alarms from the command line, against a station that answers as the test says.</summary>
public sealed class AlarmTests
{
    private static readonly AlarmView Flash = new(
        LineMode.Live, AlarmKind.Flash, "hot", "boreal/3f/urgent/3", "boreal", null, null, At(0), 3.4, 3, AlarmLevel.Supervisor, At(5), null, null, 2);

    private static readonly AlarmView Drill = Flash with
    {
        Mode = LineMode.Exercise, Kind = AlarmKind.Exercise, Line = "drill", Entry = "boreal/3f/urgent/9", More = 0,
    };

    private static readonly AlarmView Siren = new(
        null, AlarmKind.OutletFailed, null, null, null, "siren", "exit code 3", At(1), 200, 9, AlarmLevel.Supervisor, null, "ann", At(2), 0);

    private static readonly AlarmTestView Test = new(At(0), "ann", [new("bell", true, null, null), new("siren", false, "exit code 3", null)], null, null);

    private static readonly AlarmBoard Board = new([Flash, Siren], [Drill], [new OutletView("siren", "command", "/bin/siren", "exit code 3", At(1))], Test);

    [Fact]
    public async Task List_names_what_rings_and_how_long_and_marks_every_line_of_an_exercise()
    {
        var run = await Run(s => s.On<ListAlarms>(_ => Board), "alarm", "list");
        Assert.Equal(
            """
            unread FLASH of boreal on hot, for 3 min, and 2 more after it; rang 3 times, last for supervisor, again 12:05:00Z
                ref boreal/3f/urgent/3
            outlet siren FAILED (exit code 3), for 3 h; taken by ann 12:02:00Z
            EXERCISE | unread flash of an EXERCISE of boreal on drill, for 3 min; rang 3 times, last for supervisor, again 12:05:00Z
            EXERCISE |     ref boreal/3f/urgent/9
            outlet siren FAILED: exit code 3
            alarm test 2026-11-22 12:00:00Z by ann, NOT CONFIRMED: parley alarm confirm
                bell: rang, as it says
                siren: FAILED: exit code 3

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task Take_all_takes_what_was_listed_and_rings()
    {
        var taken = new List<TakeAlarm>();
        await Run(
            s =>
            {
                s.On<ListAlarms>(_ => Board);
                s.On<TakeAlarm>(t =>
                {
                    taken.Add(t);
                    return t.Line == "drill" ? Refusal.UnknownAlarm : Board;
                });
            },
            "alarm", "take", "--all");
        Assert.Equal([("hot", "boreal/3f/urgent/3", null), ("drill", "boreal/3f/urgent/9", null)], taken.Select(t => (t.Line, t.Entry, t.Outlet)));
    }

    [Theory]
    [InlineData("--line", "hot")]
    [InlineData("--all", "--outlet", "siren")]
    [InlineData("--outlet", "siren", "--line", "hot", "--entry", "x")]
    public async Task Take_says_what_is_taken_or_nothing_is(params string[] options)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var run = await session.Parley(["alarm", "take", station.Address, .. options]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task Confirm_names_what_was_not_heard_and_the_roster_is_set_level_by_level()
    {
        ConfirmAlarmTest? confirmed = null;
        SetRoster? set = null;
        var heard = Test with { ConfirmedBy = "bo", ConfirmedAt = At(3), Outlets = [new("bell", true, null, false)] };
        var run = await Run(
            s => s.On<ConfirmAlarmTest>(c => (confirmed = c) is not null ? heard : Refusal.Malformed),
            "alarm", "confirm", "--not-heard", "bell");
        Assert.Equal(["bell"], confirmed!.NotHeard);
        Assert.Contains("confirmed by bo 12:03:00Z", run.Out);
        Assert.Contains("bell: rang, as it says, NOT HEARD", run.Out);

        run = await Run(
            s => s.On<SetRoster>(r => { set = r; return (IReadOnlyList<RosterView>)[new RosterView(r.Level, r.Names, r.Outlets!)]; }),
            "alarm", "roster", "set", "--level", "deputy", "--name", "bea", "--name", "duty room", "--outlet", "pager");
        Assert.Equal((AlarmLevel.Deputy, "bea,duty room", "pager"), (set!.Level, string.Join(',', set.Names), string.Join(',', set.Outlets!)));
        Assert.Contains("deputy  bea, duty room  pager", run.Out);
    }

    [Fact]
    public async Task A_shift_shows_who_is_on_duty_and_that_the_test_is_not_confirmed()
    {
        var run = await Run(s => s.On<StartShift>(p => new ShiftBoard([new ShiftView(p.Level, "ann", At(0))], Test)), "shift", "start", "--level", "deputy");
        Assert.StartsWith("watch: nobody\ndeputy: ann since 2026-11-22 12:00:00Z\nsupervisor: nobody\nalarm test", run.Out);
        Assert.Contains("NOT CONFIRMED", run.Out);
    }

    [Fact]
    public async Task Status_shows_unread_flashes_with_their_age_and_exercise_lines_by_themselves()
    {
        LineStatus hot = new(LineMode.Live, "id", "hot", "Open", 1, 0, 0, null, null);
        var drill = hot with { Mode = LineMode.Exercise, Handle = "drill" };
        var status = new StationStatus("astra", "Astra", "1", At(0), At(0), "", [], [drill, hot], ["Alarm outlet siren FAILED"], Board);
        var lines = (await Run(s => s.On<ShowStatus>(_ => status), "status")).Out.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("unread FLASH of boreal on hot, for 3 min", StringComparison.Ordinal));
        Assert.Contains("WARNING: Alarm outlet siren FAILED", lines);
        Assert.All(lines.Where(l => l.Contains("drill", StringComparison.Ordinal)), l => Assert.StartsWith("EXERCISE |", l));
        int Place(string start) => Array.FindIndex(lines, l => l.StartsWith(start, StringComparison.Ordinal));
        Assert.True(Place("hot ") < Place("EXERCISE | line"));
    }

    private static async Task<Run> Run(Action<ScriptedStation> script, params string[] command)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        script(station);
        var words = command.TakeWhile(w => !w.StartsWith('-')).ToArray();
        var run = await session.Parley([.. words, station.Address, .. command[words.Length..]]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run;
    }

    private static DateTimeOffset At(int minute) => new(2026, 11, 22, 12, minute, 0, TimeSpan.Zero);
}
