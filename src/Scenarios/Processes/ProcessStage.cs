using Parley.Control;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Scenarios.Play;
using Parley.Station;
using Parley.Station.Folders;
using Parley.Station.Storage;

namespace Parley.Scenarios.Processes;

/// <summary>What a stage of real processes is made of.</summary>
/// <param name="Program">Runs a station.</param>
/// <param name="Folder">Where the stations' folders are made.</param>
/// <param name="CreateStore">Makes the store of a new station in its folder.</param>
/// <param name="DirectSignIn">Whether a link can sign an officer in at the stations.</param>
public sealed record ProcessSurroundings(
    ProgramCommand Program, string Folder, Func<string, IStationStore> CreateStore, TimeProvider Time, bool DirectSignIn = false);

/// <summary>Real stations in real time: processes on this machine, circuits over loopback through proxies that can be cut.</summary>
public sealed class ProcessStage(ProcessSurroundings surroundings) : IStage, ILiveStage
{
    /// <summary>The officer of the stage itself, at every station.</summary>
    public const string Umpire = "umpire";

    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(50);
    private readonly Dictionary<string, StationProcess> stations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To, int Number), CircuitProxy> proxies = [];
    private readonly Dictionary<string, int[]> ports = new(StringComparer.Ordinal);
    private long began;

    /// <inheritdoc/>
    public TimeSpan Elapsed => began == 0 ? TimeSpan.Zero : surroundings.Time.GetElapsedTime(began);

    /// <inheritdoc/>
    public IReadOnlyList<LiveStation> Stations =>
        [.. stations.Select(s => new LiveStation(s.Key, ports[s.Key][0], s.Value.Runs)).OrderBy(s => s.Party, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<LiveCircuit> Circuits =>
    [
        .. proxies.Keys.Where(k => string.CompareOrdinal(k.From, k.To) < 0).Order().Select(k =>
        {
            var (there, back) = (proxies[k], proxies[(k.To, k.From, k.Number)]);
            return new LiveCircuit(k.From, k.To, k.Number, there.IsCut, there.Connections + back.Connections > 0);
        }),
    ];

    /// <inheritdoc/>
    public string Token(string party, string officer) => stations[party].Tokens[officer];

    /// <inheritdoc/>
    public DateTimeOffset Clock => surroundings.Time.GetUtcNow();

    /// <inheritdoc/>
    public Suite? SuiteOf(SuiteId id) => StationFolder.Suites(id);

    /// <inheritdoc/>
    public async Task Found(Scenario scenario, CancellationToken cancel)
    {
        if (scenario.Start is not null)
            throw new ArgumentException("a play with a date of its own is played in virtual time", nameof(scenario));
        var most = scenario.Circuits.Max(c => c.Count);
        foreach (var party in scenario.Parties)
            ports[party.Id] = FreePorts.Find(most + 1);
        foreach (var pair in scenario.Circuits)
        {
            for (var i = 1; i <= pair.Count; i++)
            {
                proxies[(pair.One, pair.Other, i)] = new CircuitProxy(ports[pair.Other][i]);
                proxies[(pair.Other, pair.One, i)] = new CircuitProxy(ports[pair.One][i]);
            }
        }

        foreach (var party in scenario.Parties)
            stations[party.Id] = await Found(party);
        await Task.WhenAll(stations.Values.Select(s => s.Start(cancel)));
        began = surroundings.Time.GetTimestamp();
    }

    /// <inheritdoc/>
    public async Task Reach(TimeSpan time, CancellationToken cancel)
    {
        if (time > Elapsed)
            await Task.Delay(time - Elapsed, surroundings.Time, cancel);
    }

    /// <inheritdoc/>
    public async Task<bool> Until(Func<Task<bool>> question, TimeSpan within, CancellationToken cancel)
    {
        var end = Elapsed + within;
        while (true)
        {
            if (await question())
                return true;
            if (Elapsed >= end)
                return false;
            await Task.Delay(Asking, surroundings.Time, cancel);
        }
    }

    /// <inheritdoc/>
    public Task<Outcome<TAnswer>> Do<TAnswer>(
        string party, ScenarioOfficer? officer, Operation<TAnswer> operation, CancellationToken cancel) =>
        stations[party].As(officer?.Name ?? Umpire).Do(operation, cancel);

    /// <inheritdoc/>
    public Task Circuit(string one, string other, int number, bool cut, CancellationToken cancel)
    {
        foreach (var proxy in (CircuitProxy[])[proxies[(one, other, number)], proxies[(other, one, number)]])
        {
            if (cut)
                proxy.Cut();
            else
                proxy.Mend();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Kill(string party, CancellationToken cancel) => stations[party].Kill(cancel);

    /// <inheritdoc/>
    public Task Start(string party, CancellationToken cancel) => stations[party].Start(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(stations.Values.Select(s => s.Stop()));
        foreach (var proxy in proxies.Values)
            await proxy.DisposeAsync();
    }

    private async Task<StationProcess> Found(ScenarioParty party)
    {
        var mine = ports[party.Id];
        var peers = proxies.Where(p => p.Key.From == party.Id).GroupBy(p => p.Key.To).ToDictionary(
            g => g.Key, g => (IReadOnlyList<string>)[.. g.OrderBy(p => p.Key.Number).Select(p => p.Value.Address)]);
        var settings = new StationSettings(
            party.Id, party.Names, [.. mine.Skip(1).Select(p => $"tls://127.0.0.1:{p}")], $"http://127.0.0.1:{mine[0]}", Dial: peers, DirectSignIn: surroundings.DirectSignIn);
        var directory = Path.Combine(surroundings.Folder, party.Id);
        if (!FolderInit.Init(directory, new InitOptions(settings, null, null, null), surroundings.Time).Is(out var made, out var problem))
            throw new IOException(problem.Detail);
        return new StationProcess(surroundings.Program, made.Folder, await Enrol(party, made.Folder));
    }

    /// <summary>The first officers are added by whoever holds the folder, before the station runs.</summary>
    private async Task<Dictionary<string, string>> Enrol(ScenarioParty party, StationFolder folder)
    {
        if (!folder.ReadKeys(null).Is(out var keys, out var problem))
            throw new IOException(problem.Detail);
        using var held = keys;
        using var store = surroundings.CreateStore(folder.Path);
        await using var host = StationHost.Start(keys, store, StationOptions.Default(folder.Path), surroundings.Time);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var officer in party.Officers.Prepend(new ScenarioOfficer(party.Id, Umpire, (Roles)31)))
        {
            if (await host.Owner.Do(new AddOfficer(officer.Name, officer.Roles)) is not Done<OfficerToken> { Answer: var answer })
                throw new IOException($"{officer.Name} is no name for an officer; use letters, digits, dots, hyphens and underscores");
            tokens[officer.Name] = answer.Token;
        }

        return tokens;
    }
}
