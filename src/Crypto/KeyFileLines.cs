using System.Globalization;
using System.Text;

namespace Parley.Crypto;

/// <summary>The strict reading of a key file's lines: each form has one spelling.</summary>
internal static class KeyFileLines
{
    /// <summary>The three or four lines, each ended by one line feed, all of printable ASCII; null for anything else.</summary>
    public static string[]? Split(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty || file[^1] != '\n')
        {
            return null;
        }

        var text = file[..^1];
        var feeds = text.Count((byte)'\n');
        foreach (var b in text)
        {
            if (b != '\n' && b is < 0x20 or > 0x7e)
            {
                return null;
            }
        }

        return feeds is 2 or 3 ? Encoding.ASCII.GetString(text).Split('\n') : null;
    }

    /// <summary>Base64 (RFC 4648, section 4) with padding and zero spare bits; null for any other spelling.</summary>
    public static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var written))
        {
            return null;
        }

        Array.Resize(ref bytes, written);
        return Convert.ToBase64String(bytes) == text ? bytes : null;
    }

    /// <summary>A positive decimal number of at most nine digits without leading zero; null for anything else.</summary>
    public static int? Number(string text) =>
        text.Length is > 0 and <= 9 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
