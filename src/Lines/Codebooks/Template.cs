namespace Parley.Lines.Codebooks;

/// <summary>A piece of a text with blanks.</summary>
/// <param name="Words">Words, or the name of a blank.</param>
public readonly record struct TemplatePart(string Words, bool IsBlank);

/// <summary>Texts with blanks, <c>{name}</c>. There is no way to write a brace that is none.</summary>
public static class Template
{
    /// <summary>The pieces in order; null when a brace stands alone or a name is none.</summary>
    public static IReadOnlyList<TemplatePart>? Parts(string text)
    {
        var parts = new List<TemplatePart>();
        var rest = text;
        while (rest.Length > 0)
        {
            var open = rest.AsSpan().IndexOfAny('{', '}');
            if (open < 0)
                open = rest.Length;
            if (open > 0)
                parts.Add(new TemplatePart(rest[..open], false));
            rest = rest[open..];
            if (rest.Length == 0)
                break;
            var close = rest.IndexOf('}', StringComparison.Ordinal);
            if (close <= 0 || !IsName(rest[1..close]))
                return null;
            parts.Add(new TemplatePart(rest[1..close], true));
            rest = rest[(close + 1)..];
        }

        return parts;
    }

    /// <summary>1 to 16 of <c>a-z</c>.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= Bounds.BlankNameLength && name.All(char.IsAsciiLetterLower);
}
