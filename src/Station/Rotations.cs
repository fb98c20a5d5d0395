using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>A new identity key takes over our feeds. After a rotation the old key announces it in each of them: the entry is the last that it covers. A feed
/// whose key is gone, as after a revocation, is never continued: a new generation begins under the new key.</summary>
internal static class Rotations
{
    /// <summary>Asks for a new generation where the key that signs the present one was revoked or is gone.</summary>
    public static void Require(Step step, LineState line)
    {
        var keys = step.Memory.Keys;
        var revoked = keys.Chain.Cards.Count - 1;
        while (revoked > 0 && keys.Chain.Cards[revoked].Card.Step != CardStep.Revoke)
            revoked--;
        foreach (var feed in OwnFeeds(step.Memory, line))
        {
            var isRevoked = feed.CardIndex < revoked;
            if (!isRevoked && keys.Has(feed.CardIndex))
                continue;
            line.GenerationDue = isRevoked ? GenerationReason.Revoked : line.GenerationDue ?? GenerationReason.Restored;
            step.Changed(line);
        }
    }

    public static void Announce(Step step, LineState line)
    {
        var keys = step.Memory.Keys;
        var current = keys.Chain.Cards.Count - 1;
        // Nothing follows our `leave`.
        if (line.Fold.LeftBy.Contains(step.Memory.Own))
            return;
        foreach (var feed in OwnFeeds(step.Memory, line))
        {
            if (feed.CardIndex >= current || !keys.Has(feed.CardIndex))
                continue;
            if (keys.Chain.Cards[feed.CardIndex].Card.Key.AsSpan().SequenceEqual(keys.Identity.PublicKey))
            {
                // A card with the same key needs no word.
                feed.CardIndex = current;
                step.Changed(feed);
                continue;
            }

            var seed = new byte[Content.SeedSize];
            step.Memory.Suite.FillRandom(seed);
            Appending.AppendStation(step, line, feed.Id.Lane, StationEntry.Of(new RotationContent(keys.Chain), seed));
            step.BeforeClose(() => feed.CardIndex = current);
            step.Changed(feed);
        }
    }

    /// <summary>Our feeds of the present generation that hold anything.</summary>
    public static IEnumerable<FeedState> OwnFeeds(StationMemory memory, LineState line) => line.OwnGeneration is { } generation
        ? [.. line.Feeds.Values.Where(f => f.Id.Party == memory.Own && f.Id.Generation == generation && f.Size > 0)]
        : [];
}
