using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station;
using Parley.Station.Circuits;

namespace Parley.Testing.Simulation.Silences;

/// <summary>One way between two stations: cut or not; open while it is not cut and both stations run.</summary>
internal sealed class SilencePath(SilenceWorld world, SilenceStation one, SilenceStation two)
{
    private const int MostRedial = 4_000;
    private const int Timeout = 15_000;
    private End? atOne;
    private End? atTwo;

    public bool IsCut { get; private set; }

    public bool Joins(SilenceStation station) => station == one || station == two;

    public void TryOpen()
    {
        if (IsCut || atOne is not null || !one.IsUp || !two.IsUp)
            return;
        (atOne, atTwo) = (new End(this, one, two.Party, world.NextCircuit()), new End(this, two, one.Party, world.NextCircuit()));
        (atOne.Other, atTwo.Other) = (atTwo, atOne);
        one.Give(new CircuitOpened(atOne));
        two.Give(new CircuitOpened(atTwo));
    }

    /// <summary>Nothing goes through any more; each side sees that after a while.</summary>
    public void Cut()
    {
        IsCut = true;
        Break();
    }

    public void Mend()
    {
        IsCut = false;
        world.Schedule.After(world.Dice.Between(100, MostRedial), TryOpen);
    }

    /// <summary>A station of the two is gone, or the way is.</summary>
    public void Break()
    {
        foreach (var end in new[] { atOne, atTwo }.OfType<End>())
        {
            end.IsOpen = false;
            var (owner, life) = (end.Owner, end.Owner.Life);
            world.Schedule.After(world.Dice.Between(0, Timeout), () =>
            {
                if (owner.Life == life)
                    owner.Give(new CircuitClosed(end, CircuitEnd.TimedOut));
            });
        }

        (atOne, atTwo) = (null, null);
    }

    private sealed class End(SilencePath path, SilenceStation owner, PartyId peer, long number) : ICircuit
    {
        public SilenceStation Owner => owner;

        public End Other { get; set; } = null!;

        public bool IsOpen { get; set; } = true;

        public long Number => number;

        public string Name => "sim://path";

        public PartyId Peer => peer;

        public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
        {
            if (!IsOpen)
                return true;
            var bytes = frame.ToArray();
            path.World.Schedule.After(path.World.Dice.Between(20, 200), () =>
            {
                if (Other.IsOpen)
                    Other.Owner.Receive(Other, bytes);
            });
            return true;
        }

        public void Close(CircuitEnd end) => path.Break();
    }

    private SilenceWorld World => world;
}
