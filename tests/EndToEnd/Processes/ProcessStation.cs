using System.Diagnostics;
using Parley.Control;
using Parley.Control.Http;
using Parley.Scenarios.Processes;
using Parley.Station.Folders;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary>A station made and run by the program itself: set up with <c>parley init</c>, a process while it runs, spoken to over
/// HTTP.</summary>
internal sealed class ProcessStation : IAsyncDisposable
{
    /// <summary>An officer of every station who may do everything.</summary>
    public const string Chief = "chief";

    private const string Ready = "stop with";
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(60);
    private readonly TestFolder place;
    private readonly Dictionary<string, HttpControl> faces = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<string> said = [];
    private readonly int api;
    private Process? process;
    private TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProcessStation(TestFolder place, string party, string folder, int api, int[] ports)
    {
        (this.place, Party, Folder, this.api, Ports) = (place, party, folder, api, ports);
    }

    public string Party { get; }

    public string Folder { get; }

    /// <summary>Where it listens for circuits.</summary>
    public int[] Ports { get; }

    public string CardFile => place.PathTo($"{Party}.card");

    public string NextKeyFile => place.PathTo($"{Party}.next");

    /// <summary>The face of <see cref="Chief"/>; it stays the same through restarts.</summary>
    public IControl Control => As(Chief);

    /// <summary>Done while the station answers.</summary>
    public Task Up
    {
        get
        {
            lock (gate)
                return up.Task;
        }
    }

    /// <summary>Bytes that the process holds in memory.</summary>
    public long Memory
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    public int Id => process!.Id;

    /// <summary>Everything the station wrote to its terminal, over all its runs.</summary>
    public string Said
    {
        get
        {
            lock (gate)
                return string.Join('\n', said);
        }
    }

    /// <summary>Sets a station up, with <see cref="Chief"/> and these officers of roles watch and release.</summary>
    /// <param name="folder">Null: beside the others of the test.</param>
    public static async Task<ProcessStation> Create(
        TestFolder place, string party, int circuits = 1, IEnumerable<string>? officers = null, string? folder = null)
    {
        var ports = FreePorts.Find(circuits + 1);
        var station = new ProcessStation(place, party, folder ?? place.PathTo(party), ports[0], ports[1..]);
        string[] listen = [.. station.Ports.SelectMany(p => (string[])["--listen", $"tls://127.0.0.1:{p}"])];
        await Command.Must(
            ["init", station.Folder, "--party", party, "--name", $"Party {party}", "--api", $"http://127.0.0.1:{station.api}",
                "--next-key", station.NextKeyFile, .. listen]);
        await station.Enrol(Chief, "watch,release,charter,admin,audit");
        foreach (var officer in officers ?? [])
            await station.Enrol(officer, "watch,release");
        await station.WriteCard();
        return station;
    }

    /// <summary>The file with an officer's token.</summary>
    public string Token(string officer = Chief) => place.PathTo($"{Party}-{officer}.token");

    public HttpControl As(string officer)
    {
        lock (gate)
        {
            if (!faces.TryGetValue(officer, out var face))
                faces[officer] = face = new HttpControl(new Uri($"http://127.0.0.1:{api}"), File.ReadAllText(Token(officer)).Trim());
            return face;
        }
    }

    /// <summary>Runs a command of <see cref="Chief"/>; the station's folder is put after the command's words.</summary>
    public Task<Ran> Ask(string words, params string[] rest) =>
        Command.Run([.. words.Split(' '), Folder, .. rest, "--token-file", Token()]);

    /// <summary>The same, and it must be done.</summary>
    public Task<string> Do(string words, params string[] rest) =>
        Command.Must([.. words.Split(' '), Folder, .. rest, "--token-file", Token()]);

    /// <summary>Writes the card of now to <see cref="CardFile"/>.</summary>
    public Task WriteCard() => Command.Must("card", Folder, "-o", CardFile, "--token-file", Token());

    /// <summary>Takes a peer's card, with digits as its people would read them out.</summary>
    public async Task Meet(ProcessStation peer)
    {
        var card = Parley.Lines.Parties.CardChain.ParseFile(await File.ReadAllTextAsync(peer.CardFile))!;
        await Command.Must("peer", "add", Folder, peer.CardFile, "--digits", card.DigitsToCompare, "--token-file", Token());
    }

    /// <summary>From its next start on it dials a peer there and nowhere else.</summary>
    public void Dial(string peer, params IEnumerable<CircuitProxy> proxies)
    {
        Assert.True(StationFolder.Open(Folder).Is(out var folder, out _) & folder!.ReadSettings().Is(out var settings, out _));
        var dial = new Dictionary<string, IReadOnlyList<string>>(settings!.Dial ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            [peer] = [.. proxies.Select(p => p.Address)],
        };
        folder.WriteSettings(settings with { Dial = dial });
    }

    /// <summary>Starts it and waits until it says that it runs.</summary>
    public async Task Start()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Starting);
        process = Command.Start("run", Folder);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        DataReceivedEventHandler hear = (_, line) => Hear(line.Data, ready);
        process.OutputDataReceived += hear;
        process.ErrorDataReceived += hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync(limit.Token);
        if (await Task.WhenAny(ready.Task, ended) == ended)
            Assert.Fail($"the station of {Party} did not start: {Said}");
        lock (gate)
            up.TrySetResult();
    }

    /// <summary>Ends it with a signal that it cannot see.</summary>
    public Task Kill()
    {
        process!.Kill();
        return Gone();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task Stop()
    {
        if (process is null)
            return;
        using (var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await Gone();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var face in faces.Values)
            face.Dispose();
        if (process is not null)
            await Kill();
    }

    private async Task Enrol(string officer, string roles) =>
        await Command.Must("officer", "add", Folder, officer, "--roles", roles, "--token-out", Token(officer));

    private async Task Gone()
    {
        lock (gate)
        {
            if (up.Task.IsCompleted)
                up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await process!.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        lock (gate)
            said.Add(line);
        if (line.Contains(Ready, StringComparison.Ordinal))
            ready.TrySetResult();
    }
}
