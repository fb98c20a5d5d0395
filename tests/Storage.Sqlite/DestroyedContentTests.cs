using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Tests;

public class DestroyedContentTests
{
    [Fact]
    public void What_was_destroyed_stands_nowhere_in_the_file_once_its_log_is_taken_in()
    {
        using var folder = new StoreFolder();
        var (sealedBytes, opened) = (Marked(0x5A), Marked(0xA5));
        using (var store = SqliteStore.Create(folder.Path))
        {
            var change = Sample.Change(1);
            var entry = change.Facts.OfType<EntryRecorded>().First();
            store.Commit(change with { Facts = [.. change.Facts.Select(f => ReferenceEquals(f, entry) ? entry with { Sealed = sealedBytes, Opened = opened } : f)] });
            store.Commit(Sample.Change(2));
            Assert.Equal(sealedBytes, store.Entry(entry.Feed, entry.Index)!.Sealed);
            store.Commit(new StationChange(3, [new ContentDestroyed(entry.Feed, entry.Index, [1])]));
        }

        var file = File.ReadAllBytes(Path.Combine(folder.Path, "station.db"));
        Assert.True(file.AsSpan().IndexOf(sealedBytes.AsSpan(0, 64)) < 0, "the sealed bytes are in the file");
        Assert.True(file.AsSpan().IndexOf(opened.AsSpan(0, 64)) < 0, "what rested under the station's key is in the file");
    }

    /// <summary>More than a page, so that pages become free.</summary>
    private static byte[] Marked(byte with) => [.. Enumerable.Range(0, 40_000).Select(i => (byte)(with ^ (i * 31)))];
}
