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
}
