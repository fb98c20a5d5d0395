namespace Parley.Volumes.Index;

/// <summary>Builds a tree in small steps. The rows are cut in two, again and again, until a block is left: each time in the coordinate in which they differ most, counted
/// in mean extents of its axis, because in raw units the one axis of large numbers would decide every cut. A cut lies where the children of a full tree end.</summary>
/// <param name="capacity">Rows that will be added at most.</param>
internal sealed class Packing(int capacity)
{
    // So many rows are looked at between two places where the work can stop.
    private const int Stride = 128;

    private readonly int[] words = GC.AllocateUninitializedArray<int>(checked(Block.Holding(capacity) * Block.Words));
    private readonly Frame frame = new();
    private int count;

    /// <summary>The tree, once all steps are done; null when there were no rows.</summary>
    public PackedTree? Tree { get; private set; }

    /// <summary>Adds a box.</summary>
    public void Add(int id, in IndexBox box)
    {
        Rows.Write(words.AsSpan(count * Block.Columns, Block.Columns), id, box);
        frame.Add(words, count++);
    }

    /// <summary>Adds an entry of blocks, unless it is dead.</summary>
    public void Add(int[] blocks, int slot)
    {
        if (blocks[Block.At(slot, Block.Died)] != Block.Lives)
            return;
        Rows.Copy(blocks, slot, words, count);
        frame.Add(words, count++);
    }

    /// <summary>All that is to do after the last row was added; each step says at how many rows it looked.</summary>
    public IEnumerable<int> Steps()
    {
        if (count == 0)
            yield break;
        frame.Close();
        foreach (var step in Cuts())
            yield return step;
        for (var row = count; row < Block.Holding(count) * Block.Lanes; row++)
            Rows.WriteVacant(words, row);
        var nodes = new Nodes(Block.Holding(count));
        var chains = new IdChains(count);
        for (var block = 0; block < Block.Holding(count); block++)
        {
            Finish(nodes, chains, block);
            yield return Block.Lanes;
        }

        foreach (var step in nodes.Steps(Block.Holding(count)))
            yield return step;
        Tree = new PackedTree(words, nodes.Words, nodes.Starts, chains, count);
    }

    private IEnumerable<int> Cuts()
    {
        var counts = new int[Cut.Buckets];
        var open = new Stack<(int First, int Count, int Child)>();
        open.Push((0, count, Block.ChildOf(count)));
        while (open.TryPop(out var range))
        {
            var (first, rows, child) = range;
            while (rows <= child && child > Block.Lanes)
                child /= Block.Lanes;
            if (rows <= child)
                continue;
            var spread = new Spread(frame);
            for (var at = first; at < first + rows; at += Stride)
            {
                spread.Add(words, at, Math.Min(first + rows, at + Stride));
                yield return Math.Min(rows, Stride);
            }

            var left = (rows + child - 1) / child / 2 * child;
            var cut = new Cut(words, counts, spread.Widest(), first, first + rows, first + left);
            while (!cut.IsDone)
                yield return cut.Step(Stride);
            open.Push((first + left, rows - left, child));
            open.Push((first, left, child));
        }
    }

    private void Finish(Nodes nodes, IdChains chains, int block)
    {
        var eight = words.AsSpan(block * Block.Words, Block.Words);
        nodes.Add(eight, block);
        Block.Turn(eight);
        for (var slot = block * Block.Lanes; slot < Math.Min(count, (block + 1) * Block.Lanes); slot++)
            chains.Add(words[Block.At(slot, Block.Id)], slot);
    }
}
