using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Parley.Control.Http;
using Parley.Station.Folders;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary><c>parley demo --keep</c> as a process, after its play, and somebody before its page.</summary>
internal sealed class StandingDemo : IDisposable
{
    private const string Ready = "Ctrl-C ends it";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly string place;
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Uri page;

    private StandingDemo(Process process, string place, string said)
    {
        (this.process, this.place, Said) = (process, place, said);
        page = new Uri(Regex.Match(said, @"http://stage\.localhost:\d+/").Value);
        client.BaseAddress = new UriBuilder(page) { Host = "127.0.0.1" }.Uri;
        client.DefaultRequestHeaders.Host = page.Authority;
    }

    /// <summary>Where its page is.</summary>
    public Uri Page => page;

    /// <summary>What it had written when its stage stood.</summary>
    public string Said { get; }

    /// <summary>Folders of demos that there are.</summary>
    public IReadOnlyList<string> Folders => Directory.GetDirectories(place, "parley-demo-*");

    /// <summary>Plays a scenario to its end.</summary>
    /// <param name="temporary">Where it makes its folder.</param>
    public static async Task<StandingDemo> Play(string scenario, string temporary)
    {
        var process = Command.Start(new Dictionary<string, string> { ["TMPDIR"] = temporary }, "demo", "--keep", "--scenario", scenario);
        try
        {
            return new StandingDemo(process, temporary, await Played(process));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    private static async Task<string> Played(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said.Add(line);
            if (line.Contains(Ready, StringComparison.Ordinal))
                return string.Join('\n', said);
        }

        throw new IOException($"the demo ended: {string.Join('\n', said)}{await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>A station's process.</summary>
    public Process Station(string party)
    {
        var run = RunFile.Parse(File.ReadAllBytes(Path.Combine(Folders.Single(), party, "run.json")));
        return Process.GetProcessById(run!.Pid);
    }

    /// <summary>A station's <c>parley.json</c>.</summary>
    public string Settings(string party) => File.ReadAllText(Path.Combine(Folders.Single(), party, "parley.json"));

    /// <summary>The face of an officer, by what stands in the link to the console.</summary>
    public HttpControl As(string party, string officer)
    {
        var link = Regex.Match(Said, $@"http://{party}\.localhost:(\d+)/enter#{officer}:(\S+)");
        return new HttpControl(new Uri($"http://127.0.0.1:{link.Groups[1].Value}"), link.Groups[2].Value);
    }

    /// <summary>Presses a button of the page.</summary>
    public async Task Press(string kind, string to)
    {
        var key = Regex.Match(await client.GetStringAsync("/"), "name=\"key\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/press")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["kind"] = kind, ["to"] = to }),
        };
        request.Headers.Add("Origin", $"http://{page.Authority}");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task<int> Stop()
    {
        using (var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await Gone(process);
        return process.ExitCode;
    }

    /// <summary>Ends it with a signal that it cannot see.</summary>
    public Task Kill()
    {
        process.Kill();
        return Gone(process);
    }

    /// <summary>Waits until a process has ended.</summary>
    public static async Task Gone(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        client.Dispose();
    }
}
