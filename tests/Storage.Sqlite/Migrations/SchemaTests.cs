using Microsoft.Data.Sqlite;
using Parley.Station.Storage;
using Parley.Storage.Sqlite.Migrations;

namespace Parley.Storage.Sqlite.Tests.Migrations;

public class SchemaTests
{
    private static readonly Migration Next = new(Schema.All.Count + 1, "CREATE TABLE added (id INTEGER PRIMARY KEY)");

    private static readonly Migration AfterNext = new(Schema.All.Count + 2, "INSERT INTO added (id) VALUES (42)");

    [Fact]
    public void Migrations_are_numbered_from_one_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Schema.All.Count), Schema.All.Select(migration => migration.Version));

    [Fact]
    public void A_store_of_version_1_is_opened_and_whole()
    {
        using var folder = new StoreFolder();
        folder.Execute(Version1Fixture.Sql);

        using (var store = SqliteStore.Open(folder.Path))
        {
            Assert.Equal(1, Sample.AssertWhole(store));
            store.Commit(Sample.Change(2));
            Assert.Equal(2, Sample.AssertWhole(store));
        }

        Assert.Empty(StoreCheck.CheckIntegrity(folder.Path));
    }

    [Fact]
    public void Migrations_run_in_order_and_once()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using var connection = folder.Connect();

        Schema.BringUpToDate(connection, [.. Schema.All, Next, AfterNext]);
        Schema.BringUpToDate(connection, [.. Schema.All, Next, AfterNext]);

        Assert.Equal(42, Number(connection, "SELECT id FROM added"));
        Assert.Equal(AfterNext.Version, Number(connection, "SELECT version FROM schema"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_version_before_it()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using (var connection = folder.Connect())
        {
            var failing = AfterNext with { Sql = "INSERT INTO added (id) VALUES (1); INSERT INTO nowhere VALUES (1)" };
            Assert.Throws<SqliteException>(() => Schema.BringUpToDate(connection, [.. Schema.All, Next, failing]));
        }

        using var again = folder.Connect();
        Assert.Equal(Next.Version, Number(again, "SELECT version FROM schema"));
        Assert.Equal(0, Number(again, "SELECT count(*) FROM added"));
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using (var connection = folder.Connect())
            Schema.BringUpToDate(connection, [.. Schema.All, Next]);
        var before = File.ReadAllBytes(folder.Database);

        Assert.Equal(StoreTrouble.TooNew, Assert.Throws<StoreFault>(() => SqliteStore.Open(folder.Path)).Trouble);
        Assert.Equal(StoreTrouble.TooNew, Assert.Throws<StoreFault>(() => SqliteStore.OpenForReading(folder.Path)).Trouble);
        Assert.Equal(StoreTrouble.TooNew, Assert.Throws<StoreFault>(() => StoreCheck.CheckIntegrity(folder.Path)).Trouble);
        Assert.Equal(before, File.ReadAllBytes(folder.Database));
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? -1L);
    }
}
