using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>An identity key under the card that brought it in. <see cref="Receipts"/> counts the cosignatures that it verified.</summary>
internal sealed class IdentityKey(Card card, VerifyingKey key)
{
    public Card Card { get; } = card;

    public VerifyingKey Key { get; } = key;

    public int Receipts { get; set; }
}

/// <summary>All identity keys of a party, in the order in which its cards brought them in.</summary>
internal sealed class PartyKeys : IDisposable
{
    private PartyKeys(CardChain chain, IdentityKey[] keys)
    {
        Chain = chain;
        Keys = keys;
    }

    public CardChain Chain { get; }

    public IdentityKey[] Keys { get; }

    /// <summary>The keys of a chain that verifies.</summary>
    public static PartyKeys Of(CardChain chain, Func<SuiteId, Suite?> suites) =>
        new(chain, [.. chain.Cards.Where(c => c.Card.Step != CardStep.Update)
            .Select(c => new IdentityKey(c.Card, suites(c.Card.Suite)!.ImportVerifyingKey(c.Card.Key)!))]);

    /// <summary>Whether the party said itself that this key is not to be trusted any more: a revocation ends all keys before it.</summary>
    public bool IsRevoked(IdentityKey key) => key.Card.Version <= Chain.Revoked;

    public void Dispose()
    {
        foreach (var key in Keys)
            key.Key.Dispose();
    }
}

/// <summary>Checkpoints of one feed, greater than <paramref name="after"/>, under one key: one of the candidates, and from the first
/// checkpoint on the one that it verified under.</summary>
internal sealed class KeySpan(long after, IdentityKey[] candidates)
{
    public long After { get; } = after;

    public IdentityKey[] Candidates { get; private set; } = candidates;

    public IdentityKey? Found { get; private set; }

    public bool Verify(SignedCheckpoint checkpoint)
    {
        var key = Array.Find(Candidates, k => k.Card.Suite == checkpoint.Suite && checkpoint.Verify(k.Key));
        if (key is null)
            return false;
        (Found, Candidates) = (key, [key]);
        return true;
    }

    public void NarrowTo(Predicate<IdentityKey> rule) => Candidates = Array.FindAll(Candidates, rule);
}

/// <summary>Which key signs which checkpoints of a feed. A feed begins under any key of its party; in a generation that was opened
/// because of a revocation, under one that a revocation brought in. It goes on under that key until a `rotation` entry: checkpoints up to
/// and with that entry as their last are under the old key, greater ones under the new.</summary>
internal sealed class FeedKeys
{
    private readonly PartyKeys party;
    private readonly List<KeySpan> spans;

    public FeedKeys(PartyKeys party, bool afterRevocation)
    {
        this.party = party;
        spans = [new KeySpan(0, Array.FindAll(party.Keys, k => !afterRevocation || k.Card.Step == CardStep.Revoke))];
    }

    public PartyKeys Party => party;

    public IReadOnlyList<KeySpan> Spans => spans;

    /// <summary>Takes a rotation entry; false when its content is no chain that begins the party's and ends with a rotation to a later key.
    /// Where the content is not shown, any later rotation of the party may be meant.</summary>
    public bool Rotate(long index, TranscriptContent content)
    {
        var current = spans[^1];
        if (content is not TranscriptContent.Whole whole)
        {
            spans.Add(new KeySpan(index + 1, Array.FindAll(party.Keys, k => k.Card.Step == CardStep.Rotate)));
            return true;
        }

        if (RotationContent.From(whole.Content) is not { Chain: var chain } || !chain.IsPrefixOf(party.Chain))
            return false;
        var next = Array.FindLast(party.Keys, k => k.Card.Version <= chain.Current.Version);
        if (next is not { Card.Step: CardStep.Rotate } || !current.Candidates.Any(k => k.Card.Version < next.Card.Version))
            return false;
        current.NarrowTo(k => k.Card.Version < next.Card.Version);
        spans.Add(new KeySpan(index + 1, [next]));
        return true;
    }

    public bool Verify(SignedCheckpoint checkpoint) => At(checkpoint.Head.Size).Verify(checkpoint);

    /// <summary>The keys that can have been in force when the feed had that size: with a rotation as the last entry, the old and the
    /// new.</summary>
    public IEnumerable<IdentityKey> InForce(long size)
    {
        var at = At(size);
        var next = spans.Find(s => s.After == size && s != at);
        return next is null ? at.Candidates : at.Candidates.Concat(next.Candidates);
    }

    private KeySpan At(long size) => spans.FindLast(s => s.After < size) ?? spans[0];
}
