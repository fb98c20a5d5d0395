using Parley.Volumes.Index;

namespace Parley.Volumes.Tests.Index;

public sealed class VolumeIndexTests
{
    public static TheoryData<string> Kinds => AnyBox.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Loaded_it_finds_what_asking_every_box_finds(string kind)
    {
        var any = new AnyBox(1);
        foreach (var size in (int[])[0, 1, 7, 8, 9, 63, 64, 65, 512, 513, 5000])
        {
            var plain = new Plain();
            for (var i = 0; i < size; i++)
                plain.Insert(i, any.Of(kind));
            var index = VolumeIndex.Load(plain.Entries);
            Assert.Equal(size, index.Count);
            for (var i = 0; i < 50; i++)
            {
                var box = any.Of(kind);
                Assert.Equal(plain.Query(box), Plain.Query(index, box));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inserts_removals_and_queries_in_any_order_agree_with_asking_every_box(string kind)
    {
        var any = new AnyBox(2);
        var plain = new Plain();
        var index = new VolumeIndex();
        for (var i = 0; i < 20_000; i++)
        {
            // Ids come again after they were removed, and have several boxes.
            var id = any.Below(4000);
            if (any.Below(100) < (i / 4000 % 2 == 0 ? 75 : 35))
            {
                var box = any.Of(kind);
                plain.Insert(id, box);
                index.Insert(id, box);
            }
            else
            {
                Assert.Equal(plain.Remove(id), index.Remove(id));
            }

            Assert.Equal(plain.Entries.Count, index.Count);
            if (i % 97 == 0)
                AssertAgrees(plain, index, any.Of(kind));
        }

        Assert.Equal(plain.Entries.Count, Plain.Query(index, Everything).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loaded_index_goes_on_with_inserts_and_removals(string kind)
    {
        var any = new AnyBox(3);
        var plain = new Plain();
        for (var i = 0; i < 3000; i++)
            plain.Insert(i, any.Of(kind));
        var index = VolumeIndex.Load(plain.Entries);
        for (var i = 0; i < 6000; i++)
        {
            var box = any.Of(kind);
            plain.Insert(3000 + i, box);
            index.Insert(3000 + i, box);
            Assert.Equal(plain.Remove(i / 2), index.Remove(i / 2));
            if (i % 101 == 0)
                AssertAgrees(plain, index, any.Of(kind));
        }
    }

    [Fact]
    public void An_id_is_told_once_for_each_of_its_boxes_and_removed_with_all()
    {
        var any = new AnyBox(4);
        var index = new VolumeIndex();
        for (var i = 0; i < 3000; i++)
            index.Insert(i % 3, any.Of("equal"));
        Assert.Equal(1000, Plain.Query(index, Everything).Count(id => id == 1));
        Assert.Equal(1000, index.Remove(1));
        Assert.Equal(0, index.Remove(1));
        Assert.DoesNotContain(1, Plain.Query(index, Everything));
        Assert.Equal(2000, index.Count);
    }

    [Fact]
    public void A_visitor_ends_the_query_when_it_has_enough()
    {
        var any = new AnyBox(5);
        var index = new VolumeIndex();
        for (var i = 0; i < 1000; i++)
            index.Insert(i, any.Of("equal"));
        var few = new Few(3);
        index.Query(Everything, ref few);
        Assert.Equal(3, few.Seen);
        few = new Few(990);
        index.Snapshot().Query(Everything, ref few);
        Assert.Equal(990, few.Seen);
    }

    [Fact]
    public void A_query_allocates_nothing()
    {
        var any = new AnyBox(6);
        var index = new VolumeIndex();
        for (var i = 0; i < 5000; i++)
            index.Insert(i, any.Of("grid"));
        var few = new Few(int.MaxValue);
        index.Query(Everything, ref few);
        var before = GC.GetAllocatedBytesForCurrentThread();
        index.Query(Everything, ref few);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(10_000, few.Seen);
    }

    [Fact]
    public void A_box_that_ends_before_it_begins_or_has_no_number_is_refused()
    {
        var index = new VolumeIndex();
        foreach (var box in (IndexBox[])[Everything with { MinX = 2, MaxX = 1 }, Everything with { MaxMinute = float.NaN }, Everything with { MinAltitude = float.NaN }])
        {
            Assert.Throws<ArgumentException>(() => index.Insert(1, box));
            Assert.Throws<ArgumentException>(() => VolumeIndex.Load([(1, box)]));
        }

        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void The_same_changes_give_the_same_answers_in_the_same_order()
    {
        Assert.Equal(Answers(), Answers());
        static List<int> Answers()
        {
            var any = new AnyBox(7);
            var index = new VolumeIndex();
            for (var i = 0; i < 5000; i++)
            {
                index.Insert(i, any.Of("small"));
                if (i % 3 == 0)
                    index.Remove(i / 2);
            }

            var ids = new List<int>();
            index.Query(Everything, ids);
            return ids;
        }
    }

    internal static IndexBox Everything { get; } = new(
        float.NegativeInfinity, float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity,
        float.NegativeInfinity, float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity);

    private static void AssertAgrees(Plain plain, VolumeIndex index, IndexBox box)
    {
        Assert.Equal(plain.Query(box), Plain.Query(index, box));
        Assert.Equal(plain.Query(box), Plain.Query(index.Snapshot(), box));
    }

    private struct Few(int most) : IIndexVisitor
    {
        public int Seen { get; private set; }

        public bool Visit(int id) => ++Seen < most;
    }
}
