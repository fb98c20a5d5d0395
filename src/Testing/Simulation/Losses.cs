using Parley.Station.Storage;
using Parley.Testing.Storage;

namespace Parley.Testing.Simulation;

/// <summary>What nobody holds any more once a station's disk was set back: such words may be gone, all others may not.</summary>
internal static class Losses
{
    public static void Of(SimulatedWorld world, SimulatedStation restored)
    {
        var disks = world.Stations.Select(s => MemoryStore.Open(s.Disk.Clone())).ToList();
        foreach (var word in world.Script.Words.Where(w => w.Author == restored && w.Released is not null))
        {
            var copies = disks.Select(d => Find(d, word)).OfType<StoredEntry>().ToList();
            word.IsLost |= copies.Count == 0;
            word.ContentIsLost |= copies.All(c => c.Opened is null);
        }
    }

    private static StoredEntry? Find(MemoryStore disk, Word word) => disk.Entry(word.Released!.Value.Feed(word.Line), word.Released.Value.Index);
}
