using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parley.Lines;

/// <summary>Text of one line that looks to every reader as it was written: Unicode, no control, no character that turns the direction of writing or is not
/// to be seen, no space but the common one.</summary>
internal static class PlainText
{
    /// <summary>1 to <paramref name="most"/> UTF-16 code units, no space around.</summary>
    public static bool IsLine(string text, int most)
    {
        if (text.Length == 0 || text.Length > most || text.Trim() != text)
            return false;
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) != OperationStatus.Done || !IsPlain(rune))
                return false;
            at += used;
        }

        return true;
    }

    private static bool IsPlain(Rune rune) => !HiddenSign.Is(rune) && (Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator || rune.Value == ' ');
}
