using System.Diagnostics;
using System.Text.Json;
using Parley.Scenarios.Processes;
using Parley.Station.Folders;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary>The two stations of the bench, each a process, and the proxies between them: two circuits, each by a proxy for either side that
/// may dial.</summary>
internal sealed class BenchPair : IAsyncDisposable
{
    private const int Circuits = 2;
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(50);
    private readonly string folder;
    private readonly Dictionary<string, BenchProcess> stations = new(StringComparer.Ordinal);

    private BenchPair(string folder) => this.folder = folder;

    public BenchProcess First => stations["astra"];

    public BenchProcess Second => stations["boreal"];

    /// <summary>The proxies of each circuit.</summary>
    public List<CircuitProxy[]> Paths { get; } = [];

    /// <summary>Payload bytes over all circuits, both ways.</summary>
    public long Bytes => Paths.Sum(p => p.Sum(x => x.Bytes));

    /// <summary>Segments that those would be on a wire.</summary>
    public long Segments => Paths.Sum(p => p.Sum(x => x.Segments));

    /// <summary>Founds and starts both, compares digits, opens the line.</summary>
    public static async Task<BenchPair> Start(string folder, CancellationToken cancel)
    {
        var pair = new BenchPair(folder);
        var ports = new[] { FreePorts.Find(Circuits), FreePorts.Find(Circuits) };
        for (var i = 0; i < Circuits; i++)
            pair.Paths.Add([new CircuitProxy(ports[1][i]), new CircuitProxy(ports[0][i])]);
        pair.Found("astra", ports[0], "boreal", 0);
        pair.Found("boreal", ports[1], "astra", 1);
        foreach (var station in pair.stations.Values)
            await station.Start(cancel);
        var cards = new[]
        {
            await pair.First.Ask(new BenchAsk("card"), cancel), await pair.Second.Ask(new BenchAsk("card"), cancel),
        };
        await pair.First.Ask(new BenchAsk("peer", Text: cards[1].Text, Digits: cards[1].Digits), cancel);
        await pair.Second.Ask(new BenchAsk("peer", Text: cards[0].Text, Digits: cards[0].Digits), cancel);
        await pair.First.Ask(new BenchAsk("circuits", Circuits), cancel);
        await pair.First.Ask(new BenchAsk("propose", Text: "boreal"), cancel);
        await pair.Second.Ask(new BenchAsk("accept"), cancel);
        await pair.First.Ask(new BenchAsk("open"), cancel);
        await pair.Second.Ask(new BenchAsk("open"), cancel);
        return pair;
    }

    /// <summary>Waits until every path carries a circuit. Two circuits could stand on one path, when both sides dialed while the other was
    /// broken; what fails over is then nothing that the bench asks for.</summary>
    public async Task AllPaths(CancellationToken cancel)
    {
        while (Paths.Any(p => p.Sum(x => x.Connections) == 0))
            await Task.Delay(Asking, cancel);
        await First.Ask(new BenchAsk("circuits", Circuits), cancel);
        await Second.Ask(new BenchAsk("circuits", Circuits), cancel);
    }

    /// <summary>Cuts all paths but one and waits until a single circuit is left.</summary>
    public async Task OnePath(CancellationToken cancel)
    {
        foreach (var proxy in Paths.Skip(1).SelectMany(p => p).Append(Paths[0][1]))
            proxy.Cut();
        await First.Ask(new BenchAsk("alone"), cancel);
        await Second.Ask(new BenchAsk("alone"), cancel);
    }

    /// <summary>Ends what <see cref="OnePath"/> did.</summary>
    public void AllMended()
    {
        foreach (var proxy in Paths.SelectMany(p => p))
            proxy.Mend();
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task Settle(CancellationToken cancel)
    {
        await First.Ask(new BenchAsk("settle"), cancel);
        await Second.Ask(new BenchAsk("settle"), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var station in stations.Values)
            await station.DisposeAsync();
        foreach (var proxy in Paths.SelectMany(p => p))
            await proxy.DisposeAsync();
    }

    private void Found(string party, int[] ports, string peer, int side)
    {
        var settings = new StationSettings(
            party,
            new Dictionary<string, string> { ["en"] = party },
            [.. ports.Select(p => $"tls://127.0.0.1:{p}")],
            StationSettings.DefaultApi,
            Dial: new Dictionary<string, IReadOnlyList<string>> { [peer] = [.. Paths.Select(p => p[side].Address)] });
        var directory = Path.Combine(folder, party);
        Invocation.Need(FolderInit.Init(directory, new InitOptions(settings, null, null, null), TimeProvider.System));
        SqliteStore.Create(directory).Dispose();
        stations[party] = new BenchProcess(directory);
    }
}

/// <summary>One station of the bench as a process, asked over its input and output.</summary>
internal sealed class BenchProcess(string folder) : IAsyncDisposable
{
    private Process? process;

    public string Folder => folder;

    /// <summary>Starts it; returns the time until it was ready.</summary>
    public async Task<TimeSpan> Start(CancellationToken cancel)
    {
        var program = ProgramCommand.OfThisProcess(typeof(ParleyProgram).Assembly.Location);
        var start = new ProcessStartInfo(program.File, [.. program.Before, BenchStation.Name, folder])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.Environment.Remove(Secrets.PassphraseVariable);
        var began = Stopwatch.GetTimestamp();
        process = Process.Start(start) ?? throw new IOException($"{program.File} did not start");
        if (await process.StandardOutput.ReadLineAsync(cancel) != "ready")
            throw new CommandFault($"the station in {folder} did not start");
        return Stopwatch.GetElapsedTime(began);
    }

    public async Task<BenchAnswer> Ask(BenchAsk ask, CancellationToken cancel)
    {
        await process!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(ask).AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        var line = await process.StandardOutput.ReadLineAsync(cancel) ?? throw new CommandFault($"the station in {folder} is gone");
        var answer = JsonSerializer.Deserialize<BenchAnswer>(line)!;
        return answer.Problem is null ? answer : throw new CommandFault(answer.Problem);
    }

    /// <summary>Ends it in good order: its input ends.</summary>
    public async Task Stop()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await Stop();
}
