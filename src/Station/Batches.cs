using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Makes frames out of recorded entries, from memory where they are recent and from the store where they are not.</summary>
internal static class Batches
{
    private const int HeaderEstimate = 160;

    /// <summary>Entries from <paramref name="from"/> to a checkpoint within the budget (at least to the first), and the indexes whose contents were left
    /// out because they did not fit.</summary>
    /// <param name="until">Size of the last checkpoint that may go.</param>
    public static (BatchFrame Frame, RangeSet Deferred) From(
        StationMemory memory, FeedState feed, long from, long budget, long until = long.MaxValue)
    {
        var recent = until < feed.Size ? null : memory.Recent.Batch(feed.Id, from, budget);
        var (entries, checkpoint) = ToRotation(memory, feed.Id, from, recent ?? FromStore(memory, feed, from, budget, until));
        var room = (long)Bounds.FrameSize - 4096 - (entries.Count * (long)HeaderEstimate);
        var limit = Math.Min(room, Math.Max(budget, Bounds.BatchBytes));
        var total = entries.Sum(e => (long)(e.Sealed?.Length ?? 0));
        if (total <= limit)
            return (new BatchFrame(feed.Id, from, entries, checkpoint), RangeSet.Empty);
        var deferred = RangeSet.Empty;
        var carried = new CarriedEntry[entries.Count];
        // The most urgent contents go along, the others after them.
        foreach (var i in Enumerable.Range(0, entries.Count).OrderBy(i => entries[i].Header.Precedence).ThenBy(i => i))
        {
            var size = entries[i].Sealed?.Length ?? 0;
            if (size <= limit)
            {
                limit -= size;
                carried[i] = entries[i];
            }
            else
            {
                carried[i] = entries[i] with { Sealed = null };
                deferred = deferred.Add(from + i, from + i + 1);
            }
        }

        return (new BatchFrame(feed.Id, from, carried, checkpoint), deferred);
    }

    /// <summary>A rotation ends a batch: what follows it is signed by a key that only it makes known to whoever has no circuit to the author, and every
    /// member must hold the checkpoint between.</summary>
    private static (IReadOnlyList<CarriedEntry> Entries, SignedCheckpoint Checkpoint) ToRotation(
        StationMemory memory, FeedId feed, long from, (IReadOnlyList<CarriedEntry> Entries, SignedCheckpoint Checkpoint) batch)
    {
        for (var i = 0; i < batch.Entries.Count - 1; i++)
        {
            if (batch.Entries[i].Header.Kind == EntryKind.Rotation && memory.Shared.CheckpointAt(feed, from + i + 1) is { } checkpoint)
                return ([.. batch.Entries.Take(i + 1)], checkpoint);
        }

        return batch;
    }

    private static (IReadOnlyList<CarriedEntry> Entries, SignedCheckpoint Checkpoint) FromStore(
        StationMemory memory, FeedState feed, long from, long budget, long until)
    {
        var checkpoints = memory.Store.Checkpoints(feed.Id, from, 256).Where(c => c.Size <= until).ToList();
        var limit = checkpoints.Count > 0 ? Math.Min(checkpoints[^1].Size, from + Bounds.BatchEntries) : feed.Size;
        var stored = memory.Store.Entries(feed.Id, from, (int)Math.Max(limit - from, checkpoints.Count > 0 ? checkpoints[0].Size - from : 0));
        var best = 0;
        var bytes = 0L;
        var next = 0;
        for (var i = 0; i < checkpoints.Count && checkpoints[i].Size - from <= stored.Count; i++)
        {
            for (; next < checkpoints[i].Size - from; next++)
                bytes += 128 + (stored[next].Sealed?.Length ?? 0);
            if (i > 0 && bytes > budget)
                break;
            best = i;
        }

        var checkpoint = SignedCheckpoint.Parse(checkpoints[best].Signed, feed.Id) ?? throw Corrupt(feed.Id, checkpoints[best].Size);
        var entries = new CarriedEntry[checkpoint.Head.Size - from];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new CarriedEntry(EntryHeader.Parse(stored[i].Header) ?? throw Corrupt(feed.Id, from + i), stored[i].Sealed);
        return (entries, checkpoint);
    }

    /// <summary>Sealed contents of some of these entries, most urgent first, as far as one frame goes; null when there is nothing to do.</summary>
    public static (ContentsFrame? Frame, Precedence Precedence, RangeSet Taken)? Contents(StationMemory memory, FeedState feed, RangeSet due)
    {
        var found = new List<(long Index, Precedence Precedence, byte[]? Sealed)>();
        foreach (var range in due.Ranges)
        {
            foreach (var stored in memory.Store.Entries(feed.Id, range.From, (int)Math.Min(range.Count, 256)))
            {
                if (EntryHeader.Parse(stored.Header) is { } header)
                    found.Add((stored.Index, header.Precedence, stored.Sealed));
            }

            if (found.Count >= 256)
                break;
        }

        if (found.Count == 0)
            return null;
        var precedence = found.Min(f => f.Precedence);
        var taken = RangeSet.Empty;
        var contents = new List<KeyValuePair<long, byte[]>>();
        var bytes = 0;
        foreach (var (index, _, content) in found.Where(f => f.Precedence == precedence).OrderBy(f => f.Index))
        {
            if (content is not null && bytes > 0 && bytes + content.Length > Bounds.BatchBytes)
                break;
            taken = taken.Add(index, index + 1);
            if (content is null)
                continue;
            contents.Add(new(index, content));
            bytes += content.Length;
        }

        return (contents.Count == 0 ? null : new ContentsFrame(feed.Id, contents), precedence, taken);
    }

    private static InvalidOperationException Corrupt(FeedId feed, long index) => new($"the store has no sound record {index} of {feed}");
}
