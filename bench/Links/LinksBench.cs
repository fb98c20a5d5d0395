using Parley.Cli.Commands;

namespace Parley.Bench.Links;

/// <summary>Two stations over an emulated link: latency over a long way, with loss, and a flash over a slow line that has a backlog. Everything
/// that an officer waits for is counted: his request, both stations' commits, the note of the receipt. The floor is the same over the same
/// emulator without delay.</summary>
internal static class LinksBench
{
    private const int NotPossible = 3;
    private const int Delay = 300;
    private const int RoundTrip = 2 * Delay;
    private const int TextBytes = 200;
    private const int BulkBytes = 300;
    private const int BulkCount = 20_000;
    private const int UnderWay = 512;
    private const int Steady = 100;
    private const int IdleRounds = 3;
    private const int BacklogCount = 100;
    private const double SlowKilobits = 9.6;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly string[] Parts = ["distance", "loss", "slow", "bytes"];

    public static async Task<int> Run(string[] words)
    {
        var options = Options.Parse(words, ["--emulator", "--messages", "--only"], ["--json"]);
        if (options is null || (options.Text("--only") is { } only && !Parts.Contains(only)))
        {
            Console.Error.WriteLine($"use: links --emulator PATH [--messages NUMBER] [--only {string.Join('|', Parts)}] [--json]");
            return Cli.ExitCode.Usage;
        }

        if (Spaces.Missing(options.Text("--emulator")) is { } missing)
        {
            Console.Error.WriteLine($"nothing measured: {missing}");
            return NotPossible;
        }

        var (emulator, count) = (options.Text("--emulator")!, options.Number("--messages", 200));
        var rows = new List<Row>();
        if (Wants("distance") || Wants("loss"))
        {
            var floor = await Floor(emulator, rows);
            if (Wants("distance"))
                await Distance(emulator, floor, rows);
            if (Wants("loss"))
                await Loss(emulator, count, rows);
        }

        if (Wants("slow"))
            await Slow(emulator, rows);
        if (Wants("bytes"))
            await Bytes(emulator, rows);
        Row.Write(rows, options.Has("--json"));
        return Cli.ExitCode.Done;

        bool Wants(string part) => options.Text("--only") is null || options.Text("--only") == part;
    }

    private static async Task<double[]> Floor(string emulator, List<Row> rows)
    {
        Say("floor");
        await using var pair = await LinkedPair.Open(emulator, new LinkTerms());
        await Single(pair, 100);
        var times = await Single(pair, 200);
        rows.Add(new Row("floor: no delay, p50", BenchLatency.Quantile(times, 0.5), "ms"));
        rows.Add(new Row("floor: no delay, p99", BenchLatency.Quantile(times, 0.99), "ms"));
        return times;
    }

    private static async Task Distance(string emulator, double[] floor, List<Row> rows)
    {
        Say($"{Delay} ms each way");
        await using var pair = await LinkedPair.Open(emulator, new LinkTerms(Delay));
        var steady = await Single(pair, Steady);
        var firsts = new List<double>();
        for (var i = 0; i < IdleRounds; i++)
        {
            Say($"idle for a minute, {i + 1} of {IdleRounds}");
            await Task.Delay(Minute);
            firsts.Add((await Single(pair, 1))[0]);
        }

        var worst = firsts.Max();
        var note = FormattableString.Invariant($"worst of {IdleRounds}, {worst:0} ms");
        rows.Add(new Row("first message after a minute, less the floor", Beyond(worst, 0.5), "round trips", 1.1, note));
        foreach (var (name, part) in ((string, double)[])[("p50", 0.5), ("p99", 0.99)])
        {
            var time = BenchLatency.Quantile(steady, part);
            note = FormattableString.Invariant($"{time:0} ms, of {steady.Length}");
            rows.Add(new Row($"one message after the other, {name}, less the floor", Beyond(time, part), "round trips", 1.1, note));
        }

        double Beyond(double time, double part) => (time - BenchLatency.Quantile(floor, part)) / RoundTrip;
    }

    private static async Task Loss(string emulator, int count, List<Row> rows)
    {
        await using var pair = await LinkedPair.Open(emulator, new LinkTerms(Delay, Loss: 5, Circuits: 2));
        foreach (var flash in (bool[])[false, true])
        {
            var what = flash ? "flash" : "routine";
            Say($"5 % loss, {count} {what}");
            var before = await pair.WireBytes();
            var times = await Single(pair, count, flash);
            var bytes = (await pair.WireBytes() - before) / (double)count;
            var p99 = BenchLatency.Quantile(times, 0.99);
            var note = FormattableString.Invariant(
                $"p50 {BenchLatency.Quantile(times, 0.5):0}, p90 {BenchLatency.Quantile(times, 0.9):0}, p99 {p99:0}, worst {times.Max():0} ms; {bytes:0} bytes each");
            rows.Add(new Row($"5 % loss, two circuits, {what}, p99 of {count}", p99 / RoundTrip, "round trips", 3, note));
        }
    }

    private static async Task Slow(string emulator, List<Row> rows)
    {
        Say("9,600 bit/s");
        await using var pair = await LinkedPair.Open(emulator, new LinkTerms(Delay, Rate: SlowKilobits));
        var before = await pair.WireBytes();
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var flash = await pair.First.Ask(new BenchAsk("backlog", BacklogCount, Bytes: TextBytes));
        await pair.Settle();
        var all = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bytes = (await pair.WireBytes() - before) / (BacklogCount + 1.0);
        var note = FormattableString.Invariant($"{flash.Bytes} of {BacklogCount} routine not received then");
        rows.Add(new Row("9,600 bit/s, a flash behind a backlog", flash.Milliseconds![0] / 1000, "s", 10, note));
        rows.Add(new Row("9,600 bit/s, the whole backlog", all, "s", Note: FormattableString.Invariant($"{bytes:0} bytes each")));
    }

    private static async Task Bytes(string emulator, List<Row> rows)
    {
        Say("bytes");
        await using var pair = await LinkedPair.Open(emulator, new LinkTerms());
        var single = await Count(pair, 100, TextBytes, new BenchAsk("single", 100, Bytes: TextBytes));
        rows.Add(new Row("bytes beyond the text of 200, single", single, "bytes", 900, "whole IP packets, both ways, one circuit"));
        await pair.First.Ask(new BenchAsk("load", BulkCount / 4, UnderWay, BulkBytes));
        var bulk = await Count(pair, BulkCount, BulkBytes, new BenchAsk("load", BulkCount, UnderWay, BulkBytes));
        rows.Add(new Row("bytes beyond the text of 300, bulk", bulk, "bytes", 150, FormattableString.Invariant($"{UnderWay} under way")));
    }

    private static async Task<double> Count(LinkedPair pair, int count, int text, BenchAsk ask)
    {
        await pair.Settle();
        var before = await pair.WireBytes();
        await pair.First.Ask(ask);
        await pair.Settle();
        return ((await pair.WireBytes() - before) / (double)count) - text;
    }

    private static async Task<double[]> Single(LinkedPair pair, int count, bool flash = false) =>
        (await pair.First.Ask(new BenchAsk("single", count, Flash: flash, Bytes: TextBytes))).Milliseconds!;

    private static void Say(string what) => Console.Error.WriteLine($"links: {what}");
}
