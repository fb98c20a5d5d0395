using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Volumes.Index;

/// <summary>A full tree over blocks of entries: who is whose child follows from the numbering. Nothing in it changes after it was built but the versions in which
/// entries die, so readers need no lock.</summary>
/// <param name="words">Blocks of entries in the tree's order; places beyond <paramref name="size"/> are vacant.</param>
/// <param name="nodes">All nodes, level by level from the parents of blocks to the root.</param>
/// <param name="starts">Of each level, the number of its first node.</param>
internal sealed class PackedTree(int[] words, int[] nodes, int[] starts, IdChains chains, int size)
{
    // Eight levels of eight children are enough for every array of words that can be; on each, seven nodes wait while the eighth is asked.
    private const int MostOpen = 8 * Block.Lanes;
    private const int LevelShift = 28;
    private const int NumberMask = (1 << LevelShift) - 1;

    public int[] Words => words;

    /// <summary>Entries, the dead ones included.</summary>
    public int Size => size;

    public int Dead { get; private set; }

    public int Living => size - Dead;

    /// <summary>Whether it is being merged into another.</summary>
    public bool IsSource { get; set; }

    /// <summary>Kills the living entries of an id.</summary>
    /// <returns>How many.</returns>
    public int Remove(int id, int version)
    {
        var removed = 0;
        for (var slot = chains.First(id); slot >= 0; slot = chains.Next(slot))
        {
            ref var died = ref words[Block.At(slot, Block.Died)];
            if (words[Block.At(slot, Block.Id)] != id || died != Block.Lives)
                continue;
            Volatile.Write(ref died, version);
            removed++;
        }

        Dead += removed;
        return removed;
    }

    /// <summary>Tells the visitor what meets the probe in a version.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Query<TVisitor>(in Probe probe, int version, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor
    {
        Span<int> open = stackalloc int[MostOpen];
        ref var firstNode = ref MemoryMarshal.GetArrayDataReference(nodes);
        var waiting = 0;
        open[waiting++] = (starts.Length - 1) << LevelShift;
        while (waiting > 0)
        {
            var next = open[--waiting];
            var level = next >> LevelShift;
            var number = next & NumberMask;
            var meeting = probe.Meeting(ref Unsafe.Add(ref firstNode, (nint)(starts[level] + number) * Block.NodeWords));
            if (level == 0)
            {
                if (!Blocks(probe, version, number * Block.Lanes, meeting, ref visitor))
                    return false;
                continue;
            }

            for (; meeting != 0; meeting &= meeting - 1)
                open[waiting++] = (level - 1) << LevelShift | (number * Block.Lanes + BitOperations.TrailingZeroCount(meeting));
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Blocks<TVisitor>(in Probe probe, int version, int first, uint meeting, ref TVisitor visitor)
        where TVisitor : struct, IIndexVisitor
    {
        ref var firstBlock = ref MemoryMarshal.GetArrayDataReference(words);
        for (; meeting != 0; meeting &= meeting - 1)
        {
            ref var block = ref Unsafe.Add(ref firstBlock, (nint)(first + BitOperations.TrailingZeroCount(meeting)) * Block.Words);
            for (var living = probe.Living(ref block, version); living != 0; living &= living - 1)
            {
                if (!visitor.Visit(Unsafe.Add(ref block, Block.Id * Block.Lanes + BitOperations.TrailingZeroCount(living))))
                    return false;
            }
        }

        return true;
    }
}
