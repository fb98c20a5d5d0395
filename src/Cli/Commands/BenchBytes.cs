using System.Diagnostics;

namespace Parley.Cli.Commands;

/// <summary>Bytes of one message beyond its text, on one circuit alone: over two, what is repeated on the second for safety would be counted
/// with it. Everything counts that the proxy of that circuit carries, both ways: batches, receipts, link acknowledgments, TLS records. What an
/// idle pair says in as much time (beacons, pings) is taken off.</summary>
internal static class BenchBytes
{
    private const int Singles = 100;
    private const int SingleBytes = 200;
    private const int BulkBytes = 300;
    private const int HeaderSize = 52;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(11);

    public static async Task<BenchOverhead> Measure(Invocation invocation, BenchPair pair, int count)
    {
        BenchCommand.Say(invocation, "bytes");
        await pair.OnePath(invocation.Cancel);
        await pair.Settle(invocation.Cancel);
        await pair.First.Ask(new BenchAsk("load", Math.Max(1, count / 5), 1024, BulkBytes), invocation.Cancel);
        await pair.Settle(invocation.Cancel);
        var idle = await Counted(invocation, pair, () => Task.Delay(Idle, invocation.Cancel));
        var single = await Counted(invocation, pair, () => pair.First.Ask(new BenchAsk("single", Singles, Bytes: SingleBytes), invocation.Cancel));
        var bulk = await Counted(invocation, pair, async () =>
        {
            await pair.First.Ask(new BenchAsk("load", count, 1024, BulkBytes), invocation.Cancel);
            await pair.Settle(invocation.Cancel);
        });
        pair.AllMended();
        var (one, many) = (Each(single, idle, Singles), Each(bulk, idle, count));
        return new BenchOverhead(
            one.Bytes + Headers(one.Segments) - SingleBytes,
            one.Bytes - SingleBytes,
            one.Segments,
            many.Bytes + Headers(many.Segments) - BulkBytes,
            many.Bytes - BulkBytes,
            many.Segments,
            count / (double)bulk.Frames);
    }

    // A bare acknowledgment for every second segment, as TCP does it.
    private static double Headers(double segments) => 1.5 * HeaderSize * segments;

    private static (double Bytes, double Segments) Each(Traffic all, Traffic idle, int count)
    {
        var part = all.Seconds / idle.Seconds;
        return ((all.Bytes - (idle.Bytes * part)) / count, Math.Max(0, (all.Segments - (idle.Segments * part)) / count));
    }

    private static async Task<Traffic> Counted(Invocation invocation, BenchPair pair, Func<Task> work)
    {
        var (bytes, segments, start) = (pair.Bytes, pair.Segments, Stopwatch.GetTimestamp());
        var frames = await Frames(invocation, pair);
        await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Traffic(pair.Bytes - bytes, pair.Segments - segments, await Frames(invocation, pair) - frames, seconds);
    }

    private static async Task<long> Frames(Invocation invocation, BenchPair pair) =>
        (await pair.First.Ask(new BenchAsk("frames"), invocation.Cancel)).Bytes;

    private readonly record struct Traffic(long Bytes, long Segments, long Frames, double Seconds);
}
