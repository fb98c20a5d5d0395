using System.CommandLine;
using System.Text.Json;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary>The hidden command <c>bench-station</c>: a station with its store and circuits, and the load beside it in the same process, so
/// that what is measured is the station and not the way to it.</summary>
internal static class BenchStation
{
    public const string Name = "bench-station";
    private const string Line = "bench";
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(20);

    public static Command Build(Terminal terminal) => new Command(Name, "One station of 'parley bench'.") { Hidden = true }
        .Does(terminal, [Common.Folder, Common.PassphraseFile], Run);

    private static async Task Run(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Common.Folder)));
        await using var station = LocalStation.Open(invocation, folder);
        using var circuits = RunCommand.Circuits(station);
        station.Host.Attach(new RunCommand.Redialed(circuits, RunCommand.Overrides(station.Settings)));
        await using var load = new BenchLoad(station.Host.Owner, station.Keys.Party, Line);
        var (input, output) = (invocation.Terminal.In, invocation.Terminal.Out);
        await output.WriteLineAsync("ready");
        while (await input.ReadLineAsync(invocation.Cancel) is { Length: > 0 } line)
        {
            var ask = JsonSerializer.Deserialize<BenchAsk>(line) ?? throw new CommandFault("the bench asks nothing");
            BenchAnswer answer;
            try
            {
                answer = await Answer(station, load, ask, invocation.Cancel);
            }
            catch (CommandFault fault)
            {
                answer = new BenchAnswer(fault.Message);
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(answer));
        }
    }

    private static async Task<BenchAnswer> Answer(LocalStation station, BenchLoad load, BenchAsk ask, CancellationToken cancel)
    {
        var control = station.Host.Owner;
        switch (ask.Do)
        {
            case "card":
                var card = await load.Ask(new ShowCard());
                return new BenchAnswer(Text: card.CardFile, Digits: card.Digits);
            case "peer":
                await load.Ask(new AddPeer(ask.Text!, ask.Digits));
                return new BenchAnswer();
            case "propose":
                await load.Ask(new ProposeLine(Line, LineKind.Hot, LineMode.Exercise, [ask.Text!], null));
                return new BenchAnswer();
            case "accept":
                await Until(async () => await control.Do(new AcceptLine(Line), cancel) is Done<LineView>, cancel);
                return new BenchAnswer();
            case "open":
                await Until(async () => (await load.Ask(new ListLines())).Any(l => l is { Name: Line, State: LineState.Open }), cancel);
                return new BenchAnswer();
            case "circuits":
                await Until(async () => (await load.Ask(new ListPeers())).Sum(p => p.Circuits.Count) >= ask.Count, cancel);
                return new BenchAnswer();
            case "settle":
                await Until(async () => (await load.Ask(new ShowStatus())).Lines.All(l => l.Unreceived == 0), cancel);
                return new BenchAnswer(Bytes: (await load.Ask(new ShowStatus())).Lines.Sum(l => l.Entries));
            case "floor":
                return new BenchAnswer(Milliseconds: BenchFloor.Measure(station, ask.Count));
            case "single":
                return new BenchAnswer(Milliseconds: await load.Single(ask));
            case "stream":
                return new BenchAnswer(Milliseconds: await load.Stream(ask));
            case "load":
                return new BenchAnswer(Seconds: (await load.Run(ask)).TotalSeconds);
            case "memory":
                GC.Collect();
                return new BenchAnswer(Bytes: Environment.WorkingSet);
            default:
                return new BenchAnswer($"'{ask.Do}' is nothing that the bench asks");
        }
    }

    private static async Task Until(Func<Task<bool>> question, CancellationToken cancel)
    {
        while (!await question())
            await Task.Delay(Asking, cancel);
    }
}
