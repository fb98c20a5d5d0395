using Parley.Circuits.Tls;

namespace Parley.Circuits.Tests.Tls;

/// <summary>A station reaches its own doors from outside, as a peer would.</summary>
public sealed class LoopTests
{
    private readonly TestParty astra = new("astra");
    private readonly Recorder events = new();

    [Fact]
    public void Doors_that_are_open_are_reached_and_nobody_is_told_of_a_stranger()
    {
        using (var side = astra.Listen(events, listeners: 2))
        {
            for (var i = 0; i < 3; i++)
                Assert.Empty(side.TestOurselves());
        }

        Assert.Empty(events.Refusals);
        Assert.Empty(events.OpenedOnes);
    }

    [Fact]
    public void A_door_that_lets_nobody_in_is_named()
    {
        using var side = astra.Listen(events, new TlsOptions { AcceptsPerSecond = 0, AcceptBurst = 0 });
        Assert.Equal($"our own door {side.Listening[0]} cannot be reached from here", Assert.Single(side.TestOurselves()));
    }

    [Fact]
    public void After_a_rotation_it_is_the_new_key_that_is_looked_for()
    {
        using var side = astra.Listen(events);
        astra.Rotate();
        side.Present(astra.Key, astra.Chain);
        Assert.Empty(side.TestOurselves());
    }

    [Fact]
    public void Without_doors_there_is_nothing_to_reach()
    {
        using var side = new TlsCircuits(astra.Key, astra.Chain, [], events, TestParty.Surroundings);
        Assert.Empty(side.TestOurselves());
    }
}
