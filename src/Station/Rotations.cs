using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Announces a new card of ours in every feed of ours that the old key still signs. The entry is the last that the old key covers.</summary>
internal static class Rotations
{
    /// <summary>Whether a feed of our generation was last signed under a key that was revoked since. Nothing can end such a feed any more: a new
    /// generation opens instead.</summary>
    public static bool IsRevoked(StationMemory memory, LineState line)
    {
        var cards = memory.Keys.Chain.Cards;
        var revoked = cards.Count - 1;
        while (revoked > 0 && cards[revoked].Card.Step != CardStep.Revoke)
            revoked--;
        return line.OwnGeneration is { } generation &&
            line.Feeds.Values.Any(f => f.Id.Party == memory.Own && f.Id.Generation == generation && f.Size > 0 && f.CardIndex < revoked);
    }

    public static void Announce(Step step, LineState line)
    {
        var current = step.Memory.Keys.Chain.Cards.Count - 1;
        if (line.OwnGeneration is not { } generation)
            return;
        foreach (var lane in new[] { Lane.Urgent, Lane.Ordinary })
        {
            var feed = line.Feed(new FeedId(line.Id, step.Memory.Own, generation, lane));
            if (feed.CardIndex >= current)
                continue;
            if (feed.Size > 0)
            {
                var seed = new byte[Content.SeedSize];
                step.Memory.Suite.FillRandom(seed);
                Appending.AppendStation(step, line, lane, StationEntry.Of(new RotationContent(step.Memory.Keys.Chain), seed));
                step.BeforeClose(() => feed.CardIndex = current);
            }
            else
            {
                feed.CardIndex = current;
            }

            step.Changed(feed);
        }
    }
}
