using Parley.Station;
using Parley.Station.Circuits;

namespace Parley.Testing.Simulation;

/// <summary>One of the diverse ways between two stations: up or down, and when up, a circuit at either end.</summary>
internal sealed class SimulatedPath(SimulatedWorld world, SimulatedStation one, SimulatedStation two, int number)
{
    public SimulatedWorld World => world;

    public int Number => number;

    public SimulatedCircuit? AtOne { get; private set; }

    public SimulatedCircuit? AtTwo { get; private set; }

    public bool IsUp => AtOne is not null;

    public bool Joins(SimulatedStation station) => station == one || station == two;

    public SimulatedStation Farther(SimulatedStation from) => from == one ? two : one;

    public SimulatedCircuit? End(SimulatedStation at) => at == one ? AtOne : AtTwo;

    /// <summary>Opens the path when both stations run.</summary>
    public void TryOpen()
    {
        if (IsUp || !one.IsUp || !two.IsUp)
            return;
        AtOne = new SimulatedCircuit(this, one, two, world.NextCircuit());
        AtTwo = new SimulatedCircuit(this, two, one, world.NextCircuit()) { Other = AtOne };
        AtOne.Other = AtTwo;
        world.Trace.Add(world.Schedule.Now, $"path {number} opens", $"{one.Party}-{two.Party}");
        one.Give(new CircuitOpened(AtOne));
        two.Give(new CircuitOpened(AtTwo));
        if (world.Dice.Chance(0.7))
        {
            one.Give(new CircuitMeasured(AtOne, TimeSpan.FromMilliseconds(world.Traffic.Delay * 2)));
            two.Give(new CircuitMeasured(AtTwo, TimeSpan.FromMilliseconds(world.Traffic.Delay * 2)));
        }
    }

    /// <summary>Ends both circuits; each station hears of it in its own time. Opens again later.</summary>
    public void Cut(CircuitEnd end)
    {
        if (AtOne is null || AtTwo is null)
            return;
        world.Trace.Add(world.Schedule.Now, $"path {number} ends {end}", $"{one.Party}-{two.Party}");
        foreach (var circuit in new[] { AtOne, AtTwo })
        {
            circuit.IsOpen = false;
            var owner = circuit.Owner;
            var life = owner.Life;
            world.Schedule.After(world.Dice.Between(0, 500), () =>
            {
                if (owner.Life == life)
                    owner.Give(new CircuitClosed(circuit, end));
            });
        }

        (AtOne, AtTwo) = (null, null);
        world.Schedule.After(world.Dice.Between(600, world.IsHealed ? 1_000 : 8_000), TryOpen);
    }
}
