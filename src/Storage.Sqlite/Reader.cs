using Microsoft.Data.Sqlite;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>One reading connection with its statements. One query at a time. A query that takes two statements is right without a
/// transaction: the number of a feed or line never changes.</summary>
internal sealed class Reader : IDisposable
{
    private const string EntryColumns = "SELECT id, place, header, sealed, opened FROM entries";

    private readonly Statement lineNumber;
    private readonly Statement feedNumber;
    private readonly Statement entries;
    private readonly Statement transcriptAfter;
    private readonly Statement transcriptBefore;
    private readonly Statement regarding;
    private readonly Statement ofKind;
    private readonly Statement checkpoints;
    private readonly Statement cosignatures;
    private readonly Statement journal;
    private readonly Statement documents;

    private readonly bool isSnapshot;

    /// <param name="file">The store's file.</param>
    /// <param name="isSnapshot">Every query sees the store as the first one saw it, until the reader is disposed.</param>
    public Reader(string file, bool isSnapshot = false)
    {
        this.isSnapshot = isSnapshot;
        Connection = Connections.ForReading(file);
        if (isSnapshot)
            Begin();
        lineNumber = new Statement(Connection, Sql.LineNumber, "$digest");
        feedNumber = new Statement(Connection, Sql.FeedNumber, "$digest", "$party", "$generation", "$lane");
        entries = new Statement(
            Connection, $"{EntryColumns} WHERE id >= $from AND id < $until ORDER BY id LIMIT $limit", "$from", "$until", "$limit");
        transcriptAfter = new Statement(
            Connection, $"{EntryColumns} WHERE line = $line AND place > $after ORDER BY place LIMIT $limit", "$line", "$after", "$limit");
        transcriptBefore = new Statement(
            Connection,
            $"{EntryColumns} WHERE line = $line AND place < $before ORDER BY place DESC LIMIT $limit",
            "$line", "$before", "$limit");
        regarding = new Statement(
            Connection,
            """
            SELECT e.id, e.place, e.header, e.sealed, e.opened FROM regards r JOIN entries e ON e.id = r.entry
            WHERE r.line = $line AND r.regarded = $regarded AND e.place > $after ORDER BY e.place LIMIT $limit
            """,
            "$line", "$regarded", "$after", "$limit");
        ofKind = new Statement(
            Connection,
            $"{EntryColumns} WHERE line = $line AND listed = $kind AND place < $before ORDER BY place DESC LIMIT $limit",
            "$line", "$kind", "$before", "$limit");
        checkpoints = new Statement(
            Connection,
            "SELECT size, signed FROM checkpoints WHERE feed = $feed AND size > $above ORDER BY size LIMIT $limit",
            "$feed", "$above", "$limit");
        cosignatures = new Statement(
            Connection,
            "SELECT number, party, size, signed FROM cosignatures WHERE feed = $feed AND number > $after ORDER BY number LIMIT $limit",
            "$feed", "$after", "$limit");
        journal = new Statement(
            Connection, "SELECT id, leaf, detail FROM journal WHERE id >= $from ORDER BY id LIMIT $limit", "$from", "$limit");
        documents = new Statement(
            Connection,
            "SELECT kind, id, bytes FROM documents WHERE kind = $kind AND id > $after ORDER BY id LIMIT $limit",
            "$kind", "$after", "$limit");
    }

    public SqliteConnection Connection { get; }

    public IReadOnlyList<StoredEntry> Entries(FeedId feed, long from, int limit)
    {
        if (FeedNumber(feed) is not { } number)
            return [];
        using var rows = entries.Read(EntryKey.Nearest(number, from), EntryKey.Of(number + 1, 0), Limit(limit));
        return All(rows, row => Entry(feed.Line, row));
    }

    public IReadOnlyList<StoredEntry> TranscriptAfter(LineId line, TranscriptPosition? after, int limit)
    {
        if (LineNumber(line) is not { } number)
            return [];
        using var rows = transcriptAfter.Read(number, after is { } position ? Place.Write(position) : Place.BeforeAll, Limit(limit));
        return All(rows, row => Entry(line, row));
    }

    public IReadOnlyList<StoredEntry> TranscriptBefore(LineId line, TranscriptPosition? before, int limit)
    {
        if (LineNumber(line) is not { } number)
            return [];
        using var rows = transcriptBefore.Read(number, before is { } position ? Place.Write(position) : Place.AfterAll, Limit(limit));
        var page = All(rows, row => Entry(line, row));
        page.Reverse();
        return page;
    }

    public IReadOnlyList<StoredEntry> Regarding(LineId line, EntryRef regarded, TranscriptPosition? after, int limit)
    {
        if (LineNumber(line) is not { } number)
            return [];
        using var rows = regarding.Read(
            number, Regarded.Write(regarded), after is { } position ? Place.Write(position) : Place.BeforeAll, Limit(limit));
        return All(rows, row => Entry(line, row));
    }

    public IReadOnlyList<StoredEntry> OfKind(LineId line, string kind, TranscriptPosition? before, int limit)
    {
        if (LineNumber(line) is not { } number)
            return [];
        using var rows = ofKind.Read(number, kind, before is { } position ? Place.Write(position) : Place.AfterAll, Limit(limit));
        var page = All(rows, row => Entry(line, row));
        page.Reverse();
        return page;
    }

    public IReadOnlyList<StoredCheckpoint> Checkpoints(FeedId feed, long sizeAbove, int limit)
    {
        if (FeedNumber(feed) is not { } number)
            return [];
        using var rows = checkpoints.Read(number, sizeAbove, Limit(limit));
        return All(rows, row => new StoredCheckpoint(feed, row.GetInt64(0), Bytes(row, 1)));
    }

    public IReadOnlyList<StoredCosignature> Cosignatures(FeedId feed, long after, int limit)
    {
        if (FeedNumber(feed) is not { } number)
            return [];
        using var rows = cosignatures.Read(number, after, Limit(limit));
        return All(rows, row => new StoredCosignature(
            feed, row.GetInt64(0), Party(row.GetString(1)), row.GetInt64(2), Bytes(row, 3)));
    }

    public IReadOnlyList<StoredJournalRecord> Journal(long from, int limit)
    {
        using var rows = journal.Read(from, Limit(limit));
        return All(rows, row => new StoredJournalRecord(row.GetInt64(0), Bytes(row, 1), Bytes(row, 2)));
    }

    public IReadOnlyList<StoredDocument> Documents(DocumentKind kind, string afterId, int limit)
    {
        using var rows = documents.Read((long)kind, afterId, Limit(limit));
        return All(rows, Document);
    }

    /// <summary>Everything of <see cref="IStationStore.Load"/>, as of one change.</summary>
    public StoredStation Load()
    {
        using var transaction = isSnapshot ? null : Connection.BeginTransaction(deferred: true);
        using var position = new Statement(Connection, "SELECT position FROM store");
        using var lastJournal = new Statement(Connection, "SELECT id FROM journal ORDER BY id DESC LIMIT 1");
        var kinds = string.Join(',', Enum.GetValues<DocumentKind>().Where(DocumentKinds.IsLoaded).Select(kind => (int)kind));
        using var loaded = new Statement(Connection, $"SELECT kind, id, bytes FROM documents WHERE kind IN ({kinds}) ORDER BY kind, id");
        var at = position.Number() ?? throw new StoreFault(StoreTrouble.Corrupt, "The store has lost its own row.");
        var journalSize = lastJournal.Number() + 1 ?? 0;
        using var rows = loaded.Read();
        return new StoredStation(at, journalSize, All(rows, Document));
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)
            [lineNumber, feedNumber, entries, transcriptAfter, transcriptBefore, regarding, ofKind, checkpoints, cosignatures, journal,
            documents])
            statement.Dispose();
        Connection.Dispose();
    }

    private void Begin()
    {
        using var begin = new Statement(Connection, "BEGIN DEFERRED");
        begin.Run();
    }

    private long? LineNumber(LineId line) => lineNumber.Number(line.Value.ToArray());

    private long? FeedNumber(FeedId feed) =>
        feedNumber.Number(feed.Line.Value.ToArray(), feed.Party.ToString(), feed.Generation.ToArray(), (long)feed.Lane);

    // SQLite takes a negative limit for none.
    private static long Limit(int limit) => Math.Max(0, limit);

    private static List<T> All<T>(SqliteDataReader rows, Func<SqliteDataReader, T> row)
    {
        var all = new List<T>();
        while (rows.Read())
            all.Add(row(rows));
        return all;
    }

    private static StoredEntry Entry(LineId line, SqliteDataReader row)
    {
        var place = Place.Read(Bytes(row, 1));
        var feed = new FeedId(line, place.Party, place.Generation, place.Lane);
        return new StoredEntry(feed, EntryKey.Index(row.GetInt64(0)), Bytes(row, 2), BytesOrNull(row, 3), BytesOrNull(row, 4), place);
    }

    private static PartyId Party(string text) =>
        PartyId.Parse(text) ?? throw new StoreFault(StoreTrouble.Corrupt, "The party of a receipt is damaged.");

    private static StoredDocument Document(SqliteDataReader row) => new((DocumentKind)row.GetInt64(0), row.GetString(1), Bytes(row, 2));

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static byte[]? BytesOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Bytes(row, column);
}
