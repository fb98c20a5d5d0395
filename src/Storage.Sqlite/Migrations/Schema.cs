using System.Globalization;
using Microsoft.Data.Sqlite;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Migrations;

/// <summary>Which schema a file has, and the way to the newest. Every change of schema is one transaction, so that a crash leaves the
/// version before or the version after.</summary>
internal static class Schema
{
    // "PARL" read as a number: what marks a file as one of ours. Fixed in the first migration.
    private const long ApplicationId = 1346458188;

    /// <summary>All migrations in order of version, from 1, without gaps.</summary>
    public static IReadOnlyList<Migration> All { get; } = [Version1.Migration, Version2.Migration, Version3.Migration];

    /// <summary>Writes the schema into an empty file.</summary>
    public static void Create(SqliteConnection connection) => Apply(connection, All, 0);

    /// <summary>Checks that the file is a store of a version known here, and changes nothing.</summary>
    /// <exception cref="StoreFault">Missing when it is no store, TooNew when a newer program wrote it.</exception>
    public static void RequireKnown(SqliteConnection connection) => VersionOf(connection, All);

    /// <summary>The same, and brings it to the newest version.</summary>
    public static void BringUpToDate(SqliteConnection connection, IReadOnlyList<Migration> all) =>
        Apply(connection, all, VersionOf(connection, all));

    /// <summary>Checks that the file can be read as it is; a reader may not change it.</summary>
    /// <exception cref="StoreFault">As above; Unavailable when the file is older and must be brought up to date first.</exception>
    public static void RequireCurrent(SqliteConnection connection)
    {
        if (VersionOf(connection, All) < All.Count)
            throw new StoreFault(StoreTrouble.Unavailable, "The store is of an older version: start the station on it once.");
    }

    private static int VersionOf(SqliteConnection connection, IReadOnlyList<Migration> all)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new StoreFault(StoreTrouble.Missing, $"{connection.DataSource} is not a station's store.");
        var version = Number(connection, "SELECT version FROM schema");
        if (version > all.Count)
        {
            throw new StoreFault(
                StoreTrouble.TooNew,
                $"The store has schema version {version}; this program knows versions up to {all.Count}.");
        }

        return (int)version;
    }

    private static void Apply(SqliteConnection connection, IReadOnlyList<Migration> all, int version)
    {
        foreach (var migration in all.Skip(version))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Run(connection, migration.Sql);
            migration.Fill?.Invoke(connection);
            Run(connection, $"UPDATE schema SET version = {migration.Version}");
            transaction.Commit();
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
