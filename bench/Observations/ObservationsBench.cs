using System.Globalization;
using System.IO.Compression;
using Parley.Cli;
using Parley.Exchange.Imports;
using Parley.Exchange.Warnings;
using Parley.Lines.Observations;

namespace Parley.Bench.Observations;

/// <summary>Observations against announcements: how long it takes, and how well it tells launches that flew from the same launches moved.</summary>
internal static class ObservationsBench
{
    private const string Warnings = "navwarn-2016-2017.jsonl.gz";

    private static readonly string[] Names = ["--observations", "--notices", "--folder", "--warnings", "--launches", "--years", "--picture", "--only"];

    public static int Run(string[] words)
    {
        if (Options.Parse(words, Names, ["--json"]) is not { } options)
        {
            Console.Error.WriteLine("use: observations [--only speed|launches] [--observations NUMBER] [--notices NUMBER] [--folder FOLDER]");
            Console.Error.WriteLine("       [--warnings FILE] [--launches FILE] [--years 2016,2017] [--picture FILE] [--json]");
            return ExitCode.Usage;
        }

        var (only, rows) = (options.Text("--only"), new List<Row>());
        if (only is null or "speed")
            rows.AddRange(MatchTrial.Run(options.Number("--observations", 100_000), options.Number("--notices", 10_000)));
        if (only is null or "launches")
        {
            var folder = options.Text("--folder") ?? Path.Combine(Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine("..", "shared"), "data");
            var files = new TrialFiles(
                Path.Combine(folder, options.Text("--warnings") ?? Warnings), Path.Combine(folder, options.Text("--launches") ?? LaunchFile.Launches),
                Path.Combine(folder, LaunchFile.Sites), [.. (options.Text("--years") ?? "2016,2017").Split(',').Select(y => int.Parse(y, CultureInfo.InvariantCulture))]);
            if (((string[])[files.Warnings, files.Launches, files.Sites]).FirstOrDefault(f => !File.Exists(f)) is { } missing)
                Console.Error.WriteLine($"{missing} is not there");
            else
                rows.AddRange(Launches(files, options.Text("--picture")));
        }

        Row.Write(rows, options.Has("--json"));
        return rows.Count == 0 ? 3 : ExitCode.Done;
    }

    private static IEnumerable<Row> Launches(TrialFiles files, string? picture)
    {
        using var bytes = new GZipStream(File.OpenRead(files.Warnings), CompressionMode.Decompress);
        var notices = WarningFile.Read(bytes).Notices;
        var launches = LaunchFile.Read(files, out var unplaced);
        var trial = new LaunchTrial(launches, notices);
        var results = trial.Run();
        List<LaunchResult> spoken = [.. results.Where(r => trial.IsSpokenOf(r.Launch.Site))];
        var groups = new List<(string Name, List<LaunchResult> Results)> { ("sites with warnings", spoken), ("all sites", [.. results]) };
        groups.AddRange(results.GroupBy(r => r.Launch.Site).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.ToList())));
        foreach (var (name, of) in groups)
        {
            for (var rule = 0; rule < LaunchTrial.Rules.Count; rule++)
            {
                var shares = Shares.Of(of, w => w.By(rule, Lines.Bounds.UnexplainedPrice));
                if (shares.Flown + shares.Moved > 0)
                    yield return new Row($"{name}: {LaunchTrial.Rules[rule]}", shares.Apart, "points", null, shares.ToString(), name == groups[0].Name && rule == 3 ? 40 : null);
            }
        }

        yield return new Row("launches whose site is not known", unplaced, "launches");
        foreach (var row in Windows(notices, trial.Warnings))
            yield return row;
        if (picture is not null)
            File.WriteAllText(picture, Curve.Write($"Launches of {string.Join(" and ", files.Years)} from sites with warnings", Swept(spoken), Marks(spoken)));
    }

    private static List<(double Price, Shares Shares)> Swept(List<LaunchResult> results) =>
        [.. Enumerable.Range(-20, 160).Select(p => p / 10.0).Select(p => (p, Shares.Of(results, w => w.By(3, p))))];

    private static List<(string Rule, Shares Shares)> Marks(List<LaunchResult> results) =>
        [.. LaunchTrial.Rules.Select((r, i) => (r, Shares.Of(results, w => w.By(i, Lines.Bounds.UnexplainedPrice))))];

    /// <summary>Which warnings could explain a launch at all, and why the others cannot.</summary>
    private static IEnumerable<Row> Windows(IReadOnlyList<ImportedNotice> notices, IReadOnlyList<Announced> warnings)
    {
        var firing = notices.Where(n => n.Class == NoticeClass.Firing && n.Kind != NoticeKind.Cancellation).ToList();
        yield return new Row("warnings of firing, launches and the like", firing.Count, "warnings");
        yield return Part("no area or time could be read", firing.Count(n => n.Volumes.Count == 0 || n.Windows is WindowOrigin.Unread or WindowOrigin.Unstated), firing.Count);
        yield return Part("times read but for a part (sunrise, sunset, holidays)", firing.Count(n => n.Volumes.Count > 0 && n.Windows == WindowOrigin.Part), firing.Count);
        var said = warnings.Where(w => w.Versions[0].Parts[0].Kinds.Any(k => Compatibility.Of(ObservationKind.Launch, k) > 0)).ToList();
        yield return Part("about what is no launch (gunnery, bombing, torpedoes)", warnings.Count - said.Count, firing.Count);
        yield return Part("may be a launch, and even its first window covers too much time", said.Count(w => !w.Versions[0].Parts.Any(IsUsable)), firing.Count);
        yield return Part("may be a launch, with a usable window", said.Count(w => w.Versions[0].Parts.Any(IsUsable)), firing.Count);
    }

    private static bool IsUsable(AnnouncedPart part)
    {
        var windows = Parley.Volumes.Schedules.Unfolding.Unfold(part.Schedule).Windows;
        var kinds = Compatibility.Of(ObservationKind.Launch, part.Kinds) / Compatibility.Share(part.Kinds);
        var most = 24 * Lines.Bounds.ComparableDays * kinds / Math.Pow(2, Lines.Bounds.UnexplainedPrice);
        return windows.Count > 0 && (windows[0].Until - windows[0].From).TotalHours <= most;
    }

    private static Row Part(string what, int count, int of) => new(
        what, 100.0 * count / Math.Max(1, of), "%", null, string.Create(CultureInfo.InvariantCulture, $"{count} warnings"));
}
