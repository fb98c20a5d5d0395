using Parley.Lines.Entries;
using Parley.Station.Storage;
using Parley.Testing.Storage;

namespace Parley.Testing.Simulation;

/// <summary>What nobody holds any more once a station's disk was set back: such words may be gone, all others may not.</summary>
internal static class Losses
{
    public static void Of(SimulatedWorld world, SimulatedStation restored)
    {
        Contents(world, restored);
        var disks = world.Stations.Select(s => MemoryStore.Open(s.Disk.Clone())).ToList();
        foreach (var word in world.Script.Spoken.Where(w => w.Author == restored && w.Released is not null))
        {
            var copies = disks.Select(d => Find(d, word)).OfType<StoredEntry>().ToList();
            word.IsLost |= copies.Count == 0;
            word.ContentIsLost |= copies.All(c => c.Opened is null);
        }
    }

    /// <summary>Stations that must hold something at the end; none when it was not said to have left, or when its loss is excused.</summary>
    public static IReadOnlyList<SimulatedStation> Keepers(SimulatedWorld world, Spoken spoken)
    {
        var isJoined = world.Reaches(spoken.Author, spoken.Line);
        if (spoken.Released is not { } released || (!spoken.IsLast && (spoken.IsLost || world.Witness.Forked.Contains(released.Feed(spoken.Line)))))
            return [];
        // Only a courier could bring it back to who lost it.
        if (spoken.Author.Restores > 0 && !isJoined)
            return [];
        return [.. world.Stations.Where(s => s.Core!.Memory.Lines.ContainsKey(spoken.Line) && !world.HasLeft(s, spoken.Line) && (s == spoken.Author || isJoined))];
    }

    /// <summary>Entries of the restored station that somebody holds, and the content of which nobody does.</summary>
    private static void Contents(SimulatedWorld world, SimulatedStation restored)
    {
        var copies = new SortedDictionary<EntryKey, bool>();
        foreach (var station in world.Stations)
        {
            using var disk = MemoryStore.Open(station.Disk.Clone());
            foreach (var feed in FeedsOf(disk).Where(f => f.Party == restored.Party))
            {
                foreach (var entry in disk.Entries(feed, 0, int.MaxValue))
                    copies[new EntryKey(feed, entry.Index)] = copies.GetValueOrDefault(new EntryKey(feed, entry.Index)) || entry.Opened is not null;
            }
        }

        foreach (var (key, isReadable) in copies)
        {
            if (!isReadable)
                world.LostContents.Add(key);
        }
    }

    private static IEnumerable<FeedId> FeedsOf(MemoryStore disk) =>
        disk.Load().Documents.Where(d => d.Kind == DocumentKind.Feed).Select(d => FeedId.Parse(d.Id)!.Value);

    private static StoredEntry? Find(MemoryStore disk, Spoken word) => disk.Entry(word.Released!.Value.Feed(word.Line), word.Released.Value.Index);
}

/// <summary>One entry of one feed.</summary>
internal readonly record struct EntryKey(FeedId Feed, long Index) : IComparable<EntryKey>
{
    public int CompareTo(EntryKey other) => Feed.CompareTo(other.Feed) is var order and not 0 ? order : Index.CompareTo(other.Index);
}
