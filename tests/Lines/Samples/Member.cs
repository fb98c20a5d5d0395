using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Samples;

/// <summary>One feed as its author keeps it, with what others signed over it.</summary>
internal sealed class SampleFeed(FeedId id)
{
    public FeedId Id { get; } = id;

    public List<(EntryHeader Header, Content Content)> Entries { get; } = [];

    public List<SignedCheckpoint> Checkpoints { get; } = [];

    public List<SignedCosignature> Cosignatures { get; } = [];

    public CompactRange Range { get; } = new();
}

/// <summary>A party with its keys, cards and feeds.</summary>
internal sealed class Member
{
    private readonly Suite suite;
    private SigningKey next;

    public Member(Suite suite, string party)
    {
        this.suite = suite;
        Party = PartyId.Parse(party)!.Value;
        Key = suite.GenerateSigningKey();
        next = suite.GenerateSigningKey();
        using var kem = suite.GenerateKemKey();
        var card = new Card(
            Party, 1, CardStep.First, null, [new("en", $"The people of {party}")], new Timestamp(1_790_000_000_000),
            new Timestamp(1_890_000_000_000), suite.Id, Key.PublicKey, Key.PublicKey, Digest.Of(next.PublicKey), kem.PublicKey,
            kem.PublicKey, ["tls://192.0.2.1:7101"]);
        Cards = CardChain.Found(card, Key);
    }

    public PartyId Party { get; }

    public SigningKey Key { get; private set; }

    public CardChain Cards { get; private set; }

    public GenerationId Generation { get; set; }

    public List<SampleFeed> Feeds { get; } = [];

    /// <summary>How far the others' feeds have come here.</summary>
    public Heads Known { get; set; } = Heads.None;

    /// <summary>The pre-committed key takes over from the next signature on.</summary>
    public void Rotate(CardStep step)
    {
        var (old, own) = (Key, next);
        next = suite.GenerateSigningKey();
        var current = Cards.Current;
        var card = current with
        {
            Version = current.Version + 1,
            Step = step,
            Previous = current.Hash(),
            Key = own.PublicKey,
            NextKey = Digest.Of(next.PublicKey),
        };
        Cards = Cards.Extend(card, step == CardStep.Rotate ? old : null, own);
        Key = own;
    }

    public void Update(string address)
    {
        var current = Cards.Current;
        var card = current with
        {
            Version = current.Version + 1,
            Step = CardStep.Update,
            Previous = current.Hash(),
            Addresses = [address],
        };
        Cards = Cards.Extend(card, null, Key);
    }

    public SampleFeed Feed(LineId line, Lane lane)
    {
        var id = new FeedId(line, Party, Generation, lane);
        var feed = Feeds.Find(f => f.Id == id);
        if (feed is null)
            Feeds.Add(feed = new SampleFeed(id));
        return feed;
    }

    public long Size(Lane lane) => Feeds.Find(f => f.Id.Generation == Generation && f.Id.Lane == lane)?.Entries.Count ?? 0;

    public HeadRow Own => new(Party, Generation, Size(Lane.Urgent), Size(Lane.Ordinary));
}
