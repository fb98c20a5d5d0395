using Parley.Crypto;

namespace Parley.Lines.Charters;

/// <summary>A line's name for ever: the hash of its first charter, nonce included.</summary>
public readonly record struct LineId(Digest Value) : IComparable<LineId>
{
    /// <inheritdoc/>
    public int CompareTo(LineId other) => Value.CompareTo(other.Value);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();

    public static LineId? Parse(string text) => Digest.TryParseHex(text, out var digest) ? new LineId(digest) : null;

    public static bool operator <(LineId left, LineId right) => left.CompareTo(right) < 0;

    public static bool operator >(LineId left, LineId right) => left.CompareTo(right) > 0;

    public static bool operator <=(LineId left, LineId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LineId left, LineId right) => left.CompareTo(right) >= 0;
}

/// <summary>What a line is for.</summary>
public enum LineKind
{
    Hot = 0,
    Warm = 1,
    Deconfliction = 2,
    Direct = 3,
    Operator = 4,
}

/// <summary>Whether words on a line are meant. Fixed in the line id, so it cannot be stripped.</summary>
public enum LineMode
{
    Live = 0,
    Exercise = 1,
}
