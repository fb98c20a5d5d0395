using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Frames;

namespace Parley.Station.State;

/// <summary>The last entries of each feed with their places and the checkpoints among them, bounded in number and bytes. A cache: what is not here is
/// read from the store.</summary>
internal sealed class RecentEntries
{
    private const int MaxEntries = 4096;
    private const long MaxBytes = 8 << 20;
    private readonly Dictionary<FeedId, Ring> rings = [];

    private sealed class Ring
    {
        public List<(CarriedEntry Entry, (Timestamp Effective, long Depth)? Place)> Items { get; } = [];

        public List<SignedCheckpoint> Checkpoints { get; } = [];

        public long First { get; set; }

        public long Bytes { get; set; }
    }

    public void Add(CarriedEntry entry, (Timestamp Effective, long Depth)? place)
    {
        var feed = entry.Header.Feed;
        if (!rings.TryGetValue(feed, out var ring))
            rings[feed] = ring = new Ring { First = entry.Header.Index };
        if (ring.First + ring.Items.Count != entry.Header.Index)
        {
            ring.Items.Clear();
            ring.Checkpoints.Clear();
            ring.Bytes = 0;
            ring.First = entry.Header.Index;
        }

        ring.Items.Add((entry, place));
        ring.Bytes += entry.Sealed?.Length ?? 0;
        if (ring.Items.Count > 2 * MaxEntries || ring.Bytes > 2 * MaxBytes)
            Shrink(ring);
    }

    private static void Shrink(Ring ring)
    {
        var drop = 0;
        while (ring.Items.Count - drop > MaxEntries || (ring.Bytes > MaxBytes && drop < ring.Items.Count))
            ring.Bytes -= ring.Items[drop++].Entry.Sealed?.Length ?? 0;
        ring.Items.RemoveRange(0, drop);
        ring.First += drop;
        ring.Checkpoints.RemoveAll(c => c.Head.Size <= ring.First);
    }

    public void Add(SignedCheckpoint checkpoint)
    {
        if (rings.TryGetValue(checkpoint.Feed, out var ring) && ring.First + ring.Items.Count == checkpoint.Head.Size)
            ring.Checkpoints.Add(checkpoint);
    }

    /// <summary>An entry has its place now.</summary>
    public void Placed(FeedId feed, long index, (Timestamp Effective, long Depth) place)
    {
        if (Entry(feed, index) is { } entry)
            rings[feed].Items[(int)(index - rings[feed].First)] = (entry, place);
    }

    /// <summary>The sealed content of an entry has come.</summary>
    public void Filled(FeedId feed, long index, byte[] carried)
    {
        if (Entry(feed, index) is not { Sealed: null } entry)
            return;
        var ring = rings[feed];
        var at = (int)(index - ring.First);
        ring.Items[at] = (entry with { Sealed = carried }, ring.Items[at].Place);
        ring.Bytes += carried.Length;
    }

    /// <summary>The sealed contents of entries below <paramref name="until"/> are gone.</summary>
    public void Dropped(FeedId feed, long until)
    {
        if (!rings.TryGetValue(feed, out var ring))
            return;
        for (var i = 0; i < Math.Min(until - ring.First, ring.Items.Count); i++)
        {
            ring.Bytes -= ring.Items[i].Entry.Sealed?.Length ?? 0;
            ring.Items[i] = (ring.Items[i].Entry with { Sealed = null }, ring.Items[i].Place);
        }
    }

    /// <summary>The content of one entry is destroyed.</summary>
    public void Destroyed(FeedId feed, long index)
    {
        if (Entry(feed, index) is not { Sealed: { } carried } entry)
            return;
        var ring = rings[feed];
        var at = (int)(index - ring.First);
        ring.Items[at] = (entry with { Sealed = null }, ring.Items[at].Place);
        ring.Bytes -= carried.Length;
    }

    /// <summary>The place of one entry; null when it is not here.</summary>
    public (Timestamp Effective, long Depth)? Place(FeedId feed, long index) =>
        rings.TryGetValue(feed, out var ring) && index >= ring.First && index < ring.First + ring.Items.Count
            ? ring.Items[(int)(index - ring.First)].Place
            : null;

    /// <summary>One entry; null when it is not here.</summary>
    public CarriedEntry? Entry(FeedId feed, long index) =>
        rings.TryGetValue(feed, out var ring) && index >= ring.First && index < ring.First + ring.Items.Count
            ? ring.Items[(int)(index - ring.First)].Entry
            : null;

    /// <summary>Entries from <paramref name="from"/> up to a checkpoint within <paramref name="budget"/> bytes, at least up to the first; null when they are
    /// not all here.</summary>
    public (IReadOnlyList<CarriedEntry> Entries, SignedCheckpoint Checkpoint)? Batch(FeedId feed, long from, long budget)
    {
        if (!rings.TryGetValue(feed, out var ring) || from < ring.First || from >= ring.First + ring.Items.Count)
            return null;
        var first = FirstAbove(ring.Checkpoints, from);
        if (first == ring.Checkpoints.Count)
            return null;
        var bytes = 0L;
        var next = from;
        var best = ring.Checkpoints[first];
        for (var i = first; i < ring.Checkpoints.Count; i++)
        {
            for (; next < ring.Checkpoints[i].Head.Size; next++)
                bytes += 128 + (ring.Items[(int)(next - ring.First)].Entry.Sealed?.Length ?? 0);
            if (i > first && (bytes > budget || next - from > Bounds.BatchEntries))
                break;
            best = ring.Checkpoints[i];
        }

        var entries = new CarriedEntry[best.Head.Size - from];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = ring.Items[(int)(from - ring.First) + i].Entry;
        return (entries, best);
    }

    /// <summary>Where the first checkpoint stands that covers more than so many entries. They grow, so it is found by halving.</summary>
    private static int FirstAbove(List<SignedCheckpoint> checkpoints, long size)
    {
        var (low, high) = (0, checkpoints.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = checkpoints[middle].Head.Size > size ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
