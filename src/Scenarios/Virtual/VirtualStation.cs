using Parley.Control;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Station;
using Parley.Station.Circuits;
using Parley.Station.Folders;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.Silence;
using Parley.Station.Storage;

namespace Parley.Scenarios.Virtual;

/// <summary>A station's core under the stage's clock. Killed and started again, it has its keys and what its store kept.</summary>
internal sealed class VirtualStation : IDisposable, ISilenceWork
{
    // What reaching our own doors and judging take of a real station.
    private static readonly TimeSpan Testing = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Judging = TimeSpan.FromMilliseconds(10);
    private static readonly Actor Umpire = new("umpire", (Roles)31);
    private readonly VirtualStage stage;
    private readonly VirtualSurroundings surroundings;
    private readonly Dictionary<string, Actor> officers = new(StringComparer.Ordinal);
    private readonly SigningKey next;
    private readonly TimeSpan beacons;
    private StationCore? core;
    private IStationStore? store;
    private Timestamp? due;
    private bool stepping;

    /// <param name="beacons">Between two beacons; null: as usual.</param>
    public VirtualStation(VirtualStage stage, ScenarioParty party, VirtualSurroundings surroundings, TimeSpan? beacons)
    {
        this.beacons = beacons ?? TimeSpan.FromMilliseconds(Station.Bounds.BeaconMilliseconds);
        this.stage = stage;
        this.surroundings = surroundings;
        Id = party.Id;
        next = surroundings.Suite.GenerateSigningKey();
        Keys = FolderInit.Generate(
            surroundings.Suite, new StationSettings(party.Id, party.Names, [], StationSettings.DefaultApi), next, stage.Now);
    }

    public string Id { get; }

    public StationKeys Keys { get; }

    /// <summary>Whom this station wants circuits with.</summary>
    public CircuitPlan Plan { get; private set; } = new([]);

    public bool Runs => core is not null;

    public void Start()
    {
        if (core is not null)
            return;
        store = surroundings.OpenStore(Id);
        core = new StationCore(Keys, store, beacons, static _ => { }, TakePlan, silence: this, formats: surroundings.Formats);
        Wake(core.Start(stage.Now, restored: false));
    }

    public void Kill()
    {
        core = null;
        due = null;
        Plan = new CircuitPlan([]);
        store?.Dispose();
        store = null;
    }

    public void Enrol(ScenarioOfficer officer)
    {
        Do(null, new AddOfficer(officer.Name, officer.Roles));
        officers.Add(officer.Name, new Actor(officer.Name, officer.Roles));
    }

    public Outcome<TAnswer> Do<TAnswer>(ScenarioOfficer? officer, Operation<TAnswer> operation)
    {
        if (core is null)
            throw new ControlFault($"the station of {Id} does not run");
        object? answer = null;
        Take(new OfficerAsks(operation, officer is null ? Umpire : officers[officer.Name], a => answer = a));
        return answer switch
        {
            ControlFault fault => throw fault,
            Deferred deferred => (Outcome<TAnswer>)deferred.Read(),
            Outcome<TAnswer> outcome => outcome,
            _ => throw new InvalidOperationException($"{Id} gave no answer to {operation.GetType().Name}"),
        };
    }

    /// <summary>Prepares a frame as the threads of a real station do, then gives it to the loop.</summary>
    public void Receive(ICircuit circuit, ReadOnlyMemory<byte> frame)
    {
        if (core is not null)
            Take(new FrameCame(circuit, Prepared.From(frame, Keys, core.Shared)));
    }

    public void Take(StationInput input)
    {
        if (core is null)
            return;
        if (stepping)
            throw new InvalidOperationException("a station was entered while it steps");
        stepping = true;
        var at = core.Step([input], stage.Now);
        stepping = false;
        Wake(at);
    }

    bool ISilenceWork.IsOn => true;

    // Its doors are those of the stage, which no scenario shuts.
    void ISilenceWork.TestCircuits() => Later(Testing, static () => new CircuitsTested([]));

    void ISilenceWork.Weigh(SilenceReading reading) => Later(Judging, () => new SilenceWeighed(reading.Read()));

    public void Dispose()
    {
        Kill();
        Keys.Dispose();
        next.Dispose();
    }

    private void Later(TimeSpan wait, Func<StationInput> input)
    {
        var awaited = core;
        stage.After(wait, () =>
        {
            if (core is not null && core == awaited)
                Take(input());
        });
    }

    private void TakePlan(CircuitPlan plan)
    {
        Plan = plan;
        // Circuits are looked at after the step, which may still be going on.
        stage.After(TimeSpan.Zero, stage.LookAtCircuits);
    }

    private void Wake(Timestamp? at)
    {
        due = at;
        if (at is not { } time)
            return;
        var awaited = core;
        stage.At(time > stage.Now ? time : stage.Now + TimeSpan.FromMilliseconds(1), () =>
        {
            if (core is null || core != awaited || due != at)
                return;
            Wake(core.Step([], stage.Now));
        });
    }
}
