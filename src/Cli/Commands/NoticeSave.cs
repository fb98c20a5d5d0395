using System.CommandLine;
using System.Text;
using Parley.Cli.Rendering;
using Parley.Control.Notices;
using Parley.Exchange.Notices;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Charters;
using Parley.Lines.Notices;

namespace Parley.Cli.Commands;

/// <summary>What a notice is written as, for programs of others or for paper.</summary>
internal enum NoticeFileKind
{
    Geojson,
    Cap,
    Calendar,
    Csv,
    Places,
    Page,
    Paper,
}

/// <summary><c>parley notice save</c>: a notice of a line as a file.</summary>
internal static class NoticeSave
{
    private static readonly Argument<string> Notice = new("NOTICE") { Description = "The ref of the notice, as 'parley notice list' shows it." };

    private static readonly Option<string?> Reader = new("--language") { Description = "The language in which the form is written out.", HelpName = "TAG" };

    private static readonly Option<string> To = Common.Choice<NoticeFileKind>(
        "--to", "What to write: places are the shapes alone, as CSV; a page is HTML for the printer, on paper or as PDF; paper is plain text.");

    private static readonly Option<string> Output = new("--output", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };

    public static Command Build() => new Command("save", "Write a notice of a line as a file: for programs of others, or for the printer.").Does(
        [Common.Directory, Notice, Common.Line, To, Output, Reader, Common.TokenFile], Save);

    /// <summary>The text of a file of that kind.</summary>
    public static string Write(NoticeFileKind kind, NoticeExport export) => kind switch
    {
        NoticeFileKind.Geojson => NoticeGeoJson.Write(export),
        NoticeFileKind.Cap => NoticeCap.Write(export),
        NoticeFileKind.Calendar => NoticeCalendar.Write(export),
        NoticeFileKind.Csv => NoticeCsv.Lines(export),
        NoticeFileKind.Places => NoticeCsv.Places(export),
        NoticeFileKind.Page => NoticePage.Write(export),
        _ => NoticePaper.Write(export.Format, export.Notice, export.Head, export.Reader),
    };

    private static async Task Save(Invocation invocation)
    {
        var file = NewFile.Free(invocation.Need(Output));
        var reader = invocation.Get(Reader);
        await using var station = await OpenStation.ToSpeak(invocation);
        var view = await invocation.Do(station.Control, new ShowNotice(invocation.Need(Common.Line), invocation.Get(Notice), reader));
        if (view.NotRead is { } why)
            throw new CommandFault(ExitCode.Refused, $"this notice cannot be read here: {why}");
        var texts = await invocation.Do(station.Control, new ShowFormat(view.Format));
        var format = NoticeFormat.Parse(texts.Encoding) ?? throw new CommandFault(ExitCode.Refused, $"the format {view.Format} cannot be read by this program");
        var notice = new Notice(format.Id, format.Version, view.Language, view.Values);
        var export = new NoticeExport(
            format, notice, new NoticeHead(view.Number, [.. view.Regards.Select(r => r.Number)], view.Mode == LineMode.Exercise), NoticeClocks.Of(format, notice, null), reader,
            view.At)
        {
            Sender = $"{view.Party}.parley.invalid",
        };
        await NewFile.Write(file, Encoding.UTF8.GetBytes(Write(Common.Chosen<NoticeFileKind>(invocation.Need(To)), export)), invocation.Cancel);
        invocation.Screen.Line($"{file} is written: {view.Number} of {SafeText.Line(view.Party)}.", Tint.Good);
    }
}
