using System.Globalization;
using System.Net;
using System.Text;
using Parley.Crypto;
using Parley.Exchange.Files;
using Parley.Lines.Codebooks;

namespace Parley.Exchange.Codebooks;

/// <summary>A codebook as one page of HTML for the printer: nothing is loaded from elsewhere, no scripts. Every code stands with all its languages side by side and
/// is never cut by the end of a sheet; the head of the table (which codebook, which hash) is repeated on each sheet.</summary>
public static class CodebookPage
{
    private const string Style =
        """
        @page { size: A4 landscape; margin: 10mm; }
        body { font: 10pt/1.35 sans-serif; margin: 0; color: #000; background: #fff; }
        h1 { font-size: 14pt; margin: 0 0 2mm; }
        p { margin: 0 0 3mm; max-width: 220mm; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        thead { display: table-header-group; }
        tbody { break-inside: avoid; page-break-inside: avoid; }
        tr { break-inside: avoid; page-break-inside: avoid; }
        th, td { border: 0.2mm solid #000; padding: 1.2mm; vertical-align: top; text-align: start; overflow-wrap: break-word; }
        th.which { font-weight: normal; font-size: 8pt; }
        th.number { width: 32mm; }
        .code { font-size: 16pt; font-weight: bold; }
        .blanks, .unchecked { font-size: 8pt; }
        .title { font-weight: bold; display: block; }
        .blank { border-bottom: 0.2mm solid #000; white-space: nowrap; }
        .unchecked { display: block; font-style: italic; }
        .hash { font-family: monospace; }
        """;

    /// <summary>The whole page.</summary>
    public static string Write(Codebook book)
    {
        var html = new StringBuilder();
        var name = Text($"Codebook {book.Id}, version {book.Version.ToString(CultureInfo.InvariantCulture)}");
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(name).Append("</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>").Append(name).Append("</h1>\n");
        html.Append("<p>A code message is a number of this book with what stands in its blanks. Both sides must hold the same book: compare the digits.</p>\n");
        if (book.UncheckedTexts is > 0 and var open)
        {
            html.Append("<p><strong>").Append(open.ToString(CultureInfo.InvariantCulture))
                .Append(" texts are <em>unchecked</em>: no expert of the language has looked at them. Such a book is for exercises.</strong></p>\n");
        }

        html.Append("<table>\n");
        Head(html, book, name);
        foreach (var code in book.Codes)
            Row(html, book, code);
        return html.Append("</table>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Codebook book, string name)
    {
        var hash = book.Hash();
        html.Append("<thead>\n<tr><th class=\"which\" colspan=\"").Append((book.Languages.Count + 1).ToString(CultureInfo.InvariantCulture)).Append("\">")
            .Append(name).Append(" · hash <span class=\"hash\">").Append(hash).Append("</span> · digits <span class=\"hash\">").Append(Digits.Of(hash))
            .Append("</span></th></tr>\n<tr><th class=\"number\">code</th>");
        foreach (var language in book.Languages)
            html.Append("<th>").Append(Text(language)).Append("</th>");
        html.Append("</tr>\n</thead>\n");
    }

    private static void Row(StringBuilder html, Codebook book, Code code)
    {
        html.Append("<tbody><tr>\n<td><span class=\"code\">").Append(code.Number.ToString(CultureInfo.InvariantCulture)).Append("</span><br><span class=\"blanks\">")
            .Append(code.Release == ReleaseClass.One ? "one officer" : "as the charter says");
        foreach (var blank in code.Blanks)
            html.Append("<br>").Append(Text($"{blank.Name}: {Takes(blank)}"));
        html.Append("</span></td>\n");
        for (var i = 0; i < book.Languages.Count; i++)
        {
            html.Append("<td lang=\"").Append(Text(book.Languages[i])).Append("\" dir=\"").Append(Html.Direction(book.Languages[i])).Append("\">")
                .Append("<span class=\"title\">").Append(Text(code.Texts[i].Title)).Append("</span>");
            foreach (var part in Template.Parts(code.Texts[i].Text) ?? [])
            {
                if (part.IsBlank)
                    html.Append("<bdi class=\"blank\" dir=\"ltr\">{").Append(Text(part.Words)).Append("}</bdi>");
                else
                    html.Append(Text(part.Words));
            }

            html.Append(code.Texts[i].Unchecked ? "<span class=\"unchecked\" lang=\"en\" dir=\"ltr\">unchecked</span></td>\n" : "</td>\n");
        }

        html.Append("</tr></tbody>\n");
    }

    private static string Takes(Blank blank) => blank.Kind switch
    {
        BlankKind.Time => "time, UTC",
        BlankKind.Message => "number of an earlier message of yours, such as U12-3f0a",
        BlankKind.Place => $"coordinates, or a place of at most {blank.Most} characters",
        _ => $"number, {blank.Least} to {blank.Most}",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
