namespace Parley.Volumes.Index;

/// <summary>An index as it was at one time. It never changes, and any thread may ask it while the owner of the index goes on; it must reach that thread as anything that
/// is handed to another thread does. It keeps what was merged or removed since in memory as long as it is held.</summary>
public sealed class VolumeSnapshot
{
    private readonly PackedTree[] trees;
    private readonly Tail tail;
    private readonly int tailCount;
    private readonly int version;

    internal VolumeSnapshot(PackedTree[] trees, Tail tail, int version, int count)
    {
        (this.trees, this.tail, tailCount, this.version) = (trees, tail, tail.Count, version);
        Count = count;
    }

    /// <summary>Boxes in it.</summary>
    public int Count { get; }

    /// <summary>Tells the visitor the id of every box that meets this one, in no particular order; an id with several such boxes once for each. Allocates nothing.</summary>
    public void Query<TVisitor>(in IndexBox box, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor =>
        Query(trees, tail, tailCount, version, box, ref visitor);

    /// <summary>Adds the ids to a list, as <see cref="Query{TVisitor}(in IndexBox, ref TVisitor)"/> tells them.</summary>
    public void Query(in IndexBox box, List<int> into)
    {
        var gathered = new Gathered(into);
        Query(box, ref gathered);
    }

    internal static void Query<TVisitor>(PackedTree[] trees, Tail tail, int tailCount, int version, in IndexBox box, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor
    {
        var probe = new Probe(box);
        foreach (var tree in trees)
        {
            if (!tree.Query(probe, version, ref visitor))
                return;
        }

        tail.Query(probe, version, tailCount, ref visitor);
    }
}
