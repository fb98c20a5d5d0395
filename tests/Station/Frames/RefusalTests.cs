using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Circuits;
using Parley.Station.Frames;

namespace Parley.Station.Tests.Frames;

/// <summary>Every way in which something from a circuit is not taken: each is counted under its name on that circuit, and on no other.</summary>
public sealed class RefusalTests
{
    private static void IsRefused(Desk desk, Wire wire, byte[] frame, FrameRefusal why)
    {
        var other = Desk.Connect(desk, wire.Other.Owner);
        var before = desk.Refused(wire, why);
        var position = desk.Memory.Lines.Values.Sum(l => l.Feeds.Values.Sum(f => f.Size));
        desk.Receive(wire, frame);

        Assert.Equal(before + 1, desk.Refused(wire, why));
        Assert.Equal(0, desk.Refused(other, why));
        Assert.Equal(position, desk.Memory.Lines.Values.Where(l => desk.Memory.Lines.ContainsKey(l.Id)).Sum(l => l.Feeds.Values.Sum(f => f.Size)));
    }

    /// <summary>A batch over the author's last entries, taken off the wire instead of being carried.</summary>
    private static BatchFrame NextBatch(Desk author, Wire wire, string text = "words")
    {
        wire.Waiting.Clear();
        author.Say(text);
        return wire.Waiting.Select(f => Frame.Parse(f, out _)).OfType<BatchFrame>().Last();
    }

    [Fact]
    public void Malformed()
    {
        var (astra, _, wire) = Desk.Pair();
        IsRefused(astra, wire, [4, 0xff, 0xff], FrameRefusal.Malformed);
    }

    [Fact]
    public void TooLarge()
    {
        var (astra, _, wire) = Desk.Pair();
        IsRefused(astra, wire, new byte[Bounds.FrameSize + 1], FrameRefusal.TooLarge);
    }

    [Fact]
    public void UnknownType()
    {
        var (astra, _, wire) = Desk.Pair();
        IsRefused(astra, wire, [99, 0x80], FrameRefusal.UnknownType);
    }

    [Fact]
    public void UnknownLine()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var feed = boreal.OwnFeed(Lane.Urgent).Id with { Line = new LineId(Digest.Of([5])) };
        IsRefused(astra, wire, new ContentsFrame(feed, [new(0, [1])]).Encode(), FrameRefusal.UnknownLine);
    }

    [Fact]
    public void Misaddressed()
    {
        var (astra, boreal, _) = Desk.Pair();
        var cassia = new Desk("cassia", 3);
        Desk.Introduce(astra, cassia);
        var wire = Desk.Connect(astra, cassia);
        var batch = Batches.From(boreal.Memory, boreal.OwnFeed(Lane.Urgent), 0, 1 << 20).Frame;
        IsRefused(astra, wire, batch.Encode(), FrameRefusal.Misaddressed);
    }

    [Fact]
    public void UnknownKey()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var stranger = new Desk("dorn", 4);
        Desk.Introduce(boreal, stranger);
        var feed = stranger.Memory.Lines.Values.First().Feeds.Values.First();
        IsRefused(astra, wire, Batches.From(stranger.Memory, feed, 0, 1 << 20).Frame.Encode(), FrameRefusal.UnknownKey);
    }

    [Fact]
    public void BadSignature()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var batch = NextBatch(boreal, wire.Other);
        var forged = batch with { Checkpoint = batch.Checkpoint with { Signature = new byte[32] } };
        IsRefused(astra, wire, forged.Encode(), FrameRefusal.BadSignature);
    }

    [Fact]
    public void SuiteTooWeak()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var batch = NextBatch(boreal, wire.Other);
        var other = SignedCheckpoint.Sign(batch.Feed, SuiteId.One, batch.Checkpoint.Head, batch.Checkpoint.Journal, boreal.Keys.Identity);
        IsRefused(astra, wire, (batch with { Checkpoint = other }).Encode(), FrameRefusal.SuiteTooWeak);
    }

    [Fact]
    public void Gap()
    {
        var (astra, boreal, wire) = Desk.Pair();
        NextBatch(boreal, wire.Other);
        boreal.Say("later");
        var feed = boreal.OwnFeed(Lane.Ordinary);
        IsRefused(astra, wire, Batches.From(boreal.Memory, feed, feed.Size - 1, 1 << 20).Frame.Encode(), FrameRefusal.Gap);
    }

    [Fact]
    public void RootDiffers_when_a_relay_altered_entries_and_the_author_is_not_accused()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        var batch = NextBatch(boreal, boreal.Wires[0]);
        var altered = batch.Entries.Select((e, i) => i == 0 ? e with { Header = e.Header with { Time = e.Header.Time + TimeSpan.FromSeconds(1) } } : e);
        var wire = astra.Wires.Single(w => w.Peer == cassia.Party);
        IsRefused(astra, wire, (batch with { Entries = [.. altered] }).Encode(), FrameRefusal.RootDiffers);
        Assert.Empty(astra.Line().Warnings);
    }

    [Fact]
    public void Fork_is_kept_as_evidence_and_mutes_nobody()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var feed = boreal.OwnFeed(Lane.Urgent);
        var batch = Batches.From(boreal.Memory, feed, 0, 1 << 20).Frame;
        var other = SignedCheckpoint.Sign(feed.Id, boreal.Keys.Suite.Id, new LogHead(feed.Size, Digest.Of([1])), batch.Checkpoint.Journal, boreal.Keys.Identity);
        IsRefused(astra, wire, (batch with { Checkpoint = other }).Encode(), FrameRefusal.Fork);

        Assert.Contains(astra.Line().Warnings, w => w.StartsWith("boreal signed two histories", StringComparison.Ordinal));
        Assert.Single(astra.Store.Documents(Storage.DocumentKind.Evidence, "", 10));
        boreal.Say("still heard");
        astra.Say("still speaking");
        Desk.Settle(astra, boreal);
        Assert.Contains("still heard", astra.Texts());
        Assert.Contains("still speaking", boreal.Texts());
        astra.Do(new ConfirmGeneration("hot", "boreal"));
        Assert.Empty(astra.Line().Warnings);
    }

    [Fact]
    public void ContentDiffers()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var batch = NextBatch(boreal, wire.Other);
        astra.Receive(wire, (batch with { Entries = [.. batch.Entries.Select(e => e with { Sealed = null })] }).Encode());
        Assert.NotEqual(0, astra.Line().Feeds[batch.Feed].Absent.Count);
        IsRefused(astra, wire, new ContentsFrame(batch.Feed, [new(batch.Until - 1, [1, 2, 3])]).Encode(), FrameRefusal.ContentDiffers);
    }

    [Fact]
    public void BadReceipt()
    {
        var (astra, boreal, wire) = Desk.Pair();
        var feed = astra.OwnFeed(Lane.Urgent);
        var receipt = new ReceiptFrame(
            feed.Id, feed.Size + 5, boreal.Party, boreal.Now, boreal.Line().OwnRow(boreal.Party), RangeSet.Empty, new byte[32]);
        IsRefused(astra, wire, receipt.Encode(), FrameRefusal.BadReceipt);
    }

    [Fact]
    public void TooMany_proposals_of_one_peer()
    {
        var (astra, boreal, wire) = Desk.Pair();
        for (var n = 0; n <= Bounds.ProposedLinesPerPeer; n++)
            boreal.Do(new ProposeLine($"line {n}", LineKind.Warm, LineMode.Live, ["astra"], null));
        Desk.Settle(astra, boreal);

        Assert.Equal(Bounds.ProposedLinesPerPeer, astra.Memory.Lines.Values.Count(l => l.Fold.InForce.Count == 0));
        Assert.NotEqual(0, astra.Refused(wire, FrameRefusal.TooMany));
    }

    [Fact]
    public void A_circuit_that_brings_too_much_that_is_refused_is_closed()
    {
        var (astra, _, wire) = Desk.Pair();
        for (var n = 0; n <= Bounds.RefusalsPerCircuit; n++)
            astra.Receive(wire, [4, 0xff, 0xff]);

        Assert.Equal(CircuitEnd.TooManyRefusals, wire.ClosedBecause);
    }

    [Fact]
    public void Refusals_are_shown_to_the_operator()
    {
        var (astra, _, wire) = Desk.Pair();
        astra.Receive(wire, [99, 0x80]);

        var circuit = astra.Do(new Control.Peers.ListPeers()).Single().Circuits.Single();
        Assert.Equal(1, circuit.Refusals["UnknownType"]);
    }
}
