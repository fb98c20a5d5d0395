using Parley.Ledger;
using Parley.Lines.Entries;

namespace Parley.Lines.Transcripts;

/// <summary>Gives an entry its place in the transcript.</summary>
public static class TranscriptOrder
{
    /// <summary>The place of <paramref name="header"/>, from the places of the last entries it held; null while one of those has no place yet.
    /// <paramref name="placed"/> answers for a feed and index.</summary>
    public static TranscriptPosition? Place(EntryHeader header, Func<FeedId, long, (Timestamp Effective, long Depth)?> placed)
    {
        var effective = header.Time;
        long depth = 0;
        foreach (var row in header.Held.Rows)
        {
            for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
            {
                if (row.Size(lane) == 0)
                    continue;
                if (placed(new FeedId(header.Feed.Line, row.Party, row.Generation, lane), row.Size(lane) - 1) is not { } before)
                    return null;
                effective = before.Effective > effective ? before.Effective : effective;
                depth = Math.Max(depth, before.Depth);
            }
        }

        return new TranscriptPosition(effective, depth + 1, header.Feed.Party, header.Feed.Generation, header.Feed.Lane, header.Index);
    }

    /// <summary>The place of an entry whose past is not all here: its own time and depth 0, until <see cref="Place"/> can tell.</summary>
    public static TranscriptPosition Provisional(EntryHeader header) =>
        new(header.Time, 0, header.Feed.Party, header.Feed.Generation, header.Feed.Lane, header.Index);
}
