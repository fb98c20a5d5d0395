using System.Diagnostics;
using System.Globalization;
using Parley.Control.Http;
using Parley.Control.Messages;
using Parley.Station.Folders;

namespace Parley.Bench.Stores;

/// <summary>A station with many entries: how long it takes from the start of the process to the first answer to an officer, and how much memory
/// it holds then, after a reading and after messages. The entries are sent, sealed, receipted and committed by the stations themselves, in
/// this process; so the store is one that any station could have.</summary>
internal static class StoreBench
{
    private const int Starts = 5;
    private const int Pages = 200;
    private const double MostMilliseconds = 2000;
    private const double MostMegabytes = 300;

    public static async Task<int> Run(string[] words)
    {
        var options = Options.Parse(words, ["--entries"], ["--json", "--verify"]);
        if (options is null)
        {
            Console.Error.WriteLine("use: store [--entries NUMBER] [--verify] [--json]");
            return Cli.ExitCode.Usage;
        }

        var folder = Directory.CreateTempSubdirectory("parley-store-").FullName;
        try
        {
            var wanted = options.Number("--entries", 1_000_000);
            var stations = await StoreFilling.Fill(folder, wanted);
            var rows = new List<Row>();
            foreach (var (station, side) in stations.Zip((string[])["author", "receiver"]))
                await Measure(station, $"{side} of {wanted} entries", rows);
            if (options.Has("--verify"))
                rows.Add(await Verify(stations[0]));
            Row.Write(rows, options.Has("--json"));
            return Cli.ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(FoundedStation station, string what, List<Row> rows)
    {
        var times = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            Say($"start {i + 1} of {Starts}, {what}");
            var began = Stopwatch.GetTimestamp();
            await using var process = Child.Start(Programs.Parley("run", station.Folder));
            using var face = await Answering(process, station);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            memory.Add(Megabytes(process, "VmRSS"));
            if (i < Starts - 1)
                continue;
            await Read(face);
            rows.Add(new Row($"{what}: start to first answer", times.Order().ElementAt(Starts / 2), "ms", MostMilliseconds, Note(times)));
            rows.Add(new Row($"{what}: resident memory then", memory.Max(), "MB", MostMegabytes));
            rows.Add(new Row($"{what}: most memory, {Pages} pages of the transcript read", Megabytes(process, "VmHWM"), "MB", MostMegabytes));
        }
    }

    private static string Note(List<double> times) =>
        string.Create(CultureInfo.InvariantCulture, $"median of {times.Count}, {times.Min():0} to {times.Max():0} ms");

    private static async Task<HttpControl> Answering(Child process, FoundedStation station)
    {
        var folder = FoundedStation.Need(StationFolder.Open(station.Folder));
        var token = (await File.ReadAllTextAsync(station.Token)).Trim();
        while (true)
        {
            if (process.HasExited)
                throw new IOException($"the station in {station.Folder} did not start");
            if (folder.ReadRun() is { } run && run.Pid == process.Id)
            {
                var face = new HttpControl(new Uri(run.Api), token);
                if (await face.Do(new Control.Stations.ShowStatus()) is Control.Done<Control.Stations.StationStatus>)
                    return face;
                face.Dispose();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private static async Task Read(HttpControl face)
    {
        string? before = null;
        for (var i = 0; i < Pages; i++)
        {
            if (await face.Do(new ReadTranscript(Cli.Commands.BenchDesk.Line, Before: before)) is not Control.Done<TranscriptPage> { Answer: var page } || !page.MoreBefore)
                return;
            before = page.First;
        }
    }

    private static async Task<Row> Verify(FoundedStation station)
    {
        Say("verify");
        var began = Stopwatch.GetTimestamp();
        var command = Programs.Parley("verify", station.Folder);
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
        _ = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new Row("parley verify finds the store sound", Stopwatch.GetElapsedTime(began).TotalSeconds, "s")
            : throw new IOException("parley verify does not find the store sound");
    }

    // From the kernel, which counts shared pages too.
    private static double Megabytes(Child process, string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    internal static void Say(string what) => Console.Error.WriteLine($"store: {what}");
}
