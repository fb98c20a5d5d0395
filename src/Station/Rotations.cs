using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Announces a new card of ours in every feed of ours that the old key still signs. The entry is the last that the old key covers.</summary>
internal static class Rotations
{
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
