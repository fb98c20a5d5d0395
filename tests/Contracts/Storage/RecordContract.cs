using Parley.Lines.Entries;
using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Checkpoints, cosignatures, journal and documents.</summary>
public class RecordContract
{
    public static TheoryData<string> Stores => StoreRegistry.Names;

    [Theory, MemberData(nameof(Stores))]
    public void Checkpoints_are_in_order_of_size_and_the_same_size_replaces(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(
            new CheckpointRecorded(Feed, 300, Bytes("300")), new CheckpointRecorded(Feed, 2, Bytes("2")),
            new CheckpointRecorded(Other, 5, Bytes("other")), new CheckpointRecorded(Feed, 0, Bytes("0")));
        store.Commit(new CheckpointRecorded(Feed, 2, Bytes("2 again")));

        Assert.Equal(["0", "2 again", "300"], Read(-1, 10));
        Assert.Equal(["2 again", "300"], Read(0, 10));
        Assert.Equal(["2 again"], Read(1, 1));
        Assert.Empty(Read(300, 10));
        Assert.Empty(Read(-1, -1));

        IEnumerable<string> Read(long above, int limit) =>
            store.Checkpoints(Feed, above, limit).Select(checkpoint => System.Text.Encoding.UTF8.GetString(checkpoint.Signed));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Entries_are_found_by_what_they_regard_in_transcript_order(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var (first, unknown) = (EntryRef.Of(Feed, 0), EntryRef.Of(Other, 77));
        store.Commit(
            Entry(Feed, 0), Entry(Feed, 1, 3000) with { Regards = [first] }, Entry(Other, 0, 2000) with { Regards = [first, unknown] },
            Entry(Feed, 2, 4000));
        store.Commit(new EntryPlaced(Feed, 1, Place(Feed, 1, 5000, 0)), Entry(Other, 1, 4500) with { Regards = [first] });

        Assert.Equal(["boreal/0", "boreal/1", "astra/1"], Found(first, null, 10));
        Assert.Equal(["boreal/0"], Found(first, null, 1));
        Assert.Equal(["astra/1"], Found(first, Place(Other, 1, 4500, 0), 10));
        Assert.Equal(["boreal/0"], Found(unknown, null, 10));
        Assert.Empty(Found(EntryRef.Of(Feed, 1), null, 10));
        Assert.Empty(store.Regarding(LineOf(9), first, null, 10));

        IEnumerable<string> Found(EntryRef regarded, Lines.Transcripts.TranscriptPosition? after, int limit) =>
            store.Regarding(Line, regarded, after, limit).Select(e => $"{e.Feed.Party}/{e.Index}");
    }

    [Theory, MemberData(nameof(Stores))]
    public void Cosignatures_are_numbered_from_one_within_each_feed(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(
            new CosignatureRecorded(Feed, Party("boreal"), 9, [1]), new CosignatureRecorded(Other, Party("cygna"), 5, [2]),
            new CosignatureRecorded(Feed, Party("cygna"), 3, [3]));
        store.Commit(new CosignatureRecorded(Feed, Party("boreal"), 9, [1]));

        Assert.Equal(
            [(1L, "boreal", 9L, (byte)1), (2, "cygna", 3, 3), (3, "boreal", 9, 1)],
            store.Cosignatures(Feed, 0, 10).Select(c => (c.Number, c.By.ToString(), c.Size, c.Signed[0])));
        Assert.Equal([1L], store.Cosignatures(Other, 0, 10).Select(c => c.Number));
        Assert.Equal([2L], store.Cosignatures(Feed, 1, 1).Select(c => c.Number));
        Assert.Empty(store.Cosignatures(Feed, 3, 10));
    }

    [Theory, MemberData(nameof(Stores))]
    public void The_journal_is_paged_by_index(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        for (byte i = 0; i < 7; i++)
            store.Commit(new JournalRecorded(i, [i], [i, i]));

        Assert.Equal(7, store.Load().JournalSize);
        Assert.Equal([2L, 3, 4], store.Journal(2, 3).Select(record => record.Index));
        Assert.Equal([6L], store.Journal(6, 3).Select(record => record.Index));
        Assert.Empty(store.Journal(7, 3));
        Assert.All(store.Journal(0, 10), record =>
        {
            var i = (byte)record.Index;
            Assert.Equal([i], record.Leaf);
            Assert.Equal([i, i], record.Detail);
        });
    }

    [Theory, MemberData(nameof(Stores))]
    public void Documents_are_put_replaced_and_removed_by_kind_and_id(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        store.Commit(
            Document("b", "1", DocumentKind.Peer), Document("a", "2", DocumentKind.Peer), Document("a", "3", DocumentKind.Line),
            Document("", "4", DocumentKind.Station));
        store.Commit(
            Document("a", "2 again", DocumentKind.Peer), new DocumentRemoved(DocumentKind.Peer, "b"),
            new DocumentRemoved(DocumentKind.Peer, "never there"), Document("c", "5", DocumentKind.Peer));

        Assert.Equal(
            [
                (DocumentKind.Station, "", "4"), (DocumentKind.Peer, "a", "2 again"), (DocumentKind.Peer, "c", "5"),
                (DocumentKind.Line, "a", "3"),
            ],
            store.Load().Documents.Select(d => (d.Kind, d.Id, System.Text.Encoding.UTF8.GetString(d.Bytes))).OrderBy(d => d.Kind));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Every_kind_is_loaded_or_can_be_paged(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var kinds = Enum.GetValues<DocumentKind>();
        store.Commit([.. kinds.SelectMany(kind => new[] { "10", "9", "B", "a" }.Select(id => Document(id, $"{kind} {id}", kind)))]);

        Assert.Equal(
            kinds.Where(DocumentKinds.IsLoaded).SelectMany(kind => Enumerable.Repeat(kind, 4)),
            store.Load().Documents.Select(document => document.Kind).Order());
        foreach (var kind in kinds.Where(kind => !DocumentKinds.IsLoaded(kind)))
        {
            Assert.Equal(["10", "9", "B", "a"], store.Documents(kind, "", 10).Select(document => document.Id));
            Assert.Equal(["B"], store.Documents(kind, "9", 1).Select(document => document.Id));
            Assert.Empty(store.Documents(kind, "a", 10));
            Assert.All(store.Documents(kind, "", 10), document => Assert.Equal(Bytes($"{kind} {document.Id}"), document.Bytes));
        }
    }
}
