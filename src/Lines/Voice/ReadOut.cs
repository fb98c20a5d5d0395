using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Parley.Crypto;

namespace Parley.Lines.Voice;

/// <summary>A line to read out, and five digits over it.</summary>
public sealed record ReadOutLine(string Words, string Check);

/// <summary>What a listener's groups say of what he wrote down.</summary>
/// <param name="Wrong">Lines, from 0, whose group does not fit: to be asked for again.</param>
/// <param name="IsWhole">The closing group fits: no line is missing, doubled or out of place, and it is about the same thing.</param>
public sealed record ReadOutFinding(IReadOnlyList<int> Wrong, bool IsWhole)
{
    public bool IsRight => Wrong.Count == 0 && IsWhole;
}

/// <summary>A text in short lines for the voice, each with a check group of five digits, and one group that closes it all. The listener writes the lines down, his
/// side computes the groups anew, and the line that was misheard is the one whose group differs: of a hundred thousand errors one is missed.</summary>
/// <remarks>Groups are over letters and digits alone, small, with one space for whatever stands between them: nobody dictates commas.</remarks>
public sealed record ReadOut(IReadOnlyList<ReadOutLine> Lines, string Closing)
{
    private static readonly byte[] LineContext = "parley/1/read-out/line\n"u8.ToArray();
    private static readonly byte[] ClosingContext = "parley/1/read-out/closing\n"u8.ToArray();

    /// <summary>Any text, cut at its own line ends and into pieces of at most 40 characters, between words where it can be.</summary>
    public static ReadOut Of(string text) => Of([.. text.Split('\n').SelectMany(Pieces)], null);

    /// <param name="about">What the lines are about and nobody reads out, such as the hash of a codebook; the closing group covers it.</param>
    public static ReadOut Of(IReadOnlyList<string> lines, Digest? about) =>
        new([.. lines.Select((words, i) => new ReadOutLine(words, Group(LineDigest(i, words))))], ClosingOf(lines, about));

    /// <summary>Holds lines that were written down against the groups that were heard with them.</summary>
    public ReadOutFinding Verify(Digest? about = null)
    {
        var right = Of([.. Lines.Select(l => l.Words)], about);
        return new ReadOutFinding(
            [.. Enumerable.Range(0, Lines.Count).Where(i => right.Lines[i].Check != DigitsOf(Lines[i].Check))], right.Closing == DigitsOf(Closing));
    }

    /// <summary>SHA-256(context, place as 2 bytes, the line in its bare form).</summary>
    private static Digest LineDigest(int place, string words)
    {
        var at = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(at, checked((ushort)place));
        return Digest.Of([.. LineContext, .. at], Encoding.UTF8.GetBytes(Bare(words)));
    }

    /// <summary>SHA-256(context, SHA-256 of what it is about or 32 zeros, the digests of the lines in order).</summary>
    private static string ClosingOf(IReadOnlyList<string> lines, Digest? about)
    {
        List<byte> input = [.. ClosingContext, .. (about ?? default).ToArray()];
        for (var i = 0; i < lines.Count; i++)
            input.AddRange(LineDigest(i, lines[i]).ToArray());
        return Group(Digest.Of(input.ToArray()));
    }

    /// <summary>The first 5 bytes, big-endian, modulo 100000.</summary>
    private static string Group(Digest digest)
    {
        var bytes = digest.ToArray();
        var value = (((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 8) | bytes[4]) % 100_000;
        return value.ToString("D5", CultureInfo.InvariantCulture);
    }

    /// <summary>Letters, marks and digits (of any script, as 0 to 9), in lower case; one space for every run of anything else.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isDigit = Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
            if (!isDigit && !IsLetterOrMark(rune))
            {
                gap = bare.Length > 0;
                continue;
            }

            if (gap)
                bare.Append(' ');
            gap = false;
            bare.Append(isDigit ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : Rune.ToLowerInvariant(rune).ToString());
        }

        return bare.ToString();
    }

    private static bool IsLetterOrMark(Rune rune) =>
        Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>What was heard as digits, whatever was written between them.</summary>
    private static string DigitsOf(string heard) => string.Concat(heard.Where(char.IsAsciiDigit));

    private static IEnumerable<string> Pieces(string line)
    {
        var rest = line.Trim();
        while (rest.Length > Bounds.ReadOutLine)
        {
            var cut = rest.LastIndexOf(' ', Bounds.ReadOutLine);
            if (cut <= 0)
                cut = Bounds.ReadOutLine - (char.IsHighSurrogate(rest[Bounds.ReadOutLine - 1]) ? 1 : 0);
            yield return rest[..cut];
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
            yield return rest;
    }
}
