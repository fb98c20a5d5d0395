using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.Throttles;

namespace Parley.Station.Tests.Throttles;

/// <summary>What an intake counts, whom it holds back, and what stations tell each other of it. Two words a second, so that few do.</summary>
public sealed class ThrottlingTests
{
    private static readonly Intake Little = new(2, 10, 4096, 65_536);
    private readonly Desk astra;
    private readonly Desk boreal;
    private Wire wire;

    public ThrottlingTests()
    {
        (astra, boreal, wire) = Desk.Pair();
        Restart(boreal);
    }

    /// <summary>A new process with little intake, joined again.</summary>
    private void Restart(Desk desk)
    {
        desk.Intake = Little;
        desk.Start();
        wire = Desk.Connect(astra, boreal);
        Desk.Exchange(astra, boreal);
    }

    private static long Ordinary(Desk at, Desk of) => at.Line().Feeds.Values.Where(f => f.Id.Party == of.Party && f.Id.Lane == Lane.Ordinary).Sum(f => f.Size);

    private static int Journalled(Desk desk, JournalAct act) => desk.Store.Journal(0, 100_000).Count(r => JournalTrail.Open(desk.Keys, r)!.Act == act);

    private static IReadOnlyList<ThrottleView> Throttled(Desk desk) => desk.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").Throttled!;

    /// <summary>The author says so many words, one commit each.</summary>
    private void Say(int words, int length = 10)
    {
        for (var i = 0; i < words; i++)
            astra.Say(new string('x', length));
    }

    [Fact]
    public void What_is_over_waits_and_comes_by_and_by()
    {
        Say(40);
        Desk.Exchange(astra, boreal);
        var first = Ordinary(boreal, astra);
        Assert.InRange(first, 1, 39);
        Assert.Equal(["astra"], Throttled(boreal).Select(t => t.Author));
        Assert.Equal(("boreal", 2), Throttled(astra).Select(t => (t.By, t.Entries)).Single());

        var pour = new Pour(astra, boreal) { Tick = 100 };
        var took = pour.Until(() => Ordinary(boreal, astra) == Ordinary(astra, astra), 60);
        Assert.InRange(took, 5_000, 20_000);
        pour.Until(() => Throttled(astra).Count + Throttled(boreal).Count == 0, 12);
        Assert.Equal((1, 1), (Journalled(boreal, JournalAct.Throttled), Journalled(boreal, JournalAct.ThrottleOver)));
        Assert.Equal((1, 1), (Journalled(astra, JournalAct.Throttled), Journalled(astra, JournalAct.ThrottleOver)));
    }

    [Fact]
    public void Bytes_are_counted_as_entries_are()
    {
        Say(8, 20_000);
        Desk.Exchange(astra, boreal);

        Assert.InRange(Ordinary(boreal, astra), 1, 7);
        Assert.NotEmpty(Throttled(boreal));
        Desk.Settle(astra, boreal);
        Assert.Equal(Ordinary(astra, astra), Ordinary(boreal, astra));
        Assert.All(boreal.Texts(), t => Assert.Equal(20_000, t.Length));
    }

    [Fact]
    public void A_clock_that_is_set_back_an_hour_holds_nothing_up()
    {
        Say(40);
        Desk.Exchange(astra, boreal);
        Assert.NotEmpty(Throttled(boreal));
        boreal.Now -= TimeSpan.FromHours(1);
        boreal.Step();

        var pour = new Pour(astra, boreal) { Tick = 100 };
        pour.Until(() => Ordinary(boreal, astra) == Ordinary(astra, astra), 60);
        pour.Until(() => Throttled(boreal).Count == 0, 12);
    }

    [Fact]
    public void Who_sends_more_than_a_window_is_not_kept_and_not_thrown_out_and_loses_nothing()
    {
        Say(12);
        Desk.Exchange(astra, boreal);
        // Every word in a frame of its own, and no window is kept to: nothing is taken, for the first ones are never sent.
        Desk.Cut(wire);
        var unsent = Ordinary(astra, astra);
        for (var i = 0; i < 200; i++)
            Say(50);
        wire = Desk.Connect(astra, boreal);
        var feed = astra.OwnFeed(Lane.Ordinary);
        for (long from = Ordinary(boreal, astra); from < feed.Size;)
        {
            var batch = Batches.From(astra.Memory, feed, from, 1, feed.Size).Frame;
            boreal.Receive(wire.Other, batch.Encode());
            from = batch.Until;
        }

        var held = boreal.Core.Throttling.Held;
        Assert.True(feed.Size - unsent > Bounds.HeldEntries + Bounds.BatchEntries);
        Assert.InRange(held.EntriesOf(astra.Party), Bounds.HeldEntries - 50, Bounds.HeldEntries + Bounds.BatchEntries);
        Assert.True(boreal.Refused(wire.Other, FrameRefusal.Throttled) > Bounds.RefusalsPerCircuit);
        Assert.Null(wire.Other.ClosedBecause);

        // The end of the circuit ends what waits of it.
        Desk.Cut(wire);
        boreal.Step();
        Assert.Equal((0, 0, false), (held.EntriesOf(astra.Party), held.BytesOf(astra.Party), held.IsFull(astra.Party)));
        boreal.Intake = Intake.Default;
        boreal.Start();
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(feed.Size, Ordinary(boreal, astra));
    }

    [Fact]
    public void A_circuit_that_brings_the_words_of_many_is_bounded_as_well()
    {
        // The same words again and again are new to nobody, and cost work all the same.
        Say(5);
        Desk.Exchange(astra, boreal);
        var feed = astra.OwnFeed(Lane.Ordinary);
        var again = Batches.From(astra.Memory, feed, feed.Size - 5, 1 << 20).Frame.Encode();
        for (var i = 0; i < 40; i++)
            boreal.Receive(wire, again);
        for (var i = 0; i < 40; i++)
            boreal.Receive(wire.Other, again);

        Assert.Equal(["astra"], Throttled(boreal).Select(t => t.Author));
        Assert.InRange(boreal.Core.Throttling.Held.EntriesOf(astra.Party), 1, 5);
    }

    [Fact]
    public void Whoever_carries_is_told_and_others_of_its_words_are_taken()
    {
        var cassia = new Desk("cassia", 3);
        Desk.Introduce(astra, cassia);
        Desk.Introduce(boreal, cassia);
        Desk.Connect(boreal, cassia);
        Desk.Connect(astra, cassia);
        var all = new[] { astra, boreal, cassia };
        var terms = new Control.Lines.TermsView(Release: "flash=2");
        astra.Do(new Control.Lines.ProposeLine("wide", Lines.Charters.LineKind.Hot, Lines.Charters.LineMode.Live, ["boreal", "cassia"], terms));
        Desk.Settle(all);
        boreal.Do(new Control.Lines.AcceptLine("wide"));
        cassia.Do(new Control.Lines.AcceptLine("wide"));
        Desk.Settle(all);
        // Astra's way to boreal leads over cassia alone.
        Desk.Cut(wire);
        Desk.Settle(all);
        for (var i = 0; i < 60; i++)
            astra.Say($"word {i}", line: "wide");
        Desk.Exchange(all);
        cassia.Step();
        Desk.Exchange(all);

        var told = cassia.Do(new ShowStatus()).Lines.Single(l => l.Handle == "wide").Throttled!.Single();
        Assert.Equal(("boreal", "astra"), (told.By, told.Author));
        Assert.Contains(cassia.Do(new ShowStatus()).Warnings, w => w.StartsWith("wide: astra's ordinary words are taken by boreal at 2 a second", StringComparison.Ordinal));
        cassia.Say("of the carrier", line: "wide");
        Desk.Exchange(all);
        Assert.Contains("of the carrier", boreal.Texts("wide"));
        Desk.Settle(all);
        Assert.Equal(61, boreal.Texts("wide").Count);
    }

    [Fact]
    public void It_is_told_once_and_anew_when_they_are_joined_again()
    {
        Say(40);
        var told = 0;
        for (var i = 0; i < 20; i++)
        {
            told += wire.Other.Waiting.Count(f => Frame.Parse(f, out _) is ThrottleFrame);
            Desk.Exchange(astra, boreal);
            boreal.Step();
        }

        told += wire.Other.Waiting.Count(f => Frame.Parse(f, out _) is ThrottleFrame);
        Assert.InRange(told, 0, 1);
        Assert.Single(Throttled(astra));
        Desk.Cut(wire);
        Assert.Empty(Throttled(astra));
        wire = Desk.Connect(astra, boreal);
        Desk.Exchange(astra, boreal);
        Assert.Single(Throttled(astra));
    }

    [Fact]
    public void What_a_peer_tells_is_bounded_in_the_journal_and_must_concern_a_line_of_both()
    {
        var line = astra.Line().Id;
        var frame = new ThrottleFrame(line, astra.Party, boreal.Now, 200, 4096);
        for (var i = 0; i < 100; i++)
        {
            astra.Receive(wire, frame.Encode());
            astra.Receive(wire, (frame with { Entries = 0, Bytes = 0 }).Encode());
        }

        Assert.InRange(Journalled(astra, JournalAct.Throttled) + Journalled(astra, JournalAct.ThrottleOver), Bounds.ThrottleNotes, Bounds.ThrottleNotes + 1);
        Assert.Empty(Throttled(astra));
        astra.Receive(wire, (frame with { Author = boreal.Party }).Encode());
        astra.Receive(wire, (frame with { Author = PartyId.Parse("nobody")!.Value }).Encode());
        Assert.Equal(2, astra.Refused(wire, FrameRefusal.Misaddressed));
        astra.Receive(wire, (frame with { Line = new Lines.Charters.LineId(Crypto.Digest.Of([1])) }).Encode());
        Assert.Equal(1, astra.Refused(wire, FrameRefusal.UnknownLine));
    }

    [Fact]
    public void A_station_that_does_not_know_the_frame_is_told_fewer_times_than_it_bears()
    {
        Assert.True(Bounds.ThrottlesTold < Bounds.RefusalsPerCircuit / 2);
        boreal.Core.Links.Of(astra.Party).ThrottlesTold = Bounds.ThrottlesTold;
        Say(40);
        Desk.Exchange(astra, boreal);

        Assert.NotEmpty(Throttled(boreal));
        Assert.Empty(Throttled(astra));
        Desk.Settle(astra, boreal);
        Assert.Equal(Ordinary(astra, astra), Ordinary(boreal, astra));
    }
}
