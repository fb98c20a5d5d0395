using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control.Stations;

namespace Parley.Cli.Commands;

/// <summary><c>parley export</c> and <c>parley journal</c>: what auditors take away.</summary>
internal static class ExportCommands
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The new file.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<long> From = new("--from") { Description = "The first record.", HelpName = "NUMBER" };
    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many records.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 100,
    };

    public static Command BuildExport() =>
        new Command("export", "Write a line's transcript with every proof to a file that anybody can verify.").Does(
            [Common.Directory, Common.Line, Output, Common.TokenFile, Common.PassphraseFile], Export);

    public static Command BuildJournal() =>
        new Command("journal", "Who did what at this station.").Does(
            [Common.Directory, From, Limit, Common.TokenFile, Common.PassphraseFile, Common.Json], Journal);

    private static async Task Export(Invocation invocation)
    {
        var path = NewFile.Free(invocation.Need(Output));
        await using var station = await OpenStation.ToManage(invocation);
        var file = await invocation.Do(station.Control, new ExportLine(invocation.Need(Common.Line)));
        await NewFile.Write(path, file.Bytes, invocation.Cancel);
        var end = file.Exercise ? " It is of an EXERCISE" : "";
        invocation.Screen.Line($"{TranscriptText.Mark(file.Mode)}The transcript is in {path}, {file.Bytes.Length} bytes, readable by whoever gets the file.{end}");
    }

    private static async Task Journal(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        var journal = await invocation.Do(station.Control, new ReadJournal(invocation.Get(From), invocation.Get(Limit)));
        invocation.Show(journal, static (screen, records) => screen.Table(
            ["number", "at", "act", "officer", "line", "entry", "note"],
            records.Select(r => (string[])
            [
                r.Index.ToString(CultureInfo.InvariantCulture),
                TranscriptText.Time(r.At),
                SafeText.Line(r.Act),
                SafeText.Line(r.Officer ?? ""),
                TranscriptText.Mark(r.Mode) + SafeText.Line(r.Line is { Length: > 12 } id ? id[..12] : r.Line ?? ""),
                SafeText.Line(r.Entry ?? ""),
                SafeText.Line(r.Note ?? ""),
            ])));
    }
}
