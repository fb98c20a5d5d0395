namespace Parley.Console.Words;

/// <summary>Parts lines of words and figures, so that places and times are written from left to right though the words around them run the other way: 54°30′N must not be read
/// as its mirror.</summary>
public static class FigureText
{
    /// <summary>Pieces in order; nothing is left out. A piece of figures begins with a letter or digit of ASCII and ends before the next letter of another script.</summary>
    public static IReadOnlyList<(bool IsFigure, string Text)> Pieces(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var pieces = new List<(bool, string)>();
        for (var at = 0; at < line.Length;)
        {
            var begin = at;
            while (at < line.Length && !IsFigure(line, at))
                at++;
            if (at > begin)
                pieces.Add((false, line[begin..at]));
            begin = at;
            while (at < line.Length && (char.IsAscii(line[at]) || !char.IsLetter(line[at])))
                at++;

            // Blanks and commas before the next word belong to the sentence.
            var end = at;
            while (end > begin && (line[end - 1] is ' ' or ',' or ';' or '(' || line[end - 1] == '–'))
                end--;
            if (end > begin)
                pieces.Add((true, line[begin..end]));
            if (at > end)
                pieces.Add((false, line[end..at]));
        }

        return pieces;
    }

    private static bool IsFigure(string line, int at) =>
        char.IsAsciiLetterOrDigit(line[at]) || (line[at] is '-' or '+' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]));
}
