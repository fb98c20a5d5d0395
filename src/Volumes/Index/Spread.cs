using System.Runtime.Intrinsics;

namespace Parley.Volumes.Index;

/// <summary>Between what values some rows lie, within the frame.</summary>
internal struct Spread(Frame frame)
{
    private readonly Vector256<float> firstFloor = Vector256.Create(frame.Least);
    private readonly Vector256<float> firstCeiling = Vector256.Create(frame.Greatest);
    private readonly Vector128<float> lastFloor = Vector128.Create(frame.Least, Vector256<float>.Count);
    private readonly Vector128<float> lastCeiling = Vector128.Create(frame.Greatest, Vector256<float>.Count);
    private Vector256<float> firstLeast = Vector256.Create(float.PositiveInfinity);
    private Vector256<float> firstGreatest = Vector256.Create(float.NegativeInfinity);
    private Vector128<float> lastLeast = Vector128.Create(float.PositiveInfinity);
    private Vector128<float> lastGreatest = Vector128.Create(float.NegativeInfinity);

    public void Add(int[] words, int from, int until)
    {
        for (var row = from; row < until; row++)
        {
            var (first, last) = Rows.Vectors(words, row);
            first = Vector256.Min(Vector256.Max(first, firstFloor), firstCeiling);
            last = Vector128.Min(Vector128.Max(last, lastFloor), lastCeiling);
            firstLeast = Vector256.Min(firstLeast, first);
            firstGreatest = Vector256.Max(firstGreatest, first);
            lastLeast = Vector128.Min(lastLeast, last);
            lastGreatest = Vector128.Max(lastGreatest, last);
        }
    }

    /// <summary>The column in which the rows differ most, with the least and greatest value in it.</summary>
    public readonly (int Column, float Least, float Greatest) Widest()
    {
        var widest = (Column: 0, Least: 0f, Greatest: 0f);
        var most = 0f;
        for (var column = 0; column < Block.Coordinates; column++)
        {
            var (least, greatest) = column < Vector256<float>.Count
                ? (firstLeast[column], firstGreatest[column])
                : (lastLeast[column - Vector256<float>.Count], lastGreatest[column - Vector256<float>.Count]);
            if (frame.Counted(column, greatest - least) <= most)
                continue;
            most = frame.Counted(column, greatest - least);
            widest = (column, least, greatest);
        }

        return widest;
    }
}
