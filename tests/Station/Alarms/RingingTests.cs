using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Alerts;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Station.Alarms;

namespace Parley.Station.Tests.Alarms;

/// <summary>A flash is heard: at once, again, by more people, until somebody says so.</summary>
public sealed class RingingTests
{
    private readonly HandOutlets outlets = new("bell", "pager", "siren");
    private readonly Desk astra;
    private readonly Desk boreal;

    public RingingTests()
    {
        (astra, boreal, _) = Desk.Pair();
        boreal.Outlets = outlets;
        Restart();
        boreal.Do(new SetRoster(AlarmLevel.Watch, ["bo"], ["bell"]));
        boreal.Do(new SetRoster(AlarmLevel.Deputy, ["bea"], ["pager"]));
        boreal.Do(new SetRoster(AlarmLevel.Supervisor, ["ben"], ["siren"]));
    }

    [Fact]
    public void An_unread_alert_rings_at_0_1_2_and_5_minutes_and_climbs_the_roster_over_a_restart()
    {
        Alert();
        Pass(1);
        Restart();
        Pass(20);

        Assert.Equal(
            [
                "0 alert watch 1 bell", "1 alert deputy 1 bell pager", "2 alert supervisor 1 bell pager siren", "5 alert supervisor 1 bell pager siren",
                "10 alert supervisor 1 bell pager siren", "15 alert supervisor 1 bell pager siren", "20 alert supervisor 1 bell pager siren",
            ],
            Heard());
    }

    [Fact]
    public void What_was_missed_while_the_station_was_down_rings_once_for_the_level_that_is_reached()
    {
        Alert();
        boreal.Now += TimeSpan.FromMinutes(7);
        Restart();
        Pass(4);
        Assert.Equal(["0 alert watch 1 bell", "7 alert supervisor 1 bell pager siren", "10 alert supervisor 1 bell pager siren"], Heard());
    }

    [Fact]
    public void Whom_the_words_address_changes_neither_the_alarm_nor_the_delivery()
    {
        astra.Do(new AmendLine("hot", new TermsView(Addressees: ["boreal:minister"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        outlets.Rings.Clear();
        Flash("plain");
        Flash("for the minister", new AddresseeInput("boreal:minister", 5));

        var rings = outlets.Rings.Select(r => (r.Ring.Kind, r.Ring.Level)).ToList();
        Assert.Equal([(AlarmKind.Flash, AlarmLevel.Watch), (AlarmKind.Flash, AlarmLevel.Watch)], rings);
        Assert.Equal(2, boreal.Do(new ListAlarms(), "anyone").Live.Count);
        Assert.Equal([Lane.Urgent, Lane.Urgent], boreal.Do(new ListAlarms()).Live.Select(a => EntryRef.Parse(a.Entry!)!.Value.Lane));
    }

    [Fact]
    public void Whoever_takes_it_stops_the_climb_and_the_other_side_is_told_nothing()
    {
        var alert = Alert();
        var size = boreal.Line().Heads;
        var board = Assert.IsType<Done<AlarmBoard>>(boreal.Ask(new TakeAlarm("hot", alert), "cho", Roles.Audit)).Answer;
        Restart();
        Pass(12);

        Assert.Equal(["0 alert watch 1 bell"], Heard());
        Assert.Equal(("cho", null), (board.Live.Single().TakenBy, board.Live.Single().NextRing));
        Assert.Equal(size, boreal.Line().Heads);
        Desk.Settle(astra, boreal);
        Assert.Empty(astra.Do(new ReadEntry("hot", alert)).Handling);
        var taken = boreal.Do(new ReadJournal(0, 500)).Single(j => j.Act == "AlarmTaken");
        Assert.Equal(("cho", alert), (taken.Officer, taken.Entry));
        Assert.Equal("cho", boreal.Do(new ShowStatus()).Alarms!.Live.Single().TakenBy);
        Assert.Equal("cho", boreal.Do(new TakeAlarm("hot", alert), "late").Live.Single().TakenBy);
    }

    [Fact]
    public void Reading_it_ends_the_alarm_and_so_does_an_answer()
    {
        var read = Alert();
        var answered = Flash("What is that?");
        boreal.Do(new RecordHandling("hot", read, HandlingStage.Read, "duty officer"), "bo");
        boreal.Do(new SendMessage("hot", Precedence.Immediate, "en", "A drill.", Regards: [answered]), "bo");
        outlets.Rings.Clear();
        Pass(6);

        Assert.Empty(outlets.Rings);
        Assert.Empty(boreal.Do(new ListAlarms()).Live);
        Assert.Equal(Refusal.UnknownAlarm, boreal.Refusal(new TakeAlarm("hot", read)));
    }

    [Fact]
    public void Only_flash_and_alerts_of_others_ring()
    {
        astra.Say("routine");
        astra.Say("immediate", Precedence.Immediate);
        boreal.Do(new RaiseAlert("hot", "here"));
        Desk.Settle(astra, boreal);
        Pass(6);
        Assert.Empty(outlets.Rings);
    }

    [Fact]
    public void A_flash_that_cannot_be_read_here_rings_like_any_other()
    {
        var header = boreal.Memory.HeaderOf(EntryRef.Parse(Alert())!.Value.Feed(boreal.Line().Id), EntryRef.Parse(Flash("x"))!.Value.Index)!;
        Assert.Equal(AlarmKind.Flash, AlarmKinds.Of(header, LineMode.Live));
        Assert.Equal(AlarmKind.Exercise, AlarmKinds.Of(header, LineMode.Exercise));
        Assert.Equal(AlarmKind.FlashTest, AlarmKinds.Of(header with { Status = Status.Test }, LineMode.Live));
        Assert.Equal(AlarmKind.Flash, AlarmKinds.Of(header with { Kind = "of-a-newer-version" }, LineMode.Live));
        Assert.Equal(AlarmKind.Alert, AlarmKinds.Of(header with { Kind = EntryKind.Alert, Precedence = Precedence.Routine }, LineMode.Live));
        Assert.Null(AlarmKinds.Of(header with { Precedence = Precedence.Immediate }, LineMode.Live));
        Assert.Null(AlarmKinds.Of(header with { Kind = EntryKind.Keying, Status = Status.System }, LineMode.Live));
    }

    [Fact]
    public void An_outlet_that_fails_rings_the_others_is_named_and_journalled_until_it_works()
    {
        Alert();
        Report("bell", "exit code 3");
        Assert.Equal("0 outlet-failed watch 1 pager siren", Heard()[^1]);
        Assert.Equal("bell", outlets.Rings[^1].Ring.Failed);
        var status = boreal.Do(new ShowStatus());
        Assert.Contains(status.Warnings, w => w.StartsWith("Alarm outlet bell FAILED", StringComparison.Ordinal) && w.EndsWith("exit code 3.", StringComparison.Ordinal));
        Assert.Equal("exit code 3", status.Alarms!.Outlets.Single(o => o.Name == "bell").Failed);
        Assert.Contains(boreal.Do(new ReadJournal(0, 500)), j => j is { Act: "OutletFailed", Note: "bell: exit code 3" });

        // The watch's one outlet is not heard, so the next flash rings all.
        Flash("again");
        Assert.Equal(["bell", "pager", "siren"], outlets.Rings[^1].Outlets);
        Restart();
        Assert.Equal("exit code 3", boreal.Do(new ListOutlets())[0].Failed);
        boreal.Do(new TakeAlarm(Outlet: "bell"));
        Assert.Equal("exit code 3", boreal.Do(new ListOutlets())[0].Failed);
        Report("bell", null);
        Assert.Null(boreal.Do(new ListOutlets())[0].Failed);
        Assert.Equal(Refusal.UnknownAlarm, boreal.Refusal(new TakeAlarm(Outlet: "bell")));
    }

    [Fact]
    public void One_ring_tells_of_all_that_came_together_and_a_flood_is_counted()
    {
        for (var i = 0; i < Bounds.AlarmsPerAuthor + 6; i++)
            astra.Do(new RaiseAlert("hot", "here"));
        Desk.Exchange(astra, boreal);
        Pass(1);

        Assert.Equal(Bounds.AlarmsPerAuthor + 6, outlets.Rings[^1].Ring.Count);
        var board = boreal.Do(new ListAlarms());
        Assert.Equal((Bounds.AlarmsPerAuthor, 6), (board.Live.Count, board.Live.Sum(a => a.More)));
        foreach (var alarm in board.Live)
            boreal.Do(new RecordHandling("hot", alarm.Entry!, HandlingStage.Read, "duty officer"));
        var left = Assert.Single(boreal.Do(new ListAlarms()).Live);
        boreal.Do(new TakeAlarm("hot", left.Entry));
        outlets.Rings.Clear();
        Pass(6);
        Assert.Empty(outlets.Rings);
    }

    [Fact]
    public void A_station_that_is_only_managed_rings_nothing_and_loses_no_ring()
    {
        boreal.Outlets = null;
        Restart();
        Alert();
        Pass(3);
        Assert.Null(boreal.Do(new ListAlarms()).Live.Single().NextRing);
        boreal.Outlets = outlets;
        Restart();
        Assert.Equal(AlarmLevel.Supervisor, outlets.Rings.Single().Ring.Level);
    }

    [Fact]
    public void Without_outlets_status_says_that_nobody_hears()
    {
        boreal.Outlets = new HandOutlets();
        Restart();
        Alert();
        var warnings = boreal.Do(new ShowStatus()).Warnings;
        Assert.Contains(warnings, w => w.StartsWith("No alarm outlet", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("names the outlet siren", StringComparison.Ordinal));
    }

    private string Alert()
    {
        var alert = astra.Do(new RaiseAlert("hot", "hill 230", "en", "Secret words."));
        Desk.Exchange(astra, boreal);
        began ??= boreal.Now;
        return alert.Entry;
    }

    private string Flash(string text, params AddresseeInput[] to)
    {
        var draft = astra.Do(new SendMessage("hot", Precedence.Flash, "en", text, Addressees: to));
        var entry = astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Exchange(astra, boreal);
        began ??= boreal.Now;
        return entry;
    }

    private Parley.Ledger.Timestamp? began;

    // A new process at Boreal, joined to Astra again.
    private void Restart()
    {
        boreal.Start();
        Desk.Connect(astra, boreal);
        Desk.Exchange(astra, boreal);
    }

    private void Pass(int minutes)
    {
        for (var second = 0; second < minutes * 60; second += 5)
        {
            boreal.Now += TimeSpan.FromSeconds(5);
            boreal.Step();
        }
    }

    private void Report(string outlet, string? failure) => boreal.Step(new OutletReported(new AlarmReport(outlet, outlets.Rings[^1].Ring, failure)));

    /// <summary>Minutes since the first alarm, kind, level, count and outlets of each ring.</summary>
    private List<string> Heard() => [.. outlets.Rings.Select(Heard)];

    private string Heard((AlarmRing Ring, IReadOnlyList<string> By) heard)
    {
        var (ring, by) = heard;
        return $"{(int)(ring.At - began!.Value).TotalMinutes} {ring.Kind.Name()} {ring.Level.Name()} {ring.Count} {string.Join(' ', by)}";
    }
}
