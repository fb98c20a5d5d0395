using System.Diagnostics;
using System.Runtime.InteropServices;
using Parley.Control;
using Parley.Control.Http;
using Parley.Station.Folders;

namespace Parley.Scenarios.Processes;

/// <summary>A station as a process of its own: <c>parley run</c> on its folder, reached over HTTP with its officers' tokens.</summary>
internal sealed class StationProcess(ProgramCommand program, StationFolder folder, IReadOnlyDictionary<string, string> tokens) : IAsyncDisposable
{
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private readonly Dictionary<string, HttpControl> faces = new(StringComparer.Ordinal);
    private Process? process;
    private bool answered;

    public StationFolder Folder { get; } = folder;

    /// <summary>The officers' tokens.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; } = tokens;

    /// <summary>Whether it has answered and its process is there. May be asked by any thread.</summary>
    public bool Runs
    {
        get
        {
            lock (gate)
                return answered && process is { HasExited: false };
        }
    }

    public string Log => Folder.Path + ".log";

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start(CancellationToken cancel)
    {
        if (Runs)
            return;
        if (process is null or { HasExited: true })
        {
            Forget();
            process = program.Start(["run", Folder.Path, "--until-input-ends"], Log);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Bounds.Start);
        while (!await Answers(limit.Token))
        {
            if (process.HasExited || limit.IsCancellationRequested)
                throw new ControlFault($"the station in {Folder.Path} {(process.HasExited ? "ended" : "did not answer")} instead of starting; its last words: {LastWords()}");
            await Task.Delay(Asking, cancel);
        }

        lock (gate)
            answered = true;
    }

    /// <summary>The face of an officer.</summary>
    public IControl As(string officer) => faces.TryGetValue(officer, out var face)
        ? face
        : throw new ControlFault($"the station in {Folder.Path} does not run");

    /// <summary>Ends it with a signal that it cannot see.</summary>
    public async Task Kill(CancellationToken cancel)
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync(cancel);
        Forget();
    }

    /// <summary>Asks it to stop, and ends it when it does not.</summary>
    public async Task Stop()
    {
        if (process is null)
            return;
        if (!OperatingSystem.IsWindows() && !process.HasExited)
            _ = Terminate(process.Id, 15);
        using var limit = new CancellationTokenSource(Ending);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        Forget();
    }

    public async ValueTask DisposeAsync() => await Stop();

    private async Task<bool> Answers(CancellationToken cancel)
    {
        if (Folder.ReadRun() is not { } run || run.Pid != process!.Id)
            return false;
        foreach (var (officer, token) in Tokens)
            faces[officer] = faces.GetValueOrDefault(officer) ?? new HttpControl(new Uri(run.Api), token);
        return await faces.Values.First().IsThere(cancel);
    }

    // The log goes away with the stage, so it is of no use to name it.
    private string LastWords()
    {
        var said = File.Exists(Log) ? string.Join(" / ", File.ReadLines(Log).TakeLast(Bounds.LastWords)) : "";
        return said.Length == 0 ? "none" : said;
    }

    private void Forget()
    {
        foreach (var face in faces.Values)
            face.Dispose();
        faces.Clear();
        lock (gate)
        {
            process?.Dispose();
            (process, answered) = (null, false);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Terminate(int process, int signal);
}
