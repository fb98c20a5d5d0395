namespace Parley.Volumes.Index;

/// <summary>Which boxes meet a box, among millions that come and go. One thread owns it and calls everything here; other threads ask the snapshots that it gives out.
/// New entries gather in a short tail, a full tail becomes a small tree, and trees of similar size become one, a little at each change: no change waits for a large
/// rebuilding. (The logarithmic method of Bentley and Saxe, 1980, made even as Overmars and van Leeuwen did in 1981.)</summary>
public sealed class VolumeIndex
{
    private readonly List<Merging> merges = [];
    private PackedTree[] trees = [];
    private Tail tail = new();

    // Entries that are removed now die in the version after this one: snapshots of this one and before still show them.
    private int version;
    private bool isRemoved;

    /// <summary>Boxes in it.</summary>
    public int Count { get; private set; }

    /// <summary>Trees that a query asks.</summary>
    internal int Trees => trees.Length;

    /// <summary>Entries in trees, those included that are dead.</summary>
    internal int Entries => trees.Sum(t => t.Size);

    /// <summary>Rows at which building has looked since the beginning.</summary>
    internal long Looked { get; private set; }

    /// <summary>An index of many boxes at once, in one tree.</summary>
    /// <exception cref="ArgumentException">As in <see cref="Insert"/>.</exception>
    /// <exception cref="OverflowException">More than one array holds: 178 million.</exception>
    public static VolumeIndex Load(IReadOnlyCollection<(int Id, IndexBox Box)> entries)
    {
        var index = new VolumeIndex();
        var packing = new Packing(entries.Count);
        foreach (var (id, box) in entries)
        {
            Check(box);
            packing.Add(id, box);
        }

        index.Finish(packing);
        index.Count = entries.Count;
        return index;
    }

    /// <summary>Adds a box. An id may have several, equal ones too.</summary>
    /// <exception cref="ArgumentException">It ends before it begins on an axis, or has a bound that is no number.</exception>
    public void Insert(int id, in IndexBox box)
    {
        Check(box);
        if (tail.IsFull)
        {
            var packing = new Packing(tail.Count);
            for (var slot = 0; slot < tail.Count; slot++)
                packing.Add(tail.Words, slot);
            tail = new Tail();
            Finish(packing);
        }

        tail.Add(id, box);
        Count++;
        Advance();
    }

    /// <summary>Removes every box of an id.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int id)
    {
        var removed = 0;
        foreach (var tree in trees)
            removed += tree.Remove(id, version + 1);
        if (removed > 0)
        {
            foreach (var merging in merges)
                merging.Remove(id);
        }

        removed += tail.Remove(id, version + 1);
        if (removed > 0)
            isRemoved = true;
        Count -= removed;
        if (trees.Any(t => !t.IsSource && t.Dead > t.Living))
            Begin();
        Advance();
        return removed;
    }

    /// <summary>The index as it is now, for any thread. Costs nothing that grows with the index.</summary>
    public VolumeSnapshot Snapshot()
    {
        if (isRemoved)
            version = checked(version + 1);
        isRemoved = false;
        return new VolumeSnapshot(trees, tail, version, Count);
    }

    /// <summary>As <see cref="VolumeSnapshot.Query{TVisitor}(in IndexBox, ref TVisitor)"/>, for the owner.</summary>
    public void Query<TVisitor>(in IndexBox box, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor =>
        VolumeSnapshot.Query(trees, tail, tail.Count, version + 1, box, ref visitor);

    /// <summary>As <see cref="VolumeSnapshot.Query(in IndexBox, List{int})"/>, for the owner.</summary>
    public void Query(in IndexBox box, List<int> into)
    {
        var gathered = new Gathered(into);
        Query(box, ref gathered);
    }

    private static void Check(in IndexBox box)
    {
        if (!(box.MinX <= box.MaxX && box.MinY <= box.MaxY && box.MinZ <= box.MaxZ && box.MinAltitude <= box.MaxAltitude && box.MinMinute <= box.MaxMinute))
            throw new ArgumentException($"from beyond to: {box}", nameof(box));
    }

    private void Finish(Packing packing)
    {
        foreach (var step in packing.Steps())
            Looked += step;
        if (packing.Tree is { } tree)
            trees = [.. trees, tree];
        Begin();
    }

    // The smallest trees together with the largest that is not much larger than all before it, so that sizes grow by a factor and trees stay few; and every tree of
    // which most is dead. What is under way is left alone: it is done before much came anew.
    private void Begin()
    {
        PackedTree[] idle = [.. trees.Where(t => !t.IsSource).OrderBy(t => t.Size)];
        var (taken, sum) = (0, 0L);
        for (var i = 0; i < idle.Length; i++)
        {
            if (idle[i].Size <= sum * Bounds.IndexGrowth)
                taken = i + 1;
            sum += idle[i].Size;
        }

        if (taken > 0)
            merges.Add(new Merging(idle[..taken]));
        merges.AddRange(idle[taken..].Where(t => t.Dead > t.Living).Select(t => new Merging([t])));
    }

    private void Advance()
    {
        for (var i = merges.Count - 1; i >= 0; i--)
        {
            var merging = merges[i];
            var isDone = merging.Advance(out var looked);
            Looked += looked;
            if (!isDone)
                continue;
            merges.RemoveAt(i);
            trees = [.. trees.Except(merging.Sources), .. merging.Tree is { } tree ? [tree] : Array.Empty<PackedTree>()];
            Begin();
        }
    }
}
