using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Volumes.Index;

/// <summary>Entries as rows of <see cref="Block.Columns"/> words, which is how they lie while they are put in order.</summary>
internal static class Rows
{
    // A row is one vector of eight words and one of four.
    private const int Rest = 8;

    public static void Write(Span<int> at, int id, in IndexBox box)
    {
        MemoryMarshal.Cast<IndexBox, int>(MemoryMarshal.CreateReadOnlySpan(in box, 1)).CopyTo(at);
        at[Block.Id] = id;
        at[Block.Died] = Block.Lives;
    }

    /// <summary>From a block of a tree.</summary>
    public static void Copy(int[] blocks, int slot, int[] words, int row)
    {
        var at = words.AsSpan(row * Block.Columns, Block.Columns);
        var from = blocks.AsSpan(Block.At(slot, 0), (Block.Columns - 1) * Block.Lanes + 1);
        for (var column = 0; column < Block.Columns; column++)
            at[column] = from[column * Block.Lanes];
    }

    public static void WriteVacant(int[] words, int row)
    {
        var at = words.AsSpan(row * Block.Columns, Block.Columns);
        at[..Block.Died].Clear();
        at[Block.Died] = Block.Vacant;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Coordinate(int[] words, int row, int column) => BitConverter.Int32BitsToSingle(words[row * Block.Columns + column]);

    /// <summary>The first eight coordinates, and the other two with what follows them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> First, Vector128<float> Last) Vectors(int[] words, int row)
    {
        ref var at = ref At(words, row);
        return (Vector256.LoadUnsafe(ref at).AsSingle(), Vector128.LoadUnsafe(ref at, Rest).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Swap(int[] words, int one, int other)
    {
        ref var a = ref At(words, one);
        ref var b = ref At(words, other);
        var (first, last) = (Vector256.LoadUnsafe(ref a), Vector128.LoadUnsafe(ref a, Rest));
        Vector256.LoadUnsafe(ref b).StoreUnsafe(ref a);
        Vector128.LoadUnsafe(ref b, Rest).StoreUnsafe(ref a, Rest);
        first.StoreUnsafe(ref b);
        last.StoreUnsafe(ref b, Rest);
    }

    // The last word is read through the checked indexer, so that no row beyond the array can be touched.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int At(int[] words, int row)
    {
        var start = row * Block.Columns;
        _ = words[start + Block.Died];
        return ref words[start];
    }
}
