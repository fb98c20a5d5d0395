using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite;

/// <summary>Looks whether what entries regard, as their headers say, is what they are found by, and nothing else.</summary>
internal static class RegardsCheck
{
    public static List<string> Findings(SqliteConnection connection)
    {
        var findings = new List<string>();
        using var isThere = new Statement(
            connection,
            "SELECT 1 FROM regards WHERE line = $line AND regarded = $regarded AND entry = $entry", "$line", "$regarded", "$entry");
        using var entries = new Statement(connection, "SELECT id, line, header FROM entries ORDER BY id");
        var expected = 0L;
        using (var rows = entries.Read())
        {
            while (rows.Read() && findings.Count < Bounds.Findings)
            {
                var (entry, line) = (rows.GetInt64(0), rows.GetInt64(1));
                foreach (var regarded in EntryHeader.Parse(rows.GetFieldValue<byte[]>(2))?.Regards ?? [])
                {
                    expected++;
                    if (isThere.Number(line, Regarded.Write(regarded), entry) is null)
                        findings.Add($"{Name(entry)} cannot be found by what it regards.");
                }
            }
        }

        if (findings.Count == 0)
            findings.AddRange(Unexpected(connection, expected));
        return findings;
    }

    private static IEnumerable<string> Unexpected(SqliteConnection connection, long expected)
    {
        using var count = new Statement(connection, "SELECT count(*) FROM regards");
        var found = count.Number() ?? 0;
        return found == expected ? [] : [$"{found} rows say what entries regard, and their headers name {expected}."];
    }

    private static string Name(long key) => $"Entry {EntryKey.Index(key)} of feed {key >> Bounds.IndexBits}";
}
