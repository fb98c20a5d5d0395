using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Frames;

namespace Parley.Station.Tests;

/// <summary>A station that was set back to an old store never forks and gets its words back.</summary>
public sealed class RestoreTests
{
    [Fact]
    public void A_restored_station_opens_a_new_generation_and_continues_no_old_one()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("before");
        Desk.Settle(astra, boreal);
        var backup = astra.Disk.Clone();
        astra.Say("after the backup");
        Desk.Settle(astra, boreal);
        var old = astra.OwnFeed(Lane.Ordinary);

        astra.Disk = backup;
        astra.Start(restored: true);
        Assert.NotEqual(old.Id.Generation, astra.Line().OwnGeneration);
        astra.Say("in the new generation");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);

        string[] all = ["before", "after the backup", "in the new generation"];
        Assert.Equal(all, astra.Texts());
        Assert.Equal(all, boreal.Texts());
        Assert.Equal(old.Range.Root, boreal.Line().Feeds[old.Id].Range.Root);
        Assert.Contains(boreal.Line().Warnings, w => w.StartsWith("astra opened a new generation", StringComparison.Ordinal));
    }

    [Fact]
    public void A_station_that_does_not_know_learns_it_from_the_longer_head_of_its_peer()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = astra.Disk.Clone();
        astra.Say("lost here");
        Desk.Settle(astra, boreal);
        var generation = astra.Line().OwnGeneration;

        astra.Disk = backup;
        astra.Start(restored: false);
        Assert.Equal(generation, astra.Line().OwnGeneration);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);

        Assert.NotEqual(generation, astra.Line().OwnGeneration);
        Assert.Equal(["lost here"], astra.Texts());
        Assert.Equal(["lost here"], boreal.Texts());
    }

    [Fact]
    public void A_word_said_in_the_very_step_in_which_a_peer_shows_more_is_not_half_done_but_asked_for_again()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = astra.Disk.Clone();
        astra.Say("lost here");
        Desk.Settle(astra, boreal);
        astra.Disk = backup;
        astra.Start(restored: false);
        var wire = Desk.Connect(astra, boreal);
        boreal.Step();
        for (var round = 0; round < 3 && wire.Other.Waiting.Count < 2; round++)
        {
            boreal.Now += TimeSpan.FromMinutes(2);
            boreal.Step();
            while (wire.Waiting.TryDequeue(out var beacon))
                boreal.Receive(wire.Other, beacon);
        }

        object? answer = null;
        var asks = new OfficerAsks(new SendMessage("hot", Precedence.Routine, "en", "in between"), new Actor("ann", (Control.Roles)31), a => answer = a);
        astra.Step([asks, .. wire.Other.Waiting.Select(f => new FrameCame(wire, Prepared.From(f, astra.Keys, astra.Core.Shared)))]);

        Assert.IsType<Control.ControlFault>(answer);
        Desk.Settle(astra, boreal);
        astra.Say("in between");
        Desk.Settle(astra, boreal);
        Assert.Equal(["lost here", "in between"], boreal.Texts());
        Assert.Equal(["lost here", "in between"], astra.Texts());
        Assert.All(astra.Line().Feeds.Values, f => Assert.Equal(f.Size, f.Checkpoint!.Head.Size));
    }

    [Fact]
    public void A_station_that_spoke_on_from_an_old_disk_is_heard_again_in_a_new_generation()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = astra.Disk.Clone();
        astra.Say("first branch");
        Desk.Settle(astra, boreal);
        var generation = astra.Line().OwnGeneration;

        astra.Disk = backup;
        astra.Start(restored: false);
        astra.Say("second branch");
        astra.Say("and on");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.NotEqual(generation, astra.Line().OwnGeneration);
        Assert.Equal(["first branch"], boreal.Texts());
        Assert.NotEmpty(boreal.Line().Warnings);

        astra.Say("new generation");
        boreal.Say("an answer");
        Desk.Settle(astra, boreal);
        Assert.Contains("new generation", boreal.Texts());
        Assert.Contains("an answer", astra.Texts());
    }

    [Fact]
    public void The_fact_of_a_restore_survives_a_store_that_fails_in_the_first_step()
    {
        var (astra, _, _) = Desk.Pair();
        var generation = astra.Line().OwnGeneration;
        var faults = 1;
        astra.Disk.Plan = _ => faults-- > 0 ? Testing.Storage.DiskFault.NotPersisted : Testing.Storage.DiskFault.None;

        astra.Start(restored: true);
        astra.Step();

        Assert.NotEqual(generation, astra.Line().OwnGeneration);
    }

    [Fact]
    public void A_peer_that_lost_its_store_gets_our_words_again()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = boreal.Disk.Clone();
        astra.Say("one");
        astra.Say("two");
        Desk.Settle(astra, boreal);
        Assert.True(astra.Entry("two").Receipts.Single().Received);

        boreal.Disk = backup;
        boreal.Start(restored: true);
        Assert.Empty(boreal.Texts());
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);

        Assert.Equal(["one", "two"], boreal.Texts());
    }

    private static (Desk Proposer, Desk[] Others) Founded(int parties)
    {
        Desk[] desks = [.. new[] { "astra", "boreal", "cassia" }.Take(parties).Select((name, i) => new Desk(name, (ulong)i + 1))];
        for (var i = 0; i < desks.Length; i++)
        {
            foreach (var other in desks[(i + 1)..])
            {
                Desk.Introduce(desks[i], other);
                Desk.Connect(desks[i], other);
            }
        }

        Desk.Settle(desks);
        return (desks[0], desks[1..]);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_line_that_we_proposed_after_the_backup_comes_back_from_a_member(int parties, bool isOpen)
    {
        var (astra, others) = Founded(parties);
        var backup = astra.Disk.Clone();
        Desk[] all = [astra, .. others];
        if (isOpen)
        {
            Desk.Open(all);
            astra.Say("said on it");
            Desk.Settle(all);
            others[0].Say("answered");
        }
        else
        {
            astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], null));
        }

        Desk.Settle(all);
        var id = astra.Line().Id;

        astra.Disk = backup;
        astra.Start(restored: true);
        Assert.False(astra.Memory.Lines.ContainsKey(id));
        Desk.Connect(astra, others[0]);
        Desk.Settle(all);

        Assert.Equal(isOpen, astra.Line().Fold.IsOpen);
        if (!isOpen)
            others[0].Do(new AcceptLine("hot"));
        Desk.Settle(all);
        astra.Say("in the new generation");
        Desk.Settle(all);
        string[] said = isOpen ? ["said on it", "answered", "in the new generation"] : ["in the new generation"];
        Assert.All(all, d => Assert.Equal(said, d.Texts()));
        Assert.Equal(0, astra.Line().Feeds.Values.Sum(f => f.Lacks.Count));
    }

    [Fact]
    public void A_closed_line_remembers_that_the_store_was_set_back()
    {
        var (astra, others) = Founded(2);
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], null));
        astra.Do(new WithdrawLine("hot"));
        Desk.Settle(astra, others[0]);
        Assert.True(astra.Line().Fold.IsClosed);

        astra.Start(restored: true);
        astra.Start();
        Assert.Equal(Lines.Keys.GenerationReason.Restored, astra.Line().GenerationDue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_proposed_to_us_after_the_backup_comes_back_from_its_proposer_or_another(bool fromProposer)
    {
        var (astra, others) = Founded(3);
        var (boreal, cassia) = (others[0], others[1]);
        var backup = boreal.Disk.Clone();
        Desk.Open(astra, boreal, cassia);
        astra.Say("said on it");
        Desk.Settle(astra, boreal, cassia);
        astra.Say("a flash under the next epoch", Precedence.Flash);
        var draft = astra.Do(new ListDrafts()).Single();
        astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob");
        Desk.Settle(astra, boreal, cassia);
        // The proposer has the sealed proposal no more, for all had it.
        Assert.True(astra.OwnFeed(Lane.Urgent).Dropped > 3);

        boreal.Disk = backup;
        boreal.Start(restored: true);
        var carrier = fromProposer ? astra : cassia;
        Desk.Connect(boreal, carrier);
        Desk.Settle(boreal, carrier);
        Assert.Equal(["said on it", "a flash under the next epoch"], boreal.Texts());
        Assert.True(boreal.Line().Fold.IsOpen);
    }

    [Fact]
    public void A_charter_in_our_name_without_our_signed_words_founds_nothing()
    {
        var (astra, others) = Founded(2);
        var boreal = others[0];
        var backup = astra.Disk.Clone();
        Desk.Open(astra, boreal);
        astra.Disk = backup;
        astra.Start(restored: true);
        var wire = Desk.Connect(astra, boreal);
        var (handovers, batches) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            foreach (var end in new[] { wire, wire.Other })
            {
                while (end.Waiting.TryDequeue(out var bytes))
                {
                    var frame = Frame.Parse(bytes, out _);
                    handovers += frame is HandoverFrame ? 1 : 0;
                    batches += frame is BatchFrame { Feed: var feed } && feed.Party == astra.Party && end.Owner == boreal ? 1 : 0;
                    if (frame is not BatchFrame)
                        end.Other.Owner.Receive(end.Other, bytes);
                }

                end.Owner.Now += TimeSpan.FromMinutes(2);
                end.Owner.Step();
            }
        }

        Assert.True(handovers > 0 && batches > 0);
        Assert.DoesNotContain(astra.Memory.Lines.Values, l => l.Fold.Founding!.Name == "hot");
    }

    [Fact]
    public void Contents_that_a_member_cannot_read_are_named_in_its_receipt_and_handed_over()
    {
        var (astra, boreal, wire) = Desk.Pair();
        Desk.Cut(wire);
        astra.Say("sealed to a key that is gone");
        // Boreal loses the key of its line: what was sealed to it stays shut.
        foreach (var kem in boreal.Line().OwnKems.ToList())
        {
            boreal.Line().OwnKems.Remove(kem);
            kem.Key.Dispose();
        }

        wire = Desk.Connect(astra, boreal);
        var frames = wire.Waiting.ToList();
        wire.Waiting.Clear();
        foreach (var frame in frames)
            boreal.Receive(wire.Other, frame);
        var feed = astra.OwnFeed(Lane.Ordinary);
        Assert.Contains("?", boreal.Texts());
        while (wire.Other.Waiting.TryDequeue(out var frame))
            astra.Receive(wire, frame);
        Assert.Contains(feed.Size - 1, Indexes(feed.Receipts[boreal.Party].Lacks));
        var view = astra.Entry("sealed to a key that is gone").Receipts.Single();
        Assert.False(view.Received);
        Assert.True(view.Unreadable);

        boreal.Start(restored: true);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["sealed to a key that is gone"], boreal.Texts());
        Assert.True(astra.Entry("sealed to a key that is gone").Receipts.Single().Received);
    }

    private static IEnumerable<long> Indexes(Ledger.RangeSet set) => set.Ranges.SelectMany(r => Enumerable.Range(0, (int)r.Count).Select(i => r.From + i));

    [Fact]
    public void Memory_rebuilt_from_the_store_is_the_memory_that_was()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("one");
        boreal.Say("two");
        astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "draft"));
        Desk.Settle(astra, boreal);
        var before = astra.Line();

        var after = Recovery.Load(astra.Keys, astra.Store).Lines[before.Id];

        Assert.Equal(before.Encode(), after.Encode());
        Assert.All(before.Feeds.Values.Where(f => f.Size > 0), f => Assert.Equal(f.Encode(), after.Feeds[f.Id].Encode()));
    }
}
