using Microsoft.Data.Sqlite;

namespace Parley.Storage.Sqlite.Tests;

/// <summary>A folder that goes with its test.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("parley-sqlite-").FullName;

    public string Database => System.IO.Path.Combine(Path, "station.db");

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A connection of somebody else to the store's file.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL behind the store's back.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
