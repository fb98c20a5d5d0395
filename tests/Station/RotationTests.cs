using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Testing.Storage;

namespace Parley.Station.Tests;

/// <summary>A new identity key: the old one closes its feeds and goes when nobody can need it any more, and not before.</summary>
public sealed class RotationTests
{
    private static (Desk Astra, Desk Boreal) Spoken()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("under the first key");
        Desk.Settle(astra, boreal);
        return (astra, boreal);
    }

    private static List<string> Kinds(Desk desk, Lane lane)
    {
        var feed = desk.OwnFeed(lane);
        return [.. desk.Store.Entries(feed.Id, 0, 1000).Select(e => EntryHeader.Parse(e.Header)!.Kind)];
    }

    private static int Destroyed(Desk desk) => desk.Store.Journal(0, 10_000)
        .Select(r => JournalTrail.Open(desk.Keys, r)!).Count(r => r.Act == JournalAct.KeyDestroyed && r.Note.StartsWith("the identity key", StringComparison.Ordinal));

    [Fact]
    public void The_old_key_goes_once_every_member_has_receipted_the_rotation_and_not_before()
    {
        var (astra, boreal) = Spoken();
        var old = astra.Keys.Identity;
        astra.NewCard(CardStep.Rotate);
        astra.Start();
        Assert.Equal("rotation", Kinds(astra, Lane.Urgent)[^1]);
        Assert.Equal("rotation", Kinds(astra, Lane.Ordinary)[^1]);
        astra.Say("under the new key");
        Desk.Settle(astra);
        Assert.Same(old, astra.Keys.Retiring);

        // A restart in between: the rotation is said once, and still waits for its receipts.
        astra.Start();
        Desk.Settle(astra);
        Assert.Single(Kinds(astra, Lane.Ordinary), "rotation");
        Assert.Same(old, astra.Keys.Retiring);

        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Null(astra.Keys.Retiring);
        Assert.Null(astra.Memory.Keys.Retiring);
        Assert.Equal(1, Destroyed(astra));
        Assert.Equal(["under the first key", "under the new key"], boreal.Texts());

        astra.Start();
        astra.Say("after a start without the old key");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(3, boreal.Texts().Count);
        Assert.Empty(boreal.Line().Warnings);
    }

    [Fact]
    public void A_crash_that_loses_the_rotation_still_finds_the_old_key()
    {
        var (astra, boreal) = Spoken();
        astra.NewCard(CardStep.Rotate);
        var faults = 1;
        astra.Disk.Plan = _ => faults-- > 0 ? DiskFault.NotPersisted : DiskFault.None;
        astra.Start();
        Assert.NotNull(astra.Keys.Retiring);
        astra.Start();

        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Single(Kinds(astra, Lane.Urgent), "rotation");
        Assert.Null(astra.Keys.Retiring);
    }

    [Fact]
    public void A_member_without_a_receipt_keeps_the_old_key_and_one_that_left_does_not()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        Desk.Cut(astra.Wires.Single(w => w.Peer == cassia.Party));
        Desk.Cut(boreal.Wires.Single(w => w.Peer == cassia.Party));
        astra.NewCard(CardStep.Rotate);
        astra.Start();
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.NotNull(astra.Keys.Retiring);

        cassia.Do(new LeaveLine("hot"));
        Desk.Connect(astra, cassia);
        Desk.Settle(astra, boreal, cassia);
        Assert.Null(astra.Keys.Retiring);
    }

    [Fact]
    public void A_store_set_back_to_before_the_rotation_needs_no_old_key()
    {
        var (astra, boreal) = Spoken();
        var backup = astra.Disk.Clone();
        astra.NewCard(CardStep.Rotate);
        astra.Start();
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Null(astra.Keys.Retiring);

        foreach (var restored in new[] { true, false })
        {
            astra.Disk = backup.Clone();
            astra.Start(restored);
            astra.Say($"restored: {restored}");
            Desk.Connect(astra, boreal);
            Desk.Settle(astra, boreal);
            Assert.Contains($"restored: {restored}", boreal.Texts());
        }
    }

    [Fact]
    public void After_a_revocation_a_new_generation_begins_under_the_new_key()
    {
        var (astra, boreal) = Spoken();
        var old = astra.Line().OwnGeneration;
        astra.NewCard(CardStep.Revoke);
        astra.Start();

        Assert.NotEqual(old, astra.Line().OwnGeneration);
        var first = astra.Store.Entry(astra.OwnFeed(Lane.Urgent).Id, 0)!;
        var content = Content.Parse(Handover.OpenAtRest(astra.Memory, first)!)!;
        Assert.Equal(GenerationReason.Revoked, GenerationContent.From(content)!.Reason);

        boreal.Do(new UpdatePeer(astra.Keys.Chain.ToFile(), null));
        astra.Say("under the key that was next");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["under the first key", "under the key that was next"], boreal.Texts());
    }

    [Fact]
    public void A_card_with_the_same_key_needs_no_word()
    {
        var (astra, boreal) = Spoken();
        var size = astra.OwnFeed(Lane.Urgent).Size;
        astra.NewCard(CardStep.Update);
        astra.Start();
        Assert.Equal(size, astra.OwnFeed(Lane.Urgent).Size);

        boreal.Do(new UpdatePeer(astra.Keys.Chain.ToFile(), null));
        astra.Say("under the same key");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(2, boreal.Texts().Count);
    }
}
