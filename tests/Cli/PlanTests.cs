using Parley.Control;
using Parley.Control.Plans;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Plans;

namespace Parley.Cli.Tests;

/// <summary>Plans, the calendar and signs on the command line, against a station that answers as the test says.</summary>
public sealed class PlanTests
{
    private static readonly DateTimeOffset Start = new(2027, 11, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly PlanView Plan = new(
        LineMode.Exercise, 3, "hot", "Quiet\u001b[2J Harbour", "staff-exercise", Start, Start.AddDays(9), [Sign.AlertWords, Sign.RadioSilence],
        "Two headquarters.\nNo troops.", "rao", Start.AddDays(-40), new(PlanStanding.Overdue, new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), [], true));

    private static readonly CalendarRowView Ours = new("hot", "astra", true, "astra/1", null, "movement", "Amber", 1, Start, Start.AddDays(1), EventState.Announced, true);
    private static readonly CalendarRowView Theirs = new("hot", "boreal", false, "boreal/1", null, "exercise", "Birch\u0007", 2, Start, Start.AddDays(2), EventState.Cancelled,
        false);
    private static readonly CalendarRowView Planned = new(null, "astra", true, null, 3, null, "Quiet Harbour", 0, Start, Start.AddDays(9), null, false);

    [Fact]
    public async Task A_plan_goes_as_it_was_typed_and_a_day_alone_is_meant_whole()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        await session.Parley("plan", "keep", station.Address, "--title", "Quiet Harbour", "--start", "2027-11-02", "--end", "2027-11-11");
        await session.Parley(
            "plan", "keep", station.Address, "--title", "Quiet Harbour", "--start", "2027-11-02T06:00Z", "--end", "2027-11-11T18:00Z", "--sign", "alert-words", "--sign",
            "radio-silence", "--line", "hot", "--format", "staff-exercise", "--note", "Two headquarters.", "--number", "3");
        var asked = station.Asked.OfType<KeepPlan>().ToList();
        Assert.Equal((Start.Date, Start.Date.AddDays(10)), (asked[0].Start.UtcDateTime, asked[0].End.UtcDateTime));
        Assert.Equal((null, null, null, null), (asked[0].Line, asked[0].Format, asked[0].Note, asked[0].Number));
        Assert.Equal((Start, Start.AddDays(9).AddHours(12)), (asked[1].Start, asked[1].End));
        Assert.Equal([Sign.AlertWords, Sign.RadioSilence], asked[1].Signs);
        Assert.Equal(("hot", "staff-exercise", "Two headquarters.", 3), (asked[1].Line, asked[1].Format, asked[1].Note, asked[1].Number));
    }

    [Theory]
    [InlineData("parades", "--start", "2027-11-02", "--end", "2027-11-11", "--sign", "parades")]
    [InlineData("--end: 'later' is no time", "--start", "2027-11-02", "--end", "later")]
    [InlineData("--end", "--start", "2027-11-02")]
    public async Task What_is_mistyped_is_refused_before_the_station_is_asked(string words, params string[] rest)
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley(["plan", "keep", station.Address, "--title", "Quiet Harbour", .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task Plans_are_listed_with_the_notice_that_is_due_every_line_marked_and_safe()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("plan", "list", station.Address);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        foreach (var words in new[]
        {
            "plan 3  Quiet[U+001B]", "2027-11-02 06:00Z to 2027-11-11 06:00Z, line hot, kept by rao", "notice staff-exercise (voluntary): OVERDUE, it was due by 2020-01-01 00:00Z",
            "can be seen: alert-words, radio-silence", "No troops.",
        })
            Assert.Contains(words, run.Out);
        await session.Parley("plan", "list", station.Address, "--past");
        Assert.Equal([false, true], station.Asked.OfType<ListPlans>().Select(l => l.Past));
    }

    [Fact]
    public async Task What_is_not_said_stands_out_with_the_form_that_would_say_it()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("plan", "signs", station.Address, "3");
        Assert.Equal(new ShowSigns(3), Assert.Single(station.Asked.OfType<ShowSigns>()));
        var lines = run.Out.Split('\n').Select(l => l.TrimEnd()).ToList();
        var missing = lines.FindIndex(l => l.EndsWith("NOT SAID  high    words of alert are sent", StringComparison.Ordinal));
        Assert.EndsWith("staff-exercise (Staff exercise) says it in 'alert-words'", lines[missing + 1], StringComparison.Ordinal);
        Assert.EndsWith("NOT SAID  medium  reservists are called up", lines[missing + 2], StringComparison.Ordinal);
        Assert.EndsWith("no form of the line has a place for it: say it in words", lines[missing + 3], StringComparison.Ordinal);
        Assert.EndsWith("said      high    radio silence", lines[missing + 4], StringComparison.Ordinal);
        Assert.EndsWith("by O12-3f2a (Staff exercise), 2027-11-02 06:00Z to 2027-11-03 06:00Z: NOT FOR ALL OF THE TIME", lines[missing + 5], StringComparison.Ordinal);
        Assert.Contains("hot: notices that cannot be read here: 2.", run.Out);
        Assert.Contains("Nothing of this leaves the station", run.Out);
    }

    [Fact]
    public async Task The_calendar_shows_who_what_and_when_and_what_overlaps()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("plan", "calendar", station.Address, "--from", "2027-11-01", "--to", "2027-11-30", "--exercise");
        Assert.Equal(new ShowCalendar("2027-11-01T00:00:00Z", "2027-12-01T00:00:00Z", true), Assert.Single(station.Asked.OfType<ShowCalendar>()));
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        foreach (var words in new[]
        {
            "ours on hot: Amber, announced", "boreal on hot: Birch[U+0007], event 2, CANCELLED", "our plan 3: Quiet Harbour, planned",
            "2027-11-02 06:00Z to 2027-11-03 06:00Z  ours on hot: Amber | boreal on hot: Birch", "left out: 4;", "overlaps left out: 5;", "hot: notices before X were not read.",
        })
            Assert.Contains(words, run.Out);
        await session.Parley("plan", "calendar", station.Address);
        Assert.Equal(new ShowCalendar(), station.Asked.OfType<ShowCalendar>().Last());
    }

    [Fact]
    public async Task A_plan_is_forgotten_by_its_number()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("plan", "remove", station.Address, "3");
        Assert.Equal(3, Assert.Single(station.Asked.OfType<RemovePlan>()).Number);
        Assert.Equal("plan 3 is forgotten\n", run.Out);
    }

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<KeepPlan>(_ => Plan);
        station.On<RemovePlan>(_ => Nothing.Value);
        station.On<ListPlans>(_ => new[] { Plan });
        station.On<ShowSigns>(_ => new PlanSignsView(Plan,
        [
            new(LineMode.Exercise, "hot",
            [
                new(Sign.AlertWords, "words of alert are sent", AlarmPotential.High, [], [new("staff-exercise", "Staff exercise", "alert-words")]),
                new(Sign.ReservistsCalledUp, "reservists are called up", AlarmPotential.Medium, [], []),
                new(Sign.RadioSilence, "radio silence", AlarmPotential.High,
                    [new("astra/1", "O12-3f2a", "staff-exercise", "Staff exercise", Start, Start.AddDays(1), false)], []),
            ], "hot: notices that cannot be read here: 2."),
        ]));
        station.On<ShowCalendar>(c => new PlanCalendarView(
            c.Exercise ? LineMode.Exercise : LineMode.Live, Start, Start.AddDays(30), [Ours, Theirs, Planned], 4, [new(Ours, Theirs, Start, Start.AddDays(1))], 5,
            ["hot: notices before X were not read."]));
        return station;
    }
}
