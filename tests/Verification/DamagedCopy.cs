using System.Globalization;
using Microsoft.Data.Sqlite;
using Parley.Station.Keys;
using Parley.Station.Storage;
using Parley.Station.Verification;
using Parley.Storage.Sqlite;

namespace Parley.Verification.Tests;

/// <summary>Copies of one store, each damaged behind its back and verified.</summary>
internal sealed class DamagedCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-damaged-").FullName;
    private readonly string whole;
    private readonly StationKeys keys;

    public DamagedCopy(Conversation.Station station)
    {
        keys = station.Keys;
        whole = Path.Combine(folder, "whole.db");
        station.CopyTo(whole);
    }

    private string Damaged => Path.Combine(folder, "station.db");

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = Open(whole);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>What verifying says after the damage; null when the database itself did not let it be done.</summary>
    public StoreReport? After(string sql, params (string Name, object Value)[] values)
    {
        File.Copy(whole, Damaged, overwrite: true);
        using (var connection = Open(Damaged))
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + sql;
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value);
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException refused) when (refused.SqliteErrorCode == 19)
            {
                return null;
            }
        }

        return Verify();
    }

    private StoreReport Verify()
    {
        IEnumerable<string> file = [];
        try
        {
            file = StoreCheck.CheckIntegrity(folder);
            using var store = SqliteStore.OpenSnapshot(folder);
            return StoreVerifier.Verify(store, keys, TestContext.Current.CancellationToken).After(file);
        }
        catch (StoreFault fault)
        {
            return StoreReport.Unreadable(keys.Party, fault.Message).After(file);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={file};Pooling=False"));
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
