using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>Turns facts into rows, inside the transaction that <see cref="Writer"/> opened.</summary>
internal sealed class FactWriter : IDisposable
{
    private const string PutCheckpoint =
        """
        INSERT INTO checkpoints (feed, size, signed) VALUES ($feed, $size, $signed)
        ON CONFLICT (feed, size) DO UPDATE SET signed = excluded.signed
        """;

    private const string PutDocument =
        """
        INSERT INTO documents (kind, id, bytes) VALUES ($kind, $id, $bytes)
        ON CONFLICT (kind, id) DO UPDATE SET bytes = excluded.bytes
        """;

    private readonly FeedNumbers feeds;
    private readonly Statement addEntry;
    private readonly Statement addRegard;
    private readonly Statement setContent;
    private readonly Statement destroyContent;
    private readonly Statement setPlace;
    private readonly Statement dropSealed;
    private readonly Statement putCheckpoint;
    private readonly Statement addCosignature;
    private readonly Statement lastJournal;
    private readonly Statement addJournal;
    private readonly Statement putDocument;
    private readonly Statement removeDocument;
    private long? journalSize;

    public FactWriter(SqliteConnection connection)
    {
        feeds = new FeedNumbers(connection);
        addEntry = new Statement(
            connection,
            """
            INSERT INTO entries (id, line, place, header, sealed, opened, listed)
            VALUES ($id, $line, $place, $header, $sealed, $opened, $listed)
            """,
            "$id", "$line", "$place", "$header", "$sealed", "$opened", "$listed");
        addRegard = new Statement(
            connection, "INSERT INTO regards (line, regarded, entry) VALUES ($line, $regarded, $entry)", "$line", "$regarded", "$entry");
        setContent = new Statement(
            connection,
            "UPDATE entries SET sealed = coalesce($sealed, sealed), opened = coalesce($opened, opened) WHERE id = $id",
            "$id", "$sealed", "$opened");
        destroyContent = new Statement(connection, "UPDATE entries SET sealed = NULL, opened = $opened WHERE id = $id", "$id", "$opened");
        setPlace = new Statement(connection, "UPDATE entries SET place = $place WHERE id = $id", "$id", "$place");
        dropSealed = new Statement(
            connection,
            "UPDATE entries SET sealed = NULL WHERE id >= $from AND id < $until AND sealed IS NOT NULL",
            "$from", "$until");
        putCheckpoint = new Statement(connection, PutCheckpoint, "$feed", "$size", "$signed");
        addCosignature = new Statement(
            connection,
            "INSERT INTO cosignatures (feed, number, party, size, signed) VALUES ($feed, $number, $party, $size, $signed)",
            "$feed", "$number", "$party", "$size", "$signed");
        lastJournal = new Statement(connection, "SELECT id FROM journal ORDER BY id DESC LIMIT 1");
        addJournal = new Statement(
            connection, "INSERT INTO journal (id, leaf, detail) VALUES ($id, $leaf, $detail)", "$id", "$leaf", "$detail");
        putDocument = new Statement(connection, PutDocument, "$kind", "$id", "$bytes");
        removeDocument = new Statement(connection, "DELETE FROM documents WHERE kind = $kind AND id = $id", "$kind", "$id");
    }

    /// <exception cref="StoreFault">Conflict: the fact does not follow what is stored.</exception>
    public void Write(StationFact fact)
    {
        switch (fact)
        {
            case EntryRecorded entry:
                Write(entry);
                break;
            case ContentRecorded content:
                OneEntry(content.Feed, content.Index, setContent.Run(KeyOf(content.Feed, content.Index), content.Sealed, content.Opened));
                break;
            case ContentDestroyed destroyed:
                OneEntry(destroyed.Feed, destroyed.Index, destroyContent.Run(KeyOf(destroyed.Feed, destroyed.Index), destroyed.Opened));
                break;
            case EntryPlaced placed:
                RequireOwnPlace(placed.Feed, placed.Index, placed.Position);
                OneEntry(placed.Feed, placed.Index, setPlace.Run(KeyOf(placed.Feed, placed.Index), Place.Write(placed.Position)));
                break;
            case SealedBytesDropped dropped:
                Write(dropped);
                break;
            case CheckpointRecorded checkpoint:
                putCheckpoint.Run(feeds.FindOrAdd(checkpoint.Feed).Number, checkpoint.Size, checkpoint.Signed);
                break;
            case CosignatureRecorded cosignature:
                Write(cosignature);
                break;
            case JournalRecorded record:
                Write(record);
                break;
            case DocumentPut put:
                putDocument.Run((long)put.Kind, put.Id, put.Bytes);
                break;
            case DocumentRemoved removed:
                removeDocument.Run((long)removed.Kind, removed.Id);
                break;
            default:
                throw new ArgumentException($"No such fact is known: {fact.GetType()}.", nameof(fact));
        }
    }

    /// <summary>What was written since the last commit is undone; nothing remembered holds any more.</summary>
    public void Forget()
    {
        feeds.Forget();
        journalSize = null;
    }

    public void Dispose()
    {
        feeds.Dispose();
        foreach (var statement in (ReadOnlySpan<Statement>)
            [addEntry, addRegard, setContent, destroyContent, setPlace, dropSealed, putCheckpoint, addCosignature, lastJournal, addJournal, putDocument,
            removeDocument])
            statement.Dispose();
    }

    private void Write(EntryRecorded entry)
    {
        RequireOwnPlace(entry.Feed, entry.Index, entry.Position);
        var feed = feeds.FindOrAdd(entry.Feed);
        if (entry.Index != feed.Size)
            throw Gap($"{entry.Feed}", feed.Size, entry.Index);
        addEntry.Run(
            EntryKey.Of(feed.Number, entry.Index), feed.Line, Place.Write(entry.Position), entry.Header, entry.Sealed, entry.Opened,
            entry.Listed);
        foreach (var regarded in entry.Regards)
            addRegard.Run(feed.Line, Regarded.Write(regarded), EntryKey.Of(feed.Number, entry.Index));
        feed.Size++;
    }

    private void Write(SealedBytesDropped dropped)
    {
        if (feeds.Find(dropped.Feed) is { } feed)
            dropSealed.Run(EntryKey.Nearest(feed.Number, dropped.From), EntryKey.Nearest(feed.Number, dropped.Until));
    }

    private void Write(CosignatureRecorded cosignature)
    {
        var feed = feeds.FindOrAdd(cosignature.Feed);
        addCosignature.Run(feed.Number, feed.Cosignatures + 1, cosignature.By.ToString(), cosignature.Size, cosignature.Signed);
        feed.Cosignatures++;
    }

    private void Write(JournalRecorded record)
    {
        journalSize ??= lastJournal.Number() + 1 ?? 0;
        if (record.Index != journalSize)
            throw Gap("the journal", journalSize.Value, record.Index);
        addJournal.Run(record.Index, record.Leaf, record.Detail);
        journalSize++;
    }

    // No row has the key -1.
    private long KeyOf(FeedId feed, long index) =>
        feeds.Find(feed) is { } row && EntryKey.IsIndex(index) ? EntryKey.Of(row.Number, index) : -1;

    private static void OneEntry(FeedId feed, long index, int rows)
    {
        if (rows == 0)
            throw new StoreFault(StoreTrouble.Conflict, $"Entry {index} of {feed} is not recorded.");
    }

    private static void RequireOwnPlace(FeedId feed, long index, TranscriptPosition position)
    {
        if (EntryRef.Of(feed, index) != new EntryRef(position.Party, position.Generation, position.Lane, position.Index))
            throw new ArgumentException($"Entry {index} of {feed} was given the place of another entry.", nameof(position));
    }

    private static StoreFault Gap(string log, long expected, long index) =>
        new(StoreTrouble.Conflict, $"Index {index} does not follow: {log} goes on at {expected}.");
}
