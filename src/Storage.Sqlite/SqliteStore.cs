using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;
using Parley.Storage.Sqlite.Migrations;

namespace Parley.Storage.Sqlite;

/// <summary>A station's store in one SQLite file, <c>station.db</c> in a folder of its own, with write-ahead log. One connection writes;
/// queries have connections of their own and are never held up by a commit. A second process is refused by the lock on
/// <c>station.lock</c>, and one that got past it by the term in the file.</summary>
public sealed class SqliteStore : IStationStore
{
    private readonly string file;
    private readonly StoreLock? held;
    private readonly Writer? writer;
    private readonly Readers readers;

    private SqliteStore(string file, StoreLock? held, Writer? writer, bool isSnapshot = false)
    {
        this.file = file;
        this.held = held;
        this.writer = writer;
        readers = new Readers(file, isSnapshot);
    }

    /// <summary>Makes a new store, and the folder when there is none, and opens it.</summary>
    /// <exception cref="StoreFault">Conflict when there is a store already; InUse or Unavailable as in <see cref="Open"/>.</exception>
    public static SqliteStore Create(string folder)
    {
        Faults.Translated(() => Directory.CreateDirectory(folder));
        return Locked(folder, held =>
        {
            var file = FileIn(folder);
            if (File.Exists(file))
                throw new StoreFault(StoreTrouble.Conflict, $"{file} exists; a new store replaces nothing.");
            // Made under another name: a crash on the way leaves no store, and the next attempt starts afresh.
            var unfinished = file + ".new";
            foreach (var left in (ReadOnlySpan<string>)["", "-wal", "-shm"])
                File.Delete(unfinished + left);
            using (var connection = Connections.ForCreating(unfinished))
                Schema.Create(connection);
            File.Move(unfinished, file, overwrite: false);
            Folders.Flush(folder);
            return Opened(file, held);
        });
    }

    /// <summary>Opens the store in the folder for this process alone, and brings its schema up to date.</summary>
    /// <exception cref="StoreFault">Missing, InUse, TooNew, Corrupt or Unavailable.</exception>
    public static SqliteStore Open(string folder)
    {
        var file = ExistingFileIn(folder);
        return Locked(folder, held => Opened(file, held));
    }

    /// <summary>Opens the store for queries, <see cref="Load"/> and <see cref="Backup"/>, also while a station runs on it. It takes no lock
    /// and changes nothing; <see cref="Commit"/> is refused as Unavailable.</summary>
    /// <exception cref="StoreFault">Missing, TooNew, Corrupt or Unavailable.</exception>
    public static SqliteStore OpenForReading(string folder) => Reading(folder, isSnapshot: false);

    /// <summary>The same, and every query sees the store as of one change, the one that the first query sees. While it is open the
    /// write-ahead log of a running station only grows.</summary>
    /// <exception cref="StoreFault">Missing, TooNew, Corrupt or Unavailable.</exception>
    public static SqliteStore OpenSnapshot(string folder) => Reading(folder, isSnapshot: true);

    /// <inheritdoc/>
    public StoredStation Load() => readers.Query(reader => reader.Load());

    /// <inheritdoc/>
    public void Commit(StationChange change)
    {
        if (writer is null)
            throw new StoreFault(StoreTrouble.Unavailable, "The store is open for reading only.");
        Faults.Translated(() =>
        {
            writer.Commit(change);
            return true;
        });
    }

    /// <inheritdoc/>
    public StoredEntry? Entry(FeedId feed, long index) =>
        EntryKey.IsIndex(index) && Entries(feed, index, 1) is [var entry] && entry.Index == index ? entry : null;

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> Entries(FeedId feed, long from, int limit) =>
        readers.Query(reader => reader.Entries(feed, from, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> TranscriptAfter(LineId line, TranscriptPosition? after, int limit) =>
        readers.Query(reader => reader.TranscriptAfter(line, after, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> TranscriptBefore(LineId line, TranscriptPosition? before, int limit) =>
        readers.Query(reader => reader.TranscriptBefore(line, before, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> Regarding(LineId line, EntryRef regarded, TranscriptPosition? after, int limit) =>
        readers.Query(reader => reader.Regarding(line, regarded, after, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredEntry> OfKind(LineId line, string kind, TranscriptPosition? before, int limit) =>
        readers.Query(reader => reader.OfKind(line, kind, before, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredCheckpoint> Checkpoints(FeedId feed, long sizeAbove, int limit) =>
        readers.Query(reader => reader.Checkpoints(feed, sizeAbove, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredCosignature> Cosignatures(FeedId feed, long after, int limit) =>
        readers.Query(reader => reader.Cosignatures(feed, after, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredJournalRecord> Journal(long from, int limit) => readers.Query(reader => reader.Journal(from, limit));

    /// <inheritdoc/>
    public IReadOnlyList<StoredDocument> Documents(DocumentKind kind, string afterId, int limit) =>
        readers.Query(reader => reader.Documents(kind, afterId, limit));

    /// <inheritdoc/>
    public void Backup(string file) => readers.Query(reader =>
    {
        BackupFile.Write(reader.Connection, file);
        return true;
    });

    /// <summary>Closes every connection, then gives the folder free.</summary>
    public void Dispose()
    {
        readers.Dispose();
        writer?.Dispose();
        held?.Dispose();
    }

    internal static string FileIn(string folder) => Path.Combine(folder, "station.db");

    internal static string ExistingFileIn(string folder)
    {
        var file = FileIn(folder);
        return File.Exists(file) ? file : throw new StoreFault(StoreTrouble.Missing, $"There is no store at {file}.");
    }

    private static SqliteStore Reading(string folder, bool isSnapshot)
    {
        var file = ExistingFileIn(folder);
        return Faults.Translated(() =>
        {
            using var connection = Connections.ForReading(file);
            Schema.RequireCurrent(connection);
            return new SqliteStore(file, held: null, writer: null, isSnapshot);
        });
    }

    private static SqliteStore Locked(string folder, Func<StoreLock, SqliteStore> open)
    {
        var held = StoreLock.Take(folder);
        SqliteStore? store = null;
        try
        {
            return store = Faults.Translated(() => open(held));
        }
        finally
        {
            if (store is null)
                held.Dispose();
        }
    }

    private static SqliteStore Opened(string file, StoreLock held)
    {
        var connection = Connections.ForWriting(file);
        Writer? writer = null;
        try
        {
            Schema.RequireKnown(connection);
            Connections.MakeDurable(connection);
            Schema.BringUpToDate(connection, Schema.All);
            writer = new Writer(connection);
            return new SqliteStore(file, held, writer);
        }
        finally
        {
            if (writer is null)
                connection.Dispose();
        }
    }
}
