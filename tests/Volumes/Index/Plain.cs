using Parley.Volumes.Index;

namespace Parley.Volumes.Tests.Index;

/// <summary>An index that asks every box: what the other one must agree with.</summary>
internal sealed class Plain
{
    private readonly List<(int Id, IndexBox Box)> entries = [];

    public IReadOnlyCollection<(int Id, IndexBox Box)> Entries => entries;

    public void Insert(int id, IndexBox box) => entries.Add((id, box));

    public int Remove(int id) => entries.RemoveAll(e => e.Id == id);

    /// <summary>In order, an id once for each of its boxes.</summary>
    public List<int> Query(IndexBox box) => [.. entries.Where(e => e.Box.Meets(box)).Select(e => e.Id).Order()];

    public static List<int> Query(VolumeIndex index, IndexBox box)
    {
        var ids = new List<int>();
        index.Query(box, ids);
        return [.. ids.Order()];
    }

    public static List<int> Query(VolumeSnapshot snapshot, IndexBox box)
    {
        var ids = new List<int>();
        snapshot.Query(box, ids);
        return [.. ids.Order()];
    }
}
