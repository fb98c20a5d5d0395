using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Handling;
using Parley.Station.Journals;
using static Parley.Station.Tests.Operations.AidSamples;

namespace Parley.Station.Tests.Operations;

/// <summary>Sites and movements of an aid hub: what its officers are reminded of, what it alone sees, and who has read what.</summary>
public sealed class AidTests
{
    [Fact]
    public void Overlaps_wait_at_a_glance_until_both_have_spoken()
    {
        var (astra, boreal, _) = Desk.Pair();
        var ours = Released(astra.Do(new NotifyActivity("hot", ActivityKind.Flight, "Alpha", "121.5", [Volume(astra, 1, 30)], Despite: true)));
        var theirs = Strike(boreal, "hot");
        Desk.Settle(astra, boreal);
        Assert.Contains(Waiting(astra), w =>
            w.Contains("OVERLAP with boreal's strike-area Hammer", StringComparison.Ordinal) && w.Contains("UNANSWERED by us", StringComparison.Ordinal));
        Assert.Contains(Waiting(boreal), w => w.Contains("UNANSWERED by us", StringComparison.Ordinal));

        astra.Do(new SayOnOverlap("hot", ours, theirs, OverlapWord.Acknowledge));
        Desk.Settle(astra, boreal);
        Assert.DoesNotContain(Waiting(astra), w => w.Contains("UNANSWERED", StringComparison.Ordinal));
        // Their clock runs, and is over once the overlap begins.
        Desk.Settle(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Contains(Waiting(astra), w => w.Contains("boreal has NOT ANSWERED. OVERDUE", StringComparison.Ordinal));
        boreal.Do(new SayOnOverlap("hot", ours, theirs, OverlapWord.Object, Language: "en", Text: "Not there."));
        Desk.Settle(astra, boreal);
        Assert.Contains(Waiting(astra), w => w.Contains("OBJECTED to", StringComparison.Ordinal));

        astra.Do(new StepActivity("hot", ours, ActivityStep.Amend, [Volume(astra, 1, 30, Elsewhere)], Despite: true));
        Desk.Settle(astra, boreal);
        Assert.DoesNotContain(Waiting(astra), w => w.Contains("Hammer", StringComparison.Ordinal));
    }

    [Fact]
    public void What_expires_is_said_before_and_after_and_a_renewal_ends_it()
    {
        var (hub, boreal, _) = Hub();
        var site = Site(hub, hours: 30);
        Desk.Settle(hub, boreal);
        Assert.DoesNotContain(Waiting(hub), w => w.Contains("EXPIRE", StringComparison.Ordinal));
        hub.Now += TimeSpan.FromHours(20);
        Assert.Contains(Waiting(hub), w => w.Contains("EXPIRES in", StringComparison.Ordinal) && w.Contains("Hospital 4", StringComparison.Ordinal));
        hub.Now += TimeSpan.FromHours(20);
        Assert.Contains(Waiting(hub), w => w.Contains("has EXPIRED", StringComparison.Ordinal));
        hub.Do(new StepActivity("north", site, ActivityStep.Amend, Expires: In(hub, 100)));
        Assert.DoesNotContain(Waiting(hub), w => w.Contains("EXPIRE", StringComparison.Ordinal));
        Assert.DoesNotContain(Waiting(boreal), w => w.Contains("EXPIRE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_movement_that_departs_unacknowledged_is_said_until_the_cell_acknowledges()
    {
        var (hub, boreal, _) = Hub();
        var movement = Movement(hub, 8);
        Desk.Settle(hub, boreal);
        Assert.DoesNotContain(Waiting(hub), w => w.Contains("NOT ACKNOWLEDGED", StringComparison.Ordinal));
        foreach (var desk in new[] { hub, boreal })
            desk.Now += TimeSpan.FromHours(6.5);
        Desk.Exchange(hub, boreal);
        Assert.Contains(Waiting(hub), w =>
            w.Contains("boreal:drone cell has NOT ACKNOWLEDGED our movement Convoy 12", StringComparison.Ordinal) && w.Contains("departs in", StringComparison.Ordinal));
        Assert.StartsWith("Received. NOT ACKNOWLEDGED", hub.Do(new ShowActivity("north", movement)).Reached, StringComparison.Ordinal);

        boreal.Do(new RecordHandling("north", movement, HandlingStage.Confirmed, "watch officer", boreal.Now.ToDateTimeOffset(), Addressee: "drone cell"));
        Desk.Settle(hub, boreal);
        Assert.DoesNotContain(Waiting(hub), w => w.Contains("NOT ACKNOWLEDGED", StringComparison.Ordinal));
        Assert.Equal("Passed to all named units (they report). It says nothing about safety.", hub.Do(new ShowActivity("north", movement)).Reached);
    }

    [Fact]
    public void The_hub_sees_across_its_lines_and_nobody_else_hears_of_it()
    {
        var (hub, boreal, cassia) = Hub();
        Site(hub);
        Strike(cassia, "south");
        Desk.Settle(hub, boreal, cassia);

        var overlap = Assert.Single(Assert.Single(hub.Do(new ListCrossOverlaps())).Overlaps);
        Assert.Equal(("Hospital 4", "Hammer", "cassia", false), (overlap.Ours.Title, overlap.Theirs.Title, overlap.Theirs.Party, overlap.IsNotified));
        Assert.Equal(hub.Do(new ListActivities("north"))[0].Line, overlap.OurLine);
        Assert.Equal(hub.Do(new ListActivities("south"))[0].Line, overlap.TheirLine);
        Assert.Equal((overlap.Ours.From > overlap.Theirs.From ? overlap.Ours : overlap.Theirs).From, overlap.From);
        Assert.StartsWith("OURS ALONE: cassia was not notified", overlap.Mark, StringComparison.Ordinal);
        Assert.Contains(Waiting(hub), w => w.Contains("OURS ALONE", StringComparison.Ordinal) && w.Contains("Hospital 4", StringComparison.Ordinal));

        // What is said on a line, and what is asked before it is, knows that line alone.
        Assert.Empty(hub.Do(new CheckActivity("north", ActivityKind.Site, [Volume(hub, 0, 5)])).Warnings);
        Assert.Empty(Assert.Single(hub.Do(new ListOverlaps("north"))).Overlaps);
        Assert.Empty(Assert.Single(hub.Do(new ListOverlaps("south"))).Overlaps);
        foreach (var (desk, line, secret) in new[] { (boreal, "north", "Hammer"), (cassia, "south", "Hospital") })
        {
            Assert.Empty(desk.Do(new ListCrossOverlaps()));
            Assert.DoesNotContain(desk.Do(new ReadTranscript(line, Limit: 500)).Entries, e => e.Text?.Contains(secret, StringComparison.Ordinal) == true);
            Assert.DoesNotContain(Waiting(desk), w => w.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_same_on_both_lines_is_one_overlap_that_was_notified()
    {
        var (hub, boreal, cassia) = Hub();
        Site(hub);
        var strike = Strike(cassia, "south");
        Desk.Settle(hub, boreal, cassia);
        Assert.False(Assert.Single(Assert.Single(hub.Do(new ListCrossOverlaps())).Overlaps).IsNotified);
        var volume = hub.Do(new ListActivities("north"))[0].Activities[0].Volumes[0].Text;
        hub.Do(new NotifyActivity("south", ActivityKind.Site, "Hospital 4", "channel 16", [volume], new AidInput(In(hub, 48)), Despite: true));
        Desk.Settle(hub, boreal, cassia);

        Assert.True(Assert.Single(Assert.Single(hub.Do(new ListCrossOverlaps())).Overlaps).IsNotified);
        Assert.DoesNotContain(Waiting(hub), w => w.Contains("OURS ALONE", StringComparison.Ordinal));
        Assert.Contains(Waiting(cassia), w => w.Contains("It is humanitarian", StringComparison.Ordinal));

        cassia.Do(new StepActivity("south", strike, ActivityStep.Amend, [Volume(cassia, 0, 900, Elsewhere)], Despite: true));
        Desk.Settle(hub, boreal, cassia);
        Assert.Empty(hub.Do(new ListCrossOverlaps()));
    }

    [Fact]
    public void Live_and_exercise_never_meet()
    {
        var (hub, boreal, cassia) = Hub(south: LineMode.Exercise);
        Site(hub);
        Strike(cassia, "south");
        Desk.Settle(hub, boreal, cassia);
        Assert.Empty(hub.Do(new ListCrossOverlaps()));
    }

    [Fact]
    public void Who_has_read_a_site_stands_in_the_journal_once_a_day()
    {
        var (hub, boreal, _) = Hub();
        var site = Site(hub);
        Desk.Settle(hub, boreal);
        Assert.Empty(Readers(boreal, site));

        boreal.Do(new ShowActivity("north", site), "eva");
        boreal.Do(new ShowActivity("north", site), "eva");
        boreal.Do(new ListActivities(), "bob");
        boreal.Do(new ReadTranscript("north"), "bob");
        Assert.Equal([("bob", "activity/list", true), ("eva", "activity/show", false)], Readers(boreal, site));

        // More came: the list holds something that he has not read.
        Site(hub, title: "Shelter");
        Desk.Settle(hub, boreal);
        boreal.Do(new ReadTranscript("north"), "bob");
        Assert.Equal(3, Readers(boreal, site).Count);
        boreal.Now += TimeSpan.FromDays(1);
        boreal.Do(new ShowActivity("north", site), "eva");
        Assert.Equal(4, Readers(boreal, site).Count);

        // After a start they are there still, and another party's officers are not among them.
        boreal.Start();
        Assert.Equal(4, Readers(boreal, site).Count);
        Assert.DoesNotContain(Readers(hub, site), r => r.Officer == "eva");
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new ListAidReaders("north", site), roles: Roles.Charter));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new ListAidReaders("north", "boreal/none/1")));
    }

    [Fact]
    public void A_line_without_sites_journals_no_reading()
    {
        var (astra, boreal, _) = Desk.Pair();
        var strike = Strike(boreal, "hot");
        Desk.Settle(astra, boreal);
        astra.Do(new ListActivities("hot"));
        astra.Do(new ShowActivity("hot", strike));
        Assert.DoesNotContain(astra.Do(new ReadJournal(0, 500)), r => r.Act == nameof(JournalAct.AidRead));
    }

    private static List<(string Officer, string By, bool IsList)> Readers(Desk desk, string entry) =>
        [.. desk.Do(new ListAidReaders("north", entry), "auditor").Readers.Select(r => (r.Officer, r.By, r.IsList))];
}
