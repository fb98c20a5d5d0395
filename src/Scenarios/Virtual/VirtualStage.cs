using Parley.Control;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Notices;
using Parley.Scenarios.Play;
using Parley.Station.Storage;

namespace Parley.Scenarios.Virtual;

/// <summary>What a virtual stage is made of.</summary>
/// <param name="Suite">Keys and chance of every station.</param>
/// <param name="OpenStore">Opens the store of a party, making it the first time. Called again after a kill.</param>
/// <param name="Start">The time at which a play begins that has no date of its own, UTC.</param>
/// <param name="Formats">Notice formats that come with the program.</param>
public sealed record VirtualSurroundings(Suite Suite, Func<string, IStationStore> OpenStore, DateTimeOffset Start, IReadOnlyList<NoticeFormat> Formats);

/// <summary>Whole stations in one thread under a clock of their own: what takes a day is over at once, and with a seeded suite every run
/// is the same.</summary>
public sealed class VirtualStage(VirtualSurroundings surroundings) : IStage
{
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(10);
    private readonly PriorityQueue<Action, (long Time, long Number)> events = new();
    private readonly Dictionary<string, VirtualStation> stations = new(StringComparer.Ordinal);
    private readonly List<VirtualCircuit> circuits = [];
    private Timestamp began = Timestamp.From(surroundings.Start);
    private long number;

    internal Timestamp Now { get; private set; } = Timestamp.From(surroundings.Start);

    /// <inheritdoc/>
    public TimeSpan Elapsed => Now - began;

    /// <inheritdoc/>
    public DateTimeOffset Clock => Now.ToDateTimeOffset();

    /// <inheritdoc/>
    public Suite? SuiteOf(SuiteId id) => id == surroundings.Suite.Id ? surroundings.Suite : null;

    /// <inheritdoc/>
    public Task Found(Scenario scenario, CancellationToken cancel)
    {
        if (scenario.Start is { } start)
            Now = Timestamp.From(start);
        foreach (var party in scenario.Parties)
            stations.Add(party.Id, new VirtualStation(this, party, surroundings, scenario.Beacon));
        foreach (var pair in scenario.Circuits)
        {
            for (var i = 1; i <= pair.Count; i++)
                circuits.Add(new VirtualCircuit(this, stations[pair.One], stations[pair.Other], i));
        }

        foreach (var station in stations.Values)
            station.Start();
        foreach (var officer in scenario.Parties.SelectMany(p => p.Officers))
            stations[officer.Party].Enrol(officer);
        began = Now;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Reach(TimeSpan time, CancellationToken cancel)
    {
        RunUntil(began + time, cancel);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<bool> Until(Func<Task<bool>> question, TimeSpan within, CancellationToken cancel)
    {
        var end = Now + within;
        while (true)
        {
            if (await question())
                return true;
            if (Now >= end)
                return false;
            RunUntil(Now + Asking, cancel);
        }
    }

    /// <inheritdoc/>
    public Task<Outcome<TAnswer>> Do<TAnswer>(
        string party, ScenarioOfficer? officer, Operation<TAnswer> operation, CancellationToken cancel) =>
        Task.FromResult(stations[party].Do(officer, operation));

    /// <inheritdoc/>
    public Task Circuit(string one, string other, int number, bool cut, CancellationToken cancel)
    {
        var circuit = circuits.First(c => c.Is(one, other, number));
        if (cut)
            circuit.Cut();
        else
            circuit.Mend();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Kill(string party, CancellationToken cancel)
    {
        stations[party].Kill();
        foreach (var circuit in circuits)
            circuit.Look();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Start(string party, CancellationToken cancel)
    {
        stations[party].Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var station in stations.Values)
            station.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Does something after a while; things of one moment are done in the order in which they were asked for.</summary>
    internal void After(TimeSpan wait, Action what) => At(Now + wait, what);

    internal void At(Timestamp time, Action what) => events.Enqueue(what, (time.UnixMilliseconds, number++));

    /// <summary>Plans have changed: circuits that can open do so.</summary>
    internal void LookAtCircuits()
    {
        foreach (var circuit in circuits)
            circuit.Look();
    }

    private void RunUntil(Timestamp end, CancellationToken cancel)
    {
        while (events.TryPeek(out _, out var next) && next.Time <= end.UnixMilliseconds)
        {
            cancel.ThrowIfCancellationRequested();
            var what = events.Dequeue();
            if (next.Time > Now.UnixMilliseconds)
                Now = new Timestamp(next.Time);
            what();
        }

        if (end > Now)
            Now = end;
    }
}
