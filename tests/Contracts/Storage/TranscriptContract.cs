using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>The order of the transcript, against a sorted list.</summary>
public class TranscriptContract
{
    // Names that sort differently by culture, by length or with the terminator forgotten.
    private static readonly string[] Parties = ["a", "a-", "a0", "aa", "-", "0", "b", "zz", "a-b", new string('z', 32)];

    private static readonly UInt128[] Generations =
        [0, 1, 255, 256, UInt128.One << 63, UInt128.One << 64, UInt128.One << 127, UInt128.MaxValue];

    public static TheoryData<string, int> StoresAndSeeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in StoreRegistry.Names.Select(row => row.Data))
            {
                for (var seed = 1; seed <= 5; seed++)
                    data.Add(name, seed);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(StoresAndSeeds))]
    public void Pages_are_in_exact_order_both_ways_however_long_they_are(string name, int seed)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var chance = new Chance((ulong)seed);
        var oracle = Fill(store, chance);

        foreach (var line in oracle.Select(fact => fact.Feed.Line).Distinct())
        {
            var expected = oracle.Where(fact => fact.Feed.Line == line).Select(fact => fact.Position).Order().ToList();
            Assert.Equal(expected, Forwards(store, chance, line));
            Assert.Equal(expected, Backwards(store, chance, line));
        }
    }

    [Theory, MemberData(nameof(StoresAndSeeds))]
    public void A_page_begins_beside_any_cursor_recorded_or_not(string name, int seed)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var chance = new Chance((ulong)seed + 100);
        var oracle = Fill(store, chance);
        var expected = oracle.Where(fact => fact.Feed.Line == Line).Select(fact => fact.Position).Order().ToList();

        for (var i = 0; i < 200; i++)
        {
            var cursor = chance.Next(2) == 0
                ? expected[chance.Next(expected.Count)]
                : RandomPlace(chance, RandomFeed(chance), chance.Next(40));
            var limit = chance.Next(20);
            Assert.Equal(
                expected.Where(position => position > cursor).Take(limit),
                store.TranscriptAfter(Line, cursor, limit).Select(entry => entry.Position));
            Assert.Equal(
                expected.Where(position => position < cursor).TakeLast(limit),
                store.TranscriptBefore(Line, cursor, limit).Select(entry => entry.Position));
        }
    }

    [Theory, MemberData(nameof(StoresAndSeeds))]
    public void An_entry_that_is_placed_anew_moves_and_stays_itself(string name, int seed)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        var chance = new Chance((ulong)seed + 200);
        var oracle = Fill(store, chance);

        for (var i = 0; i < 50; i++)
        {
            var at = chance.Next(oracle.Count);
            oracle[at] = oracle[at] with { Position = RandomPlace(chance, oracle[at].Feed, oracle[at].Index) };
            store.Commit(new EntryPlaced(oracle[at].Feed, oracle[at].Index, oracle[at].Position));
            Assert.Equal(oracle[at].Position, store.Entry(oracle[at].Feed, oracle[at].Index)?.Position);
        }

        foreach (var line in oracle.Select(fact => fact.Feed.Line).Distinct())
        {
            Assert.Equal(
                oracle.Where(fact => fact.Feed.Line == line).OrderBy(fact => fact.Position).Select(Recorded),
                store.TranscriptAfter(line, null, int.MaxValue).Select(Text));
        }
    }

    private static string Recorded(EntryRecorded fact) =>
        Text(new StoredEntry(fact.Feed, fact.Index, fact.Header, fact.Sealed, fact.Opened, fact.Position));

    private static List<EntryRecorded> Fill(IStationStore store, Chance chance)
    {
        var sizes = new Dictionary<FeedId, long>();
        var oracle = new List<EntryRecorded>();
        for (var change = 0; change < 10; change++)
        {
            var facts = new List<EntryRecorded>();
            for (var i = 0; i < 40; i++)
            {
                var feed = RandomFeed(chance);
                var index = sizes.GetValueOrDefault(feed);
                sizes[feed] = index + 1;
                facts.Add(Entry(feed, index) with { Position = RandomPlace(chance, feed, index) });
            }

            store.Commit([.. facts]);
            oracle.AddRange(facts);
        }

        return oracle;
    }

    private static FeedId RandomFeed(Chance chance) => FeedOf(
        LineOf((byte)(1 + chance.Next(2))),
        Parties[chance.Next(Parties.Length)],
        Generations[chance.Next(Generations.Length)],
        (Lane)chance.Next(2));

    // Few times and depths, so that most pairs are told apart by their later parts; some far beyond 32 bits.
    private static TranscriptPosition RandomPlace(Chance chance, FeedId feed, long index) =>
        Place(feed, index, chance.Next(4) * (1L << 31), chance.Next(3) * 200L);

    private static List<TranscriptPosition> Forwards(IStationStore store, Chance chance, Lines.Charters.LineId line)
    {
        var read = new List<TranscriptPosition>();
        TranscriptPosition? after = null;
        while (store.TranscriptAfter(line, after, 1 + chance.Next(30)) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(entry => entry.Position));
            after = page[^1].Position;
        }

        return read;
    }

    private static List<TranscriptPosition> Backwards(IStationStore store, Chance chance, Lines.Charters.LineId line)
    {
        var read = new List<TranscriptPosition>();
        TranscriptPosition? before = null;
        while (store.TranscriptBefore(line, before, 1 + chance.Next(30)) is { Count: > 0 } page)
        {
            read.InsertRange(0, page.Select(entry => entry.Position));
            before = page[0].Position;
        }

        return read;
    }
}
