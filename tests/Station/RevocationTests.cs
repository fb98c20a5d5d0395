using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Pouches;
using Parley.Control.Stations;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Frames;

namespace Parley.Station.Tests;

/// <summary>A stolen key: its owner revokes it with the next key alone, and whoever holds the old one says nothing more to those who know.</summary>
public sealed class RevocationTests
{
    /// <summary>What a thief runs: a copy of the station with the keys that it has now.</summary>
    private static Desk Stolen(Desk from, ulong seed)
    {
        var thief = new Desk(from.Party.ToString(), seed) { Keys = from.Keys, Disk = from.Disk.Clone(), Now = from.Now };
        thief.Start();
        return thief;
    }

    private static void Revoke(Desk desk, params Desk[] told)
    {
        desk.NewCard(CardStep.Revoke);
        desk.Start();
        foreach (var peer in told)
            peer.Do(new UpdatePeer(desk.Keys.Chain.ToFile(), null));
    }

    private static bool IsWarned(Desk desk, string words) => desk.Line().Warnings.Any(w => w.Contains($"covers {words} of the words", StringComparison.Ordinal));

    private static void Verifies(Desk desk)
    {
        var report = TranscriptVerifier.Verify(desk.Do(new ExportLine("hot")).Bytes, id => id == desk.Keys.Suite.Id ? desk.Keys.Suite : null);
        Assert.Null(report.Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_thief_is_not_heard_in_the_old_generation_nor_in_a_new_one(bool opensNewOne)
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("ours");
        Desk.Settle(astra, boreal);
        var thief = Stolen(astra, 7);
        Revoke(astra, boreal);

        thief.Start(restored: opensNewOne);
        thief.Say("forged");
        var wire = Desk.Connect(thief, boreal);
        Desk.Settle(thief, boreal);

        Assert.Equal(["ours"], boreal.Texts());
        Assert.True(boreal.Refused(wire.Other, FrameRefusal.Revoked) > 0);
        Assert.False(thief.Entry("forged").Receipts.Single().Received);
        Assert.DoesNotContain(boreal.Line().Warnings, w => w.Contains("two histories", StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_member_had_cosigned_stands_everywhere_and_nothing_beyond_it()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        var thief = Stolen(astra, 7);
        astra.Start();
        Desk.Cut(boreal.Wires.Single(w => w.Peer == cassia.Party));
        thief.Say("before boreal knew");
        var wire = Desk.Connect(thief, boreal);
        Desk.Settle(thief, boreal);
        Assert.Equal(["before boreal knew"], boreal.Texts());

        Revoke(astra, boreal, cassia);
        thief.Say("after that");
        Desk.Settle(thief, boreal);
        Desk.Cut(wire);
        wire = Desk.Connect(thief, cassia);
        Desk.Settle(thief, cassia);
        Assert.True(cassia.Refused(wire.Other, FrameRefusal.Revoked) > 0);
        Assert.Empty(cassia.Texts());
        Desk.Cut(wire);

        Desk.Connect(boreal, cassia);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal, cassia);
        foreach (var desk in new[] { astra, boreal, cassia })
        {
            Assert.Equal(["before boreal knew"], desk.Texts());
            Verifies(desk);
        }
    }

    [Fact]
    public void Another_member_that_brings_it_without_a_cosignature_is_refused()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        Desk.Cut(astra.Wires.Single(w => w.Peer == cassia.Party));
        Desk.Cut(boreal.Wires.Single(w => w.Peer == cassia.Party));
        astra.Say("carried");
        Desk.Settle(astra, boreal);
        Revoke(astra, boreal, cassia);
        var wire = Desk.Connect(boreal, cassia);
        var held = new List<byte[]>();
        for (var round = 0; round < 24; round++)
        {
            foreach (var end in new[] { wire, wire.Other })
            {
                while (end.Waiting.TryDequeue(out var frame))
                {
                    if (Frame.Parse(frame, out _) is CosignatureFrame)
                        held.Add(frame);
                    else
                        end.Other.Owner.Receive(end.Other, frame);
                }

                end.Owner.Now += TimeSpan.FromMinutes(2);
                end.Owner.Step();
            }
        }

        Assert.NotEmpty(held);
        Assert.Empty(cassia.Texts());
        Assert.True(cassia.Refused(wire.Other, FrameRefusal.Revoked) > 0);

        foreach (var frame in held)
            cassia.Receive(wire.Other, frame);
        Desk.Settle(boreal, cassia);
        Assert.Equal(["carried"], cassia.Texts());
    }

    [Fact]
    public void Officers_are_told_how_many_words_nobody_received()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("delivered");
        Desk.Settle(astra, boreal);
        Desk.Cut(wire);
        astra.Say("not delivered");
        astra.Say("nor this");
        Revoke(astra, boreal);
        Assert.True(IsWarned(astra, "2"));
        astra.Start();
        Assert.True(IsWarned(astra, "2"));

        wire = Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["delivered"], boreal.Texts());
        Assert.False(astra.Entry("not delivered").Receipts.Single().Received);
        // Who knows that he is not believed does not insist.
        Assert.Equal(0, boreal.Refused(wire.Other, FrameRefusal.Revoked));

        astra.Say("not delivered, said again");
        Desk.Settle(astra, boreal);
        Assert.Equal(["delivered", "not delivered, said again"], boreal.Texts());
        astra.Do(new ConfirmGeneration("hot", "astra"));
        astra.Start();
        Assert.False(IsWarned(astra, "2"));
        Verifies(astra);
        Verifies(boreal);
    }

    [Fact]
    public void A_receipt_that_comes_late_takes_its_words_off_the_warning()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("recorded there, the receipt is lost");
        while (wire.Waiting.TryDequeue(out var frame))
            boreal.Receive(wire.Other, frame);
        Desk.Cut(wire);
        Revoke(astra, boreal);
        Assert.True(IsWarned(astra, "1"));

        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.DoesNotContain(astra.Line().Warnings, w => w.StartsWith("astra revoked", StringComparison.Ordinal));
        Assert.True(astra.Entry("recorded there, the receipt is lost").Receipts.Single().Received);
    }

    [Fact]
    public void A_member_that_lost_its_store_gets_them_back_with_its_own_cosignature()
    {
        var (astra, boreal, _) = Desk.Pair();
        var backup = boreal.Disk.Clone();
        astra.Say("cosigned once");
        Desk.Settle(astra, boreal);
        Revoke(astra, boreal);

        boreal.Disk = backup;
        boreal.Start(restored: true);
        boreal.Do(new UpdatePeer(astra.Keys.Chain.ToFile(), null));
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["cosigned once"], boreal.Texts());
    }

    [Fact]
    public void A_receipt_of_a_thief_is_none_and_those_given_before_are_signed_anew()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var thief = Stolen(boreal, 7);
        Desk.Cut(wire);
        wire = Desk.Connect(astra, boreal);
        astra.Say("recorded, the receipt is lost");
        while (wire.Waiting.TryDequeue(out var frame))
            boreal.Receive(wire.Other, frame);
        Desk.Cut(wire);
        Revoke(boreal, astra);

        wire = Desk.Connect(astra, thief);
        Desk.Settle(astra, thief);
        Assert.Contains("recorded, the receipt is lost", thief.Texts());
        Assert.True(astra.Refused(wire, FrameRefusal.Revoked) > 0);
        Assert.False(astra.Entry("recorded, the receipt is lost").Receipts.Single().Received);
        Desk.Cut(wire);

        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.True(astra.Entry("recorded, the receipt is lost").Receipts.Single().Received);
        Verifies(astra);
        Verifies(boreal);
    }

    [Fact]
    public void A_card_that_a_thief_updated_does_not_keep_the_revocation_out()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("ours");
        Desk.Settle(astra, boreal);
        var thief = Stolen(astra, 7);
        var card = thief.Keys.Chain.Current;
        card = card with { Version = card.Version + 1, Step = CardStep.Update, Previous = card.Hash(), Addresses = ["sim://thief"] };
        thief.Keys = thief.Keys with { Chain = thief.Keys.Chain.Extend(card, null, thief.Keys.Identity) };
        thief.Start();
        boreal.Do(new UpdatePeer(thief.Keys.Chain.ToFile(), null));
        thief.Say("before boreal knew");
        var wire = Desk.Connect(thief, boreal);
        Desk.Settle(thief, boreal);
        Desk.Cut(wire);

        Revoke(astra, boreal);
        thief.Say("forged");
        wire = Desk.Connect(thief, boreal);
        Desk.Settle(thief, boreal);
        Assert.Equal(["ours", "before boreal knew"], boreal.Texts());
        Assert.True(boreal.Refused(wire.Other, FrameRefusal.Revoked) > 0);
        Assert.Equal(Refusal.CardDoesNotFollow, boreal.Refusal(new UpdatePeer(thief.Keys.Chain.ToFile(), null)));
        Desk.Cut(wire);

        astra.Say("under the key that was next");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["ours", "before boreal knew", "under the key that was next"], astra.Texts());
        Assert.Equal(astra.Texts(), boreal.Texts());
    }

    [Fact]
    public void A_pouch_signed_by_a_revoked_key_is_refused()
    {
        var (astra, boreal, _) = Desk.Pair();
        var thief = Stolen(astra, 7);
        thief.Say("forged");
        var pouch = thief.Do(new ExportPouch("boreal")).Single();
        Revoke(astra, boreal);

        var refused = Assert.IsType<Refused<PouchImport>>(boreal.Ask(new ImportPouch(pouch)));
        Assert.Equal(Refusal.FileRefused, refused.Why);
        Assert.Contains("revoked", refused.Detail, StringComparison.Ordinal);
        Assert.Empty(boreal.Texts());
    }

    [Fact]
    public void A_pouch_brings_the_cosignature_with_the_words()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        foreach (var desk in new[] { astra, boreal })
            Desk.Cut(desk.Wires.Single(w => w.Peer == cassia.Party));
        astra.Say("carried by hand");
        Desk.Settle(astra, boreal);
        Revoke(astra, boreal, cassia);

        foreach (var pouch in boreal.Do(new ExportPouch("cassia")))
            cassia.Do(new ImportPouch(pouch));
        Assert.Equal(["carried by hand"], cassia.Texts());
    }

    [Fact]
    public void A_line_proposed_under_a_key_revoked_since_is_refused()
    {
        var (astra, boreal, _) = Desk.Pair();
        var thief = Stolen(astra, 7);
        Revoke(astra, boreal);
        thief.Do(new ProposeLine("trap", Parley.Lines.Charters.LineKind.Warm, Parley.Lines.Charters.LineMode.Live, ["boreal"], null));
        var wire = Desk.Connect(thief, boreal);
        Desk.Settle(thief, boreal);

        Assert.DoesNotContain(boreal.Memory.Lines.Values, l => l.Fold.Founding!.Name == "trap");
        Assert.True(boreal.Refused(wire.Other, FrameRefusal.Revoked) > 0);
    }
}
