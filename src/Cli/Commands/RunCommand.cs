using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Parley.Api;
using Parley.Circuits.Tls;
using Parley.Cli.Rendering;
using Parley.Console;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Outlets;
using Parley.Station;
using Parley.Station.Circuits;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary><c>parley run</c>: the station itself, until it is told to stop. Everything that it is made of is put together here.</summary>
internal static class RunCommand
{
    private static readonly Option<bool> ApiAny = new("--api-any")
    {
        Description = "Let officers reach the station from other machines, when the address in parley.json says so. What travels " +
            "there is not encrypted: put a tunnel or a TLS proxy before it.",
    };

    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends")
    {
        Description = "Stop also when standard input ends: for a program that starts the station and may be gone before it.",
    };

    public static Command Build() =>
        new Command("run", "Run the station until Ctrl-C or SIGTERM.").Does([Common.Folder, ApiAny, UntilInputEnds, Common.PassphraseFile], Run);

    private static async Task Run(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Common.Folder)));
        var settings = Invocation.Need(folder.ReadSettings());
        var options = new ApiOptions(new Uri(settings.Api), settings.ApiAny || invocation.Get(ApiAny), settings.ApiHosts);
        if (options.Fault() is { } fault)
            throw new CommandFault(ExitCode.Refused, fault);
        using var logs = Logs(invocation.Terminal);
        using var outlets = AlarmOutlets.Of(settings.Alarms, folder.Path, invocation.Terminal.Bell, TimeProvider.System);
        await using var station = LocalStation.Open(invocation, folder, outlets);
        using var circuits = Circuits(station);
        station.Host.Attach(new Redialed(circuits, Overrides(settings)));
        var console = Console(station);
        var pages = new Beside(console.AddTo, ConsoleFace.Use, ConsoleFace.Map);
        await using var api = await ApiServer.StartAsync(station.Host.Entrance.ByToken, options, TimeProvider.System, pages, logs, invocation.Cancel);
        folder.WriteRun(api.Address);
        try
        {
            Tell(invocation, station, circuits, api, outlets);
            foreach (var problem in console.Problems)
                invocation.Screen.Line($"languages: {SafeText.Line(problem)}; the file is left out", Tint.Warning);
            await Stopped(invocation, station.Host, invocation.Get(UntilInputEnds) ? InputEnd(invocation.Terminal.In) : null);
            invocation.Screen.Line("stopping");
        }
        finally
        {
            folder.RemoveRun();
        }
    }

    private static ConsoleFace Console(LocalStation station)
    {
        var settings = station.Settings;
        return new ConsoleFace(
            new ConsoleOptions(
                settings.Party, settings.Names, station.Host.Entrance, static bytes => SuiteOne.Instance.FillRandom(bytes), static bytes => Digest.Of(bytes).ToArray(),
                settings.DirectSignIn, LanguageFolder: Path.Combine(station.Folder.Path, "languages"), Files: ConsoleForms.All),
            TimeProvider.System);
    }

    // Until told to stop; a station whose loop has ended by itself must not look as if it ran.
    private static async Task Stopped(Invocation invocation, StationHost host, Task? inputEnd)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = invocation.Cancel.Register(told.SetResult);
        if (await Task.WhenAny(told.Task, inputEnd ?? told.Task, host.Ended) != host.Ended)
            return;
        var why = host.Ended.Exception?.InnerException?.Message ?? "no reason is known";
        throw new CommandFault(
            ExitCode.Unreachable, $"the station has stopped by itself: {why}; what was acknowledged is in the store, start it again");
    }

    // A console's reader waits in the thread that asks, so it gets one of its own; the end of the process does not wait for it.
    private static Task InputEnd(TextReader input) => Task.Factory.StartNew(
        () =>
        {
            var rest = new char[256];
            while (input.Read(rest) > 0)
            {
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static void Tell(Invocation invocation, LocalStation station, TlsCircuits circuits, ApiServer api, AlarmOutlets outlets)
    {
        var screen = invocation.Screen;
        screen.Line($"station {station.Keys.Party} runs, process {Environment.ProcessId}");
        foreach (var address in circuits.Listening)
            screen.Line($"circuits: {address}");
        if (circuits.Listening.Count == 0)
            screen.Line("circuits: listens nowhere, dials its peers");
        screen.Line($"officers: {api.Address.GetLeftPart(UriPartial.Authority)}");
        TellOutlets(invocation, outlets);
        screen.Line("stop with Ctrl-C or SIGTERM");
    }

    private static void TellOutlets(Invocation invocation, AlarmOutlets outlets)
    {
        if (outlets.All.Count == 0)
            invocation.Screen.Line("alarms: NO OUTLET, nobody will hear a flash; set up 'alarms' in parley.json", Tint.Warning);
        else
            invocation.Screen.Line($"alarms: {string.Join(", ", outlets.All.Select(o => $"{o.Name} ({o.Kind})"))}");
    }

    internal static TlsCircuits Circuits(LocalStation station)
    {
        var surroundings = new TlsSurroundings(TimeProvider.System, Chance, StationFolder.Suites);
        return new TlsCircuits(station.Keys.Identity, station.Keys.Chain, station.Settings.Listen, station.Host.Events, surroundings);
    }

    private static double Chance()
    {
        Span<uint> number = stackalloc uint[1];
        SuiteOne.Instance.FillRandom(MemoryMarshal.AsBytes(number));
        return number[0] / (uint.MaxValue + 1.0);
    }

    internal static Dictionary<PartyId, IReadOnlyList<string>> Overrides(StationSettings settings) =>
        settings.Dial?.ToDictionary(d => PartyId.Parse(d.Key)!.Value, d => d.Value) ?? [];

    // To stderr: what the program was asked for stands on stdout. systemd wants its own levels and no colours.
    private static ILoggerFactory Logs(Terminal terminal) => LoggerFactory.Create(builder =>
    {
        if (terminal.HasColor)
            builder.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "HH:mm:ss'Z' ", true));
        else
            builder.AddSystemdConsole();
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.SetMinimumLevel(LogLevel.Warning);
    });

    /// <summary>Dials what <c>parley.json</c> says in place of what a peer's card says.</summary>
    internal sealed class Redialed(ICircuits circuits, Dictionary<PartyId, IReadOnlyList<string>> overrides) : ICircuits
    {
        public void Apply(CircuitPlan plan) => circuits.Apply(new CircuitPlan(
            [.. plan.Peers.Select(p => overrides.TryGetValue(p.Party, out var addresses) ? p with { Addresses = addresses } : p)]));

        public IReadOnlyList<string> TestOurselves() => circuits.TestOurselves();

        public void Dispose() => circuits.Dispose();
    }
}
