using Parley.Lines.Entries;
using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Entries of a feed: pages, contents that come late, sealed bytes that go.</summary>
public class EntryContract
{
    public static TheoryData<string> Stores => StoreRegistry.Names;

    [Theory, MemberData(nameof(Stores))]
    public void An_entry_comes_back_as_it_was_recorded(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        EntryRecorded[] recorded =
        [
            Entry(Feed, 0) with { Sealed = null, Opened = null },
            Entry(Feed, 1) with { Header = [], Sealed = [], Opened = [] },
            Entry(Feed, 2) with { Header = new byte[16 * 1024], Sealed = new byte[256 * 1024], Opened = [0, 255] },
            Entry(Feed, 3, time: 253_402_300_799_999, depth: (1L << 53) - 1),
        ];
        store.Commit(recorded);

        foreach (var entry in recorded)
        {
            var stored = store.Entry(Feed, entry.Index);
            Assert.NotNull(stored);
            Assert.Equal(entry.Feed, stored.Feed);
            Assert.Equal(entry.Index, stored.Index);
            Assert.Equal(entry.Header, stored.Header);
            Assert.Equal(entry.Sealed, stored.Sealed);
            Assert.Equal(entry.Opened, stored.Opened);
            Assert.Equal(entry.Position, stored.Position);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public void Pages_are_in_order_of_index_and_of_one_feed(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        FeedId[] feeds = [Feed, Feed.Sibling, Other, FeedOf(LineOf(2), "astra", 1, Lane.Ordinary), FeedOf(Line, "astra", 2, Lane.Ordinary)];
        for (var index = 0; index < 10; index++)
            store.Commit([.. feeds.Select(feed => Entry(feed, index, time: 1000 - index))]);

        foreach (var feed in feeds)
        {
            Assert.Equal([0L, 1, 2], store.Entries(feed, 0, 3).Select(entry => entry.Index));
            Assert.Equal([8L, 9], store.Entries(feed, 8, 3).Select(entry => entry.Index));
            Assert.All(store.Entries(feed, 0, 100), entry => Assert.Equal(Bytes($"header {feed} {entry.Index}"), entry.Header));
            Assert.Equal(10, store.Entries(feed, -5, 100).Count);
            Assert.Empty(store.Entries(feed, 10, 3));
            Assert.Empty(store.Entries(feed, long.MaxValue, 3));
            Assert.Empty(store.Entries(feed, 0, 0));
            Assert.Empty(store.Entries(feed, 0, -1));
            Assert.Null(store.Entry(feed, 10));
            Assert.Null(store.Entry(feed, -1));
            Assert.Null(store.Entry(feed, 1L << 40));
            Assert.Null(store.Entry(feed, long.MaxValue));
        }

        Assert.Empty(store.Entries(FeedOf(Line, "cygna", 1, Lane.Ordinary), 0, 10));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Content_that_comes_late_leaves_the_rest_as_it_is(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(Entry(Feed, 0) with { Sealed = null });

        store.Commit(new ContentRecorded(Feed, 0, Bytes("sealed"), null));
        Holds("sealed", null);
        store.Commit(new ContentRecorded(Feed, 0, null, Bytes("opened")));
        Holds("sealed", "opened");
        store.Commit(new ContentRecorded(Feed, 0, null, null));
        Holds("sealed", "opened");
        store.Commit(new ContentRecorded(Feed, 0, [], Bytes("again")));
        Holds("", "again");
        Assert.Equal(Entry(Feed, 0).Header, store.Entry(Feed, 0)?.Header);

        void Holds(string? sealedBytes, string? opened)
        {
            var entry = store.Entry(Feed, 0);
            Assert.NotNull(entry);
            Assert.Equal(sealedBytes is null ? null : Bytes(sealedBytes), entry.Sealed);
            Assert.Equal(opened is null ? null : Bytes(opened), entry.Opened);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public void Dropping_sealed_bytes_takes_that_range_of_that_feed_and_nothing_else(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        for (var index = 0; index < 6; index++)
            store.Commit(Entry(Feed, index) with { Opened = [1] }, Entry(Other, index));

        store.Commit(new SealedBytesDropped(Feed, 1, 4));
        Assert.Equal([0L, 4, 5], Kept(Feed));
        store.Commit(new SealedBytesDropped(Feed, 5, 1000), new SealedBytesDropped(Feed, 4, 4), new SealedBytesDropped(Feed, 4, 2));
        Assert.Equal([0L, 4], Kept(Feed));
        store.Commit(new SealedBytesDropped(Feed, -7, long.MaxValue), new SealedBytesDropped(FeedOf(Line, "cygna", 1, Lane.Urgent), 0, 9));
        Assert.Empty(Kept(Feed));
        Assert.Equal(6, Kept(Other).Count());
        Assert.All(store.Entries(Feed, 0, 10), entry => Assert.Equal([1], entry.Opened));

        IEnumerable<long> Kept(FeedId feed) =>
            store.Entries(feed, 0, 10).Where(entry => entry.Sealed is not null).Select(entry => entry.Index);
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_content_that_is_destroyed_leaves_header_and_place_and_nothing_of_what_it_said(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        for (var index = 0; index < 3; index++)
            store.Commit(Entry(Feed, index) with { Opened = Bytes("opened") }, Entry(Other, index));
        var before = store.Entry(Feed, 1)!;

        store.Commit(new ContentDestroyed(Feed, 1, Bytes("gone")));
        var after = store.Entry(Feed, 1)!;
        Assert.Null(after.Sealed);
        Assert.Equal(Bytes("gone"), after.Opened);
        Assert.Equal(before.Header, after.Header);
        Assert.Equal(before.Position, after.Position);
        Assert.Equal([1L], store.TranscriptAfter(Line, null, 100).Where(e => e.Sealed is null).Select(e => e.Index));
        Assert.Equal(Bytes("opened"), store.Entry(Feed, 2)!.Opened);

        // Once more is no error; what is not recorded is.
        store.Commit(new ContentDestroyed(Feed, 1, Bytes("gone")));
        Assert.Equal(StoreTrouble.Conflict, Assert.Throws<StoreFault>(() => store.Commit(new ContentDestroyed(Feed, 3, Bytes("gone")))).Trouble);
        Assert.Equal(StoreTrouble.Conflict, Assert.Throws<StoreFault>(() => store.Commit(new ContentDestroyed(FeedOf(LineOf(9), "cygna", 1, Lane.Urgent), 0, []))).Trouble);
    }
}
