namespace Parley.Volumes.Index;

/// <summary>The nodes over the blocks of a tree, level by level: every node but the last of its level has eight children.</summary>
internal sealed class Nodes
{
    public Nodes(int blocks)
    {
        var (starts, number) = (new List<int>(), 0);
        for (var level = Block.Holding(blocks); ; level = Block.Holding(level))
        {
            starts.Add(number);
            number += level;
            if (level == 1)
                break;
        }

        Starts = [.. starts];
        Words = GC.AllocateUninitializedArray<int>(number * Block.NodeWords);
    }

    /// <summary>All nodes, from the parents of blocks to the root.</summary>
    public int[] Words { get; }

    /// <summary>Of each level, the number of its first node.</summary>
    public int[] Starts { get; }

    /// <summary>Writes the box round eight rows into their parent.</summary>
    /// <param name="rows">Of which the last may be vacant, not the first.</param>
    public void Add(ReadOnlySpan<int> rows, int block)
    {
        for (var column = 0; column < Block.Coordinates; column++)
        {
            var bound = BitConverter.Int32BitsToSingle(rows[column]);
            for (var row = 1; row < Block.Lanes && rows[row * Block.Columns + Block.Died] != Block.Vacant; row++)
                bound = Outer(column, bound, BitConverter.Int32BitsToSingle(rows[row * Block.Columns + column]));
            Write(block / Block.Lanes, block % Block.Lanes, column, bound);
        }
    }

    /// <summary>Nobody is added as a block any more.</summary>
    /// <param name="blocks">How many were.</param>
    /// <returns>How many nodes each step looked at.</returns>
    public IEnumerable<int> Steps(int blocks)
    {
        for (var level = 0; level < Starts.Length; level++)
        {
            var children = level == 0 ? blocks : Starts[level] - Starts[level - 1];
            Fill(Starts[level] + Block.Holding(children) - 1, children);
            if (level == Starts.Length - 1)
                yield break;
            for (var number = 0; number < Block.Holding(children); number++)
            {
                Gather(Starts[level] + number, Starts[level + 1] + number / Block.Lanes, number % Block.Lanes);
                yield return 1;
            }
        }
    }

    // Where there is no child there is no number, and no comparison with it holds.
    private void Fill(int last, int children)
    {
        for (var lane = (children - 1) % Block.Lanes + 1; lane < Block.Lanes; lane++)
        {
            for (var column = 0; column < Block.Coordinates; column++)
                Write(last, lane, column, float.NaN);
        }
    }

    private void Gather(int from, int to, int lane)
    {
        for (var column = 0; column < Block.Coordinates; column++)
        {
            var bound = Read(from, 0, column);
            for (var child = 1; child < Block.Lanes && Read(from, child, column) is var next && !float.IsNaN(next); child++)
                bound = Outer(column, bound, next);
            Write(to, lane, column, bound);
        }
    }

    private static float Outer(int column, float one, float other) => column % 2 == 0 ? Math.Min(one, other) : Math.Max(one, other);

    private float Read(int node, int lane, int column) => BitConverter.Int32BitsToSingle(Words[node * Block.NodeWords + column * Block.Lanes + lane]);

    private void Write(int node, int lane, int column, float value) =>
        Words[node * Block.NodeWords + column * Block.Lanes + lane] = BitConverter.SingleToInt32Bits(value);
}
