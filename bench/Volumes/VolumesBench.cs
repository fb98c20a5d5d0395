using System.Globalization;

namespace Parley.Bench.Volumes;

/// <summary>The index of volumes on one core: how many questions a second it answers, what a reservation waits for it, how fast it is filled and how much memory it
/// takes; and the same questions to PostgreSQL, which must count the same for each.</summary>
internal static class VolumesBench
{
    private const string Use = "use: volumes [--boxes NUMBER] [--queries NUMBER] [--data FOLDER] [--postgres CONNECTION [--asked NUMBER]] [--json]";
    private const int Scanned = 100;

    public static async Task<int> Run(string[] words)
    {
        var options = Options.Parse(words, ["--boxes", "--queries", "--data", "--postgres", "--asked"], ["--json"]);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(Use);
            return Cli.ExitCode.Usage;
        }

        var (boxes, queries) = (options.Number("--boxes", 1_000_000), options.Number("--queries", 50_000));
        var rows = new List<Row>();
        var differing = 0;
        if (!File.Exists(Path.Combine(Folder(options), NotamSet.File)))
            Say($"NOTAM: left out, {NotamSet.File} is not in {Folder(options)}");
        foreach (var set in Sets(options, boxes, queries))
        {
            Say($"{set.Name}: {set.Boxes.Length} boxes, {set.Queries.Length} queries");
            differing += await Measure(set, options, rows);
        }

        Row.Write(rows, options.Has("--json"));
        return differing == 0 ? Cli.ExitCode.Done : Cli.ExitCode.Refused;
    }

    /// <returns>How many queries others answer otherwise.</returns>
    private static async Task<int> Measure(DataSet set, Options options, List<Row> rows)
    {
        var index = IndexTrial.Load(set, rows);
        var counts = IndexTrial.Rate(index, set, rows);
        var differing = Differing(set, counts, [.. set.Queries.Take(Scanned).Select(q => set.Boxes.Count(b => b.Meets(q)))], "a scan of all boxes");
        if (options.Text("--postgres") is { } connection)
        {
            await foreach (var trial in PostgresTrial.Run(connection, set, options.Number("--asked", 2_000), rows))
                differing += Differing(set, counts, trial.Counts, trial.Name);
        }

        if (!set.IsMade)
            return differing;
        IndexTrial.Reserve(index, set, rows);
        IndexTrial.Fill(set, rows);
        return differing;
    }

    // One after the other, so that no more than one is in memory.
    private static IEnumerable<DataSet> Sets(Options options, int boxes, int queries)
    {
        yield return DataSet.Theatre(boxes, queries);
        yield return DataSet.World(boxes, queries);
        foreach (var set in NotamSet.Read(Folder(options), queries))
            yield return set;
    }

    private static string Folder(Options options) =>
        options.Text("--data") ?? Path.Combine(Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine("..", "shared"), "data");

    // Rates of answers that are not the same cannot be compared.
    private static int Differing(DataSet set, int[] counts, int[] others, string name)
    {
        var differing = others.Zip(counts).Count(p => p.First != p.Second);
        Say(differing == 0
            ? $"{set.Name}: {name} counts the same for each of {others.Length} queries"
            : $"{set.Name}: VOID, {name} counts otherwise for {differing} of {others.Length} queries");
        return differing;
    }

    public static void Say(string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"volumes: {what}"));
}
