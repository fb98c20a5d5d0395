using Parley.Volumes.Index;

namespace Parley.Volumes.Tests.Index;

public sealed class WorkTests
{
    // A tail that becomes a tree at once, and one step beyond the allowance of each merge that is under way.
    private const int TailWork = 40 * Bounds.IndexTail;

    public static TheoryData<string> Kinds => AnyBox.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_change_does_much_and_trees_stay_few(string kind)
    {
        var any = new AnyBox(21);
        var index = new VolumeIndex();
        var (most, before) = (0L, 0L);
        const int Number = 70_000;
        for (var i = 0; i < Number; i++)
        {
            index.Insert(i, any.Of(kind));
            most = Math.Max(most, index.Looked - before);
            before = index.Looked;
            var doublings = int.Log2(i / Bounds.IndexTail + 1) + 1;
            Assert.True(index.Trees <= 3 * doublings, $"{index.Trees} trees of {i} boxes");
        }

        var doublingsOfAll = int.Log2(Number) + 1;
        var levels = int.Log2(Number / Bounds.IndexTail) + 1;
        Assert.InRange(most, 1, TailWork + levels * (Bounds.IndexPasses * doublingsOfAll + Cut.Buckets));
    }

    [Fact]
    public void Memory_of_the_removed_is_given_back_when_nothing_is_inserted()
    {
        var any = new AnyBox(22);
        var index = VolumeIndex.Load([.. Enumerable.Range(0, 20_000).Select(i => (i, any.Of("small")))]);
        for (var i = 0; i < 19_000; i++)
            index.Remove(i);
        Assert.Equal(1000, index.Count);
        Assert.InRange(index.Entries, 1000, 4000);
        for (var i = 19_000; i < 20_000; i++)
            index.Remove(i);
        for (var i = 0; i < 1000; i++)
            index.Remove(i);
        Assert.Equal(0, index.Count);
        Assert.InRange(index.Entries, 0, Bounds.IndexTail);
    }

    [Fact]
    public void A_cut_parts_any_values_in_few_passes()
    {
        foreach (var kind in AnyBox.Kinds)
            AssertParts(kind.Data, 3000);
    }

    private static void AssertParts(string kind, int rows)
    {
        var any = new AnyBox(23);
        var words = new int[rows * Block.Columns];
        var frame = new Frame();
        for (var row = 0; row < rows; row++)
        {
            Rows.Write(words.AsSpan(row * Block.Columns, Block.Columns), row, any.Of(kind));
            frame.Add(words, row);
        }

        frame.Close();
        var spread = new Spread(frame);
        spread.Add(words, 0, rows);
        var widest = spread.Widest();
        foreach (var place in (int[])[1, 8, rows / 2, rows - 1])
        {
            var cut = new Cut(words, new int[Cut.Buckets], widest, 0, rows, place);
            var looked = 0;
            while (!cut.IsDone)
                looked += cut.Step(100);
            Assert.InRange(looked, 0, 8 * rows);
            Assert.True(Values(words, widest, 0, place).Max() <= Values(words, widest, place, rows).Min());
            Assert.Equal(Enumerable.Range(0, rows), Enumerable.Range(0, rows).Select(r => words[r * Block.Columns + Block.Id]).Order());
        }
    }

    private static IEnumerable<float> Values(int[] words, (int Column, float Least, float Greatest) within, int from, int until) =>
        Enumerable.Range(from, until - from).Select(r => Math.Clamp(Rows.Coordinate(words, r, within.Column), within.Least, within.Greatest));
}
