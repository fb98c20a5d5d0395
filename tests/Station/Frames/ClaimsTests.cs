using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;

namespace Parley.Station.Tests.Frames;

/// <summary>An author signs whatever he likes. What no station could ever take is refused; what may yet turn out true is recorded and shown.</summary>
public sealed class ClaimsTests
{
    /// <summary>One entry after the author's last, properly signed, without its content.</summary>
    private static BatchFrame Claim(Desk author, Lane lane, Func<EntryHeader, EntryHeader>? change = null)
    {
        var (line, feed) = (author.Line(), author.OwnFeed(lane));
        var header = new EntryHeader(
            feed.Id,
            feed.Size,
            1,
            author.Now,
            lane == Lane.Urgent ? Precedence.Flash : Precedence.Routine,
            Status.Actual,
            EntryKind.Message,
            [],
            line.Heads,
            Heads.None,
            Digest.Of([1]),
            Digest.Of([2]));
        header = change?.Invoke(header) ?? header;
        var root = feed.Range.RootWith([MerkleTree.LeafHash(header.Encode())]);
        var head = SignedCheckpoint.Sign(feed.Id, author.Keys.Suite.Id, new LogHead(feed.Size + 1, root), author.Memory.Journal.Head, author.Keys.Identity);
        return new BatchFrame(feed.Id, feed.Size, [new CarriedEntry(header, null)], head);
    }

    private static (Desk Astra, Desk Boreal, Wire Wire) Spoken()
    {
        var (astra, boreal, wire) = Desk.Pair();
        boreal.Say("words");
        Desk.Settle(astra, boreal);
        return (astra, boreal, wire);
    }

    private static void IsRefused(Desk desk, Wire wire, BatchFrame batch, FrameRefusal why)
    {
        var (before, size) = (desk.Refused(wire, why), desk.Line().Feeds[batch.Feed].Size);
        desk.Receive(wire, batch.Encode());

        Assert.Equal(before + 1, desk.Refused(wire, why));
        Assert.Equal(size, desk.Line().Feeds[batch.Feed].Size);
    }

    private static void IsTaken(Desk desk, Wire wire, BatchFrame batch)
    {
        desk.Receive(wire, batch.Encode());
        Assert.Equal(batch.Until, desk.Line().Feeds[batch.Feed].Size);
    }

    [Fact]
    public void BadHeader_flash_in_the_ordinary_lane()
    {
        var (astra, boreal, wire) = Spoken();
        IsRefused(astra, wire, Claim(boreal, Lane.Ordinary, h => h with { Precedence = Precedence.Flash }), FrameRefusal.BadHeader);
    }

    [Fact]
    public void BadHeader_words_of_officers_as_those_of_the_system()
    {
        var (astra, boreal, wire) = Spoken();
        IsRefused(astra, wire, Claim(boreal, Lane.Ordinary, h => h with { Status = Status.System }), FrameRefusal.BadHeader);
    }

    [Fact]
    public void BadHeader_holds_words_of_a_party_that_is_not_on_the_line()
    {
        var (astra, boreal, wire) = Spoken();
        var held = (EntryHeader h) => h.Held.With(PartyId.Parse("dorn")!.Value, new GenerationId(5), Lane.Urgent, 9);
        IsRefused(astra, wire, Claim(boreal, Lane.Ordinary, h => h with { Held = held(h) }), FrameRefusal.BadHeader);
    }

    [Fact]
    public void BadHeader_charter_version_0()
    {
        var (astra, boreal, wire) = Spoken();
        IsRefused(astra, wire, Claim(boreal, Lane.Ordinary, h => h with { CharterVersion = 0 }), FrameRefusal.BadHeader);
    }

    [Fact]
    public void What_may_yet_turn_out_true_is_recorded()
    {
        var (astra, boreal, wire) = Spoken();
        IsTaken(astra, wire, Claim(boreal, Lane.Ordinary, h => h with
        {
            Time = Timestamp.MaxValue,
            CharterVersion = 40,
            Held = h.Held.With(astra.Party, new GenerationId(5), Lane.Ordinary, 1_000_000),
        }));
        astra.Say("still speaking");
    }

    [Fact]
    public void Left_what_an_author_says_behind_his_own_leave()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        boreal.Say("words");
        boreal.Do(new LeaveLine("hot"));
        Desk.Settle(astra, boreal, cassia);
        Assert.Contains(boreal.Party, astra.Line().Fold.LeftBy);

        var wire = astra.Wires.Single(w => w.Peer == boreal.Party);
        IsRefused(astra, wire, Claim(boreal, Lane.Urgent), FrameRefusal.Left);
        // Whoever carries it, and whoever hears it: the same.
        IsRefused(cassia, cassia.Wires.Single(w => w.Peer == astra.Party), Claim(boreal, Lane.Urgent), FrameRefusal.Left);
        // Of the other lane no station can tell from the words alone whether they came before.
        IsTaken(astra, wire, Claim(boreal, Lane.Ordinary));
        astra.Say("we go on");
        Desk.Settle(astra, cassia);
        Assert.Contains("we go on", cassia.Texts());
    }

    [Fact]
    public void Left_behind_a_leave_of_the_same_batch()
    {
        var (astra, boreal, wire) = Spoken();
        wire.Other.Waiting.Clear();
        boreal.Do(new LeaveLine("hot"));
        wire.Other.Waiting.Clear();
        var feed = boreal.OwnFeed(Lane.Urgent);
        var known = astra.Line().Feeds[feed.Id].Size;
        var leave = Batches.From(boreal.Memory, feed, known, 1 << 20).Frame;
        var after = Claim(boreal, Lane.Urgent);

        IsRefused(astra, wire, after with { From = known, Entries = [.. leave.Entries, .. after.Entries] }, FrameRefusal.Left);
        IsTaken(astra, wire, leave);
    }

    [Fact]
    public void Who_has_left_says_nothing_more_not_even_after_a_new_key()
    {
        var (astra, boreal, cassia) = ThreeStationsTests.Three();
        boreal.Do(new LeaveLine("hot"));
        var said = boreal.OwnFeed(Lane.Urgent).Size;
        astra.Do(new AmendLine("hot", new TermsView(Checks: "06:00")));
        Desk.Settle(astra, boreal, cassia);
        Assert.Equal(Control.Refusal.LineClosed, boreal.Refusal(new AcceptLine("hot")));
        Assert.Equal(Control.Refusal.LineNotOpen, boreal.Refusal(new AmendLine("hot", new TermsView(Checks: "07:00"))));

        boreal.NewCard(CardStep.Rotate);
        boreal.Start();
        boreal.Start(restored: true);
        Assert.Equal(said, boreal.OwnFeed(Lane.Urgent).Size);
    }

    [Fact]
    public void SuiteTooWeak_under_a_charter_that_asks_for_more()
    {
        var (astra, boreal, wire) = Spoken();
        // In force against the rules of both stations: as when one goes back to an older program.
        foreach (var line in new[] { astra.Line(), boreal.Line() })
        {
            var current = line.Fold.Current!;
            var next = current with
            {
                Version = 2, Proposer = boreal.Party, Predecessor = current.Hash(), Terms = current.Terms with { LeastSuite = SuiteId.One },
            };
            var seed = new byte[Content.SeedSize];
            Assert.True(line.Fold.Apply(Word(line, boreal, EntryKind.Propose), CharterEntries.Propose(seed, next)));
            Assert.True(line.Fold.Apply(Word(line, astra, EntryKind.Accept), CharterEntries.Answer(seed, next.Hash())));
            Assert.True(line.Fold.Apply(Word(line, boreal, EntryKind.Adopt), CharterEntries.Answer(seed, next.Hash())));
            Assert.Equal(2, line.Fold.InForce.Count);
        }

        IsRefused(astra, wire, Claim(boreal, Lane.Ordinary, h => h with { CharterVersion = 2 }), FrameRefusal.SuiteTooWeak);
        Assert.Equal(Control.Refusal.SuiteTooWeak, astra.Refusal(new Control.Messages.SendMessage("hot", Precedence.Routine, "en", "x")));
        IsTaken(astra, wire, Claim(boreal, Lane.Ordinary));
    }

    private static EntryHeader Word(Parley.Station.State.LineState line, Desk by, string kind) => new(
        new FeedId(line.Id, by.Party, default, Lane.Urgent), 99, 1, default, Precedence.Immediate, Status.Actual, kind, [], Heads.None, Heads.None, default, default);
}
