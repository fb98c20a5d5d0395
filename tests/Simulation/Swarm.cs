using System.Diagnostics;
using Parley.Crypto;
using Parley.Testing.Simulation;

namespace Parley.Simulation.Tests;

/// <summary>Worlds from the command line. Exit code 0: nothing was found; 1: a rule was broken, and the seed is printed.</summary>
internal static class Swarm
{
    public static Func<Suite>? SuiteOf(bool one) => one ? () => SuiteOne.Instance : null;

    public static int One(ulong seed, bool trace, bool suite1)
    {
        try
        {
            var outcome = new SimulatedWorld(seed, SuiteOf(suite1), trace ? Console.Error.WriteLine : null).Run();
            Console.WriteLine($"seed {outcome.Seed} trace {outcome.Hash:x16} events {outcome.Events} words {outcome.Words} virtual {outcome.VirtualTime}");
            return 0;
        }
        catch (SimulationFailure failure)
        {
            Report(seed, failure, suite1);
            return 1;
        }
    }

    public static int For(TimeSpan time, ulong first, bool suite1)
    {
        var watch = Stopwatch.StartNew();
        var (seed, failed, words) = (first, 0, 0L);
        for (; watch.Elapsed < time; seed++)
        {
            try
            {
                words += new SimulatedWorld(seed, SuiteOf(suite1)).Run().Words;
            }
            catch (SimulationFailure failure)
            {
                failed++;
                Report(seed, failure, suite1);
            }
        }

        Console.WriteLine($"{seed - first} worlds, {words} words released, {failed} failed, {(seed - first) / watch.Elapsed.TotalSeconds:F1} worlds/s");
        return failed == 0 ? 0 : 1;
    }

    /// <summary>The seed after --from, or one from the clock.</summary>
    public static ulong First(string[] more)
    {
        var at = Array.IndexOf(more, "--from");
        return at >= 0 ? ulong.Parse(more[at + 1]) : (ulong)Stopwatch.GetTimestamp();
    }

    private static void Report(ulong seed, SimulationFailure failure, bool suite1) => Console.WriteLine(
        $"FAILED {failure.Message}\nAgain: dotnet run --project tests/Simulation/Simulation.Tests.csproj -- --seed {seed} --trace{(suite1 ? " --suite1" : "")}");
}
