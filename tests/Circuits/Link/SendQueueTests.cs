using Parley.Circuits.Link;
using Parley.Lines.Entries;

namespace Parley.Circuits.Tests.Link;

public sealed class SendQueueTests
{
    [Fact]
    public void The_highest_precedence_goes_next_between_fragments()
    {
        var queue = new SendQueue();
        queue.TryAdd(new byte[2000], Precedence.Routine);
        var first = Next(queue);
        queue.TryAdd(new byte[100], Precedence.Immediate);
        queue.TryAdd(new byte[50], Precedence.Flash);
        Assert.Equal((Precedence.Routine, true, false, 1024), first);
        Assert.Equal((Precedence.Flash, true, true, 50), Next(queue));
        Assert.Equal((Precedence.Immediate, true, true, 100), Next(queue));
        Assert.Equal((Precedence.Routine, false, true, 976), Next(queue));
        Assert.Equal(0, queue.NextSize);
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void Room_is_bounded_for_each_precedence_alone()
    {
        var queue = new SendQueue();
        Assert.True(queue.TryAdd(new byte[Station.Bounds.FrameSize], Precedence.Routine));
        Assert.False(queue.TryAdd(new byte[1], Precedence.Routine));
        Assert.True(queue.TryAdd(new byte[200_000], Precedence.Priority));
        Assert.False(queue.TryAdd(new byte[100_000], Precedence.Priority));
        for (var i = 0; i < 8; i++)
            Assert.True(queue.TryAdd(new byte[Station.Bounds.FrameSize], Precedence.Flash));
        Assert.False(queue.TryAdd(new byte[1], Precedence.Flash));
    }

    [Fact]
    public void Room_is_told_once_after_a_refusal_and_under_half()
    {
        var queue = new SendQueue();
        queue.TryAdd(new byte[Bounds.Waiting], Precedence.Routine);
        Assert.False(queue.TakeDrained());
        queue.TryAdd(new byte[1], Precedence.Routine);
        while (queue.Waiting >= Bounds.Waiting / 2)
        {
            Assert.False(queue.IsDrained);
            Next(queue);
        }

        Assert.True(queue.TakeDrained());
        Assert.False(queue.TakeDrained());
    }

    [Fact]
    public void Any_mixture_comes_together_again()
    {
        var chance = new Chance(3);
        var (queue, reassembly) = (new SendQueue(), new Reassembly());
        var expected = Enumerable.Range(0, 4).Select(_ => new Queue<byte[]>()).ToArray();
        var output = new byte[2000];
        for (var round = 0; round < 20_000; round++)
        {
            if (chance.Next(4) == 0)
            {
                var frame = new byte[1 + chance.Next(5000)];
                chance.Fill(frame.AsSpan(0, Math.Min(16, frame.Length)));
                var precedence = chance.Next(4);
                if (queue.TryAdd(frame, (Precedence)precedence))
                    expected[precedence].Enqueue(frame);
            }

            if (queue.IsEmpty)
                continue;
            var size = queue.NextSize;
            Assert.Equal(size, queue.WriteNext(output, false));
            Assert.Equal(LinkRead.Whole, LinkRecord.TryRead(output.AsSpan(0, size), out var record, out var used));
            Assert.Equal(size, used);
            Assert.True(reassembly.TryTake(record, out var whole));
            if (whole is not null)
                Assert.Equal(expected[(int)record.Precedence].Dequeue(), whole);
        }
    }

    [Fact]
    public void Reassembly_survives_any_fragments()
    {
        var chance = new Chance(4);
        var reassembly = new Reassembly();
        var refused = 0;
        for (var round = 0; round < 100_000; round++)
        {
            var last = chance.Next(3) == 0;
            var fragment = LinkRecord.Fragment(
                (Precedence)chance.Next(4), chance.Next(2) == 0, last, false, new byte[last ? 1 + chance.Next(1024) : 1024]);
            if (!reassembly.TryTake(fragment, out var frame))
                refused++;
            else if (frame is not null)
                Assert.InRange(frame.Length, 1, Station.Bounds.FrameSize);
        }

        Assert.True(refused > 1000);
    }

    private static (Precedence Precedence, bool First, bool Last, int Size) Next(SendQueue queue)
    {
        var bytes = new byte[2000];
        var size = queue.WriteNext(bytes, false);
        LinkRecord.TryRead(bytes.AsSpan(0, size), out var record, out _);
        return (record.Precedence, record.First, record.Last, record.Payload.Length);
    }
}
