using System.CommandLine;
using System.Text;
using Parley.Cli.Rendering;
using Parley.Control.Activities;
using Parley.Exchange.Humanitarian;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Cli.Commands;

/// <summary><c>parley site export</c> and <c>parley movement export</c>: what is notified now as a list that the import reads back.</summary>
internal static class AidExportCommand
{
    private static readonly Option<string> Output = new("--output", "-o") { Description = "The new file: *.csv, or *.geojson or *.json.", HelpName = "FILE", Required = true };

    private static readonly Option<bool> Theirs = new("--theirs") { Description = "Those that the other side notified, in place of your own." };

    public static Command Build(ActivityKind kind) => new Command(
        "export",
        $"Write your {kind.Name()}s that are notified now on a line to a file, as a list that 'parley {kind.Name()} import' reads back. What a file cannot say exactly is left " +
        "out and named. Whoever gets the file can read it; nothing destroys it when they expire.")
        .Does([Common.Directory, Common.Line, Output, Theirs, Common.TokenFile], i => Export(i, kind));

    private static async Task Export(Invocation invocation, ActivityKind kind)
    {
        var path = NewFile.Free(invocation.Need(Output));
        var type = Path.GetExtension(path).ToLowerInvariant();
        if (type is not (".csv" or ".geojson" or ".json"))
            throw new CommandFault(ExitCode.Usage, "name the file so that it shows what it is to be: *.csv, *.geojson or *.json");
        await using var station = await OpenStation.ToSpeak(invocation);
        var line = await CheckCommands.LineOf(invocation, station.Control);
        var rows = (await AidStanding.Rows(invocation, station, invocation.Need(Common.Line), kind)).Where(r => r.IsOurs != invocation.Get(Theirs)).ToList();
        var sheets = new List<AidSheet>();
        foreach (var row in rows.Where(r => r.Status != Status.Test))
            sheets.Add(Sheet(await invocation.Do(station.Control, new ShowActivity(invocation.Need(Common.Line), row.Entry))));
        var (text, leftOut) = type == ".csv" ? AidExport.Csv(sheets) : AidExport.GeoJson(sheets);
        await NewFile.Write(path, Encoding.UTF8.GetBytes(text), invocation.Cancel);
        var tests = rows.Where(r => r.Status == Status.Test).Select(r => r.Number).ToList();
        invocation.Screen.Lines(TranscriptText.Marked(line.Mode, Told(kind, path, sheets.Count - leftOut.Count, leftOut, tests, line.Mode == LineMode.Exercise)));
    }

    private static AidSheet Sheet(ActivityView view)
    {
        var row = view.Activity;
        return new AidSheet(
            row.Number, ActivityLines.State(row).ToLowerInvariant(), row.Kind, row.Title, row.Contact, [.. row.Volumes.Select(v => Volume(v.Text))],
            new Aid(view.Behalf, view.Vehicles, view.Marks, Timestamp.From(row.Expires ?? row.Until)), view.Mode == LineMode.Exercise);
    }

    private static Volume Volume(string text) => VolumeText.TryParse(text, out var volume, out _)
        ? volume
        : throw new CommandFault(ExitCode.Refused, "the station tells a volume that this program cannot read; it may be newer than this program");

    private static IEnumerable<TintedLine> Told(ActivityKind kind, string path, int written, IReadOnlyList<string> leftOut, IReadOnlyList<string> tests, bool isExercise)
    {
        yield return new(
            $"{AidImportLines.Of(written, kind)} {(written == 1 ? "is" : "are")} in {path}, readable by whoever gets the file.{(isExercise ? " It is of an EXERCISE." : "")}");
        if (leftOut.Count > 0)
            yield return new($"LEFT OUT, for such a file cannot say them exactly: {SafeText.Line(string.Join(", ", leftOut))}", Tint.Warning);
        if (tests.Count > 0)
            yield return new($"LEFT OUT, for they are tests: {SafeText.Line(string.Join(", ", tests))}", Tint.Warning);
    }
}
