using System.Net;
using System.Text;
using Parley.Lines;

namespace Parley.Exchange.Files;

/// <summary>HTML piece by piece; what is text is escaped.</summary>
public sealed class Html
{
    // Scripts that are written from right to left, by the tag's language.
    private static readonly string[] RightToLeft = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

    private readonly StringBuilder text = new();

    /// <summary>How words of that language run: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string Direction(string language) => RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";

    /// <summary>Markup as it stands.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    public Html Text(string words)
    {
        text.Append(Escape(words));
        return this;
    }

    /// <summary>Escaped, and without signs that a reader would not see (<see cref="HiddenSign"/>).</summary>
    public static string Escape(string words)
    {
        var shown = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            shown.Append((rune.Value is '\n' or '\t' || !HiddenSign.Is(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return WebUtility.HtmlEncode(shown.ToString());
    }

    /// <summary>An element with nothing but text in it.</summary>
    public Html Element(string name, string words) => Raw($"<{name}>").Text(words).Raw($"</{name}>\n");

    /// <summary>A table that scrolls by itself where it is too wide; each cell says what it is, for screens on which a row is a block.</summary>
    /// <param name="ids">Columns of identifiers, from 0.</param>
    public Html Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<int> ids)
    {
        Raw("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var head in heads)
            Raw("<th scope=\"col\">").Text(head).Raw("</th>");
        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr>");
            for (var i = 0; i < row.Count; i++)
                Raw(ids.Contains(i) ? "<td class=\"id\" data-name=\"" : "<td data-name=\"").Text(heads[i]).Raw("\">").Text(row[i]).Raw("</td>");
            Raw("</tr>\n");
        }

        return Raw("</tbody>\n</table></div>\n");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
