using Parley.Ledger;
using Parley.Lines.Entries;

namespace Parley.Lines.Transcripts;

/// <summary>The causal order of a line's entries, one entry at a time or a whole file.</summary>
public static class TranscriptOrder
{
    /// <summary>The place of an entry: its time, raised to the latest effective time that it held, and one more than the greatest depth
    /// that it held (1 when it held nothing). Null while something it held has no place yet.</summary>
    /// <param name="header">The entry.</param>
    /// <param name="placed">Effective time and depth of another entry, by feed and index; null when it has no place. It is asked for the
    /// last held entry of each feed alone: within a feed every entry holds the one before it.</param>
    public static TranscriptPosition? Place(EntryHeader header, Func<FeedId, long, (Timestamp Effective, long Depth)?> placed)
    {
        var (effective, depth) = (header.Time, 0L);
        foreach (var row in header.Held.Rows)
        {
            for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
            {
                if (row.Size(lane) is not (> 0 and var size))
                    continue;
                if (placed(new FeedId(header.Feed.Line, row.Party, row.Generation, lane), size - 1) is not var (heldAt, heldDepth))
                    return null;
                effective = heldAt > effective ? heldAt : effective;
                depth = Math.Max(depth, heldDepth);
            }
        }

        return new TranscriptPosition(effective, depth + 1, header.Feed.Party, header.Feed.Generation, header.Feed.Lane, header.Index);
    }

    /// <summary>The place of an entry whose past is not all here: its own time and depth 0, until <see cref="Place"/> can tell.</summary>
    public static TranscriptPosition Provisional(EntryHeader header) =>
        new(header.Time, 0, header.Feed.Party, header.Feed.Generation, header.Feed.Lane, header.Index);

    /// <summary>All entries of a file in order. Entries that held something which the file lacks come last, by time and place, for the
    /// order must not hide them.</summary>
    public static IReadOnlyList<TranscriptEntry> Of(TranscriptFile file) => [.. Positions(file).Select(p => p.Entry)];

    /// <summary>The same with the place of each; of those that come last it is provisional.</summary>
    public static IReadOnlyList<(TranscriptPosition Position, TranscriptEntry Entry)> Positions(TranscriptFile file)
    {
        var places = file.Feeds.ToDictionary(f => f.Id, _ => new List<TranscriptPosition>());
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var feed in file.Feeds)
                moved |= Advance(feed, places);
        }

        var placed = file.Feeds.SelectMany(f => places[f.Id].Select((p, i) => (Position: p, Entry: f.Entries[i])));
        var rest = file.Feeds.SelectMany(f => f.Entries.Skip(places[f.Id].Count));
        return
        [
            .. placed.OrderBy(p => p.Position),
            .. rest.OrderBy(e => e.Header.Time).ThenBy(e => e.Header.Ref).Select(e => (Provisional(e.Header), e)),
        ];
    }

    private static bool Advance(TranscriptFeed feed, Dictionary<FeedId, List<TranscriptPosition>> places)
    {
        var own = places[feed.Id];
        var before = own.Count;
        while (own.Count < feed.Entries.Count && Place(feed.Entries[own.Count].Header, Placed) is { } position)
            own.Add(position);
        return own.Count > before;

        (Timestamp, long)? Placed(FeedId held, long index) =>
            places.TryGetValue(held, out var list) && index < list.Count ? (list[(int)index].Effective, list[(int)index].Depth) : null;
    }
}
