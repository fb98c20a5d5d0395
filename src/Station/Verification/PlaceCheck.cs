using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>Every entry of a line stands in its transcript where what it held puts it, or where its own time does while that is not all here.</summary>
internal sealed class PlaceCheck(Verification check, LineState line)
{
    // The last place that was looked up in each feed: entries that follow each other mostly hold the same.
    private readonly Dictionary<FeedId, (long Index, (Timestamp Effective, long Depth)? Place)> recent = [];
    private bool isUnknown;

    public void Check(StoredEntry stored, EntryHeader header)
    {
        if (Fits(stored, header))
            return;
        // Another entry in the wrong place makes those that held it seem wrong: the earliest is the one to name.
        var culprit = (Feed: stored.Feed, stored.Index);
        for (var earlier = WrongBelow(header); earlier is { } found; earlier = WrongBelow(found.Header))
            culprit = (found.Header.Feed, found.Header.Index);
        var name = Verification.NameOf(culprit.Feed, culprit.Index);
        if (!check.Found(name))
            check.Find(name, StoreFailure.WrongPlace);
    }

    private bool Fits(StoredEntry stored, EntryHeader header)
    {
        if (line.Feeds[stored.Feed].Unplaced.Contains(stored.Index))
            return stored.Position == TranscriptOrder.Provisional(header);
        isUnknown = false;
        var place = TranscriptOrder.Place(header, Placed);
        return isUnknown || (place is { } known && known == stored.Position);
    }

    private (StoredEntry Stored, EntryHeader Header)? WrongBelow(EntryHeader header)
    {
        foreach (var row in header.Held.Rows)
        {
            for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
            {
                var feed = new FeedId(line.Id, row.Party, row.Generation, lane);
                if (row.Size(lane) is > 0 and var size && line.Feeds.ContainsKey(feed) && check.EntryAt(feed, size - 1) is { } held &&
                    EntryHeader.Parse(held.Header) is { } parsed && parsed.Feed == feed && parsed.Index == size - 1 && !Fits(held, parsed))
                    return (held, parsed);
            }
        }

        return null;
    }

    private (Timestamp Effective, long Depth)? Placed(FeedId feed, long index)
    {
        if (!line.Feeds.TryGetValue(feed, out var state))
        {
            isUnknown |= check.BrokenFeeds.Contains(feed);
            return null;
        }

        if (index >= state.Size || state.Unplaced.Contains(index))
            return null;
        if (recent.TryGetValue(feed, out var known) && known.Index == index)
            return known.Place;
        var stored = check.EntryAt(feed, index);
        // Missing or not to be read back: that is found elsewhere.
        isUnknown |= stored is null;
        (Timestamp, long)? place = stored is null ? null : (stored.Position.Effective, stored.Position.Depth);
        if (stored is not null)
            recent[feed] = (index, place);
        return place;
    }
}
