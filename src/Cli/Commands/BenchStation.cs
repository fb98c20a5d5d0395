using System.CommandLine;
using System.Text.Json;
using Parley.Station.Folders;
using Parley.Station.Throttles;

namespace Parley.Cli.Commands;

/// <summary>The hidden command <c>bench-station</c>: a station with its store and circuits, and the load beside it in the same process, so
/// that what is measured is the station and not the way to it.</summary>
internal static class BenchStation
{
    public const string Name = "bench-station";

    public static Command Build() => new Command(Name, "One station of 'parley bench'.") { Hidden = true }
        .Does([Common.Folder, Common.PassphraseFile], Run);

    private static async Task Run(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Common.Folder)));
        // What is measured is how much it can take, and not how much it would.
        await using var station = LocalStation.Open(invocation, folder, intake: Intake.Unbounded);
        using var circuits = RunCommand.Circuits(station);
        station.Host.Attach(new RunCommand.Redialed(circuits, RunCommand.Overrides(station.Settings)));
        await using var load = new BenchLoad(station.Host.Owner, station.Keys.Party, BenchDesk.Line);
        var desk = new BenchDesk(station.Host.Owner, load);
        var (input, output) = (invocation.Terminal.In, invocation.Terminal.Out);
        await output.WriteLineAsync("ready");
        while (await input.ReadLineAsync(invocation.Cancel) is { Length: > 0 } line)
        {
            var ask = JsonSerializer.Deserialize<BenchAsk>(line) ?? throw new CommandFault("the bench asks nothing");
            BenchAnswer answer;
            try
            {
                answer = await Answer(station, desk, ask, invocation.Cancel);
            }
            catch (CommandFault fault)
            {
                answer = new BenchAnswer(fault.Message);
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(answer));
        }
    }

    private static async Task<BenchAnswer> Answer(LocalStation station, BenchDesk desk, BenchAsk ask, CancellationToken cancel)
    {
        switch (ask.Do)
        {
            case "floor":
                return new BenchAnswer(Milliseconds: BenchFloor.Measure(station, ask.Count));
            case "memory":
                GC.Collect();
                return new BenchAnswer(Bytes: Environment.WorkingSet);
            default:
                return await desk.Answer(ask, cancel);
        }
    }
}
