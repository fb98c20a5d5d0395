using System.Text;
using System.Text.Json;
using Parley.Control;
using Parley.Control.Stations;

namespace Parley.Cli.Tests;

/// <summary>A real station from the command line: set up, given an officer, run, asked and stopped.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task A_station_is_managed_while_it_rests_and_spoken_to_while_it_runs()
    {
        using var session = new Session();
        var dir = session.PathTo("astra");
        var token = session.PathTo("rao.token");
        await Done(
            session, "init", dir, "--party", "astra", "--name", "Astra Republic", "--api", "http://127.0.0.1:0", "--listen", "tls://127.0.0.1:0");
        await Done(session, "officer", "add", dir, "rao", "--roles", "watch,admin", "--token-out", token);
        Assert.Contains("rao", (await Done(session, "officer", "list", dir)).Out);

        using var stop = new CancellationTokenSource();
        using var output = new AwaitedWriter("stop with");
        var terminal = new Terminal(output, TextWriter.Null, TextReader.Null, false, false, 100, _ => null, _ => null);
        var running = ParleyProgram.Run(["run", dir], terminal, stop.Token);
        await Task.WhenAny(output.Seen, running);

        var status = await Done(session, "status", dir, "--token-file", token, "--json");
        Assert.Equal("astra", JsonSerializer.Deserialize<StationStatus>(status.Out, ControlJson.Answers)?.Party);
        var twice = await session.Parley("run", dir);
        Assert.Equal(ExitCode.Refused, twice.Code);
        Assert.Contains("another process has this station open", twice.Error);
        var card = await session.Parley("card", dir, "update");
        Assert.Contains("stop it first", card.Error);
        await Done(session, "backup", dir, session.PathTo("backup"), "--token-file", token);
        Assert.Contains("VERIFIED", (await Done(session, "verify", dir)).Out);

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await running);
        Assert.Contains("officers: http://127.0.0.1:", output.ToString());
        Assert.False(File.Exists(Path.Combine(dir, "run.json")));
        Assert.Equal(ExitCode.Unreachable, (await session.Parley("status", dir, "--token-file", token)).Code);
        await Done(session, "restore", session.PathTo("backup"), dir);
        Assert.Contains("rao", (await Done(session, "officer", "list", dir)).Out);
        await Flip(Path.Combine(dir, "station.db"), "rao"u8.ToArray());
        var damaged = await session.Parley("verify", dir);
        Assert.Equal(ExitCode.Refused, damaged.Code);
        Assert.Contains("FAILED: document Officer", damaged.Out);
        Assert.Contains("does not verify", damaged.Error);
    }

    [Fact]
    public async Task A_station_that_is_told_to_ends_with_its_input()
    {
        using var session = new Session();
        var dir = session.PathTo("astra");
        await Done(session, "init", dir, "--party", "astra", "--name", "Astra Republic", "--api", "http://127.0.0.1:0", "--listen", "tls://127.0.0.1:0");
        Assert.Contains("stopping", (await Done(session, "run", dir, "--until-input-ends")).Out);
        Assert.False(File.Exists(Path.Combine(dir, "run.json")));
    }

    // The first letter of every place in the file where the text stands.
    private static async Task Flip(string file, byte[] text)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        for (var at = 0; at < bytes.Length - text.Length; at++)
        {
            if (bytes.AsSpan(at, text.Length).SequenceEqual(text))
                bytes[at] ^= 1;
        }

        await File.WriteAllBytesAsync(file, bytes);
    }

    private static async Task<Run> Done(Session session, params string[] args)
    {
        var run = await session.Parley(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run;
    }

    /// <summary>Says when something has been written.</summary>
    private sealed class AwaitedWriter(string text) : StringWriter
    {
        private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => seen.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(text) == true)
                seen.TrySetResult();
        }
    }
}
