using System.Diagnostics;
using Parley.Cli;
using Parley.Cli.Commands;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Scenarios.Files;
using Parley.Scenarios.Play;
using Parley.Scenarios.Processes;
using Parley.Storage.Sqlite;
using ActivityKind = Parley.Lines.Activities.ActivityKind;

namespace Parley.Bench.Activities;

/// <summary>How long it takes from an officer's request at one station until the other station shows the overlap: two real stations, two circuits over loopback, every commit on
/// the disk. Each round notifies a flight on one side and asks the other one, by its changes, until the overlap is there. Beside it the time of the notifying alone.</summary>
internal static class OverlapTrial
{
    private const double Goal = 100;
    private const int Warming = 20;

    private const string Play = """
        title: A line for the trial
        about: Two stations.
        fictional: true
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch, release, charter] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Lindqvist, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal], count: 2 }
        lines:
          - { name: valley, kind: deconfliction, parties: [astra, boreal], languages: [en] }
        steps:
          - { at: 1s, do: compare digits, between: [astra, boreal] }
          - { at: 1s, do: propose, who: astra/Moreau, line: valley }
          - { at: 2s, do: accept, who: boreal/Lindqvist, line: valley }
        """;

    public static async Task<int> Run(string[] words)
    {
        if (Options.Parse(words, ["--flights", "--rounds"], ["--json"]) is not { } options)
        {
            Console.Error.WriteLine("use: activities [--flights NUMBER] [--rounds NUMBER] [--json]");
            return ExitCode.Usage;
        }

        var (flights, rounds) = (options.Number("--flights", 500), options.Number("--rounds", 200));
        var scenario = ScenarioFile.Read(Play, out var problem) ?? throw new InvalidOperationException(problem?.ToString());
        var folder = Directory.CreateTempSubdirectory("parley-bench").FullName;
        try
        {
            var program = ProgramCommand.OfThisProcess(typeof(ParleyProgram).Assembly.Location);
            await using var stage = new ProcessStage(new ProcessSurroundings(program, folder, f => SqliteStore.Create(f), TimeProvider.System));
            if (!await new ScenarioPlayer(scenario, stage, static _ => Task.CompletedTask).Play(CancellationToken.None))
                throw new InvalidOperationException("the stations could not be brought together");
            var rows = await Measure(stage, flights, rounds);
            Row.Write(rows, options.Has("--json"));
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> Measure(ProcessStage stage, int flights, int rounds)
    {
        // The other side's flights, side by side and far enough apart: each of ours meets one of them.
        for (var i = 0; i < flights; i++)
            await Notify(stage, "boreal", i);
        List<double> shown = [], notified = [];
        for (var round = 0; round < Warming + rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var entry = await Notify(stage, "astra", round % flights);
            var told = Stopwatch.GetElapsedTime(started);
            while (!await Shows(stage, entry))
            {
                if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(10))
                    throw new InvalidOperationException("the overlap did not show in ten seconds");
            }

            if (round < Warming)
                continue;
            shown.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            notified.Add(told.TotalMilliseconds);
        }

        return
        [
            new Row("overlap shown at the other station, p50", BenchLatency.Quantile(shown, 0.5), "ms", Goal, $"{flights} flights there"),
            new Row("overlap shown at the other station, p99", BenchLatency.Quantile(shown, 0.99), "ms", Goal),
            new Row("notified and durable here, p50", BenchLatency.Quantile(notified, 0.5), "ms"),
            new Row("notified and durable here, p99", BenchLatency.Quantile(notified, 0.99), "ms"),
        ];
    }

    private static async Task<string> Notify(ProcessStage stage, string party, int place)
    {
        var flight = new NotifyActivity("valley", ActivityKind.Flight, $"flight {place}", "radio", [Text(place)], Despite: true);
        var draft = await stage.Do(party, null, flight, CancellationToken.None);
        return draft is Done<DraftView> { Answer.Released: { } entry } ? entry : throw new InvalidOperationException($"{party} did not notify: {(draft as IRefused)?.Detail}");
    }

    private static async Task<bool> Shows(ProcessStage stage, string entry) =>
        await stage.Do("boreal", null, new ListOverlaps("valley", entry), CancellationToken.None) is Done<IReadOnlyList<OverlapListView>> { Answer: [{ Overlaps.Count: > 0 }] };

    private static string Text(int place)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (latitude, longitude) = (30 + place / 40 * 0.5, 10 + place % 40 * 0.5);
        var day = TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", culture);
        return string.Create(
            culture, $"volume 1\ncircle {latitude:0.0000000} {longitude:0.0000000} 5000\nband amsl 1000 m .. amsl 4000 m\nvalid {day}T06:00:00Z {day}T08:00:00Z\n");
    }
}
