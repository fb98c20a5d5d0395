using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station;
using Parley.Station.Keys;
using Parley.Station.Storage;
using Parley.Testing.Storage;

namespace Parley.Testing.Simulation;

/// <summary>A whole station on a disk that survives it: the core that a real process runs, without its thread, clock and sockets.</summary>
internal sealed class SimulatedStation(SimulatedWorld world, StationKeys keys)
{
    private const int IdleTurnsPerSecond = 400;
    private static readonly TimeSpan BeaconInterval = TimeSpan.FromSeconds(5);
    private readonly List<StationInput> inbox = [];
    private bool turnIsPlanned;
    private long wake;
    private long idleSecond;
    private int idleTurns;
    private int sendsLeft = -1;
    private bool dying;
    private bool mustRestore;

    public StationKeys Keys => keys;

    public PartyId Party => keys.Party;

    public MemoryDisk Disk { get; private set; } = new();

    public StationCore? Core { get; private set; }

    public IStationStore? Store { get; private set; }

    public bool IsUp => Core is not null;

    /// <summary>Counts processes: what belonged to an earlier one is void.</summary>
    public int Life { get; private set; }

    /// <summary>Counts set-backs to old disks.</summary>
    public int Restores { get; private set; }

    /// <summary>Milliseconds that this station's clock is off.</summary>
    public long ClockError { get; set; }

    /// <summary>Set when it was set back without knowing it: it may sign a second history of the generations that it had then.</summary>
    public bool WasSetBackUnknown { get; private set; }

    /// <summary>Its officers say nothing.</summary>
    public bool IsQuiet { get; set; }

    public Timestamp Clock => new(SimulatedWorld.Epoch + world.Schedule.Now + ClockError);

    /// <summary>Starts a process on the disk.</summary>
    public void Start()
    {
        Life++;
        dying = false;
        sendsLeft = -1;
        inbox.Clear();
        turnIsPlanned = false;
        var store = MemoryStore.Open(Disk);
        Store = store;
        world.Trace.Add(world.Schedule.Now, mustRestore ? "starts, restored" : "starts", Party.ToString());
        try
        {
            Core = new StationCore(keys, store, BeaconInterval, _ => { }, _ => { }, intake: world.Plan.Intake);
            Arrange(Core.Start(Clock, mustRestore));
        }
        catch (StoreFault fault)
        {
            // A process that cannot use its store ends, and is started again by whoever watches it.
            world.Trace.Add(world.Schedule.Now, $"does not start: {fault.Trouble}", Party.ToString());
            Crash();
            world.Schedule.After(1_000, StartAgain);
            return;
        }
        catch (Exception broken) when (broken is not SimulationFailure)
        {
            throw world.Failure($"{Party}: an exception escaped the start: {broken}");
        }

        if (dying)
        {
            Crash();
            world.Schedule.After(world.Dice.Between(100, 5_000), StartAgain);
            return;
        }

        mustRestore = false;
    }

    /// <summary>Starts it when it does not run.</summary>
    public void StartAgain()
    {
        if (IsUp)
            return;
        Start();
        world.Reconnect(this);
    }

    /// <summary>The process is gone at once, and all that it had not written.</summary>
    public void Crash()
    {
        world.Trace.Add(world.Schedule.Now, "crashes", Party.ToString());
        Life++;
        Core = null;
        Store = null;
        Disk.Crash();
        inbox.Clear();
        foreach (var path in world.Paths.Where(p => p.Joins(this)))
            path.Cut(Parley.Station.Circuits.CircuitEnd.Broken);
    }

    /// <summary>Puts an old disk in place of the present one.</summary>
    public void SetBack(MemoryDisk old, bool unknown)
    {
        Disk = old;
        Disk.Plan = world.DiskPlan(this);
        Restores++;
        WasSetBackUnknown |= unknown;
        mustRestore |= !unknown;
    }

    public void Give(StationInput input)
    {
        if (!IsUp)
            return;
        inbox.Add(input);
        PlanTurn(world.Dice.Between(0, 4));
    }

    public void Receive(Parley.Station.Circuits.ICircuit circuit, ReadOnlyMemory<byte> frame)
    {
        if (!IsUp)
            return;
        world.Trace.Add(world.Schedule.Now, "receives", Party.ToString(), world.IsReproducible ? frame.Span : default);
        Prepared prepared;
        try
        {
            prepared = Prepared.From(frame, keys, Core!.Shared);
        }
        catch (Exception broken)
        {
            throw world.Failure($"{Party}: an exception escaped the preparation of a frame: {broken}");
        }

        Give(new FrameCame(circuit, prepared));
    }

    /// <summary>The disk decided that this commit is the last thing that the process does.</summary>
    public void DieInCommit() => dying = true;

    /// <summary>The process will die after so many more frames have left.</summary>
    public void DieAfterSends(int sends) => sendsLeft = sends;

    /// <summary>Whether the process is past its end, so that nothing it does counts.</summary>
    public bool IsDying(bool sending = false)
    {
        if (sending && sendsLeft >= 0 && sendsLeft-- == 0)
            dying = true;
        return dying;
    }

    private void PlanTurn(long after)
    {
        if (turnIsPlanned)
            return;
        turnIsPlanned = true;
        var life = Life;
        world.Schedule.After(after, () =>
        {
            if (Life == life)
                Turn();
        });
    }

    private void Turn()
    {
        turnIsPlanned = false;
        var batch = inbox.Take(world.Dice.Chance(0.5) ? 1 + world.Dice.Below(8) : Parley.Station.Bounds.StepInputs).ToList();
        inbox.RemoveRange(0, batch.Count);
        CountIdle(batch.Count);
        Timestamp? due;
        try
        {
            due = Core!.Step(batch, Clock);
        }
        catch (Exception broken) when (broken is not SimulationFailure)
        {
            throw world.Failure($"{Party}: an exception escaped the core: {broken}");
        }

        if (dying)
        {
            Crash();
            world.Schedule.After(world.Dice.Between(100, 10_000), StartAgain);
            return;
        }

        if (inbox.Count > 0)
            PlanTurn(world.Dice.Between(0, 2));
        Arrange(due);
    }

    /// <summary>As the real loop does: at most a minute passes between two turns.</summary>
    private void Arrange(Timestamp? due)
    {
        var mine = ++wake;
        var life = Life;
        var wait = due is { } at ? Math.Clamp(at.UnixMilliseconds - Clock.UnixMilliseconds, 1, 60_000) : 60_000;
        world.Schedule.After(wait, () =>
        {
            if (Life == life && wake == mine)
                PlanTurn(0);
        });
    }

    private void CountIdle(int inputs)
    {
        var second = world.Schedule.Now / 1_000;
        if (second != idleSecond || inputs > 0)
            (idleSecond, idleTurns) = (second, 0);
        else if (++idleTurns > IdleTurnsPerSecond)
            throw world.Failure($"{Party} turns without work: more than {IdleTurnsPerSecond} times a second and nothing came in");
    }

    /// <summary>Keys and a first card, all from the suite's bytes.</summary>
    public static StationKeys NewKeys(string party, Suite suite)
    {
        var (identity, next, live, exercise) = (suite.GenerateSigningKey(), suite.GenerateSigningKey(), suite.GenerateKemKey(), suite.GenerateKemKey());
        var card = new Card(
            PartyId.Parse(party)!.Value,
            1,
            CardStep.First,
            null,
            [new("en", party)],
            new Timestamp(SimulatedWorld.Epoch - 1_000_000),
            new Timestamp(SimulatedWorld.Epoch + (3L * 365 * 86_400_000)),
            suite.Id,
            identity.PublicKey,
            identity.PublicKey,
            Digest.Of(next.PublicKey),
            live.PublicKey,
            exercise.PublicKey,
            [$"sim://{party}"]);
        return new StationKeys(suite, identity, null, live, exercise, AtRestKey.Generate(suite), CardChain.Found(card, identity));
    }
}
