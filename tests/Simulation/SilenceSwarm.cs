using System.Diagnostics;
using Parley.Testing.Simulation;
using Parley.Testing.Simulation.Silences;

namespace Parley.Simulation.Tests;

/// <summary>Many silences from the command line. Exit code 0: the true cause was never excluded, and was named in 99 of 100 cases once the evidence had come.</summary>
internal static class SilenceSwarm
{
    private const int CasesPerWorld = 25;

    public static int Run(int cases, ulong first)
    {
        var watch = Stopwatch.StartNew();
        var sums = new SortedDictionary<SilenceTruth, SilenceTally>();
        var failed = 0;
        for (var seed = first; sums.Values.Sum(t => t.Cases) + (failed * CasesPerWorld) < cases; seed++)
        {
            try
            {
                foreach (var (truth, one) in new SilenceWorld(seed).Run(CasesPerWorld))
                {
                    var sum = sums.GetValueOrDefault(truth) ?? new SilenceTally(0, 0, 0);
                    sums[truth] = new SilenceTally(sum.Cases + one.Cases, sum.Silent + one.Silent, sum.Named + one.Named);
                }
            }
            catch (SimulationFailure failure)
            {
                failed++;
                Console.WriteLine($"FAILED {failure.Message}");
            }

            if ((seed - first) % 40 == 39)
                Tell(sums, failed, watch.Elapsed);
        }

        return Tell(sums, failed, watch.Elapsed);
    }

    private static int Tell(SortedDictionary<SilenceTruth, SilenceTally> sums, int failed, TimeSpan took)
    {
        foreach (var (truth, sum) in sums)
            Console.WriteLine($"{truth}: {sum.Cases} cases, {sum.Silent} silent, {sum.Named} named rightly afterwards");
        var (all, silent, named) = (sums.Values.Sum(t => t.Cases), sums.Values.Sum(t => t.Silent), sums.Values.Sum(t => t.Named));
        Console.WriteLine(
            $"{all} cases, {failed} worlds failed, {silent} silent, named rightly {(silent == 0 ? 0 : 100.0 * named / silent):F2} %, {all / took.TotalSeconds:F1} cases/s");
        return failed == 0 && named >= 0.99 * silent ? 0 : 1;
    }
}
