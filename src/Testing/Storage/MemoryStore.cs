using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Testing.Storage;

/// <summary>A store on a <see cref="MemoryDisk"/>. It holds nothing itself: whatever it is told is on the disk or lost.</summary>
public sealed class MemoryStore : IStationStore
{
    private readonly MemoryDisk disk;
    private readonly long term;

    private MemoryStore(MemoryDisk disk)
    {
        this.disk = disk;
        term = disk.Open();
    }

    /// <exception cref="StoreFault">InUse when another store has the disk open and has not crashed.</exception>
    public static MemoryStore Open(MemoryDisk disk) => new(disk);

    /// <inheritdoc/>
    public StoredStation Load() => Query(contents => new StoredStation(
        contents.Position,
        contents.Journal.Count,
        [.. contents.Documents.Values.Where(document => DocumentKinds.IsLoaded(document.Kind))]));

    /// <inheritdoc/>
    public void Commit(StationChange change) => disk.Commit(term, change);

    /// <inheritdoc/>
    public StoredEntry? Entry(FeedId feed, long index) => Query(contents =>
        contents.Feeds.TryGetValue(feed, out var stored) && index >= 0 && index < stored.Entries.Count
            ? stored.Entries[(int)index]
            : null);

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> Entries(FeedId feed, long from, int limit) => Query(contents =>
        contents.Feeds.TryGetValue(feed, out var stored) ? Page(stored.Entries, from, limit) : []);

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> TranscriptAfter(LineId line, TranscriptPosition? after, int limit) => Query(contents =>
    {
        if (!contents.Transcripts.TryGetValue(line, out var places))
            return [];
        var first = after is { } position ? Above(places, position) : 0;
        return EntriesAt(contents, line, Page(places, first, limit));
    });

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> TranscriptBefore(LineId line, TranscriptPosition? before, int limit) => Query(contents =>
    {
        if (!contents.Transcripts.TryGetValue(line, out var places))
            return [];
        var end = before is { } position ? NotBelow(places, position) : places.Count;
        var first = Math.Max(0, end - Math.Max(0, limit));
        return EntriesAt(contents, line, Page(places, first, end - first));
    });

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> Regarding(LineId line, EntryRef regarded, TranscriptPosition? after, int limit) => Query(contents =>
        contents.Regards.TryGetValue((line, regarded), out var by)
            ? by.Select(r => contents.Feeds[r.Feed(line)].Entries[(int)r.Index])
                .Where(entry => after is not { } position || entry.Position.CompareTo(position) > 0)
                .OrderBy(entry => entry.Position)
                .Take(limit)
                .ToList()
            : []);

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> OfKind(LineId line, string kind, TranscriptPosition? before, int limit) => Query(contents =>
        contents.Listed.TryGetValue((line, kind), out var of)
            ? of.Select(r => contents.Feeds[r.Feed(line)].Entries[(int)r.Index])
                .Where(entry => before is not { } position || entry.Position.CompareTo(position) < 0)
                .OrderBy(entry => entry.Position)
                .TakeLast(limit)
                .ToList()
            : []);

    /// <inheritdoc/>
    public IReadOnlyList<StoredCheckpoint> Checkpoints(FeedId feed, long sizeAbove, int limit) => Query(contents =>
        contents.Feeds.TryGetValue(feed, out var stored)
            ? stored.Checkpoints.Values.SkipWhile(checkpoint => checkpoint.Size <= sizeAbove).Take(limit).ToList()
            : []);

    /// <inheritdoc/>
    public IReadOnlyList<StoredCosignature> Cosignatures(FeedId feed, long after, int limit) => Query(contents =>
        contents.Feeds.TryGetValue(feed, out var stored) ? Page(stored.Cosignatures, after, limit) : []);

    /// <inheritdoc/>
    public IReadOnlyList<StoredJournalRecord> Journal(long from, int limit) => Query(contents => Page(contents.Journal, from, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredDocument> Documents(DocumentKind kind, string afterId, int limit) => Query(contents =>
        contents.Documents.Values
            .Where(document => document.Kind == kind && string.CompareOrdinal(document.Id, afterId) > 0)
            .Take(limit)
            .ToList());

    /// <summary>Keeps a copy on the disk under that name, for <see cref="MemoryDisk.Restore"/>.</summary>
    /// <inheritdoc/>
    public void Backup(string file) => disk.Backup(term, file);

    public void Dispose() => disk.Close(term);

    private T Query<T>(Func<DiskContents, T> query)
    {
        lock (disk.Gate)
            return query(disk.For(term));
    }

    private static List<T> Page<T>(List<T> all, long from, int limit)
    {
        var first = (int)Math.Clamp(from, 0, all.Count);
        return all.GetRange(first, Math.Clamp(limit, 0, all.Count - first));
    }

    private static List<StoredEntry> EntriesAt(DiskContents contents, LineId line, List<TranscriptPosition> places) =>
        places.ConvertAll(place =>
            contents.Feeds[new FeedId(line, place.Party, place.Generation, place.Lane)].Entries[(int)place.Index]);

    private static int Above(List<TranscriptPosition> places, TranscriptPosition position)
    {
        var at = places.BinarySearch(position);
        return at < 0 ? ~at : at + 1;
    }

    private static int NotBelow(List<TranscriptPosition> places, TranscriptPosition position)
    {
        var at = places.BinarySearch(position);
        return at < 0 ? ~at : at;
    }
}
