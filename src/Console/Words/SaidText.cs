using System.Globalization;
using System.Text;
using Parley.Lines;

namespace Parley.Console.Words;

/// <summary>What a piece of words is.</summary>
public enum SaidKind
{
    Plain,

    /// <summary>A sign that nobody sees or that turns the direction of writing: shown by its number.</summary>
    Hidden,

    /// <summary>A word with letters of several scripts, of which some look alike.</summary>
    Mixed,
}

/// <summary>A piece of words as a page may show it.</summary>
public sealed record SaidPiece(SaidKind Kind, string Text);

/// <summary>Words of others in pieces: a sign that would hide something or turn a sentence round is shown by its code, and a word whose letters come of several scripts that
/// look alike is marked. Nothing is left out and nothing is changed.</summary>
public static class SaidText
{
    public static IReadOnlyList<SaidPiece> Pieces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<SaidPiece>();
        var word = new StringBuilder();
        var plain = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune.ToString());
                continue;
            }

            End(pieces, plain, word);
            if (HiddenSign.Is(rune) && rune.Value is not ('\n' or '\t'))
            {
                Flush(pieces, plain);
                pieces.Add(new SaidPiece(SaidKind.Hidden, string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")));
            }
            else
            {
                plain.Append(rune.ToString());
            }
        }

        End(pieces, plain, word);
        Flush(pieces, plain);
        return pieces;
    }

    private static void End(List<SaidPiece> pieces, StringBuilder plain, StringBuilder word)
    {
        if (word.Length == 0)
            return;
        var text = word.ToString();
        word.Clear();
        if (!IsMixed(text))
        {
            plain.Append(text);
            return;
        }

        Flush(pieces, plain);
        pieces.Add(new SaidPiece(SaidKind.Mixed, text));
    }

    private static void Flush(List<SaidPiece> pieces, StringBuilder plain)
    {
        if (plain.Length == 0)
            return;
        pieces.Add(new SaidPiece(SaidKind.Plain, plain.ToString()));
        plain.Clear();
    }

    private static bool IsMixed(string word)
    {
        var scripts = word.EnumerateRunes().Where(Rune.IsLetter).Select(ScriptOf).Where(s => s != Script.Apart).Distinct().Take(2).Count();
        return scripts > 1;
    }

    private enum Script
    {
        /// <summary>Of a script whose letters nobody takes for those of another.</summary>
        Apart,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
    }

    private static Script ScriptOf(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and < 0x1F00) or (>= 0xFF21 and <= 0xFF5A) => Script.Latin,
        (>= 0x0370 and < 0x0400) or (>= 0x1F00 and < 0x2000) => Script.Greek,
        (>= 0x0400 and < 0x0530) or (>= 0x1C80 and < 0x1C90) or (>= 0x2DE0 and < 0x2E00) or (>= 0xA640 and < 0xA6A0) => Script.Cyrillic,
        >= 0x0530 and < 0x0590 => Script.Armenian,
        (>= 0x13A0 and < 0x1400) or (>= 0xAB70 and < 0xABC0) => Script.Cherokee,
        _ => Script.Apart,
    };
}
