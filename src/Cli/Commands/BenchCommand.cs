using System.CommandLine;
using System.Diagnostics;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Commands;

/// <summary><c>parley bench</c>: what two stations on this machine do, against what the machine itself takes.</summary>
internal static class BenchCommand
{
    private const int WarmUp = 300;
    private const int Singles = 500;
    private const int SingleBytes = 200;
    private const int BulkBytes = 300;
    private const int HeaderSize = 52;
    private const int Rounds = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(11);

    private static readonly Option<int> Messages = new("--messages")
    {
        Description = "Messages of each sustained load.", HelpName = "NUMBER", DefaultValueFactory = _ => 30_000,
    };

    private static readonly Option<int> Entries = new("--entries")
    {
        Description = "Entries stored before start time and memory are taken; they are sent, so a million take a while. 0: leave out.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 100_000,
    };

    public static Command Build(Terminal terminal) =>
        new Command("bench", "Measure two stations on this machine: latency, throughput, bytes, failover, start.").Does(
            terminal, [Messages, Entries, Common.Json], Run);

    private static async Task Run(Invocation invocation)
    {
        var folder = Directory.CreateTempSubdirectory("parley-bench-").FullName;
        try
        {
            await using var pair = await BenchPair.Start(folder, invocation.Cancel);
            var latency = await Latency(invocation, pair);
            var rates = new[] { await Rate(invocation, pair, 64), await Rate(invocation, pair, 1024) };
            var overhead = await Overhead(invocation, pair);
            var failovers = new List<BenchFailover>();
            foreach (var flash in (bool[])[true, false])
            {
                foreach (var silent in (bool[])[false, true])
                    failovers.Add(await Failover(invocation, pair, flash, silent));
            }

            var entries = invocation.Get(Entries) is > 0 and var count ? await Start(invocation, pair, count) : null;
            var report = new BenchReport(latency, rates, overhead, failovers, entries);
            invocation.Show(report, static (screen, r) => r.Write(screen));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<BenchLatency> Latency(Invocation invocation, BenchPair pair)
    {
        Say(invocation, "latency");
        await pair.First.Ask(new BenchAsk("single", WarmUp, Bytes: SingleBytes), invocation.Cancel);
        // The floor before and after, for a machine is not the same at all times.
        var before = await pair.First.Ask(new BenchAsk("floor", Singles), invocation.Cancel);
        var times = await pair.First.Ask(new BenchAsk("single", Singles, Bytes: SingleBytes), invocation.Cancel);
        var after = await pair.Second.Ask(new BenchAsk("floor", Singles), invocation.Cancel);
        var floor = before.Milliseconds!.Concat(after.Milliseconds!).ToList();
        return new BenchLatency(
            Singles,
            BenchLatency.Quantile(times.Milliseconds!, 0.5),
            BenchLatency.Quantile(times.Milliseconds!, 0.99),
            BenchLatency.Quantile(floor, 0.5),
            BenchLatency.Quantile(floor, 0.99));
    }

    private static async Task<BenchRate> Rate(Invocation invocation, BenchPair pair, int underWay)
    {
        Say(invocation, $"load, {underWay} under way");
        var count = invocation.Get(Messages);
        await pair.First.Ask(new BenchAsk("load", Math.Max(1, count / 5), underWay, BulkBytes), invocation.Cancel);
        var answer = await pair.First.Ask(new BenchAsk("load", count, underWay, BulkBytes), invocation.Cancel);
        return new BenchRate(underWay, BulkBytes, count, count / answer.Seconds);
    }

    private static async Task<BenchOverhead> Overhead(Invocation invocation, BenchPair pair)
    {
        Say(invocation, "bytes");
        await Settle(pair, invocation.Cancel);
        var idle = await Counted(pair, () => Task.Delay(Idle, invocation.Cancel));
        var single = await Counted(pair, () => pair.First.Ask(new BenchAsk("single", 100, Bytes: SingleBytes), invocation.Cancel));
        var count = invocation.Get(Messages);
        var bulk = await Counted(pair, async () =>
        {
            await pair.First.Ask(new BenchAsk("load", count, 1024, BulkBytes), invocation.Cancel);
            await Settle(pair, invocation.Cancel);
        });
        var (singlePayload, singleSegments) = Each(single, idle, 100);
        var (bulkPayload, bulkSegments) = Each(bulk, idle, count);
        // A bare acknowledgment for every second segment, as TCP does it.
        return new BenchOverhead(
            singlePayload + (1.5 * HeaderSize * singleSegments) - SingleBytes,
            singlePayload - SingleBytes,
            singleSegments,
            bulkPayload + (1.5 * HeaderSize * bulkSegments) - BulkBytes,
            bulkPayload - BulkBytes);
    }

    private static (double Bytes, double Segments) Each(Traffic all, Traffic idle, int count)
    {
        var part = all.Seconds / idle.Seconds;
        return ((all.Bytes - (idle.Bytes * part)) / count, Math.Max(0, (all.Segments - (idle.Segments * part)) / count));
    }

    private static async Task<BenchFailover> Failover(Invocation invocation, BenchPair pair, bool flash, bool silent)
    {
        var what = $"{(flash ? "flash" : "routine")} while its circuit {(silent ? "falls silent" : "is cut")}";
        Say(invocation, what);
        var (worst, usual) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await pair.AllPaths(invocation.Cancel);
            var before = pair.Paths.Select(p => p.Sum(x => x.Bytes)).ToList();
            var stream = pair.First.Ask(new BenchAsk("stream", Milliseconds: 2500, Flash: flash, Bytes: SingleBytes), invocation.Cancel);
            await Task.Delay(1000, invocation.Cancel);
            var used = pair.Paths.Select((p, i) => (Path: p, Bytes: p.Sum(x => x.Bytes) - before[i])).MaxBy(p => p.Bytes).Path;
            foreach (var proxy in used)
                Break(proxy, silent);
            var times = (await stream).Milliseconds!;
            worst.Add(times.Max());
            usual.Add(BenchLatency.Quantile(times, 0.5));
            foreach (var proxy in used)
                Mend(proxy, silent);
            await Settle(pair, invocation.Cancel);
        }

        return new BenchFailover(
            what, Rounds, BenchLatency.Quantile(worst, 0.5), worst.Max(), BenchLatency.Quantile(usual, 0.5), flash ? "no delay" : "250 ms");
    }

    private static void Break(CircuitProxy proxy, bool silent)
    {
        if (silent)
            proxy.Freeze();
        else
            proxy.Cut();
    }

    // What a silent circuit held back must not come later as if nothing had been: it ends, and opens anew.
    private static void Mend(CircuitProxy proxy, bool silent)
    {
        if (silent)
            proxy.Cut();
        proxy.Mend();
    }

    private static async Task<BenchEntries> Start(Invocation invocation, BenchPair pair, int wanted)
    {
        var there = (await pair.First.Ask(new BenchAsk("settle"), invocation.Cancel)).Bytes;
        for (var left = wanted - there; left > 0; left -= 50_000)
        {
            Say(invocation, $"storing, {left} entries to go");
            await pair.First.Ask(new BenchAsk("load", (int)Math.Min(left, 50_000), 1024, BulkBytes), invocation.Cancel);
        }

        Say(invocation, "start");
        await pair.First.Stop();
        var time = await pair.First.Start(invocation.Cancel);
        var count = (await pair.First.Ask(new BenchAsk("settle"), invocation.Cancel)).Bytes;
        await pair.First.Ask(new BenchAsk("single", 100), invocation.Cancel);
        var memory = (await pair.First.Ask(new BenchAsk("memory"), invocation.Cancel)).Bytes;
        return new BenchEntries(count, time.TotalMilliseconds, memory);
    }

    private static async Task Settle(BenchPair pair, CancellationToken cancel)
    {
        await pair.First.Ask(new BenchAsk("settle"), cancel);
        await pair.Second.Ask(new BenchAsk("settle"), cancel);
    }

    private static async Task<Traffic> Counted(BenchPair pair, Func<Task> work)
    {
        var (bytes, segments, start) = (pair.Bytes, pair.Segments, Stopwatch.GetTimestamp());
        await work();
        return new Traffic(pair.Bytes - bytes, pair.Segments - segments, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void Say(Invocation invocation, string what) => invocation.Terminal.Error.WriteLine($"bench: {what}");

    private readonly record struct Traffic(long Bytes, long Segments, double Seconds);
}
