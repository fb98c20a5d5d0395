using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Charters;

public sealed class CharterFoldTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly PartyId Cassia = PartyId.Parse("cassia")!.Value;
    private static readonly Charter First = new(
        1, "strait", LineKind.Hot, LineMode.Live, Astra,
        [new(Astra, Digest.Of([1])), new(Boreal, Digest.Of([2])), new(Cassia, Digest.Of([3]))],
        new byte[Charter.NonceSize], null, CharterTerms.Default);

    private readonly List<(EntryHeader Header, Content Content)> words = [];
    private readonly SortedDictionary<(PartyId, GenerationId), long> sizes = [];

    [Fact]
    public void A_charter_is_in_force_once_all_accept_and_its_proposer_adopts()
    {
        Found();
        var fold = FoldOf(words);

        Assert.True(fold.IsOpen);
        Assert.Equal([First], fold.InForce);
        Assert.False(FoldOf(words[..^1]).IsOpen);
        Assert.True(FoldOf(words[..^1]).AdoptIsDue(Astra));
    }

    [Fact]
    public void Of_two_open_amendments_the_one_of_the_lower_proposer_is_answered_first()
    {
        Found();
        Propose(Boreal, Amendment(Boreal, 60));
        Propose(Astra, Amendment(Astra, 90));

        Assert.Equal(Astra, FoldOf(words).OpenProposal!.Charter.Proposer);
    }

    [Fact]
    public void Who_has_accepted_an_open_proposal_is_bound_by_it()
    {
        Found();
        var proposed = Amendment(Boreal, 60);
        Propose(Boreal, proposed);
        Assert.Null(FoldOf(words).AcceptedOpen(Astra));
        Say(Astra, EntryKind.Accept, proposed);
        Assert.Equal(Boreal, FoldOf(words).AcceptedOpen(Astra)?.Charter.Proposer);
        Say(Cassia, EntryKind.Reject, proposed);
        Assert.Null(FoldOf(words).AcceptedOpen(Astra));
    }

    [Fact]
    public void What_was_adopted_cannot_be_withdrawn_and_what_was_withdrawn_cannot_be_adopted()
    {
        Found();
        var adopted = Amendment(Boreal, 60);
        Propose(Boreal, adopted);
        AcceptAll(adopted);
        Say(Boreal, EntryKind.Adopt, adopted);
        Say(Boreal, EntryKind.Withdraw, adopted);
        Assert.Equal([First, adopted], FoldOf(words).InForce);

        var withdrawn = Amendment(Cassia, 90, adopted);
        Propose(Cassia, withdrawn);
        AcceptAll(withdrawn);
        Say(Cassia, EntryKind.Withdraw, withdrawn);
        Say(Cassia, EntryKind.Adopt, withdrawn);
        Assert.Equal([First, adopted], FoldOf(words).InForce);
    }

    [Fact]
    public void Who_leaves_does_not_bring_back_what_he_did_not_accept()
    {
        Found();
        var refused = Amendment(Astra, 60);
        Propose(Astra, refused);
        Say(Boreal, EntryKind.Accept, refused);
        Say(Astra, EntryKind.Adopt, refused);
        var agreed = Amendment(Boreal, 90);
        Propose(Boreal, agreed);
        AcceptAll(agreed);
        Say(Boreal, EntryKind.Adopt, agreed);
        Say(Cassia, EntryKind.Leave, null);

        Assert.Equal([First, agreed], FoldOf(words).InForce);
    }

    [Fact]
    public void The_last_word_on_a_suspension_counts_whenever_it_is_heard()
    {
        Found();
        Say(Boreal, EntryKind.Suspend, null);
        Say(Boreal, EntryKind.Resume, null);

        Assert.Empty(FoldOf(words).SuspendedBy);
        Assert.Empty(FoldOf([.. words[..^2], words[^1], words[^2]]).SuspendedBy);
        Assert.Equal([Boreal], FoldOf(words[..^1]).SuspendedBy);
    }

    /// <summary>Parties that were set back say what contradicts itself: everybody still comes to one charter.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_order_in_which_words_come_does_not_matter(ulong seed)
    {
        var random = new SeededBytes(seed);
        Found();
        Babble(random);
        var expected = FoldOf(words);
        for (var i = 0; i < 50; i++)
        {
            var shuffled = words[1..].ToArray();
            for (var n = shuffled.Length - 1; n > 0; n--)
            {
                var other = Below(random, n + 1);
                (shuffled[n], shuffled[other]) = (shuffled[other], shuffled[n]);
            }

            var fold = FoldOf([words[0], .. shuffled]);
            Assert.Equal(expected.InForce, fold.InForce);
            Assert.Equal(expected.Encode(), fold.Encode());
        }
    }

    [Fact]
    public void Survives_the_store()
    {
        Found();
        Babble(new SeededBytes(7));
        words.RemoveAll(w => w.Header is { Kind: EntryKind.Propose, Index: > 1 } && w.Header.Feed.Party == Cassia);
        var fold = FoldOf(words);
        var read = CharterFold.Parse(fold.Encode())!;

        Assert.Equal(fold.Encode(), read.Encode());
        Assert.Equal(fold.InForce, read.InForce);
        Assert.Equal(fold.SuspendedBy, read.SuspendedBy);
    }

    private void Babble(SeededBytes random)
    {
        List<Charter> proposed = [First];
        PartyId[] parties = [Astra, Boreal, Cassia];
        string[] kinds = [EntryKind.Accept, EntryKind.Accept, EntryKind.Accept, EntryKind.Adopt, EntryKind.Adopt, EntryKind.Reject, EntryKind.Withdraw];
        for (var i = 0; i < 60; i++)
        {
            var by = parties[Below(random, 3)];
            var generation = (ulong)Below(random, 2);
            switch (Below(random, 8))
            {
                case 0 or 1:
                    var next = Amendment(by, Below(random, 600), proposed[Below(random, proposed.Count)]);
                    proposed.Add(next);
                    Propose(by, next, generation);
                    break;
                case 2:
                    Say(by, Below(random, 2) == 0 ? EntryKind.Suspend : EntryKind.Resume, null, generation);
                    break;
                default:
                    Say(by, kinds[Below(random, kinds.Length)], proposed[^Math.Min(proposed.Count, 1 + Below(random, 3))], generation);
                    break;
            }
        }
    }

    private static int Below(SeededBytes random, int count) => (int)(random.Next() % (ulong)count);

    [Fact]
    public void A_live_charter_with_a_codebook_binds_nobody_before_each_party_has_certified_it()
    {
        var book = Digest.Of([7]);
        var coded = First with { Terms = First.Terms with { Codebook = book } };
        Content Propose(Digest? certified) => CharterEntries.Propose(Seed, coded, certified);
        Content Accept(Digest? certified) => CharterEntries.Answer(Seed, coded.Hash(), certified);
        CharterFold After(Digest? proposer, Digest? boreal, Digest? cassia)
        {
            words.Clear();
            sizes.Clear();
            Add(Astra, EntryKind.Propose, Propose(proposer), 0, coded);
            Add(Boreal, EntryKind.Accept, Accept(boreal), 0, coded);
            Add(Cassia, EntryKind.Accept, Accept(cassia), 0, coded);
            Add(Astra, EntryKind.Adopt, Accept(null), 0, coded);
            return FoldOf(words);
        }

        Assert.True(After(book, book, book).IsOpen);
        Assert.False(After(book, book, null).IsOpen);
        Assert.False(After(book, Digest.Of([8]), book).IsOpen);
        Assert.Null(After(null, book, book).Founding);
        coded = coded with { Mode = LineMode.Exercise };
        Assert.True(After(null, null, null).IsOpen);
    }

    [Fact]
    public void A_party_without_a_station_is_waited_for_by_nobody_and_says_nothing()
    {
        var byHand = First with { Parties = [First.Parties[0], First.Parties[1], CharterParty.ByHand(Cassia)] };
        Add(Astra, EntryKind.Propose, CharterEntries.Propose(Seed, byHand), 0, byHand);
        Add(Boreal, EntryKind.Accept, CharterEntries.Answer(Seed, byHand.Hash()), 0, byHand);
        Add(Cassia, EntryKind.Reject, CharterEntries.Answer(Seed, byHand.Hash()), 0, byHand);
        Assert.True(FoldOf(words).AdoptIsDue(Astra));
        Add(Astra, EntryKind.Adopt, CharterEntries.Answer(Seed, byHand.Hash()), 0, byHand);
        var fold = FoldOf(words);
        Assert.True(fold.IsOpen);
        Assert.Equal([Astra, Boreal], fold.Members);
        Assert.False(byHand.Names(Cassia));
        Add(Boreal, EntryKind.Leave, CharterEntries.Empty(Seed), 0, byHand);
        Assert.True(FoldOf(words).IsOpen);
        Add(Astra, EntryKind.Leave, CharterEntries.Empty(Seed), 0, byHand);
        Assert.True(FoldOf(words).IsClosed);
        Assert.Null(Charter.Parse((byHand with { Proposer = Cassia }).Encode()));
        Assert.Equal(byHand, Charter.Parse(byHand.Encode()));
    }

    [Fact]
    public void A_snapshot_keeps_what_answers_state_that_came_before_their_proposal()
    {
        Found();
        var book = Digest.Of([7]);
        var next = Amendment(Boreal, 60);
        var coded = next with { Terms = next.Terms with { Codebook = book } };
        foreach (var party in new[] { Astra, Cassia })
            Add(party, EntryKind.Accept, CharterEntries.Answer(Seed, coded.Hash(), book), 0);
        var early = CharterFold.Parse(FoldOf(words).Encode())!;
        words.Clear();
        Add(Boreal, EntryKind.Propose, CharterEntries.Propose(Seed, coded, book), 0);
        Say(Boreal, EntryKind.Adopt, coded);
        foreach (var (header, content) in words)
            early.Apply(header, content);
        Assert.Equal([First, coded], early.InForce);
    }

    private void Found()
    {
        Propose(Astra, First);
        AcceptAll(First);
        Say(Astra, EntryKind.Adopt, First);
    }

    private void AcceptAll(Charter charter)
    {
        foreach (var party in charter.Parties.Where(p => p.Party != charter.Proposer))
            Say(party.Party, EntryKind.Accept, charter);
    }

    private static Charter Amendment(PartyId by, int skew, Charter? of = null)
    {
        var before = of ?? First;
        return before with
        {
            Version = before.Version + 1, Proposer = by, Predecessor = before.Hash(), Terms = before.Terms with { SkewSeconds = skew },
        };
    }

    private void Propose(PartyId by, Charter charter, ulong generation = 0) => Add(by, EntryKind.Propose, CharterEntries.Propose(Seed, charter), generation);

    private void Say(PartyId by, string kind, Charter? on, ulong generation = 0) =>
        Add(by, kind, on is null ? CharterEntries.Empty(Seed) : CharterEntries.Answer(Seed, on.Hash()), generation);

    private void Add(PartyId by, string kind, Content content, ulong generation, Charter? founding = null)
    {
        var id = new GenerationId(generation);
        var index = sizes.GetValueOrDefault((by, id));
        sizes[(by, id)] = index + 1;
        var header = new EntryHeader(
            new FeedId((founding ?? First).FoundedLine(), by, id, Lane.Urgent), index, 1, new Timestamp(1_800_000_000_000 + words.Count), Precedence.Immediate,
            Status.Actual, kind, [], Heads.Of([]), Heads.Of([]), default, default);
        words.Add((header, content));
    }

    private static CharterFold FoldOf(IEnumerable<(EntryHeader Header, Content Content)> entries)
    {
        var fold = new CharterFold();
        foreach (var (header, content) in entries)
            fold.Apply(header, content);
        return fold;
    }

    private static byte[] Seed => new byte[Content.SeedSize];
}
