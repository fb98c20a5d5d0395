using System.Globalization;
using System.Text;

namespace Parley.Lines;

/// <summary>Lines of an iCalendar file (RFC 5545).</summary>
public static class CalendarText
{
    private const int FoldedOctets = 75;

    /// <summary>Adds a line: at most 75 octets without its end, never folded within a character (RFC 5545, section 3.1).</summary>
    public static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > FoldedOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>Words as a value of type TEXT (RFC 5545, section 3.3.11).</summary>
    public static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>An instant, UTC, to the second.</summary>
    public static string Utc(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
