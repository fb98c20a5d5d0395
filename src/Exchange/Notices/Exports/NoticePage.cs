using System.Text;
using Parley.Exchange.Files;
using Parley.Lines.Notices;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A notice as one page of HTML for the printer, on paper or as PDF: nothing is loaded from elsewhere, no scripts. Its lines are numbered as on the printed form,
/// and its number stands above and below.</summary>
public static class NoticePage
{
    private const string Style =
        """
        @page { size: A4; margin: 15mm; }
        body { font: 11pt/1.4 sans-serif; margin: 0 auto; max-width: 180mm; color: #000; background: #fff; }
        h1 { font-size: 15pt; margin: 0 0 2mm; }
        p { margin: 0 0 2mm; }
        .exercise { border: 0.6mm solid #000; padding: 1mm; text-align: center; font-weight: bold; letter-spacing: 0.15em; }
        table { border-collapse: collapse; width: 100%; margin: 4mm 0; }
        td { border-block-end: 0.2mm solid #888; padding: 1mm; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
        tr { break-inside: avoid; page-break-inside: avoid; }
        td.number { width: 14mm; }
        td.label { width: 62mm; }
        td.said { white-space: pre-wrap; }
        """;

    /// <summary>The whole page.</summary>
    public static string Write(NoticeExport export)
    {
        var language = export.Language(export.Reader);
        var words = PaperWords.For(language);
        var title = $"{words.Notice} {export.FormatName}: {export.Title(export.Reader)}";
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Text(language)).Append("\" dir=\"").Append(Html.Direction(language))
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Text(export.Marked(title)))
            .Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n");
        Exercise(html, export);
        html.Append("<h1>").Append(Text(title)).Append("</h1>\n<p>").Append(Text($"{words.Modelled}: {export.Format.Basis}")).Append("</p>\n<p>").Append(words.Number)
            .Append(" <bdi>").Append(Text(export.Number)).Append("</bdi></p>\n");
        foreach (var before in export.Regards)
            html.Append("<p>").Append(words.Regards).Append(" <bdi>").Append(Text(before)).Append("</bdi></p>\n");
        html.Append("<table>\n");
        var lines = export.Lines(export.Reader);
        foreach (var line in lines)
            Line(html, line);
        html.Append("</table>\n<p>").Append(Text($"{words.End} {export.FormatName}, {words.Number} ")).Append("<bdi>").Append(Text(export.Number)).Append("</bdi>")
            .Append(Text($", {words.Lines} {lines.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}")).Append("</p>\n");
        Exercise(html, export);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Line(StringBuilder html, NoticeLine line)
    {
        html.Append("<tr><td class=\"number\">").Append(Text(line.Number)).Append("</td><td class=\"label\">").Append(Text(line.Label)).Append("</td><td class=\"said\"");
        if (line.Language is { } author)
            html.Append(" lang=\"").Append(Text(author)).Append("\" dir=\"").Append(Html.Direction(author)).Append('"');
        html.Append('>');
        foreach (var word in line.Words)
            html.Append(Text(word)).Append('\n');
        html.Append(line.Words.Count > 0 ? "<small><bdi>" : "<bdi>").Append(Text(line.Text?.TrimEnd('\n') ?? "")).Append("</bdi>").Append(line.Words.Count > 0 ? "</small>" : "")
            .Append("</td></tr>\n");
    }

    private static void Exercise(StringBuilder html, NoticeExport export)
    {
        if (export.Head.IsExercise)
            html.Append("<p class=\"exercise\">").Append(NoticePaper.Exercised).Append("</p>\n");
    }

    private static string Text(string text) => Html.Escape(text);
}
