using System.Text;
using Parley.Console;
using Parley.Exchange.Codebooks;
using Parley.Exchange.Reports;
using Parley.Lines.Reports;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary>The forms of files that the console takes and gives.</summary>
internal static class ConsoleForms
{
    public static ConsoleFiles All { get; } = new(Codebook, CodebookShelf.Text(CodebookShelf.Codebook), Page);

    private static (byte[]? Encoding, string Problem) Codebook(string text) =>
        CodebookFile.Read(text, out var problem) is { } book ? (book.Encode(), "") : (null, problem?.ToString() ?? "");

    // Verified as a stranger would, before anybody gets it.
    private static byte[] Page(byte[] report)
    {
        var verified = ReportFile.Verify(report, StationFolder.Suites);
        return verified.Ok
            ? Encoding.UTF8.GetBytes(ReportPage.Write(verified, report))
            : throw new InvalidOperationException($"the report that the station made does not verify ({verified.Fault!.How}, {verified.Fault.Where})");
    }
}
