using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parley.Ledger;

/// <summary>The spellings that all signed texts share. Each value has exactly one spelling, because a text that is accepted must
/// encode to the same bytes again: the signature is over the bytes, not over the values.</summary>
internal static class StrictText
{
    private const int DigitsOfMaxLogSize = 16;

    private static readonly SearchValues<byte> PrintableOrNewline =
        SearchValues.Create([(byte)'\n', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c)]);

    /// <summary>ASCII text of printable characters and newlines, or null.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, int maxLength)
    {
        if (bytes.Length > maxLength || bytes.ContainsAnyExcept(PrintableOrNewline))
        {
            return null;
        }

        return Encoding.ASCII.GetString(bytes);
    }

    /// <summary>Takes the text up to the next newline off the front; null when there is no newline left.</summary>
    public static bool TryTakeLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        var end = rest.IndexOf('\n');
        line = end < 0 ? default : rest[..end];
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }

    /// <summary>As <see cref="TryTakeLine"/>, for a line that opens with a word and a space; gives what follows them.</summary>
    public static bool TryTakeField(ref ReadOnlySpan<char> rest, string word, out ReadOnlySpan<char> value)
    {
        if (TryTakeLine(ref rest, out var line) && line.StartsWith(word) && line.Length > word.Length && line[word.Length] == ' ')
        {
            value = line[(word.Length + 1)..];
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Decimal digits without sign or leading zero, at most <see cref="Bounds.MaxLogSize"/>.</summary>
    public static bool TryDecimal(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > DigitsOfMaxLogSize
            || text.ContainsAnyExceptInRange('0', '9')
            || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        value = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return value <= Bounds.MaxLogSize;
    }

    public static string Decimal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Base64 of RFC 4648 section 4, padded; null for spaces, missing padding or set bits behind the last byte.</summary>
    public static byte[]? Base64(ReadOnlySpan<char> text, int maxBytes)
    {
        if (text.IsEmpty || text.Length > (maxBytes + 2) / 3 * 4)
        {
            return null;
        }

        var bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out var written) || written > maxBytes)
        {
            return null;
        }

        // The library skips spaces and ignores the unused bits of the last character; writing it again tells.
        return text.SequenceEqual(Convert.ToBase64String(bytes.AsSpan(0, written))) ? bytes[..written] : null;
    }

    /// <summary>Origin, key name or cosigner's name: printable ASCII without space and plus. Narrower than C2SP signed-note, which
    /// lets any letter in: names that only look alike must not pass for one another.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Bounds.MaxNameLength && !text.ContainsAnyExceptInRange('!', '~') && !text.Contains('+');

    public static bool IsOwn(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Bounds.MaxOwnLength && !text.ContainsAnyExceptInRange(' ', '~');
}
