using System.CommandLine;
using System.Text;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Reports;
using Parley.Exchange.Reports;
using Parley.Lines.Reports;
using Parley.Lines.Transcripts;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary><c>parley report</c>: signed reports, and verifying them.</summary>
internal static class ReportCommands
{
    private static readonly Option<string[]> Line = new("--line")
    {
        Description = "A line; again for each. Default: every live line with counterparts or checks. Exercises and live lines never stand in one report.",
        HelpName = "LINE",
    };

    private static readonly Option<string?> From = new("--from") { Description = "The first day, such as 2022-02-25, UTC, or a time with its zone.", HelpName = "DAY" };
    private static readonly Option<string?> To = new("--to") { Description = "The last day, to its end, or a time with its zone.", HelpName = "DAY" };
    private static readonly Option<int?> Year = new("--year") { Description = "A yearly review of that year, instead of a period.", HelpName = "YEAR" };

    private static readonly Option<bool> Words = new("--words")
    {
        Description = "Show our own words and topics too. Those of the other side are shown where the charter allows it, and nowhere else.",
    };

    private static readonly Option<string> Output = new("--output", "-o") { Description = "The new file: JSON, with its proofs in it.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Page = new("--html") { Description = "The same as a page to read and print, with the file in it.", HelpName = "FILE" };

    public static Command Build() => Common.Group(
        "report",
        "Signed reports that anybody can verify without a network.",
        new Command(
            "silence",
            "Who asked, what their station received, who acknowledged, what was not answered as of which entry: on both sides, ours too. " +
            "The charters and the headers of all entries stand in it as proof; words and topics do not.")
            .Does([Common.Directory, Line, From, To, Year, Words, Output, Page, Common.TokenFile, Common.PassphraseFile], Silence)
            .OfAPeriod());

    /// <summary>Whether these bytes are a report or its page.</summary>
    public static bool IsReport(ReadOnlySpan<byte> bytes) => ReportPage.IsPage(bytes) || bytes.StartsWith(Encoding.ASCII.GetBytes(ReportFile.Start));

    /// <summary>Verifies a report or its page, and shows what it claims.</summary>
    public static void Verify(Invocation invocation, string name, byte[] bytes, IReadOnlyList<TrustedCard> trusted)
    {
        var isPage = ReportPage.IsPage(bytes);
        var file = isPage ? ReportPage.FileIn(bytes) : bytes;
        var verified = file is null
            ? new ReportVerification(new ReportFault(ReportFailure.NotAReport, "the page"), null, [])
            : ReportFile.Verify(file, StationFolder.Suites, trusted);
        if (isPage && verified.Ok && !Encoding.UTF8.GetBytes(ReportPage.Write(verified, file!)).AsSpan().SequenceEqual(bytes))
            verified = verified with { Fault = new ReportFault(ReportFailure.Page, "the page around it") };
        if (invocation.WantsJson)
        {
            invocation.Terminal.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    verified.Report?.Mode,
                    Verified = verified.Ok,
                    By = verified.Report?.Frame.By.ToString(),
                    Lines = verified.Report?.Lines.Select(l => l.Input.Name),
                    verified.Fault,
                    Exercise = verified.Report?.Mode == Parley.Lines.Charters.LineMode.Exercise,
                },
                ControlJson.Indented));
        }
        else
        {
            invocation.Screen.Lines(ReportLines.Of(verified));
        }

        if (!verified.Ok)
            throw new CommandFault(ExitCode.Refused, $"{name} does not verify");
    }

    private static Command OfAPeriod(this Command command)
    {
        command.Validators.Add(static result =>
        {
            var (from, to, year) = (result.GetResult(From) is not null, result.GetResult(To) is not null, result.GetResult(Year) is not null);
            if (year ? from || to : !from || !to)
                result.AddError("say --from and --to, or --year");
        });
        return command;
    }

    private static async Task Silence(Invocation invocation)
    {
        var path = NewFile.Free(invocation.Need(Output));
        var page = invocation.Get(Page) is { } html ? NewFile.Free(html) : null;
        if (page == path)
            throw new CommandFault(ExitCode.Usage, "--output and --html name one file; name two");
        await using var station = await OpenStation.ToManage(invocation);
        var file = await invocation.Do(station.Control, new MakeSilenceReport(
            invocation.Get(Line) ?? [], invocation.Get(From), invocation.Get(To), invocation.Get(Year), invocation.Get(Words)));
        var verified = ReportFile.Verify(file.Bytes, StationFolder.Suites);
        if (!verified.Ok)
            throw new CommandFault(ExitCode.Unreachable, $"the report that the station made does not verify ({verified.Fault!.How}, {verified.Fault.Where}); verify its store");
        await NewFile.Write(path, file.Bytes, invocation.Cancel);
        if (page is not null)
            await NewFile.Write(page, Encoding.UTF8.GetBytes(ReportPage.Write(verified, file.Bytes)), invocation.Cancel);
        invocation.Screen.Lines(ReportLines.Of(verified));
        var mark = TranscriptText.Mark(file.Mode);
        var beside = page is null ? "" : $", the page in {page}";
        invocation.Screen.Line($"{mark}The report is in {path}{beside}. Read it before you publish it: offices of the charter stand in its proof.");
    }
}
