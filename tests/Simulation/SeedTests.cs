using Parley.Crypto;
using Parley.Testing.Simulation;

namespace Parley.Simulation.Tests;

/// <summary>A few worlds that must come out well on every machine. The swarm (see Program.cs) looks at many more.</summary>
public sealed class SeedTests
{
    private const int Seeds = 40;

    public static TheoryData<ulong> FirstSeeds => [.. Enumerable.Range(1, Seeds).Select(n => (ulong)n)];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void Nothing_is_lost_doubled_or_forked(ulong seed)
    {
        var outcome = new SimulatedWorld(seed).Run();

        Assert.True(outcome.Words > 0);
    }

    /// <summary>The same rules with real signatures and random keys; such a world cannot be repeated exactly.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void Nothing_is_lost_doubled_or_forked_under_suite_1(ulong seed)
    {
        var outcome = new SimulatedWorld(seed, () => SuiteOne.Instance).Run();

        Assert.True(outcome.Words > 0);
    }
}
