using Parley.Lines.Entries;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Tests;

public class StoreCheckTests
{
    [Theory]
    [InlineData("DELETE FROM entries WHERE id = (SELECT min(id) FROM entries)", "entries up to index")]
    [InlineData("DELETE FROM journal WHERE id = 0", "journal")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM lines", "missing")]
    [InlineData(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX transcript ON entries (place, line)' " +
        "WHERE name = 'transcript'",
        "transcript")]
    public void Damage_is_found(string damage, string finding)
    {
        using var folder = new StoreFolder();
        using (var store = SqliteStore.Create(folder.Path))
        {
            store.Commit(Sample.Change(1));
            store.Commit(Sample.Change(2));
        }

        Assert.Empty(StoreCheck.CheckIntegrity(folder.Path));
        folder.Execute(damage);

        Assert.Contains(
            StoreCheck.CheckIntegrity(folder.Path), found => found.Contains(finding, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("DELETE FROM regards WHERE entry = (SELECT max(entry) FROM regards)", "cannot be found by what it regards")]
    [InlineData("INSERT INTO regards SELECT line, x'00', entry FROM regards LIMIT 1", "rows say what entries regard")]
    [InlineData("UPDATE entries SET listed = NULL", "cannot be found by its kind")]
    [InlineData("UPDATE entries SET listed = 'agreement' WHERE listed IS NOT NULL", "cannot be found by its kind")]
    [InlineData("UPDATE entries SET listed = 'notice'", "cannot be found by its kind")]
    public void What_entries_are_found_by_is_held_against_their_headers(string damage, string finding)
    {
        using var folder = new StoreFolder();
        using (var store = SqliteStore.Create(folder.Path))
        {
            var first = EntryRef.Of(Sample.Feed, 0);
            store.Commit(new StationChange(1,
            [
                Sample.Entry(Sample.Feed, 0) with { Header = Sample.Header(Sample.Feed, 0, EntryKind.Message) },
                Sample.Entry(Sample.Feed, 1) with { Header = Sample.Header(Sample.Feed, 1, EntryKind.Notice, first), Regards = [first], Listed = EntryKind.Notice },
            ]));
        }

        Assert.Empty(StoreCheck.CheckIntegrity(folder.Path));
        folder.Execute(damage);

        Assert.Contains(StoreCheck.CheckIntegrity(folder.Path), found => found.Contains(finding, StringComparison.Ordinal));
    }
}
