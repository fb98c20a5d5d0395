using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Grows a feed by one entry and keeps the transcript's order: each entry gets its place when all that it held is here.</summary>
internal static class Placing
{
    /// <summary>The place of a recorded entry; null while it has none.</summary>
    public static (Timestamp Effective, long Depth)? Of(StationMemory memory, LineState line, FeedId feed, long index)
    {
        if (!line.Feeds.TryGetValue(feed, out var state) || index >= state.Size || state.Unplaced.Contains(index))
            return null;
        if (index == state.Size - 1)
            return state.LastPlace;
        if (memory.Recent.Place(feed, index) is { } recent)
            return recent;
        if (memory.PlacedInStep.TryGetValue((feed, index), out var fresh))
            return fresh;
        return memory.Store.Entry(feed, index) is { } stored ? (stored.Position.Effective, stored.Position.Depth) : null;
    }

    /// <summary>The entry at the end of the feed is now part of it.</summary>
    public static void Grow(Step step, LineState line, FeedState feed, EntryHeader header, Digest leaf, TranscriptPosition? place)
    {
        feed.Range.Append(leaf);
        feed.LastTime = header.Time;
        if (place is { } known)
            feed.LastPlace = (known.Effective, known.Depth);
        line.Grown(feed.Id, feed.Size);
        step.HeadMoved(feed);
    }

    /// <summary>Gives places to entries whose past has arrived since. Bounded: at most 1,024 entries a step.</summary>
    public static void Retry(Step step, LineState line)
    {
        for (var budget = 1024; budget > 0; budget--)
        {
            var placed = false;
            foreach (var feed in line.Feeds.Values)
            {
                if (feed.Unplaced.Ranges.Count > 0 && TryPlace(step, line, feed, feed.Unplaced.Ranges[0].From))
                    placed = true;
            }

            if (!placed)
                return;
        }
    }

    private static bool TryPlace(Step step, LineState line, FeedState feed, long index)
    {
        if (step.Memory.HeaderOf(feed.Id, index) is not { } header ||
            TranscriptOrder.Place(header, (f, i) => Of(step.Memory, line, f, i)) is not { } place)
            return false;
        feed.Unplaced = feed.Unplaced.Remove(index, index + 1);
        if (index == feed.Size - 1)
            feed.LastPlace = (place.Effective, place.Depth);
        // The store learns of it with the commit; what follows in this step must see it before.
        step.Memory.Recent.Placed(feed.Id, index, (place.Effective, place.Depth));
        step.Memory.PlacedInStep[(feed.Id, index)] = (place.Effective, place.Depth);
        step.Add(new EntryPlaced(feed.Id, index, place));
        step.Changed(feed);
        step.Note(Control.ChangeKind.Line, line.Id, text: "order");
        return true;
    }
}
