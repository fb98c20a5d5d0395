namespace Parley.Volumes.Texts;

/// <summary>Takes a text line by line, each as its words, which single spaces part.</summary>
internal sealed class LineReader(string text)
{
    /// <summary>Words of a line: more than any line has.</summary>
    private const int Words = 16;

    /// <summary>Characters of the word that begins a line.</summary>
    private const int LongestWord = 16;

    private int _from;

    /// <summary>The number of the line that was taken last, from 1; of the first when none was.</summary>
    public int At { get; private set; } = 1;

    public bool AtEnd => _from == text.Length;

    /// <summary>The first word of the line that comes; empty at the end.</summary>
    public string Next
    {
        get
        {
            var rest = text.AsSpan(_from);
            var end = rest.IndexOfAny(' ', '\n');
            return end is < 0 or > LongestWord ? "" : rest[..end].ToString();
        }
    }

    /// <summary>The words of the line that comes; none at the end, or when it does not end with a line feed.</summary>
    public string[] Take()
    {
        if (_from > 0)
            At++;
        var end = text.AsSpan(_from).IndexOf('\n');
        if (end < 0)
            return [];
        var words = text.Substring(_from, end).Split(' ', Words);
        _from += end + 1;
        return words;
    }
}
