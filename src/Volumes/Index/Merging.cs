namespace Parley.Volumes.Index;

/// <summary>Some trees become one, a little at a time. Until it is done queries ask the old ones; what is removed meanwhile is removed there, and from the new one
/// before it takes their place.</summary>
internal sealed class Merging
{
    private readonly Queue<int> removed = new();
    private readonly Packing packing;
    private readonly IEnumerator<int> steps;
    private int credit;

    public Merging(IReadOnlyList<PackedTree> sources)
    {
        Sources = sources;
        foreach (var source in sources)
            source.IsSource = true;
        packing = new Packing(sources.Sum(s => s.Living));
        Allowance = Bounds.IndexPasses * (1 + int.Log2(sources.Sum(s => s.Size)));
        steps = Steps().GetEnumerator();
    }

    public IReadOnlyList<PackedTree> Sources { get; }

    /// <summary>Rows that it looks at for each change of the index.</summary>
    public int Allowance { get; }

    /// <summary>What came of it when it is done: null when nothing lives.</summary>
    public PackedTree? Tree => packing.Tree;

    public void Remove(int id) => removed.Enqueue(id);

    /// <summary>Does what one change of the index allows. A step that took more is made up for by the next ones.</summary>
    /// <param name="looked">At how many rows it looked.</param>
    /// <returns>Whether it is done.</returns>
    public bool Advance(out int looked)
    {
        looked = 0;
        credit += Allowance;
        while (credit > looked)
        {
            if (steps.MoveNext())
                looked += steps.Current;
            else if (removed.TryDequeue(out var id))
                looked += 1 + (Tree?.Remove(id, Block.Gone) ?? 0);
            else
                return true;
        }

        credit -= looked;
        return false;
    }

    private IEnumerable<int> Steps()
    {
        foreach (var source in Sources)
        {
            for (var first = 0; first < source.Size; first += Block.Lanes)
            {
                for (var slot = first; slot < Math.Min(source.Size, first + Block.Lanes); slot++)
                    packing.Add(source.Words, slot);
                yield return Block.Lanes;
            }
        }

        foreach (var step in packing.Steps())
            yield return step;
    }
}
