using System.Globalization;

namespace Parley.Lines.Entries;

/// <summary>How people name a message of one party to each other: the letter of its lane, its index, and the first four digits of its generation, as in
/// <c>U12-3f0a</c>. Numbers of one party on one line are told apart by it unless two of its generations begin alike.</summary>
public readonly record struct MessageNumber(Lane Lane, long Index, string Generation)
{
    private const int Digits = 4;

    public static MessageNumber Of(GenerationId generation, Lane lane, long index) => new(lane, index, generation.ToString()[..Digits]);

    public static MessageNumber Of(EntryRef entry) => Of(entry.Generation, entry.Lane, entry.Index);

    /// <summary>Reads <c>U12-3f0a</c>, and <c>U12</c> for whatever generation; null for anything else.</summary>
    public static MessageNumber? Parse(string text)
    {
        var parts = text.Split('-');
        var generation = parts.Length == 2 ? parts[1] : "";
        if (parts.Length > 2 || parts[0].Length is < 2 or > 17 || (parts.Length == 2 && generation.Length != Digits) ||
            generation.AsSpan().ContainsAnyExcept("0123456789abcdef") ||
            !long.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > Bounds.FeedSize)
            return null;
        return parts[0][0] switch
        {
            'U' => new MessageNumber(Lane.Urgent, index, generation),
            'O' => new MessageNumber(Lane.Ordinary, index, generation),
            _ => null,
        };
    }

    /// <summary>Whether it can be that entry's.</summary>
    public bool Fits(EntryRef entry) =>
        entry.Lane == Lane && entry.Index == Index && entry.Generation.ToString().StartsWith(Generation, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Lane == Lane.Urgent ? 'U' : 'O')}{Index}{(Generation.Length == 0 ? "" : "-")}{Generation}");
}
