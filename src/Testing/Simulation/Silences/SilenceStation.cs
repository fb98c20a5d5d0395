using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station;
using Parley.Station.Circuits;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.Silence;
using Parley.Testing.Storage;

namespace Parley.Testing.Simulation.Silences;

/// <summary>A station of which tests and judgements are done as a real process does them: beside the loop, with the answer as a later input.</summary>
internal sealed class SilenceStation(SilenceWorld world, StationKeys keys) : ISilenceWork
{
    private readonly MemoryDisk disk = new();
    private StationCore? core;
    private long wake;
    private long clockError;

    public PartyId Party => keys.Party;

    public StationKeys Keys => keys;

    public StationCore Core => core ?? throw world.Failure($"{Party} does not run");

    public bool IsUp => core is not null;

    public int Life { get; private set; }

    public bool IsOn { get; init; } = true;

    /// <summary>Its own doors cannot be reached.</summary>
    public bool DoorsAreShut { get; set; }

    public SilenceCrew? Crew { get; set; }

    public Timestamp Clock => new(SimulatedWorld.Epoch + world.Schedule.Now + clockError);

    public void Start()
    {
        Life++;
        core = new StationCore(
            keys, MemoryStore.Open(disk), SilenceWorld.Beacons, note => Crew?.Hear(note), _ => { }, silence: IsOn ? this : null);
        Arrange(core.Start(Clock, restored: false));
        world.Reconnect(this);
    }

    public void Crash()
    {
        Life++;
        core = null;
        disk.Crash();
        world.Break(this);
    }

    /// <summary>The clock is set, as a process notices it.</summary>
    public void SetClock(long error)
    {
        var by = error - clockError;
        clockError = error;
        Give(new ClockJumped(TimeSpan.FromMilliseconds(by)));
    }

    public void Give(StationInput input)
    {
        if (core is null)
            return;
        try
        {
            Arrange(core.Step([input], Clock));
        }
        catch (Exception broken) when (broken is not SimulationFailure)
        {
            throw world.Failure($"{Party}: an exception escaped the core: {broken}");
        }
    }

    public void Receive(ICircuit circuit, byte[] frame)
    {
        if (core is not null)
            Give(new FrameCame(circuit, Prepared.From(frame, keys, core.Shared)));
    }

    /// <summary>Asks as an officer; the answer, or null where it was refused.</summary>
    public TAnswer? Ask<TAnswer>(Operation<TAnswer> operation)
        where TAnswer : class
    {
        object? answer = null;
        Give(new OfficerAsks(operation, new Actor("ann", (Roles)31), a => answer = a));
        return ((answer is Deferred deferred ? deferred.Read() : answer) as Done<TAnswer>)?.Answer;
    }

    void ISilenceWork.TestCircuits() => Later(() => Give(new CircuitsTested(DoorsAreShut ? ["our own door cannot be reached from here"] : [])));

    void ISilenceWork.Weigh(SilenceReading reading) => Later(() => Give(new SilenceWeighed(reading.Read())));

    private void Later(Action action)
    {
        var life = Life;
        world.Schedule.After(world.Dice.Between(1, 300), () =>
        {
            if (Life == life)
                action();
        });
    }

    private void Arrange(Timestamp? due)
    {
        var (mine, life) = (++wake, Life);
        var wait = due is { } at ? Math.Clamp(at.UnixMilliseconds - Clock.UnixMilliseconds, 1, 60_000) : 60_000;
        world.Schedule.After(wait, () =>
        {
            if (Life == life && wake == mine)
                Arrange(Core.Step([], Clock));
        });
    }
}
