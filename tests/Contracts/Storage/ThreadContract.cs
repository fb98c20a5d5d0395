using Parley.Station.Storage;
using static Parley.Contracts.Tests.Storage.Sample;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Queries from other threads while changes are committed.</summary>
public class ThreadContract
{
    private const int Changes = 200;
    private const int EntriesPerChange = 7;

    public static TheoryData<string> Stores => StoreRegistry.Names;

    [Theory, MemberData(nameof(Stores))]
    public void Queries_see_whole_changes_while_others_are_committed(string name)
    {
        using var place = StoreRegistry.Place(name);
        using var store = place.Open();
        using var started = new CountdownEvent(3);
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Run(() => ReadUntil(store, started, () => Volatile.Read(ref isDone)))).ToList();
        started.Wait();

        for (var change = 0; change < Changes; change++)
        {
            var facts = new List<StationFact> { Document("count", $"{change + 1}"), new JournalRecorded(change, [1], [1]) };
            for (var i = 0; i < EntriesPerChange; i++)
                facts.Add(Entry(i == 0 ? Other : Feed, i == 0 ? change : (long)change * (EntriesPerChange - 1) + i - 1, time: change));
            store.Commit(new StationChange(change + 1, facts));
        }

        Volatile.Write(ref isDone, true);
        foreach (var reader in readers)
        {
            reader.Thread.Join();
            Assert.Null(reader.Failure());
        }

        Assert.Equal(Changes * EntriesPerChange, store.TranscriptAfter(Line, null, int.MaxValue).Count);
    }

    private static void ReadUntil(IStationStore store, CountdownEvent started, Func<bool> isDone)
    {
        var last = 0L;
        started.Signal();
        do
        {
            var loaded = store.Load();
            Assert.InRange(loaded.Position, last, Changes);
            Assert.Equal(loaded.Position, loaded.JournalSize);
            if (loaded.Position > 0)
                Assert.Equal(Bytes($"{loaded.Position}"), Assert.Single(loaded.Documents).Bytes);
            var seen = store.TranscriptAfter(Line, null, int.MaxValue).Count;
            Assert.Equal(0, seen % EntriesPerChange);
            Assert.True(seen >= loaded.Position * EntriesPerChange);
            Assert.Equal(0, store.Entries(Feed, 0, int.MaxValue).Count % (EntriesPerChange - 1));
            last = loaded.Position;
        }
        while (!isDone());
    }

    private static (Thread Thread, Func<Exception?> Failure) Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        return (thread, () => failure);
    }
}
