using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>Makes the proof of one line out of all that its maker has of it: a transcript that ends with the period and shows no more than the claims need.</summary>
public static class ReportProof
{
    /// <summary>Writes it, sealed by the maker of the report.</summary>
    /// <param name="file">The whole transcript of the line.</param>
    /// <param name="suite">Suite of the key.</param>
    /// <param name="key">The key of the maker's newest card in the file.</param>
    /// <returns>False: nothing had been said on the line by the end of the period.</returns>
    public static bool Write(TranscriptFile file, ReportFrame frame, SuiteId suite, SigningKey key, Action<ReadOnlySpan<byte>> sink)
    {
        var times = TranscriptOrder.Positions(file).ToDictionary(p => p.Entry.Header.Ref, p => p.Position.Effective);
        var sizes = Sizes(file, frame.Until, times);
        if (sizes.Count == 0)
            return false;
        List<TranscriptFeed> feeds = [.. file.Feeds.Where(f => sizes.ContainsKey(f.Id))];
        var last = feeds.SelectMany(f => f.Entries.Take(sizes[f.Id])).Max(e => e.Header.CharterVersion);
        var writer = new TranscriptWriter(sink, new TranscriptHead(file.Head.Line, frame.By, frame.Made, suite));
        foreach (var (chain, _) in file.Chains)
            writer.Cards(chain);
        foreach (var (charter, _) in file.Charters.Take(Math.Max(last, 1)))
            writer.Charter(charter);
        foreach (var feed in feeds)
        {
            var size = sizes[feed.Id];
            writer.Feed(
                feed.Id,
                feed.Entries.Take(size).Select(e => (e.Header, Shown(file, frame, e, times[e.Header.Ref]))),
                feed.Checkpoints.Select(c => c.Value).Where(c => c.Head.Size == size),
                Receipts(feed, size, frame),
                feed.Forks.Select(f => f.Value));
        }

        writer.Seal(key);
        return true;
    }

    private static TranscriptContent Shown(TranscriptFile file, ReportFrame frame, TranscriptEntry entry, Timestamp at)
    {
        if (at > frame.Until && entry.Header.Kind != EntryKind.Rotation)
            return TranscriptContent.None;
        var words = entry.Header.Feed.Party == frame.By ? frame.Words : ReportSource.Allows(file, entry.Header);
        return ReportShowing.Of(entry.Header, entry.Content, words);
    }

    /// <summary>How much of each feed is taken: all until the end of the period and, so that it can be seen that nothing stood in between, the entry after it, up to a
    /// checkpoint; and all that one of these held.</summary>
    private static SortedDictionary<FeedId, int> Sizes(TranscriptFile file, Timestamp until, Dictionary<EntryRef, Timestamp> times)
    {
        var feeds = file.Feeds.ToDictionary(f => f.Id);
        var sizes = new SortedDictionary<FeedId, int>();
        var open = new Queue<FeedId>();
        foreach (var feed in file.Feeds)
        {
            var said = feed.Entries.TakeWhile(e => times[e.Header.Ref] <= until).Count();
            if (said > 0)
                Take(feed, said + 1);
        }

        while (open.TryDequeue(out var id))
        {
            foreach (var row in feeds[id].Entries[sizes[id] - 1].Header.Held.Rows)
            {
                for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
                {
                    if (row.Size(lane) > 0 && feeds.TryGetValue(new FeedId(id.Line, row.Party, row.Generation, lane), out var held))
                        Take(held, (int)Math.Min(row.Size(lane), int.MaxValue));
                }
            }
        }

        return sizes;

        void Take(TranscriptFeed feed, int least)
        {
            var size = (int)feed.Checkpoints.Select(c => c.Value.Head.Size).FirstOrDefault(s => s >= least, feed.Entries.Count);
            if (sizes.TryGetValue(feed.Id, out var before) && before >= size)
                return;
            sizes[feed.Id] = size;
            open.Enqueue(feed.Id);
        }
    }

    /// <summary>Of each party the first receipt of every entry that a claim may be about, its last one in the period, and its last one.</summary>
    private static HashSet<SignedCosignature> Receipts(TranscriptFeed feed, int size, ReportFrame frame)
    {
        var kept = ReportReceipts.First(feed, size).Select(r => r.Receipt).ToHashSet();
        foreach (var receipts in feed.Cosignatures.Select(c => c.Value).Where(c => c.Head.Size <= size).GroupBy(c => c.By))
        {
            kept.UnionWith(receipts.Where(r => r.Time <= frame.Until).OrderBy(r => r.Time).TakeLast(1));
            kept.Add(receipts.MaxBy(r => r.Head.Size)!);
        }

        return kept;
    }
}
