using System.Numerics;

namespace Parley.Volumes.Index;

/// <summary>Moves the rows of a range until those before a place have no greater value in one column than those behind it. Values are counted into buckets, the bucket
/// with the place in it is parted from the rest, and then only it is counted on, in finer buckets; so the work is at most so many passes whatever the values are, which
/// no choice of pivots could promise, and nobody can make it slow by what he announces.</summary>
internal struct Cut
{
    private const int MostBits = 10;
    private const int LeastBits = 4;

    private readonly int[] words;
    private readonly int[] counts;
    private readonly int column;
    private readonly float floor;
    private readonly float ceiling;
    private readonly int place;
    private int first;
    private int end;
    private uint least;
    private int shift;
    private bool parting;
    private int at;
    private uint bucket;
    private int below;
    private int above;

    /// <param name="counts">Room for <see cref="Buckets"/>.</param>
    /// <param name="within">The column, and between what values the rows are taken to lie.</param>
    public Cut(int[] words, int[] counts, (int Column, float Least, float Greatest) within, int first, int end, int place)
    {
        (this.words, this.counts, this.first, this.end, this.place) = (words, counts, first, end, place);
        (column, floor, ceiling) = within;
        least = Order(floor);
        Count(Order(ceiling) - least);
        IsDone = floor == ceiling;
    }

    /// <summary>Counters that a cut needs.</summary>
    public static int Buckets => 1 << MostBits;

    public bool IsDone { get; private set; }

    /// <summary>Looks at so many rows at most.</summary>
    /// <returns>At how many.</returns>
    public int Step(int most)
    {
        var before = parting ? above - at : end - at;
        if (parting)
            Part(most);
        else
            CountRows(most);
        return Math.Min(most, before);
    }

    private void Count(uint width)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)(end - first)), LeastBits, MostBits);
        shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(width) - bits);
        counts.AsSpan(0, (int)(width >> shift) + 1).Clear();
        at = first;
        parting = false;
    }

    private void CountRows(int most)
    {
        var until = Math.Min(end, at + most);
        for (; at < until; at++)
            counts[Bucket(at)]++;
        if (at < end)
            return;
        var sum = first;
        for (bucket = 0; sum + counts[bucket] < place; bucket++)
            sum += counts[bucket];
        (at, below, above, parting) = (first, first, end, true);
    }

    private void Part(int most)
    {
        for (; most > 0 && at < above; most--)
        {
            var own = Bucket(at);
            if (own < bucket)
            {
                if (below != at)
                    Rows.Swap(words, below, at);
                below++;
                at++;
            }
            else if (own == bucket)
            {
                at++;
            }
            else
            {
                Rows.Swap(words, at, --above);
            }
        }

        if (at < above)
            return;
        IsDone = shift == 0 || above == place;
        (first, end) = (below, above);
        least += bucket << shift;
        if (!IsDone)
            Count((1u << shift) - 1);
    }

    private readonly uint Bucket(int row) => (Order(Math.Min(Math.Max(Rows.Coordinate(words, row, column), floor), ceiling)) - least) >> shift;

    // The bits of single precision in the order of the values. Both zeros are one.
    private static uint Order(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }
}
