using System.Globalization;
using Parley.Cli.Rendering;

namespace Parley.Cli.Commands;

/// <summary>What was measured, for JSON and table. Times in milliseconds, sizes in bytes. Null: not measured in this run.</summary>
internal sealed record BenchReport(
    BenchLatency? Latency,
    IReadOnlyList<BenchRate> Rates,
    BenchOverhead? Overhead,
    IReadOnlyList<BenchFailover> Failovers,
    BenchEntries? Entries)
{
    public void Write(Screen screen) => screen.Table(["what", "measured", "goal", ""], Rows());

    private IEnumerable<string[]> Rows()
    {
        if (Latency is { } l)
        {
            yield return Row("last approval to received, p50", $"{l.P50:0.00} ms, {l.P50 / l.FloorP50:0.00} x floor", "1.5 x", l.P50 <= 1.5 * l.FloorP50);
            yield return Row("last approval to received, p99", $"{l.P99:0.00} ms, {l.P99 / l.FloorP99:0.00} x floor", "1.5 x", l.P99 <= 1.5 * l.FloorP99);
            yield return Row("floor of this machine, p50 and p99", $"{l.FloorP50:0.00} and {l.FloorP99:0.00} ms", "", null);
        }

        foreach (var r in Rates)
            yield return Row($"{r.Bytes}-byte messages, {r.UnderWay} under way", $"{r.PerSecond:0} a second", "10000", r.UnderWay >= 1024 ? r.PerSecond >= 10_000 : null);
        if (Overhead is { } o)
        {
            yield return Row("bytes beyond the text, single", $"{o.Single:0} ({o.SinglePayload:0} TLS, {o.SingleSegments:0.0} segments)", "900", o.Single <= 900);
            yield return Row("bytes beyond the text, bulk", $"{o.Bulk:0} ({o.BulkPayload:0} TLS, {o.BulkEach:0} messages a frame)", "150", o.Bulk <= 150);
        }

        foreach (var f in Failovers)
            yield return Row($"{f.What}, worst of {f.Rounds}", $"{f.Worst:0} ms (median {f.Median:0}, usual {f.Usual:0.0})", f.Goal, f.Worst <= 250);
        if (Entries is { } e)
        {
            yield return Row($"start with {e.Count} entries", $"{e.StartMilliseconds:0} ms", "2000 ms", e.StartMilliseconds <= 2000);
            yield return Row($"memory with {e.Count} entries", $"{e.Memory / 1e6:0} MB", "300 MB", e.Memory <= 300_000_000);
        }
    }

    private static string[] Row(string what, FormattableString measured, string goal, bool? met) =>
        [what, measured.ToString(CultureInfo.InvariantCulture), goal, met switch { true => "met", false => "MISSED", null => "" }];
}

/// <summary>Milliseconds from last approval to received, and of the floor, in one run.</summary>
internal sealed record BenchLatency(int Count, double P50, double P99, double FloorP50, double FloorP99)
{
    public static double Quantile(IEnumerable<double> times, double part)
    {
        var sorted = times.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}

internal sealed record BenchRate(int UnderWay, int Bytes, int Count, double PerSecond);

/// <summary>Bytes of one message beyond its text, with its receipt, both ways, what an idle pair says taken off. <paramref name="SinglePayload"/>
/// and <paramref name="BulkPayload"/> are TCP payload as counted by a proxy; the others add 52 bytes of TCP and IPv4 header for each segment
/// and for the bare acknowledgment of every second one. <paramref name="BulkEach"/>: messages for each frame that the sender gave to the
/// circuit; a frame costs the same for one as for a thousand.</summary>
internal sealed record BenchOverhead(
    double Single, double SinglePayload, double SingleSegments, double Bulk, double BulkPayload, double BulkSegments, double BulkEach);

/// <summary>Longest time of a message while the circuit in use fails. <paramref name="Usual"/>: the median message of the same streams.</summary>
internal sealed record BenchFailover(string What, int Rounds, double Median, double Worst, double Usual, string Goal);

internal sealed record BenchEntries(long Count, double StartMilliseconds, long Memory);
