using System.Globalization;
using System.Text;
using Parley.Exchange.Files;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Reports;

namespace Parley.Exchange.Reports;

/// <summary>A silence report as one page of HTML for readers and printers: nothing is loaded from elsewhere, no script runs. The file of the report stands in it, and the page
/// follows from that file to the byte, so that a changed page is found.</summary>
public static class ReportPage
{
    private const string FileStart = "<script type=\"application/json\" id=\"report\">";
    private const string FileEnd = "</script>";

    private const string Exercise = "<p class=\"exercise\">EXERCISE – EXERCISE – EXERCISE</p>";

    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #111; --paper: #fff; --faint: #555; --rule: #999; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16181c; --faint: #aaa; --rule: #666; } }
        @media print { :root { --ink: #000; --paper: #fff; --faint: #333; --rule: #000; } }
        @page { size: A4; margin: 16mm 12mm; }
        body { font: 11pt/1.4 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 1.6rem 0 .4rem; } h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
        h1, h2, h3 { break-after: avoid; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { border: 1px solid var(--rule); padding: .25rem .4rem; vertical-align: top; text-align: start; } thead { display: table-header-group; } tr { break-inside: avoid; }
        .id, .digits { font-family: ui-monospace, monospace; font-size: .8em; overflow-wrap: anywhere; }
        .big { font-size: 1.15rem; font-weight: 600; } .faint { color: var(--faint); } .not { font-weight: 700; }
        .exercise { border: 3px double var(--ink); padding: .3rem; text-align: center; font-weight: 700; letter-spacing: .15em; margin: .5rem 0; }
        .sheet { table-layout: fixed; font-size: inherit; } .sheet > * > tr { break-inside: auto; } .sheet > * > tr > * { border: 0; padding: 0; }
        .sheet > tfoot { display: table-footer-group; }
        @media screen and (max-width: 42rem) {
          .wide thead { display: none; } .wide tr { display: block; } .wide td { display: inline-block; margin-inline-end: 1rem; }
          .wide table { border-top: 1px solid var(--rule); }
          .wide tr { border-bottom: 1px solid var(--rule); padding: .3rem 0; } .wide td { border: 0; padding: .1rem 0; }
          .wide td::before { content: attr(data-name) ": "; color: var(--faint); font: .9rem system-ui, sans-serif; }
        }
        @media print {
          body { font-size: 9.5pt; padding: 0; max-width: none; } .wide { overflow: visible; } .wide table { font-size: 8pt; }
          .wide th, .wide td { padding: .15rem .25rem; overflow-wrap: break-word; } .wide td.id { overflow-wrap: anywhere; }
        }
        """;

    /// <summary>The whole page.</summary>
    /// <param name="verified">The report as its file verifies, without a fault.</param>
    /// <param name="file">The file.</param>
    public static string Write(ReportVerification verified, ReadOnlyMemory<byte> file)
    {
        var report = verified.Report ?? throw new ArgumentException("only a report that verifies has a page", nameof(verified));
        var frame = report.Frame;
        var title = frame.IsYear ? $"Yearly review {frame.From.ToDateTimeOffset().Year.ToString(CultureInfo.InvariantCulture)}" : "Silence report";
        var isExercise = report.Mode == LineMode.Exercise;
        var html = new Html();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Element("title", $"{(isExercise ? "EXERCISE – " : "")}{title} of {frame.By}").Raw("<style>\n" + Style + "\n</style>\n</head>\n<body>\n");
        // A head and a foot of a table stand on every sheet that is printed; what is fixed to a sheet would stand over its words.
        if (isExercise)
            html.Raw($"<table class=\"sheet\" role=\"presentation\">\n<thead><tr><td>{Exercise}</td></tr></thead>\n<tfoot><tr><td>{Exercise}</td></tr></tfoot>\n<tbody><tr><td>\n");
        html.Element("h1", title).Raw("<p>")
            .Text($"By the station of {frame.By}, made {Clock(frame.Made)}. Period: {Clock(frame.From)} to {Clock(frame.Until)}. All times are UTC.").Raw("</p>\n");
        html.Raw("<p class=\"faint\">").Text(
            "Everything here follows from the signed records that the page carries, but for what is stated by its maker alone; 'parley verify' works it out anew without any " +
            "network. Received means: the other station signed for it. It does not mean that a person read it. A line is never called dead here, and nothing says what anybody " +
            "intends.").Raw("</p>\n");
        foreach (var line in report.Lines)
            ReportLine.Write(html, report, line);
        Cards(html, verified);
        if (isExercise)
            html.Raw("</td></tr></tbody>\n</table>\n");
        html.Raw(FileStart).Raw(Encoding.UTF8.GetString(file.Span)).Raw(FileEnd).Raw("\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>The file of the report in a page; null where there is none.</summary>
    public static byte[]? FileIn(ReadOnlySpan<byte> page)
    {
        // The file has no '<' in it: the first end is its end.
        var start = page.IndexOf(Encoding.ASCII.GetBytes(FileStart));
        if (start < 0)
            return null;
        var rest = page[(start + FileStart.Length)..];
        var end = rest.IndexOf(Encoding.ASCII.GetBytes(FileEnd));
        return end < 0 ? null : rest[..end].ToArray();
    }

    /// <summary>Whether these bytes are meant as a page and not as a file.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes) => bytes.StartsWith("<!DOCTYPE html>"u8);

    internal static string Clock(Timestamp at) => at.ToDateTimeOffset().ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static void Cards(Html html, ReportVerification verified)
    {
        html.Element("h2", "Whose signatures these are");
        html.Raw("<p class=\"faint\">")
            .Text("The digits are those of each party's card. Compare them with what that party publishes or reads out: nothing else binds a name to a key.").Raw("</p>\n<ul>\n");
        var parties = verified.Proofs.SelectMany(p => p.Parties).GroupBy(p => p.Party).OrderBy(g => g.Key);
        foreach (var party in parties)
        {
            foreach (var card in party.SelectMany(p => p.Cards).DistinctBy(c => c.Hash).OrderBy(c => c.Version))
            {
                html.Raw("<li>").Text($"{party.Key}, card {card.Version.ToString(CultureInfo.InvariantCulture)}: ")
                    .Raw("<span class=\"digits\">").Text(card.Digits).Raw("</span></li>\n");
            }
        }

        html.Raw("</ul>\n");
    }
}
