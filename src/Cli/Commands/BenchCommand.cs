using System.CommandLine;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Commands;

/// <summary><c>parley bench</c>: what two stations on this machine do, against what the machine itself takes.</summary>
internal static class BenchCommand
{
    private const int WarmUp = 300;
    private const int Singles = 500;
    private const int SingleBytes = 200;
    private const int BulkBytes = 300;
    private const int Rounds = 5;
    private const string LatencyPart = "latency";
    private const string LoadPart = "load";
    private const string BytesPart = "bytes";
    private const string FailoverPart = "failover";
    private const string StartPart = "start";
    private static readonly string[] Parts = [LatencyPart, LoadPart, BytesPart, FailoverPart, StartPart];

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

    private static readonly Option<string[]> Only = new Option<string[]>("--only")
    {
        Description = "Measure these parts and no others.",
        HelpName = string.Join('|', Parts),
        AllowMultipleArgumentsPerToken = true,
    }.AcceptOnlyFromAmong(Parts);

    public static Command Build() =>
        new Command("bench", "Measure two stations on this machine: latency, throughput, bytes, failover, start.").Does(
            [Messages, Entries, Only, Common.Json], Run);

    private static async Task Run(Invocation invocation)
    {
        var folder = Directory.CreateTempSubdirectory("parley-bench-").FullName;
        try
        {
            await using var pair = await BenchPair.Start(folder, invocation.Cancel);
            var latency = Wants(LatencyPart) ? await Latency(invocation, pair) : null;
            var rates = Wants(LoadPart) ? new[] { await Rate(invocation, pair, 64), await Rate(invocation, pair, 1024) } : [];
            var overhead = Wants(BytesPart) ? await BenchBytes.Measure(invocation, pair, invocation.Get(Messages)) : null;
            var failovers = new List<BenchFailover>();
            foreach (var flash in Wants(FailoverPart) ? (bool[])[true, false] : [])
            {
                foreach (var silent in (bool[])[false, true])
                    failovers.Add(await Failover(invocation, pair, flash, silent));
            }

            var entries = Wants(StartPart) && invocation.Get(Entries) is > 0 and var count ? await Start(invocation, pair, count) : null;
            var report = new BenchReport(latency, rates, overhead, failovers, entries);
            invocation.Show(report, static (screen, r) => r.Write(screen));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        bool Wants(string part) => invocation.Get(Only) is not { Length: > 0 } only || only.Contains(part);
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
            await pair.Settle(invocation.Cancel);
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

    internal static void Say(Invocation invocation, string what) => invocation.Terminal.Error.WriteLine($"bench: {what}");
}
