using Parley.Volumes.Index;

namespace Parley.Volumes.Tests.Index;

public sealed class VolumeSnapshotTests
{
    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        var any = new AnyBox(11);
        var plain = new Plain();
        var index = new VolumeIndex();
        var kept = new List<(VolumeSnapshot Snapshot, IndexBox Box, List<int> Expected, int Count)>();
        for (var i = 0; i < 20_000; i++)
        {
            var id = any.Below(3000);
            if (any.Below(3) == 0)
            {
                Assert.Equal(plain.Remove(id), index.Remove(id));
            }
            else
            {
                var box = any.Of("grid");
                plain.Insert(id, box);
                index.Insert(id, box);
            }

            if (i % 211 != 0)
                continue;
            var asked = any.Of("grid");
            kept.Add((index.Snapshot(), asked, plain.Query(asked), plain.Entries.Count));
        }

        Assert.All(kept, k => Assert.Equal(k.Expected, Plain.Query(k.Snapshot, k.Box)));
        Assert.All(kept, k => Assert.Equal(k.Count, k.Snapshot.Count));
    }

    [Fact]
    public void What_is_removed_while_its_tree_is_merged_is_gone_from_every_later_snapshot()
    {
        var any = new AnyBox(12);
        var index = new VolumeIndex();
        for (var i = 0; i < 4 * Bounds.IndexTail + 1; i++)
            index.Insert(i, any.Of("small"));

        // Taken between the removal and the end of the merge, and then after it without another removal.
        index.Remove(5);
        Assert.DoesNotContain(5, Plain.Query(index.Snapshot(), VolumeIndexTests.Everything));
        for (var i = 0; i < 4 * Bounds.IndexTail; i++)
        {
            index.Insert(10_000 + i, any.Of("small"));
            Assert.DoesNotContain(5, Plain.Query(index.Snapshot(), VolumeIndexTests.Everything));
        }
    }

    [Fact]
    public async Task Readers_ask_while_the_owner_goes_on()
    {
        // Every snapshot shows ids without a gap, from the last one removed to the last one inserted.
        var any = new AnyBox(13);
        var index = new VolumeIndex();
        var box = any.Of("equal");
        index.Insert(0, box);
        var shown = index.Snapshot();
        var isDone = false;
        var reader = Task.Run(
            () =>
            {
                var asked = 0;
                while (!Volatile.Read(ref isDone) || asked == 0)
                {
                    var snapshot = Volatile.Read(ref shown);
                    var ids = Plain.Query(snapshot, box);
                    Assert.Equal(snapshot.Count, ids.Count);
                    Assert.Equal(Enumerable.Range(ids[0], ids.Count), ids);
                    asked++;
                }

                return asked;
            },
            TestContext.Current.CancellationToken);
        for (var i = 1; i < 30_000; i++)
        {
            index.Insert(i, box);
            if (i >= 2000)
                index.Remove(i - 2000);
            Volatile.Write(ref shown, index.Snapshot());
        }

        Volatile.Write(ref isDone, true);
        Assert.True(await reader > 0);
    }
}
