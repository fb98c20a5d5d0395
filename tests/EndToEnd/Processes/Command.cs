using System.Diagnostics;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary>What a command wrote and how it ended.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public override string ToString() => $"exit code {Code}\n{Out}{Error}";
}

/// <summary>The built program <c>parley</c>, as a process of its own.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command to its end. Nobody sits at its terminal.</summary>
    public static async Task<Ran> Run(params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Ran(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"parley {string.Join(' ', arguments)} did not end");
        }
    }

    /// <summary>Runs a command that must be done.</summary>
    public static async Task<string> Must(params string[] arguments)
    {
        var ran = await Run(arguments);
        Assert.True(ran.Code == 0, $"parley {string.Join(' ', arguments)}: {ran}");
        return ran.Out;
    }

    /// <summary>Starts a command; the caller reads both streams and ends it.</summary>
    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <param name="environment">What is set besides.</param>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "parley.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in (string[])["PARLEY_TOKEN", "PARLEY_PASSPHRASE"])
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new IOException("dotnet did not start");
        process.StandardInput.Close();
        return process;
    }
}
