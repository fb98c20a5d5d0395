using System.Globalization;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Testing.Simulation;

/// <summary>One end of an open path, as its station sees it.</summary>
internal sealed class SimulatedCircuit(SimulatedPath path, SimulatedStation owner, SimulatedStation peer, long number) : ICircuit
{
    private long lastArrival;
    private int underWay;
    private bool owesDrained;

    public long Number { get; } = number;

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"sim://{peer.Party}/{path.Number}");

    public PartyId Peer => peer.Party;

    public SimulatedStation Owner => owner;

    public SimulatedCircuit? Other { get; set; }

    public bool IsOpen { get; set; } = true;

    /// <summary>Nothing that is sent here arrives, and the sender is not told.</summary>
    public bool Mute { get; set; }

    public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
    {
        if (!IsOpen)
            return false;
        if (owner.IsDying(sending: true))
            return true;
        var plan = path.World.Traffic;
        if (underWay > 0 && underWay + frame.Length > plan.Room)
        {
            owesDrained = true;
            return false;
        }

        path.World.Witness.Saw(owner, frame);
        underWay += frame.Length;
        var bytes = frame.ToArray();
        var dice = path.World.Dice;
        for (var copies = dice.Chance(plan.Repeat) ? 2 : 1; copies > 0; copies--)
        {
            var delay = plan.Delay + dice.Between(0, plan.Delay);
            var arrival = path.World.Schedule.Now + delay;
            if (!plan.Reorder)
                arrival = Math.Max(arrival, lastArrival);
            lastArrival = Math.Max(arrival, lastArrival);
            var lost = Mute || dice.Chance(plan.Loss);
            var leaves = copies == 1 ? bytes.Length : 0;
            path.World.Schedule.After(arrival - path.World.Schedule.Now, () => Arrive(bytes, leaves, lost));
        }

        return true;
    }

    private void Arrive(byte[] frame, int leaves, bool lost)
    {
        underWay -= leaves;
        if (IsOpen && owesDrained)
        {
            owesDrained = false;
            owner.Give(new Parley.Station.CircuitDrained(this));
        }

        if (!lost && Other is { IsOpen: true } other)
            other.Owner.Receive(other, frame);
    }

    public void Close(CircuitEnd end) => path.Cut(end);
}
