using System.Diagnostics;
using System.Globalization;
using Parley.Volumes.Index;

namespace Parley.Bench.Volumes;

/// <summary>What is measured of our own index.</summary>
internal static class IndexTrial
{
    private const int Rounds = 5;
    private const int Reservations = 100_000;
    private const double MostLoadSeconds = 5;
    private const double MostMegabytes = 200;
    private const double MostReserveMilliseconds = 2;
    private static readonly TimeSpan LeastRound = TimeSpan.FromSeconds(0.3);

    /// <summary>The index of all boxes, loaded at once, with id by place.</summary>
    public static VolumeIndex Load(DataSet set, List<Row> rows)
    {
        (int Id, IndexBox Box)[] entries = [.. set.Boxes.Select((b, i) => (i, b))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        var index = VolumeIndex.Load(entries);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        rows.Add(new Row($"{set.Name}: {set.Boxes.Length} boxes loaded", seconds, "s", MostLoadSeconds));
        rows.Add(new Row($"{set.Name}: managed heap of it", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", MostMegabytes));
        GC.KeepAlive(entries);
        return index;
    }

    /// <summary>Queries a second, counted and nothing allocated.</summary>
    /// <returns>Of each query, how many boxes meet it.</returns>
    public static int[] Rate(VolumeIndex index, DataSet set, List<Row> rows)
    {
        int[] counts = [.. set.Queries.Select(q => Count(index, q))];
        rows.Add(Rate($"{set.Name}: queries, {counts.Average():0.##} hits each", index, set, set.LeastRate));
        return counts;
    }

    /// <summary>A box is looked up and inserted while as many live as were loaded: the oldest goes for each that comes.</summary>
    public static void Reserve(VolumeIndex index, DataSet set, List<Row> rows)
    {
        var number = Math.Min(Reservations, set.Boxes.Length);
        var (times, floor, removals, pauses) = (new double[number], new double[number], new double[number], GC.GetTotalPauseDuration());
        for (var i = 0; i < number; i++)
        {
            ref readonly var box = ref set.Queries[i % set.Queries.Length];
            var began = Stopwatch.GetTimestamp();
            var looked = Stopwatch.GetTimestamp();
            _ = Count(index, box);
            index.Insert(set.Boxes.Length + i, box);
            times[i] = Stopwatch.GetElapsedTime(looked).TotalMilliseconds;
            floor[i] = Stopwatch.GetElapsedTime(began, looked).TotalMilliseconds;
            began = Stopwatch.GetTimestamp();
            index.Remove(i);
            removals[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        pauses = GC.GetTotalPauseDuration() - pauses;
        Array.Sort(times);
        Array.Sort(removals);
        rows.Add(new Row($"{set.Name}: query and insert at {index.Count} live, p99.9 of {number}", At(times, 0.999), "ms", MostReserveMilliseconds,
            string.Create(CultureInfo.InvariantCulture, $"p50 {At(times, 0.5):0.0000}, p99 {At(times, 0.99):0.0000}, longest {times[^1]:0.00}")));
        rows.Add(new Row($"{set.Name}: a removal, p99.9 of {number}", At(removals, 0.999), "ms", MostReserveMilliseconds,
            string.Create(CultureInfo.InvariantCulture, $"p50 {At(removals, 0.5):0.0000}, longest {removals[^1]:0.00}; {pauses.TotalMilliseconds:0.0} ms of collecting in all")));
        rows.Add(Rate($"{set.Name}: queries after {number} came and went", index, set, null));
    }

    /// <summary>An index into which all boxes are inserted one after the other.</summary>
    public static void Fill(DataSet set, List<Row> rows)
    {
        var times = new double[set.Boxes.Length];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (began, longestGap) = (Stopwatch.GetTimestamp(), LongestGap());
        began = Stopwatch.GetTimestamp();
        var index = new VolumeIndex();
        var most = 0L;
        for (var i = 0; i < set.Boxes.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            index.Insert(i, set.Boxes[i]);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (i % 1000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(times);
        rows.Add(new Row($"{set.Name}: {times.Length} inserts one by one", seconds, "s", null,
            string.Create(CultureInfo.InvariantCulture, $"p99.9 {At(times, 0.999):0.000} ms, longest {times[^1]:0.00} ms; longest pause of doing nothing {longestGap:0.00} ms")));
        rows.Add(new Row($"{set.Name}: managed heap then", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", MostMegabytes,
            string.Create(CultureInfo.InvariantCulture, $"most meanwhile, not yet collected: {most / 1e6:0} MB")));
        rows.Add(Rate($"{set.Name}: queries then", index, set, null));
    }

    // By processor time, which is ours alone however busy the machine is. A round asks all queries again and again until it is long enough to be measured.
    private static Row Rate(string what, VolumeIndex index, DataSet set, double? least)
    {
        var (rates, began, asked) = (new double[Rounds], Stopwatch.GetTimestamp(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var (used, inRound, spent) = (Environment.CpuUsage.TotalTime, 0L, TimeSpan.Zero);
            while (spent < LeastRound)
            {
                var counting = new Counting();
                foreach (ref readonly var query in set.Queries.AsSpan())
                    index.Query(query, ref counting);
                inRound += set.Queries.Length;
                spent = Environment.CpuUsage.TotalTime - used;
            }

            rates[round] = inRound / spent.TotalSeconds;
            asked += inRound;
        }

        Array.Sort(rates);
        var clock = asked / Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Row(what, rates[Rounds / 2], "a core second", Least: least,
            Note: string.Create(CultureInfo.InvariantCulture, $"median of {Rounds}, {rates[0]:0} to {rates[^1]:0}; {clock:0} a second by the clock"));
    }

    // What the machine takes away for itself: the longest time between two looks at the clock in a second.
    private static double LongestGap()
    {
        var began = Stopwatch.GetTimestamp();
        var (last, longest) = (began, 0L);
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1))
        {
            var now = Stopwatch.GetTimestamp();
            longest = Math.Max(longest, now - last);
            last = now;
        }

        return longest * 1000.0 / Stopwatch.Frequency;
    }

    private static int Count(VolumeIndex index, in IndexBox box)
    {
        var counting = new Counting();
        index.Query(box, ref counting);
        return counting.Hits;
    }

    private static double At(double[] ordered, double share) => ordered[(int)(share * (ordered.Length - 1))];

    private struct Counting : IIndexVisitor
    {
        public int Hits { get; private set; }

        public bool Visit(int id)
        {
            Hits++;
            return true;
        }
    }
}
