using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Entries found by their kind, where it is listed.</summary>
public class ListedContract
{
    public static TheoryData<string> Stores => StoreRegistry.Names;

    [Theory, MemberData(nameof(Stores))]
    public void Pages_of_a_kind_are_in_transcript_order_and_end_before_the_cursor(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(
            Notice(Feed, 0, 3000), Entry(Feed, 1, 3500), Notice(Other, 0, 1000), Notice(Feed, 2, 2000), Listed(Other, 1, 2500, EntryKind.Agreement));

        Assert.Equal(["boreal/0", "astra/2", "astra/0"], Found(store, null, 10));
        Assert.Equal(["astra/2", "astra/0"], Found(store, null, 2));
        Assert.Equal(["boreal/0"], Found(store, Place(Feed, 2, 2000, 0), 2));
        Assert.Equal(["boreal/0", "astra/2"], Found(store, Place(Feed, 7, 2700, 0), 5));
        Assert.Empty(Found(store, Place(Other, 0, 1000, 0), 10));
        Assert.Empty(Found(store, null, 0));
        Assert.Empty(Found(store, null, -1));
        Assert.Equal(["boreal/1"], Found(store, null, 10, EntryKind.Agreement));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Other_lines_and_kinds_are_left_out(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var elsewhere = FeedOf(LineOf(2), "astra", 1, Lane.Ordinary);
        store.Commit(Notice(Feed, 0, 1000), Notice(elsewhere, 0, 2000), Entry(Other, 0, 3000));

        Assert.Equal(["astra/0"], Found(store, null, 10));
        Assert.Equal(Text(store.Entry(Feed, 0)!), Text(Assert.Single(store.OfKind(Line, EntryKind.Notice, null, 10))));
        Assert.Equal(elsewhere, Assert.Single(store.OfKind(LineOf(2), EntryKind.Notice, null, 10)).Feed);
        Assert.Empty(store.OfKind(LineOf(9), EntryKind.Notice, null, 10));
        Assert.Empty(Found(store, null, 10, EntryKind.Agreement));
        Assert.Empty(Found(store, null, 10, EntryKind.Message));
        Assert.Empty(Found(store, null, 10, ""));
    }

    [Theory, MemberData(nameof(Stores))]
    public void An_entry_that_is_placed_anew_moves_within_its_kind(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(Notice(Feed, 0, 1000), Notice(Feed, 1, 2000), Notice(Other, 0, 3000));

        store.Commit(new EntryPlaced(Feed, 0, Place(Feed, 0, 2500, 0)));
        Assert.Equal(["astra/1", "astra/0", "boreal/0"], Found(store, null, 10));
        store.Commit(Notice(Feed, 2, 2600), new EntryPlaced(Other, 0, Place(Other, 0, 500, 0)));
        Assert.Equal(["boreal/0", "astra/1", "astra/0", "astra/2"], Found(store, null, 10));
        Assert.Equal(["boreal/0", "astra/1"], Found(store, Place(Feed, 0, 2500, 0), 10));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Kinds_are_found_after_the_store_was_opened_anew_and_in_a_backup(string name)
    {
        using var place = StoreRegistry.Place(name);
        using (var store = place.Open())
        {
            store.Commit(Notice(Feed, 0, 2000) with { Opened = null }, Notice(Other, 0, 1000));
            store.Commit(new ContentRecorded(Feed, 0, null, Bytes("opened")), new SealedBytesDropped(Feed, 0, 1));
            store.Backup(place.BackupName);
        }

        using var again = place.Open();
        Assert.Equal(["boreal/0", "astra/0"], Found(again, null, 10));
        Assert.Equal(Bytes("opened"), again.OfKind(Line, EntryKind.Notice, null, 1)[0].Opened);
        again.Commit(Notice(Feed, 1, 3000));
        Assert.Equal(["astra/0", "astra/1"], Found(again, null, 2));
        using var backup = place.OpenBackup();
        Assert.Equal(["boreal/0", "astra/0"], Found(backup, null, 10));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Pages_backwards_hold_each_entry_of_the_kind_once(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var chance = new Chance(7);
        var oracle = new List<EntryRecorded>();
        for (var index = 0; index < 300; index++)
            oracle.Add(Listed(Feed, index, chance.Next(50), chance.Next(3) switch { 0 => EntryKind.Notice, 1 => EntryKind.Agreement, _ => null }));
        store.Commit([.. oracle]);

        foreach (var kind in (string[])[EntryKind.Notice, EntryKind.Agreement])
        {
            var read = new List<TranscriptPosition>();
            TranscriptPosition? before = null;
            while (store.OfKind(Line, kind, before, 1 + chance.Next(9)) is { Count: > 0 } page)
            {
                read.InsertRange(0, page.Select(entry => entry.Position));
                before = page[0].Position;
            }

            Assert.Equal(oracle.Where(entry => entry.Listed == kind).Select(entry => entry.Position).Order(), read);
        }
    }

    private static EntryRecorded Notice(FeedId feed, long index, long time) => Listed(feed, index, time, EntryKind.Notice);

    private static EntryRecorded Listed(FeedId feed, long index, long time, string? kind) => Entry(feed, index, time) with { Listed = kind };

    private static IEnumerable<string> Found(IStationStore store, TranscriptPosition? before, int limit, string kind = EntryKind.Notice) =>
        store.OfKind(Line, kind, before, limit).Select(e => $"{e.Feed.Party}/{e.Index}");
}
