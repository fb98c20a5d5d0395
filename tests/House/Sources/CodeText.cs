using System.Text;

namespace Parley.House.Tests.Sources;

/// <summary>C# text with comments and literals blanked, so that a rule about code is not broken by words about it. Line breaks stay.</summary>
public static class CodeText
{
    public static string Of(string text)
    {
        var code = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var end = EndOfBlank(text, at);
            if (end == at)
            {
                code.Append(text[at++]);
                continue;
            }

            for (; at < end; at++)
                code.Append(text[at] == '\n' ? '\n' : ' ');
        }

        return code.ToString();
    }

    /// <summary>Where the comment or literal that begins here ends; <paramref name="at"/> itself when none does.</summary>
    private static int EndOfBlank(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            return After(text, "\n", at + 2, keep: true);
        if (rest.StartsWith("/*"))
            return After(text, "*/", at + 2);
        if (rest.StartsWith("\"\"\""))
            return After(text, "\"\"\"", at + 3);
        if (rest.StartsWith("@\"") || rest.StartsWith("$@\""))
            return EndOfVerbatim(text, text.IndexOf('"', at) + 1);
        if (rest[0] == '"')
            return EndOfPlain(text, at + 1, '"');
        return rest[0] == '\'' ? EndOfPlain(text, at + 1, '\'') : at;
    }

    private static int After(string text, string mark, int from, bool keep = false)
    {
        var found = text.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : keep ? found : found + mark.Length;
    }

    private static int EndOfVerbatim(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '"')
                at++;
            else
                return at + 1;
        }

        return text.Length;
    }

    private static int EndOfPlain(string text, int at, char quote)
    {
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == quote)
                return at + 1;
        }

        return Math.Min(at, text.Length);
    }
}
