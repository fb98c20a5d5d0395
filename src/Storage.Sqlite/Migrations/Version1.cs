namespace Parley.Storage.Sqlite.Migrations;

/// <summary>The first schema. Version 0 is an empty file.</summary>
internal static class Version1
{
    // Entries carry no feed column: their key is the number of the feed shifted left by 40, plus the index. One tree then serves both
    // the feed's order and the rows, which measured a third faster than a tree of rows with an index beside it, and without the
    // overflow pages that wide rows cause in a WITHOUT ROWID table. The place is TranscriptPosition as bytes, so that the order of
    // bytes is the order of the transcript.
    private const string Sql =
        """
        PRAGMA application_id = 1346458188;

        CREATE TABLE schema (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;
        INSERT INTO schema (id, version) VALUES (1, 0);

        CREATE TABLE store (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL, term INTEGER NOT NULL) STRICT;
        INSERT INTO store (id, position, term) VALUES (1, 0, 0);

        CREATE TABLE lines (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)) STRICT;

        CREATE TABLE feeds (
            id INTEGER PRIMARY KEY,
            line INTEGER NOT NULL REFERENCES lines (id),
            party TEXT NOT NULL,
            generation BLOB NOT NULL CHECK (length(generation) = 16),
            lane INTEGER NOT NULL CHECK (lane IN (0, 1)),
            UNIQUE (line, party, generation, lane)) STRICT;

        CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            line INTEGER NOT NULL,
            place BLOB NOT NULL,
            header BLOB NOT NULL,
            sealed BLOB,
            opened BLOB) STRICT;
        CREATE UNIQUE INDEX transcript ON entries (line, place);

        CREATE TABLE checkpoints (
            feed INTEGER NOT NULL REFERENCES feeds (id),
            size INTEGER NOT NULL,
            signed BLOB NOT NULL,
            PRIMARY KEY (feed, size)) STRICT;

        CREATE TABLE cosignatures (
            feed INTEGER NOT NULL REFERENCES feeds (id),
            number INTEGER NOT NULL,
            party TEXT NOT NULL,
            size INTEGER NOT NULL,
            signed BLOB NOT NULL,
            PRIMARY KEY (feed, number)) STRICT;

        CREATE TABLE journal (id INTEGER PRIMARY KEY, leaf BLOB NOT NULL, detail BLOB NOT NULL) STRICT;

        CREATE TABLE documents (
            kind INTEGER NOT NULL,
            id TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (kind, id)) STRICT;
        """;

    public static Migration Migration { get; } = new(1, Sql);
}
