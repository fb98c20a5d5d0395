using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Testing.Storage;

/// <summary>One feed on a <see cref="MemoryDisk"/>.</summary>
internal sealed class DiskFeed
{
    public List<StoredEntry> Entries { get; init; } = [];

    public SortedList<long, StoredCheckpoint> Checkpoints { get; init; } = [];

    public List<StoredCosignature> Cosignatures { get; init; } = [];

    public DiskFeed Copy() => new()
    {
        Entries = [.. Entries],
        Checkpoints = new SortedList<long, StoredCheckpoint>(Checkpoints),
        Cosignatures = [.. Cosignatures],
    };
}

/// <summary>The bytes of a <see cref="MemoryDisk"/>. A change is checked as a whole before any of it is applied, so that applying cannot
/// fail. Nothing here is enumerated in an order that depends on hash codes.</summary>
internal sealed class DiskContents
{
    private static readonly Comparer<(DocumentKind Kind, string Id)> ByKindAndId = Comparer<(DocumentKind Kind, string Id)>.Create(
        (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Id, b.Id));

    private static readonly Comparer<(LineId Line, string Kind)> ByLineAndKind = Comparer<(LineId Line, string Kind)>.Create(
        (a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : string.CompareOrdinal(a.Kind, b.Kind));

    public long Position { get; private set; }

    public SortedDictionary<FeedId, DiskFeed> Feeds { get; } = [];

    /// <summary>The places of each line's entries, in order.</summary>
    public SortedDictionary<LineId, List<TranscriptPosition>> Transcripts { get; } = [];

    /// <summary>Which entries regard another.</summary>
    public SortedDictionary<(LineId Line, EntryRef Regarded), List<EntryRef>> Regards { get; } = [];

    /// <summary>The entries of each listed kind.</summary>
    public SortedDictionary<(LineId Line, string Kind), List<EntryRef>> Listed { get; } = new(ByLineAndKind);

    public List<StoredJournalRecord> Journal { get; } = [];

    public SortedDictionary<(DocumentKind Kind, string Id), StoredDocument> Documents { get; } = new(ByKindAndId);

    public DiskContents Copy()
    {
        var copy = new DiskContents { Position = Position };
        foreach (var (id, feed) in Feeds)
            copy.Feeds.Add(id, feed.Copy());
        foreach (var (line, places) in Transcripts)
            copy.Transcripts.Add(line, [.. places]);
        foreach (var (regarded, by) in Regards)
            copy.Regards.Add(regarded, [.. by]);
        foreach (var (kind, of) in Listed)
            copy.Listed.Add(kind, [.. of]);
        copy.Journal.AddRange(Journal);
        foreach (var (key, document) in Documents)
            copy.Documents.Add(key, document);
        return copy;
    }

    /// <exception cref="StoreFault">Conflict: the change does not follow.</exception>
    public void Check(StationChange change)
    {
        if (change.Position != Position + 1)
            throw Conflict($"Change {change.Position} does not follow: the store is at {Position}.");
        var sizes = new SortedDictionary<FeedId, long>();
        var journalSize = (long)Journal.Count;
        foreach (var fact in change.Facts)
        {
            switch (fact)
            {
                case EntryRecorded entry:
                    RequireOwnPlace(entry.Feed, entry.Index, entry.Position);
                    if (entry.Index != SizeOf(entry.Feed))
                        throw Conflict($"Index {entry.Index} does not follow: {entry.Feed} goes on at {SizeOf(entry.Feed)}.");
                    sizes[entry.Feed] = entry.Index + 1;
                    break;
                case ContentRecorded content:
                    RequireRecorded(content.Feed, content.Index);
                    break;
                case ContentDestroyed destroyed:
                    RequireRecorded(destroyed.Feed, destroyed.Index);
                    break;
                case EntryPlaced placed:
                    RequireOwnPlace(placed.Feed, placed.Index, placed.Position);
                    RequireRecorded(placed.Feed, placed.Index);
                    break;
                case JournalRecorded record:
                    if (record.Index != journalSize)
                        throw Conflict($"Index {record.Index} does not follow: the journal goes on at {journalSize}.");
                    journalSize++;
                    break;
            }
        }

        long SizeOf(FeedId feed) =>
            sizes.TryGetValue(feed, out var size) ? size : Feeds.TryGetValue(feed, out var stored) ? stored.Entries.Count : 0;

        void RequireRecorded(FeedId feed, long index)
        {
            if (index < 0 || index >= SizeOf(feed))
                throw Conflict($"Entry {index} of {feed} is not recorded.");
        }
    }

    /// <summary>Applies a checked change.</summary>
    public void Apply(StationChange change)
    {
        foreach (var fact in change.Facts)
            Apply(fact);
        Position = change.Position;
    }

    private void Apply(StationFact fact)
    {
        switch (fact)
        {
            case EntryRecorded entry:
                Feed(entry.Feed).Entries.Add(
                    new StoredEntry(entry.Feed, entry.Index, entry.Header, entry.Sealed, entry.Opened, entry.Position));
                AddPlace(entry.Feed.Line, entry.Position);
                AddRegards(entry);
                AddListed(entry);
                break;
            case ContentRecorded content:
                Change(content.Feed, content.Index, old => old with
                {
                    Sealed = content.Sealed ?? old.Sealed,
                    Opened = content.Opened ?? old.Opened,
                });
                break;
            case ContentDestroyed destroyed:
                Change(destroyed.Feed, destroyed.Index, old => old with { Sealed = null, Opened = destroyed.Opened });
                break;
            case EntryPlaced placed:
                Place(placed);
                break;
            case SealedBytesDropped dropped:
                var until = Math.Min(dropped.Until, Feed(dropped.Feed).Entries.Count);
                for (var index = Math.Max(0, dropped.From); index < until; index++)
                    Change(dropped.Feed, index, old => old with { Sealed = null });
                break;
            case CheckpointRecorded checkpoint:
                Feed(checkpoint.Feed).Checkpoints[checkpoint.Size] =
                    new StoredCheckpoint(checkpoint.Feed, checkpoint.Size, checkpoint.Signed);
                break;
            case CosignatureRecorded cosignature:
                var known = Feed(cosignature.Feed).Cosignatures;
                known.Add(new StoredCosignature(cosignature.Feed, known.Count + 1, cosignature.By, cosignature.Size, cosignature.Signed));
                break;
            case JournalRecorded record:
                Journal.Add(new StoredJournalRecord(record.Index, record.Leaf, record.Detail));
                break;
            case DocumentPut put:
                Documents[(put.Kind, put.Id)] = new StoredDocument(put.Kind, put.Id, put.Bytes);
                break;
            case DocumentRemoved removed:
                Documents.Remove((removed.Kind, removed.Id));
                break;
        }
    }

    private void Place(EntryPlaced placed)
    {
        var places = Transcripts[placed.Feed.Line];
        places.RemoveAt(places.BinarySearch(Feed(placed.Feed).Entries[(int)placed.Index].Position));
        AddPlace(placed.Feed.Line, placed.Position);
        Change(placed.Feed, placed.Index, old => old with { Position = placed.Position });
    }

    private void AddPlace(LineId line, TranscriptPosition place)
    {
        if (!Transcripts.TryGetValue(line, out var places))
            Transcripts.Add(line, places = []);
        places.Insert(~places.BinarySearch(place), place);
    }

    private void AddRegards(EntryRecorded entry)
    {
        foreach (var regarded in entry.Regards)
        {
            if (!Regards.TryGetValue((entry.Feed.Line, regarded), out var by))
                Regards.Add((entry.Feed.Line, regarded), by = []);
            by.Add(EntryRef.Of(entry.Feed, entry.Index));
        }
    }

    private void AddListed(EntryRecorded entry)
    {
        if (entry.Listed is not { } kind)
            return;
        if (!Listed.TryGetValue((entry.Feed.Line, kind), out var of))
            Listed.Add((entry.Feed.Line, kind), of = []);
        of.Add(EntryRef.Of(entry.Feed, entry.Index));
    }

    private void Change(FeedId feed, long index, Func<StoredEntry, StoredEntry> change)
    {
        var entries = Feed(feed).Entries;
        entries[(int)index] = change(entries[(int)index]);
    }

    private DiskFeed Feed(FeedId id)
    {
        if (!Feeds.TryGetValue(id, out var feed))
            Feeds.Add(id, feed = new DiskFeed());
        return feed;
    }

    private static void RequireOwnPlace(FeedId feed, long index, TranscriptPosition position)
    {
        if (EntryRef.Of(feed, index) != new EntryRef(position.Party, position.Generation, position.Lane, position.Index))
            throw new ArgumentException($"Entry {index} of {feed} was given the place of another entry.", nameof(position));
    }

    private static StoreFault Conflict(string message) => new(StoreTrouble.Conflict, message);
}
