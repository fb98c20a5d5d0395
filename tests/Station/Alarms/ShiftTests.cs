using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Shifts;
using Parley.Control.Stations;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;

namespace Parley.Station.Tests.Alarms;

/// <summary>A shift begins with an alarm test, and an alarm test proves nothing until somebody says what was heard.</summary>
public sealed class ShiftTests
{
    private readonly HandOutlets outlets = new("bell", "pager");
    private readonly Desk desk = new("astra", 1);

    public ShiftTests()
    {
        desk.Outlets = outlets;
        desk.Start();
    }

    [Fact]
    public void A_shift_begins_with_a_test_of_every_outlet_that_stands_unconfirmed()
    {
        var board = desk.Do(new StartShift(), "ann");
        Assert.Equal((AlarmLevel.Watch, "ann"), (board.OnDuty.Single().Level, board.OnDuty.Single().Officer));
        Assert.Equal((AlarmKind.Test, 0L), (outlets.Rings.Single().Ring.Kind, outlets.Rings.Single().Ring.Count));
        Assert.Equal(["bell", "pager"], outlets.Rings.Single().Outlets);
        desk.Start();
        Assert.Null(desk.Do(new ShowShift()).Test!.ConfirmedBy);
        Assert.Contains(desk.Do(new ShowStatus()).Warnings, w => w.Contains("NOT CONFIRMED", StringComparison.Ordinal));

        Assert.Equal("cho", Assert.IsType<Done<AlarmTestView>>(desk.Ask(new ConfirmAlarmTest(), "cho", Roles.Watch)).Answer.ConfirmedBy);
        Assert.Empty(desk.Do(new ShowStatus()).Warnings);
        Assert.Equal(Refusal.NothingToConfirm, desk.Refusal(new ConfirmAlarmTest()));
    }

    [Fact]
    public void An_outlet_that_an_officer_did_not_hear_has_failed_whatever_it_says_until_one_hears_it()
    {
        desk.Do(new TestAlarms());
        Report("bell", null);
        Report("pager", null);
        Assert.Equal(Refusal.UnknownOutlet, desk.Refusal(new ConfirmAlarmTest(["siren"])));
        var test = desk.Do(new ConfirmAlarmTest(["pager"]), "ann");
        Assert.Equal([(true, true), (true, false)], test.Outlets.Select(o => (o.Rang!.Value, o.Heard!.Value)));
        Assert.Equal((AlarmKind.OutletFailed, "pager"), (outlets.Rings[^1].Ring.Kind, outlets.Rings[^1].Ring.Failed));
        Assert.Equal(["bell"], outlets.Rings[^1].Outlets);
        Report("pager", null);
        Assert.Equal("not heard by ann", desk.Do(new ListOutlets()).Single(o => o.Name == "pager").Failed);

        desk.Do(new TestAlarms());
        desk.Do(new ConfirmAlarmTest());
        Assert.Null(desk.Do(new ListOutlets()).Single(o => o.Name == "pager").Failed);
    }

    [Fact]
    public void What_an_outlet_says_in_a_test_is_kept_with_it_and_a_late_word_of_an_older_test_is_not()
    {
        desk.Do(new TestAlarms());
        var old = outlets.Rings[^1].Ring;
        desk.Now += TimeSpan.FromMinutes(1);
        desk.Do(new TestAlarms());
        desk.Step(new OutletReported(new AlarmReport("bell", old, null)));
        Report("pager", new string('x', 1000));
        var trials = desk.Do(new ListAlarms()).Test!.Outlets;
        Assert.Null(trials[0].Rang);
        Assert.Equal((false, Bounds.OutletFailure), (trials[1].Rang!.Value, trials[1].Failure!.Length));
    }

    [Fact]
    public void A_post_is_handed_over_and_given_back_in_the_journal()
    {
        desk.Do(new StartShift() { Key = "k" }, "ann");
        desk.Do(new StartShift() { Key = "k" }, "ann");
        Assert.Single(outlets.Rings);
        desk.Do(new StartShift(), "bob");
        desk.Do(new StartShift(AlarmLevel.Supervisor), "eve");
        desk.Start();
        Assert.Equal(["bob", "eve"], desk.Do(new ShowShift()).OnDuty.Select(p => p.Officer));
        desk.Do(new EndShift(), "bob");
        Assert.Equal(Refusal.NothingToConfirm, desk.Refusal(new EndShift()));
        Assert.Equal(
            ["watch", "watch, after ann", "supervisor", "watch, of bob"],
            desk.Do(new ReadJournal(0, 500)).Where(j => j.Act is "ShiftStarted" or "ShiftEnded").Select(j => j.Note));
    }

    [Fact]
    public void Roster_is_for_admins_and_names_only_outlets_that_there_are()
    {
        Assert.Equal(Refusal.NotAllowed, desk.Refusal(new SetRoster(AlarmLevel.Watch, ["bo"]), "bo", Roles.Watch));
        Assert.Equal(Refusal.UnknownOutlet, desk.Refusal(new SetRoster(AlarmLevel.Watch, ["bo"], ["siren"])));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new SetRoster(AlarmLevel.Watch, ["a/b"])));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new SetRoster(AlarmLevel.Watch, ["bo", "bo"])));
        Assert.Equal(Refusal.TooMany, desk.Refusal(new SetRoster(AlarmLevel.Watch, [.. Enumerable.Range(0, 17).Select(i => $"n{i}")])));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new TakeAlarm("hot")));
        desk.Do(new SetRoster(AlarmLevel.Deputy, ["bea"], ["pager"]));
        desk.Start();
        Assert.Equal(["bea", "pager"], desk.Do(new ShowRoster())[1] is var row ? row.Names.Concat(row.Outlets) : []);
    }

    [Fact]
    public void An_outlet_that_is_no_longer_set_up_has_not_failed()
    {
        desk.Do(new TestAlarms());
        Report("pager", "gone");
        desk.Outlets = new HandOutlets("bell");
        desk.Start();
        Assert.Empty(desk.Do(new ListAlarms()).Live);
    }

    private void Report(string outlet, string? failure) => desk.Step(new OutletReported(new AlarmReport(outlet, outlets.Rings[^1].Ring, failure)));
}
