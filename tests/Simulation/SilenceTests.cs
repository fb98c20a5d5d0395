using Parley.Testing.Simulation.Silences;

namespace Parley.Simulation.Tests;

/// <summary>Silences made from causes, some of the many that `--silence` looks at.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_true_cause_is_never_excluded_and_is_named_once_the_evidence_has_come(ulong seed)
    {
        var tally = new SilenceWorld(seed).Run(20).Values;

        Assert.True(tally.Sum(t => t.Silent) > 5);
        Assert.True(tally.Sum(t => t.Named) >= 0.9 * tally.Sum(t => t.Silent), string.Join(", ", tally));
    }
}
