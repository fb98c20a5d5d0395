using System.Globalization;
using System.Text;
using Parley.Lines;

namespace Parley.Exchange.Notices.Exports;

/// <summary>Texts made fit to stand in any format: what cannot, or would turn a reader's line round, becomes U+FFFD.</summary>
internal static class ExportText
{
    private const string Cut = " [...]";

    /// <summary>Without half characters and signs that are not seen (<see cref="HiddenSign"/>), among them all that XML forbids; line ends are line feeds.</summary>
    public static string Clean(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
                return clean.Append(Cut).ToString();
            clean.Append((rune.Value is '\n' or '\t' || !HiddenSign.Is(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string OneLine(string text, int most) => Clean(text, most).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>Letters, digits, points and dashes of ASCII, the rest as dashes: for identifiers, which may have no blanks.</summary>
    public static string Token(string text) =>
        string.Concat(text.Take(Bounds.ExportToken).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':' ? c : '-'));

    /// <summary>An instant with all that it has of a second.</summary>
    public static string Instant(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
