using Microsoft.Data.Sqlite;

namespace Parley.Storage.Sqlite;

/// <summary>How a connection to the store's file is opened. Pooling is off everywhere: a closed store leaves no open file behind.</summary>
internal static class Connections
{
    /// <summary>A connection that makes the file, in its final page size and in write-ahead mode, without tables.</summary>
    public static SqliteConnection ForCreating(string file) =>
        Open(file, SqliteOpenMode.ReadWriteCreate, $"PRAGMA page_size = {Bounds.PageSize}; PRAGMA journal_mode = WAL; {Durable}");

    /// <summary>The writing connection. It changes nothing before <see cref="MakeDurable"/>: the file may turn out not to be
    /// ours.</summary>
    public static SqliteConnection ForWriting(string file) => Open(file, SqliteOpenMode.ReadWrite, "PRAGMA foreign_keys = ON");

    /// <summary>Turns to write-ahead mode, each commit flushed to the disk.</summary>
    public static void MakeDurable(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"PRAGMA journal_mode = WAL; {Durable}; PRAGMA wal_autocheckpoint = {Bounds.WalPages}; " +
            $"PRAGMA journal_size_limit = {Bounds.WalSize}; " +
            // What is taken away is overwritten with zeros: contents that were destroyed must not stand in free pages.
            "PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    /// <summary>A connection that can only read.</summary>
    public static SqliteConnection ForReading(string file) => Open(file, SqliteOpenMode.ReadOnly, "PRAGMA query_only = ON");

    // FULL: without it a commit in write-ahead mode can be lost with the power.
    private const string Durable = "PRAGMA synchronous = FULL";

    private static SqliteConnection Open(string file, SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Bounds.LockSeconds,
        }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {Bounds.LockSeconds * 1000}; {pragmas}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
