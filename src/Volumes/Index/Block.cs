using System.Runtime.CompilerServices;

namespace Parley.Volumes.Index;

/// <summary>How entries lie in memory: eight to a block, column by column, so that one comparison of vectors asks all eight. A block of entries has the ten coordinates
/// of <see cref="IndexBox"/> in their order, the ids, and the versions as of which they are dead; a node has the boxes round eight blocks or nodes. While entries are
/// being put in order the same words hold eight rows, one after the other.</summary>
internal static class Block
{
    /// <summary>Entries of a block, children of a node.</summary>
    public const int Lanes = 8;

    /// <summary>Coordinates of a box: from and to on each of <see cref="Axes"/>.</summary>
    public const int Coordinates = 10;

    public const int Axes = 5;

    /// <summary>The column of ids.</summary>
    public const int Id = 10;

    /// <summary>The column that says from which version on an entry is gone.</summary>
    public const int Died = 11;

    /// <summary>Columns of a block, words of a row.</summary>
    public const int Columns = 12;

    /// <summary>Words of a block of entries: six lines of a cache.</summary>
    public const int Words = Lanes * Columns;

    /// <summary>Words of a node: five lines of a cache.</summary>
    public const int NodeWords = Lanes * Coordinates;

    /// <summary>An entry that nobody removed.</summary>
    public const int Lives = int.MaxValue;

    /// <summary>An entry that was removed before the first version that shows its block.</summary>
    public const int Gone = 0;

    /// <summary>A place of a block in which there is no entry: dead in every version.</summary>
    public const int Vacant = int.MinValue;

    /// <summary>Where a column of an entry lies among the words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(int slot, int column) => slot / Lanes * Words + column * Lanes + slot % Lanes;

    /// <summary>Blocks or nodes that hold so many.</summary>
    public static int Holding(int count) => (count + Lanes - 1) / Lanes;

    /// <summary>Entries under one child of the root of a full tree of so many: the greatest power of eight that is below.</summary>
    public static int ChildOf(int count)
    {
        var child = Lanes;
        while (child < (count + Lanes - 1) / Lanes)
            child *= Lanes;
        return child;
    }

    /// <summary>Eight rows become eight columns of twelve, in place.</summary>
    public static void Turn(Span<int> block)
    {
        Span<int> rows = stackalloc int[Words];
        block.CopyTo(rows);
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var column = 0; column < Columns; column++)
                block[column * Lanes + lane] = rows[lane * Columns + column];
        }
    }
}
