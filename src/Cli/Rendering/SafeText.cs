using System.Globalization;
using System.Text;
using Parley.Lines;

namespace Parley.Cli.Rendering;

/// <summary>Words of others as a terminal may show them. A control character could move the cursor and write over what stands there, a
/// bidirectional control could turn a sentence round: such characters are shown by their code, as <c>[U+001B]</c>.</summary>
internal static class SafeText
{
    /// <summary>On one line.</summary>
    public static string Line(string text) => Replace(text, keepLines: false);

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<string> Lines(string text) => Replace(text.ReplaceLineEndings("\n"), keepLines: true).Split('\n');

    /// <summary>Cuts a line into parts of at most that many characters, between words where it can.</summary>
    public static IEnumerable<string> Wrap(string line, int width)
    {
        var rest = line;
        while (rest.Length > width)
        {
            var cut = rest.LastIndexOf(' ', width, width / 2);
            cut = cut <= 0 ? width - (char.IsHighSurrogate(rest[width - 1]) ? 1 : 0) : cut;
            yield return rest[..cut];
            rest = rest[cut..].TrimStart(' ');
        }

        yield return rest;
    }

    private static string Replace(string text, bool keepLines)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
                safe.Append("    ");
            else if (rune.Value == '\n' && keepLines)
                safe.Append('\n');
            else if (!HiddenSign.Is(rune))
                safe.Append(rune.ToString());
            else
                safe.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return safe.ToString();
    }
}
