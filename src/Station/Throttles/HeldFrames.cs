using System.Collections.Immutable;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;

namespace Parley.Station.Throttles;

/// <summary>Frames that were prepared and wait for the intake, by who brought them and by feed, in the order in which they came. So many entries and bytes of one peer;
/// what is over is not kept, for the sender has it.</summary>
internal sealed class HeldFrames
{
    private readonly SortedDictionary<(PartyId Carrier, FeedId Feed), Row> rows = [];
    private readonly SortedDictionary<PartyId, (long Entries, long Bytes)> sums = [];
    private volatile ImmutableSortedSet<PartyId> full = [];

    public IReadOnlyList<(PartyId Carrier, FeedId Feed)> Keys => [.. rows.Keys];

    /// <summary>Entries that wait of one peer.</summary>
    public long EntriesOf(PartyId carrier) => sums.GetValueOrDefault(carrier).Entries;

    /// <summary>Bytes that wait of one peer.</summary>
    public long BytesOf(PartyId carrier) => sums.GetValueOrDefault(carrier).Bytes;

    /// <summary>Whether no more of that peer is kept; any thread may ask.</summary>
    public bool IsFull(PartyId carrier) => full.Contains(carrier);

    public bool Has(PartyId carrier, FeedId feed) => rows.ContainsKey((carrier, feed));

    /// <summary>Puts a frame behind those of its feed. Null when it waits, or waited already; otherwise why it is not kept.</summary>
    public FrameRefusal? Add(FrameCame came, OrdinaryLoad load)
    {
        var carrier = came.Circuit.Peer;
        var isWaiting = rows.TryGetValue((carrier, load.Feed), out var row);
        // Sent once more because no receipt came, or on another circuit too.
        if (isWaiting && load.Until > 0 && load.Until <= row!.Until)
            return null;
        if (IsFull(carrier))
            return FrameRefusal.Throttled;
        if (isWaiting && load.Until > 0 && row!.Until > 0 && load.From > row.Until)
            return FrameRefusal.Gap;
        if (!isWaiting)
            rows[(carrier, load.Feed)] = row = new Row();
        row!.Frames.Enqueue((came, load));
        row.Until = Math.Max(row.Until, load.Until);
        Count(carrier, load.Entries, load.Bytes);
        return null;
    }

    /// <summary>The first frame that waits there.</summary>
    public FrameCame First((PartyId Carrier, FeedId Feed) key) => rows[key].Frames.Peek().Came;

    /// <summary>It waits no longer.</summary>
    public void RemoveFirst((PartyId Carrier, FeedId Feed) key)
    {
        var row = rows[key];
        var (_, load) = row.Frames.Dequeue();
        if (row.Frames.Count == 0)
            rows.Remove(key);
        Count(key.Carrier, -load.Entries, -load.Bytes);
    }

    private void Count(PartyId carrier, long entries, long bytes)
    {
        var sum = sums.GetValueOrDefault(carrier);
        sum = (sum.Entries + entries, sum.Bytes + bytes);
        if (sum.Entries == 0)
            sums.Remove(carrier);
        else
            sums[carrier] = sum;
        full = sum.Entries >= Bounds.HeldEntries || sum.Bytes >= Bounds.HeldBytes ? full.Add(carrier) : full.Remove(carrier);
    }

    private sealed class Row
    {
        public Queue<(FrameCame Came, OrdinaryLoad Load)> Frames { get; } = [];

        /// <summary>How far its entries lead.</summary>
        public long Until { get; set; }
    }
}
