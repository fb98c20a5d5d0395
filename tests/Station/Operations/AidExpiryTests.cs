using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Control.Timelines;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.Storage;
using Parley.Station.Verification;
using Parley.Testing.Storage;
using static Parley.Station.Tests.Operations.AidSamples;

namespace Parley.Station.Tests.Operations;

/// <summary>The words of sites and movements that are over are destroyed, at each station by itself, and what proves that they were said stays.</summary>
public sealed class AidExpiryTests
{
    private readonly Desk hub;
    private readonly Desk boreal;

    public AidExpiryTests() => (hub, boreal, _) = Hub();

    [Fact]
    public void What_has_expired_is_destroyed_on_both_sides_with_what_was_said_of_it()
    {
        var site = Site(hub, hours: 2);
        Desk.Settle(hub, boreal);
        var concern = boreal.Do(new SayOnAid("north", site, AidWord.RouteConcern, "en", "The bridge at the hospital is mined.")).Entry;
        var back = boreal.Do(new ReadBackActivity("north", site, ["33.50000N 044.40000E"])).Entry;
        var amended = Released(hub.Do(new StepActivity("north", site, ActivityStep.Amend, [Volume(hub, 0, 50)], Despite: true)));
        var flight = Released(hub.Do(new NotifyActivity("north", ActivityKind.Flight, "Alpha", "121.5", [Volume(hub, 0, 5)], Despite: true)));
        Desk.Settle(hub, boreal);
        hub.Do(new StepActivity("north", flight, ActivityStep.End));
        var drafted = hub.Do(new DraftMessage("north", Precedence.Routine, "en", "Kept."));

        Pass(70);
        Assert.Equal(Readability.Readable, Read(boreal, site).Readable);
        Pass(6);
        foreach (var desk in Both)
        {
            var timeline = desk.Do(new ListTimeline("north"));
            foreach (var entry in new[] { site, concern, back, amended })
            {
                var read = Read(desk, entry);
                Assert.Equal(Readability.Destroyed, read.Readable);
                Assert.StartsWith("DESTROYED here on 20", read.Text, StringComparison.Ordinal);
                Assert.All(read.Receipts, r => Assert.True(r.Received));
                Assert.Equal(read.Text, Assert.Single(timeline.Items, i => i.Entry == entry).Text);
                var stored = desk.Store.Entry(EntryRef.Parse(entry)!.Value.Feed(desk.Line("north").Id), EntryRef.Parse(entry)!.Value.Index)!;
                Assert.Null(stored.Sealed);
            }

            Assert.Equal(Readability.Readable, Read(desk, flight).Readable);
            Assert.DoesNotContain(desk.Do(new ListActivities("north", Past: true))[0].Activities, a => a.Entry == site);
            var shown = Assert.IsType<Refused<ActivityView>>(desk.Ask(new ShowActivity("north", site)));
            Assert.Equal(Refusal.UnknownEntry, shown.Why);
            Assert.StartsWith("DESTROYED here on 20", shown.Detail, StringComparison.Ordinal);
            Assert.Equal(0, desk.Do(new ShowStatus()).Lines.Sum(l => l.Unreadable));
            Assert.All(desk.Line("north").Feeds.Values, f => Assert.Equal(0, f.Lacks.Count));
            IsSound(desk);
            Assert.Single(desk.Do(new ReadJournal(0, 500)), r => r.Act == nameof(JournalAct.AidDestroyed) && r.Entry == site);
            Assert.Equal(0, Notes(desk));
        }

        Assert.Contains(hub.Do(new ListDrafts("north")), d => d.Id == drafted.Id);
        Assert.True(hub.Do(new ExportLine("north")).Bytes.Length > 0);

        // A start makes the picture anew from what is left.
        foreach (var desk in Both)
        {
            desk.Start();
            Assert.DoesNotContain(desk.Do(new ListActivities("north", Past: true))[0].Activities, a => a.Entry == site);
            Assert.Equal(Readability.Destroyed, Read(desk, site).Readable);
        }
    }

    [Fact]
    public void A_renewal_puts_it_off()
    {
        var site = Site(hub, hours: 2);
        hub.Do(new StepActivity("north", site, ActivityStep.Amend, Expires: In(hub, 50)));
        Desk.Settle(hub, boreal);
        Pass(80);
        Assert.All(Both, d => Assert.Equal(Readability.Readable, Read(d, site).Readable));
        // That of the site, written anew, and the renewal's own.
        Assert.All(Both, d => Assert.Equal(2, Notes(d)));
        Pass(60);
        Assert.All(Both, d => Assert.Equal(Readability.Destroyed, Read(d, site).Readable));
    }

    [Fact]
    public void What_was_ended_goes_long_before_it_would_have_expired()
    {
        var (ended, other) = (Site(hub, hours: 500), Site(hub, title: "Shelter", hours: 500));
        hub.Do(new StepActivity("north", ended, ActivityStep.End));
        Desk.Settle(hub, boreal);
        Pass(80);
        foreach (var desk in Both)
        {
            Assert.Equal((Readability.Destroyed, Readability.Readable), (Read(desk, ended).Readable, Read(desk, other).Readable));
            Assert.Equal(["Shelter"], desk.Do(new ListActivities("north", Past: true))[0].Activities.Select(a => a.Title));
            IsSound(desk);
        }
    }

    [Fact]
    public void It_waits_for_a_member_that_has_not_received_it_but_not_for_ever()
    {
        Desk.Cut(hub.Wires.Single(w => w.Peer == boreal.Party));
        var site = Site(hub, hours: 2);
        Pass(24 * 20);
        Assert.Equal(Readability.Readable, Read(hub, site).Readable);
        Pass(24 * 12);
        Assert.Equal(Readability.Destroyed, Read(hub, site).Readable);
        IsSound(hub);
        Desk.Connect(hub, boreal);
        Desk.Settle(hub, boreal);
        // What it never had is lacking there, and said to be; the log is whole.
        Assert.Equal(Readability.Absent, Read(boreal, site).Readable);
        IsSound(boreal);
    }

    [Theory]
    [InlineData(DiskFault.NotPersisted)]
    [InlineData(DiskFault.PersistedButFailed)]
    public void A_commit_that_fails_is_done_again_and_no_crash_forgets_it(DiskFault fault)
    {
        var site = Site(hub, hours: 2);
        Desk.Settle(hub, boreal);
        var faults = 1;
        hub.Disk.Plan = change => change.Facts.Any(f => f is ContentDestroyed) && faults-- > 0 ? fault : DiskFault.None;
        hub.Now += TimeSpan.FromHours(80);
        hub.Step();
        hub.Start();
        hub.Step();
        hub.Step();
        Assert.True(faults < 1);
        Assert.Equal(Readability.Destroyed, Read(hub, site).Readable);
        Assert.Single(hub.Do(new ReadJournal(0, 500)), r => r.Act == nameof(JournalAct.AidDestroyed));
        Assert.Equal(0, Notes(hub));
        IsSound(hub);
    }

    [Fact]
    public void More_than_one_turn_can_do_is_done_in_several()
    {
        var sites = Enumerable.Range(0, 30).Select(i => Site(hub, title: $"Site {i}", hours: 2)).ToList();
        Desk.Settle(hub, boreal);
        hub.Now += TimeSpan.FromHours(80);
        hub.Step();
        Assert.InRange(sites.Count(IsGone), 1, 29);
        for (var turn = 0; turn < 10; turn++)
            hub.Step();
        Assert.All(sites, s => Assert.True(IsGone(s)));
        IsSound(hub);

        // Asking for it would be a turn.
        bool IsGone(string site) => EntryRef.Parse(site) is { } entry && hub.Store.Entry(entry.Feed(hub.Line("north").Id), entry.Index) is { Sealed: null };
    }

    [Fact]
    public void Drafts_of_what_is_over_are_thrown_away()
    {
        var draft = hub.Ask(
            new NotifyActivity("north", ActivityKind.Site, "Shelter", "channel 16", [Volume(hub, 0, 1_000)], new AidInput(In(hub, 2)), Despite: true), "eva", Roles.Watch);
        Assert.Null(Assert.IsType<Done<DraftView>>(draft).Answer.Released);
        Pass(70);
        Assert.Single(hub.Do(new ListDrafts("north")));
        Pass(10);
        Assert.Empty(hub.Do(new ListDrafts("north")));
        IsSound(hub);
    }

    [Fact]
    public void Another_kind_than_words_on_activities_is_never_taken_for_destroyed()
    {
        hub.Say("Words.", line: "north");
        var entry = EntryRef.Parse(hub.Entry("Words.", "north").Entry)!.Value;
        var stored = hub.Store.Entry(entry.Feed(hub.Line("north").Id), entry.Index)!;
        hub.Store.Commit(new StationChange(hub.Disk.Position + 1, [new ContentDestroyed(stored.Feed, stored.Index, stored.Opened!)]));
        Assert.Contains(StoreVerifier.Verify(hub.Store, hub.Keys, TestContext.Current.CancellationToken).Findings, f => f.How == StoreFailure.PresenceMismatch);
    }

    private Desk[] Both => [hub, boreal];

    /// <summary>Time passes at both, in steps in which a renewal could come.</summary>
    private void Pass(double hours)
    {
        for (var left = hours; left > 0; left -= 4)
        {
            foreach (var desk in Both)
                desk.Now += TimeSpan.FromHours(Math.Min(4, left));
            Desk.Exchange(hub, boreal);
            for (var turn = 0; turn < 3; turn++)
            {
                hub.Step();
                boreal.Step();
                Desk.Exchange(hub, boreal);
            }
        }
    }

    private static EntryView Read(Desk desk, string entry) => desk.Do(new ReadEntry("north", entry));

    private static int Notes(Desk desk) => desk.Store.Documents(DocumentKind.Expiry, "", 100).Count;

    private static void IsSound(Desk desk) => Assert.Empty(StoreVerifier.Verify(desk.Store, desk.Keys, TestContext.Current.CancellationToken).Findings);
}
