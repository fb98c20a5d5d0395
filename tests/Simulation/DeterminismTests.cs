using System.Diagnostics;

namespace Parley.Simulation.Tests;

/// <summary>One seed is one world, in whatever process it is run.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData(17)]
    [InlineData(324)]
    public void Two_processes_come_to_the_same_trace(ulong seed)
    {
        using var one = Run(seed);
        using var two = Run(seed);
        var (first, second) = (one.StandardOutput.ReadToEnd(), two.StandardOutput.ReadToEnd());
        one.WaitForExit();
        two.WaitForExit();

        Assert.Equal(0, one.ExitCode);
        Assert.Contains($"seed {seed} trace ", first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Two_seeds_come_to_two_traces()
    {
        Assert.NotEqual(new Testing.Simulation.SimulatedWorld(1).Run().Hash, new Testing.Simulation.SimulatedWorld(3).Run().Hash);
    }

    private static Process Run(ulong seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(DeterminismTests).Assembly.Location);
        start.ArgumentList.Add("--seed");
        start.ArgumentList.Add(seed.ToString());
        return Process.Start(start)!;
    }
}
