namespace Parley.Storage.Sqlite.Tests.Migrations;

/// <summary>A store as version 1 wrote it, after one change of <see cref="Sample"/>. Frozen: it
/// stands for the stores that are out there.</summary>
internal static class Version1Fixture
{
    public const string Sql =
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

        UPDATE schema SET version = 1;
        UPDATE store SET position = 1, term = 3;
        INSERT INTO lines VALUES (1, x'4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a');
        INSERT INTO feeds VALUES (1, 1, 'astra', x'00000000000000000000000000000007', 1);
        INSERT INTO entries VALUES
            (1099511627776, 1,
             x'8000018bcfe56800800000000000000061737472610000000000000000000000000000000007018000000000000000',
             x'0000', x'0101', x'0202'),
            (1099511627777, 1,
             x'8000018bcfe56801800000000000000161737472610000000000000000000000000000000007018000000000000001',
             x'0101', x'0202', x'0303'),
            (1099511627778, 1,
             x'8000018bcfe56802800000000000000261737472610000000000000000000000000000000007018000000000000002',
             x'0202', x'0303', x'0404'),
            (1099511627779, 1,
             x'8000018bcfe56803800000000000000361737472610000000000000000000000000000000007018000000000000003',
             x'0303', x'0404', x'0505'),
            (1099511627780, 1,
             x'8000018bcfe56804800000000000000461737472610000000000000000000000000000000007018000000000000004',
             x'0404', x'0505', x'0606');
        INSERT INTO journal VALUES (0, x'0100000000000000', x'01');
        INSERT INTO checkpoints VALUES (1, 5, x'0100000000000000');
        INSERT INTO cosignatures VALUES (1, 1, 'astra', 5, x'02');
        INSERT INTO documents VALUES (0, '', x'0100000000000000'), (8, '00000001', x'03');
        """;
}
