using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite.Migrations;

/// <summary>Entries can be found by what they regard. What older entries regard is read from their headers.</summary>
internal static class Version2
{
    private const string Sql =
        """
        CREATE TABLE regards (
            line INTEGER NOT NULL REFERENCES lines (id),
            regarded BLOB NOT NULL,
            entry INTEGER NOT NULL REFERENCES entries (id),
            PRIMARY KEY (line, regarded, entry)) STRICT;
        """;

    public static Migration Migration { get; } = new(2, Sql, Fill);

    private static void Fill(SqliteConnection connection)
    {
        using var entries = new Statement(connection, "SELECT id, line, header FROM entries ORDER BY id");
        using var add = new Statement(
            connection, "INSERT INTO regards (line, regarded, entry) VALUES ($line, $regarded, $entry)", "$line", "$regarded", "$entry");
        using var rows = entries.Read();
        while (rows.Read())
        {
            foreach (var regarded in EntryHeader.Parse(rows.GetFieldValue<byte[]>(2))?.Regards ?? [])
                add.Run(rows.GetInt64(1), Regarded.Write(regarded), rows.GetInt64(0));
        }
    }
}
