using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite.Migrations;

/// <summary>Entries of listed kinds can be found by their kind. The kinds of older entries are read from their headers.</summary>
internal static class Version3
{
    // The index holds listed entries alone, so that the others, nearly all, cost nothing; their place stands in it, so that it moves with the entry.
    private const string Sql =
        """
        ALTER TABLE entries ADD COLUMN listed TEXT;
        CREATE INDEX listed ON entries (line, listed, place) WHERE listed IS NOT NULL;
        """;

    public static Migration Migration { get; } = new(3, Sql, Fill);

    private static void Fill(SqliteConnection connection)
    {
        using var set = new Statement(connection, "UPDATE entries SET listed = $kind WHERE id = $id", "$kind", "$id");
        // Rows are not changed while they are read.
        foreach (var (entry, kind) in Found(connection))
            set.Run(kind, entry);
    }

    private static List<(long Entry, string Kind)> Found(SqliteConnection connection)
    {
        using var entries = new Statement(connection, "SELECT id, header FROM entries ORDER BY id");
        using var rows = entries.Read();
        var found = new List<(long, string)>();
        while (rows.Read())
        {
            if (EntryHeader.Parse(rows.GetFieldValue<byte[]>(1))?.Listed is { } kind)
                found.Add((rows.GetInt64(0), kind));
        }

        return found;
    }
}
