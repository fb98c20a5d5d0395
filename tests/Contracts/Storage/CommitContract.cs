using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Atomicity, position, refusal of gaps, one opener at a time.</summary>
public class CommitContract
{
    public static TheoryData<string> Stores => StoreRegistry.Names;

    /// <summary>Changes that do not follow, each after a fact that does.</summary>
    private static readonly StationFact[] Misfits =
    [
        Entry(Feed, 2),
        Entry(Feed, 0),
        Entry(Feed, -1),
        Entry(Other, 1),
        new ContentRecorded(Feed, 1, [1], null),
        new ContentRecorded(Feed, -1, [1], null),
        new ContentRecorded(Other, 0, [1], null),
        new ContentRecorded(Feed, long.MaxValue, [1], null),
        new EntryPlaced(Feed, 1, Place(Feed, 1, 5, 5)),
        new JournalRecorded(0, [1], [1]),
        new JournalRecorded(2, [1], [1]),
    ];

    [Theory, MemberData(nameof(Stores))]
    public void A_new_store_is_empty(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();

        var loaded = store.Load();

        Assert.Equal(0, loaded.Position);
        Assert.Equal(0, loaded.JournalSize);
        Assert.Empty(loaded.Documents);
        Assert.Null(store.Entry(Feed, 0));
        Assert.Empty(store.TranscriptAfter(Line, null, 10));
        Assert.Empty(store.TranscriptBefore(Line, null, 10));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Only_the_next_position_is_taken(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(new StationChange(1, [Document("a", "first")]));

        foreach (var position in (long[])[0, 1, 3, -1, long.MaxValue, long.MinValue])
        {
            var fault = Assert.Throws<StoreFault>(() => store.Commit(new StationChange(position, [Document("a", "second")])));
            Assert.Equal(StoreTrouble.Conflict, fault.Trouble);
        }

        var loaded = store.Load();
        Assert.Equal(1, loaded.Position);
        Assert.Equal(Bytes("first"), Assert.Single(loaded.Documents).Bytes);
        store.Commit(new StationChange(2, []));
        Assert.Equal(2, store.Load().Position);
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_change_that_does_not_follow_leaves_nothing(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(Entry(Feed, 0), new JournalRecorded(0, [1], [2]), Document("a", "x"));
        var before = Text(store, [Feed, Other]);

        foreach (var misfit in Misfits)
        {
            var fault = Assert.Throws<StoreFault>(() => store.Commit(
                Document("a", "y"),
                new CheckpointRecorded(Feed, 1, [1]),
                new CosignatureRecorded(Other, Party("cygna"), 1, [1]),
                new ContentRecorded(Feed, 0, [9], [9]),
                new SealedBytesDropped(Feed, 0, 1),
                misfit));

            Assert.Equal(StoreTrouble.Conflict, fault.Trouble);
            Assert.Equal(before, Text(store, [Feed, Other]));
        }

        // What the refused changes numbered is forgotten: the next ones go on from what is stored.
        store.Commit(Entry(Feed, 1), Entry(Other, 0), new JournalRecorded(1, [3], [4]));
        Assert.NotNull(store.Entry(Feed, 1));
        Assert.NotNull(store.Entry(Other, 0));
        Assert.Equal(2, store.Load().JournalSize);
    }

    [Theory, MemberData(nameof(Stores))]
    public void An_entry_with_the_place_of_another_is_a_mistake_and_leaves_nothing(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var misplaced = Entry(Feed, 0) with { Position = Place(Feed, 1, 1000, 0) };

        Assert.Throws<ArgumentException>(() => store.Commit(Document("a", "x"), misplaced));

        Assert.Equal(0, store.Load().Position);
        Assert.Empty(store.Load().Documents);
        store.Commit(Entry(Feed, 0));
        Assert.Throws<ArgumentException>(() => store.Commit(new EntryPlaced(Feed, 0, Place(Other, 0, 1000, 0))));
        Assert.Equal(1, store.Load().Position);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Facts_of_one_change_build_on_each_other(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();

        store.Commit(
            Entry(Feed, 0), Entry(Feed, 1), new ContentRecorded(Feed, 1, null, Bytes("opened")), Entry(Other, 0),
            new EntryPlaced(Feed, 0, Place(Feed, 0, 9000, 3)), Document("a", "x"), Document("a", "y"), Entry(Feed, 2),
            new JournalRecorded(0, [1], [1]), new JournalRecorded(1, [2], [2]));

        Assert.Equal(3, store.Entries(Feed, 0, 10).Count);
        Assert.Equal(Bytes("opened"), store.Entry(Feed, 1)?.Opened);
        Assert.Equal(Place(Feed, 0, 9000, 3), store.TranscriptBefore(Line, null, 1)[0].Position);
        Assert.Equal(Bytes("y"), Assert.Single(store.Load().Documents).Bytes);
        Assert.Equal(2, store.Load().JournalSize);
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_second_opener_is_refused_until_the_first_closes(string name)
    {
        using var place = StoreRegistry.Place(name);
        var first = place.Open();

        Assert.Equal(StoreTrouble.InUse, Assert.Throws<StoreFault>(() => place.Open()).Trouble);

        first.Commit(Entry(Feed, 0));
        first.Dispose();
        using var second = place.Open();
        Assert.Equal(1, second.Load().Position);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Everything_is_there_when_it_is_opened_again(string name)
    {
        using var place = StoreRegistry.Place(name);
        string before;
        using (var store = place.Open())
        {
            store.Commit(Entry(Feed, 0), Entry(Other, 0, 500), Document("a", "x"), Document("e", "proof", DocumentKind.Evidence));
            store.Commit(
                new JournalRecorded(0, [1], []), new CheckpointRecorded(Feed, 1, [7]), new ContentRecorded(Other, 0, null, []),
                new CosignatureRecorded(Feed, Party("boreal"), 1, [8]), new SealedBytesDropped(Feed, 0, 1));
            before = Text(store, [Feed, Other]);
        }

        using var again = place.Open();
        Assert.Equal(before, Text(again, [Feed, Other]));
        again.Commit(
            Entry(Feed, 1), Entry(Other, 1), new JournalRecorded(1, [2], []), new CosignatureRecorded(Feed, Party("boreal"), 2, [9]));
        Assert.Equal([1L, 2L], again.Cosignatures(Feed, 0, 10).Select(cosignature => cosignature.Number));
        Assert.Equal(3, again.Load().Position);
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_backup_holds_what_was_there_and_replaces_nothing(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(Entry(Feed, 0), Document("a", "x"));
        var before = Text(store, [Feed]);

        store.Backup(place.BackupName);
        store.Commit(Entry(Feed, 1), Document("a", "y"));
        Assert.Throws<StoreFault>(() => store.Backup(place.BackupName));

        using var backup = place.OpenBackup();
        Assert.Equal(before, Text(backup, [Feed]));
        backup.Commit(Entry(Feed, 1));
        Assert.Equal(2, backup.Load().Position);
    }
}
