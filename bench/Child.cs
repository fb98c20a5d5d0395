using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Parley.Cli.Commands;

namespace Parley.Bench;

/// <summary>A process of the bench, ended in good order, and killed when it does not end.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(10);
    private readonly Process process;

    private Child(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <param name="isAsked">Whether <see cref="Ask"/> will be used; otherwise what it writes goes nowhere but its errors.</param>
    public static Child Start(IReadOnlyList<string> command, bool isAsked = false)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = isAsked };
        start.Environment.Remove("PARLEY_PASSPHRASE");
        var process = Process.Start(start) ?? throw new IOException($"{command[0]} did not start");
        if (!isAsked)
            process.BeginOutputReadLine();
        return new Child(process);
    }

    /// <summary>One line of JSON there, one back.</summary>
    public async Task<BenchAnswer> Ask(BenchAsk ask)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(ask));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new IOException($"the process that was asked to '{ask.Do}' is gone");
        var answer = JsonSerializer.Deserialize<BenchAnswer>(line)!;
        return answer.Problem is null ? answer : throw new IOException(answer.Problem);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            _ = Kill(process.Id, Terminate);
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

        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
