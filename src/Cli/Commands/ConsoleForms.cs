using System.Text;
using Parley.Console;
using Parley.Control.Activities;
using Parley.Exchange.Codebooks;
using Parley.Exchange.Humanitarian;
using Parley.Exchange.Reports;
using Parley.Ledger;
using Parley.Lines.Reports;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary>The forms of files that the console takes and gives.</summary>
internal static class ConsoleForms
{
    public static ConsoleFiles All { get; } = new(Codebook, CodebookShelf.Text(CodebookShelf.Codebook), Page, Aid);

    private static (byte[]? Encoding, string Problem) Codebook(string text) =>
        CodebookFile.Read(text, out var problem) is { } book ? (book.Encode(), "") : (null, problem?.ToString() ?? "");

    private static AidFileItems? Aid(AidFile file)
    {
        var expires = file.Expires is { } at && Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var until) ? until : (Timestamp?)null;
        var defaults = new AidDefaults(file.From, expires, file.Contact, file.IsExercise);
        using var bytes = new MemoryStream(file.Bytes);
        return AidImport.Read(file.Name, bytes, defaults) is { } import ? new AidFileItems([.. import.Items.Select(Item)], [.. import.Refusals]) : null;
    }

    private static AidFileItem Item(AidItem item)
    {
        var (content, aid) = (item.Content, item.Content.Aid!);
        return new AidFileItem(
            item.Where, content.Kind, content.Title, content.Contact, item.Volume, new AidInput(aid.Expires.ToDateTimeOffset(), aid.Behalf, aid.Vehicles, aid.Marks),
            content.Note?.Language, content.Note?.Text, [.. item.Remarks.Select(Rendering.AidImportLines.Words)], item.IsBeginAssumed);
    }

    // Verified as a stranger would, before anybody gets it.
    private static byte[] Page(byte[] report)
    {
        var verified = ReportFile.Verify(report, StationFolder.Suites);
        return verified.Ok
            ? Encoding.UTF8.GetBytes(ReportPage.Write(verified, report))
            : throw new InvalidOperationException($"the report that the station made does not verify ({verified.Fault!.How}, {verified.Fault.Where})");
    }
}
