using System.Numerics;

namespace Parley.Volumes.Index;

/// <summary>The entries that came last, in no order: few enough to ask all of them. The owner appends while readers ask those that were there when they began, so
/// nothing that is there is moved.</summary>
internal sealed class Tail
{
    private readonly int[] words = new int[Block.Holding(Bounds.IndexTail) * Block.Words];

    public int[] Words => words;

    public int Count { get; private set; }

    public bool IsFull => Count == Bounds.IndexTail;

    public void Add(int id, in IndexBox box)
    {
        Span<int> row = stackalloc int[Block.Columns];
        Rows.Write(row, id, box);
        for (var column = 0; column < Block.Columns; column++)
            words[Block.At(Count, column)] = row[column];
        Count++;
    }

    /// <summary>Kills the living entries of an id.</summary>
    /// <returns>How many.</returns>
    public int Remove(int id, int version)
    {
        var removed = 0;
        for (var slot = 0; slot < Count; slot++)
        {
            if (words[Block.At(slot, Block.Id)] != id || words[Block.At(slot, Block.Died)] != Block.Lives)
                continue;
            Volatile.Write(ref words[Block.At(slot, Block.Died)], version);
            removed++;
        }

        return removed;
    }

    /// <summary>Tells the visitor what meets the probe in a version, among the first so many entries.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Query<TVisitor>(in Probe probe, int version, int count, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor
    {
        for (var first = 0; first < count; first += Block.Lanes)
        {
            var living = probe.Living(ref words[Block.At(first, 0)], version);
            if (count - first < Block.Lanes)
                living &= (1u << (count - first)) - 1;
            for (; living != 0; living &= living - 1)
            {
                if (!visitor.Visit(words[Block.At(first + BitOperations.TrailingZeroCount(living), Block.Id)]))
                    return false;
            }
        }

        return true;
    }
}
