using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;

namespace Parley.Storage.Sqlite;

/// <summary>Looks whether entries are found by what their headers say, and by nothing else: by what they regard, and by their kind if that is listed.</summary>
internal static class FoundByCheck
{
    public static List<string> Findings(SqliteConnection connection)
    {
        var findings = new List<string>();
        using var isThere = new Statement(
            connection,
            "SELECT 1 FROM regards WHERE line = $line AND regarded = $regarded AND entry = $entry", "$line", "$regarded", "$entry");
        using var entries = new Statement(connection, "SELECT id, line, header, listed FROM entries ORDER BY id");
        var expected = 0L;
        using (var rows = entries.Read())
        {
            while (rows.Read() && findings.Count < Bounds.Findings)
            {
                var (entry, line) = (rows.GetInt64(0), rows.GetInt64(1));
                var header = EntryHeader.Parse(rows.GetFieldValue<byte[]>(2));
                foreach (var regarded in header?.Regards ?? [])
                {
                    expected++;
                    if (isThere.Number(line, Regarded.Write(regarded), entry) is null)
                        findings.Add($"{Name(entry)} cannot be found by what it regards.");
                }

                if ((rows.IsDBNull(3) ? null : rows.GetString(3)) != header?.Listed)
                    findings.Add($"{Name(entry)} cannot be found by its kind, or is found by another one.");
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
