using Microsoft.Data.Sqlite;
using Parley.Station.Storage;
using Parley.Storage.Sqlite.Migrations;

namespace Parley.Storage.Sqlite;

/// <summary>Looks whether a store's file is whole: pages and indexes, and that every log has all its records. What the records say is
/// proved by their signatures, not here.</summary>
public static class StoreCheck
{
    /// <summary>What is wrong, in English, a sentence each; empty when nothing is. Reads the whole file; a station may run on it.</summary>
    /// <exception cref="StoreFault">Missing, TooNew or Unavailable: it could not be looked at.</exception>
    public static IEnumerable<string> CheckIntegrity(string folder)
    {
        var file = SqliteStore.ExistingFileIn(folder);
        try
        {
            return Faults.Translated(() => Findings(file));
        }
        catch (StoreFault fault) when (fault.Trouble == StoreTrouble.Corrupt)
        {
            return [fault.Message];
        }
    }

    private static List<string> Findings(string file)
    {
        using var connection = Connections.ForReading(file);
        Schema.RequireCurrent(connection);
        var findings = Texts(connection, $"PRAGMA integrity_check({Bounds.Findings})", row => row.GetString(0));
        findings.Remove("ok");
        findings.AddRange(Texts(
            connection,
            "PRAGMA foreign_key_check",
            row => $"A row of {row.GetString(0)} names a row of {row.GetString(2)} that is missing."));
        findings.AddRange(Texts(
            connection,
            $"""
            WITH reach AS (
                SELECT id >> {Bounds.IndexBits} AS feed, count(*) AS held, (max(id) & {EntryKey.LastIndex}) AS last
                FROM entries GROUP BY 1)
            SELECT feed, held, last FROM reach WHERE held <> last + 1 OR feed NOT IN (SELECT id FROM feeds) LIMIT {Bounds.Findings}
            """,
            row => $"Feed {row.GetInt64(0)} holds {row.GetInt64(1)} entries up to index {row.GetInt64(2)}."));
        findings.AddRange(Texts(
            connection,
            $"SELECT e.id FROM entries e JOIN feeds f ON f.id = e.id >> {Bounds.IndexBits} WHERE e.line <> f.line LIMIT {Bounds.Findings}",
            row => $"Entry {EntryKey.Index(row.GetInt64(0))} of feed {row.GetInt64(0) >> Bounds.IndexBits} stands under another line."));
        findings.AddRange(Texts(
            connection,
            "SELECT 'schema', id FROM schema WHERE id <> 1 UNION ALL SELECT 'store', id FROM store WHERE id <> 1",
            row => $"The row of {row.GetString(0)} has the number {row.GetInt64(1)} instead of 1."));
        findings.AddRange(Texts(
            connection,
            "SELECT s.term, v.user_version FROM store s, pragma_user_version v WHERE s.term <> v.user_version",
            row => $"The store's term is {row.GetInt64(0)}, and its file was opened {row.GetInt64(1)} times."));
        var kinds = string.Join(',', Enum.GetValues<DocumentKind>().Select(kind => (int)kind));
        findings.AddRange(Texts(
            connection,
            $"SELECT kind, id FROM documents WHERE kind NOT IN ({kinds}) LIMIT {Bounds.Findings}",
            row => $"Document '{row.GetString(1)}' is of kind {row.GetInt64(0)}, which is not known."));
        findings.AddRange(Texts(
            connection,
            "SELECT count(*), max(id) FROM journal HAVING count(*) <> coalesce(max(id) + 1, 0)",
            row => $"The journal holds {row.GetInt64(0)} records up to index {row.GetInt64(1)}."));
        findings.AddRange(FoundByCheck.Findings(connection));
        return findings;
    }

    private static List<string> Texts(SqliteConnection connection, string sql, Func<SqliteDataReader, string> text)
    {
        using var statement = new Statement(connection, sql);
        using var rows = statement.Read();
        var texts = new List<string>();
        while (rows.Read())
            texts.Add(text(rows));
        return texts;
    }
}
