namespace Parley.Volumes.Index;

/// <summary>Between what values the rows of a tree lie, and how long they are on the mean: what one unit of each axis counts when rows are put in order. Values without
/// an end count as the end of those that have one; that is for the order alone, what meets what is never decided by it.</summary>
internal sealed class Frame
{
    // So much of an axis counts at least, so that points are not told apart by the one axis in which they are shortest.
    private const float LeastShare = 0.001f;

    private readonly float[] least = [.. Enumerable.Repeat(float.PositiveInfinity, Block.Columns)];
    private readonly float[] greatest = [.. Enumerable.Repeat(float.NegativeInfinity, Block.Columns)];
    private readonly double[] extents = new double[Block.Axes];
    private readonly int[] measured = new int[Block.Axes];
    private readonly float[] units = new float[Block.Axes];

    /// <summary>By column, the least and the greatest value that has an end; padded to the width of a row.</summary>
    public float[] Least => least;

    /// <summary>See <see cref="Least"/>.</summary>
    public float[] Greatest => greatest;

    public void Add(int[] words, int row)
    {
        for (var axis = 0; axis < Block.Axes; axis++)
        {
            var from = Rows.Coordinate(words, row, 2 * axis);
            var to = Rows.Coordinate(words, row, 2 * axis + 1);
            Widen(2 * axis, from);
            Widen(2 * axis + 1, to);
            if (!float.IsFinite(to - from))
                continue;
            extents[axis] += to - from;
            measured[axis]++;
        }
    }

    /// <summary>No more rows will be added.</summary>
    public void Close()
    {
        for (var column = 0; column < Block.Columns; column++)
        {
            if (least[column] > greatest[column])
                least[column] = greatest[column] = 0;
        }

        for (var axis = 0; axis < Block.Axes; axis++)
        {
            var mean = measured[axis] == 0 ? 0 : (float)(extents[axis] / measured[axis]);
            var range = Math.Max(greatest[2 * axis], greatest[2 * axis + 1]) - Math.Min(least[2 * axis], least[2 * axis + 1]);
            units[axis] = mean + range * LeastShare;
        }
    }

    /// <summary>A difference in a column, counted in units of its axis.</summary>
    public float Counted(int column, float difference) => difference == 0 ? 0 : difference / units[column / 2];

    private void Widen(int column, float value)
    {
        if (!float.IsFinite(value))
            return;
        least[column] = Math.Min(least[column], value);
        greatest[column] = Math.Max(greatest[column], value);
    }
}
