using Microsoft.Data.Sqlite;
using Parley.Lines.Entries;
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
    public void Entries_of_an_older_store_are_found_by_what_their_headers_say()
    {
        using var folder = new StoreFolder();
        folder.Execute(Version1Fixture.Sql);
        SetHeader(folder, 1, Sample.Header(Sample.Feed, 1, EntryKind.Notice));
        SetHeader(folder, 2, Sample.Header(Sample.Feed, 2, EntryKind.Message, EntryRef.Of(Sample.Feed, 1)));
        SetHeader(folder, 4, Sample.Header(Sample.Feed, 4, EntryKind.Notice, EntryRef.Of(Sample.Feed, 1)));

        using (var store = SqliteStore.Open(folder.Path))
        {
            Assert.Equal([1L, 4], store.OfKind(Sample.Feed.Line, EntryKind.Notice, null, 10).Select(entry => entry.Index));
            Assert.Equal([2L, 4], store.Regarding(Sample.Feed.Line, EntryRef.Of(Sample.Feed, 1), null, 10).Select(entry => entry.Index));
        }

        Assert.Empty(StoreCheck.CheckIntegrity(folder.Path));
    }

    [Fact]
    public void A_kind_is_looked_up_and_not_searched_for()
    {
        using var folder = new StoreFolder();
        SqliteStore.Create(folder.Path).Dispose();
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT id FROM entries WHERE line = 1 AND listed = 'notice' AND place < x'ff' ORDER BY place DESC LIMIT 3";
        using var plan = command.ExecuteReader();

        Assert.True(plan.Read());
        Assert.Contains("INDEX listed (line=? AND listed=? AND place<?)", plan.GetString(3), StringComparison.Ordinal);
        Assert.False(plan.Read());
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

    private static void SetHeader(StoreFolder folder, long index, byte[] header) =>
        folder.Execute($"UPDATE entries SET header = x'{Convert.ToHexString(header)}' WHERE id = {EntryKey.Of(1, index)}");

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? -1L);
    }
}
