using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>What the proofs of a file that holds add up to, by party and by feed.</summary>
internal static class TranscriptFindings
{
    public static IReadOnlyList<TranscriptParty> PartiesOf(TranscriptFile file, TranscriptProof proof) =>
        [.. file.Chains.Select(c => PartyOf(c.Value, file, proof))];

    public static IReadOnlyList<TranscriptFeedReport> FeedsOf(TranscriptFile file, TranscriptProof proof) =>
        [.. file.Feeds.Select(f => FeedOf(f, proof))];

    /// <summary>Who received what of a feed, its author left out.</summary>
    public static IReadOnlyList<TranscriptReceived> ReceivedOf(TranscriptFeed feed)
    {
        var received = new SortedDictionary<PartyId, TranscriptReceived>();
        foreach (var (cosignature, _) in feed.Cosignatures)
        {
            if (cosignature.By == feed.Id.Party)
                continue;
            var entries = RangeSet.Empty.Add(0, cosignature.Head.Size).Except(cosignature.Lacks);
            var so = received.GetValueOrDefault(cosignature.By, new TranscriptReceived(cosignature.By, RangeSet.Empty, cosignature.Time));
            var last = cosignature.Time > so.Last ? cosignature.Time : so.Last;
            received[cosignature.By] = so with { Entries = so.Entries.Union(entries), Last = last };
        }

        return [.. received.Values];
    }

    private static TranscriptParty PartyOf(CardChain chain, TranscriptFile file, TranscriptProof proof)
    {
        var keys = proof.Keys[chain.Party];
        var trusted = proof.Trusted.Where(t => t.Party == chain.Party).Select(t => t.Card).ToHashSet();
        var cards = chain.Cards.Select(c => c.Card).Select(card =>
        {
            var key = Array.Find(keys.Keys, k => k.Card.Version == card.Version);
            var hash = card.Hash();
            return new TranscriptCard(
                card.Version, card.Step, hash, Digits.Of(hash), trusted.Contains(hash), UsesOf(key, file, proof), key?.Receipts ?? 0);
        }).ToArray();
        return new TranscriptParty(chain.Party, cards.Any(c => c.Trusted), cards);
    }

    private static TranscriptKeyUse[] UsesOf(IdentityKey? key, TranscriptFile file, TranscriptProof proof)
    {
        var uses = new List<TranscriptKeyUse>();
        foreach (var feed in file.Feeds.Where(f => key is not null && f.Id.Party == key.Card.Party))
        {
            var spans = proof.FeedKeys[feed.Id].Spans;
            for (var i = 0; i < spans.Count; i++)
            {
                var (after, until) = (spans[i].After, i + 1 < spans.Count ? spans[i + 1].After : long.MaxValue);
                var sizes = feed.Checkpoints.Select(c => c.Value.Head.Size).Where(s => s > after && s <= until).ToArray();
                if (spans[i].Found == key && sizes.Length > 0)
                    uses.Add(new TranscriptKeyUse(feed.Id, sizes[0], sizes[^1], sizes.Length));
            }
        }

        return [.. uses];
    }

    private static TranscriptFeedReport FeedOf(TranscriptFeed feed, TranscriptProof proof)
    {
        var size = feed.Entries.Count;
        return new TranscriptFeedReport(
            feed.Id,
            new LogHead(size, proof.Root(feed.Id, size)),
            feed.Entries.Count(e => e.Content is TranscriptContent.Whole),
            feed.Entries.Count(e => e.Content is TranscriptContent.Redacted),
            feed.Entries.Count(e => e.Content is TranscriptContent.Absent),
            feed.Checkpoints.Count,
            feed.Cosignatures.Count,
            feed.Forks.Count,
            ReceivedOf(feed));
    }
}
