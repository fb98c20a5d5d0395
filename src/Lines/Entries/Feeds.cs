using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Lines.Entries;

/// <summary>Which of a party's two logs on a line an entry stands in. <see cref="Urgent"/> holds flash, charter and key entries,
/// <see cref="Ordinary"/> the rest, so that nothing ever stands before a flash.</summary>
public enum Lane
{
    Urgent = 0,
    Ordinary = 1,
}

/// <summary>How soon a message must be seen, most urgent first.</summary>
public enum Precedence
{
    Flash = 0,
    Immediate = 1,
    Priority = 2,
    Routine = 3,
}

/// <summary>What an entry's words are meant as. Exercise is no status: it is a mode of the line.</summary>
public enum Status
{
    Actual = 0,
    Test = 1,
    System = 2,
}

/// <summary>A feed's life between restores: 16 random bytes.</summary>
public readonly record struct GenerationId(UInt128 Value) : IComparable<GenerationId>
{
    public const int Size = 16;

    public static GenerationId From(ReadOnlySpan<byte> bytes) => new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    public static GenerationId? Parse(string text) =>
        text.Length == 2 * Size && !text.AsSpan().ContainsAnyExcept("0123456789abcdef")
            ? From(Convert.FromHexString(text))
            : null;

    /// <inheritdoc/>
    public int CompareTo(GenerationId other) => Value.CompareTo(other.Value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(GenerationId left, GenerationId right) => left.CompareTo(right) < 0;

    public static bool operator >(GenerationId left, GenerationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(GenerationId left, GenerationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(GenerationId left, GenerationId right) => left.CompareTo(right) >= 0;
}

/// <summary>One append-only log: a party's words on one line, in one generation and lane.</summary>
public readonly record struct FeedId(LineId Line, PartyId Party, GenerationId Generation, Lane Lane) : IComparable<FeedId>
{
    /// <summary>The first line of this feed's checkpoints: it binds format, suite, line, party, generation and lane.</summary>
    public string Origin(SuiteId suite) => $"parley/1/{suite}/{Line}/{Party}/{Generation}/{LaneName}";

    public string LaneName => Lane == Lane.Urgent ? "urgent" : "ordinary";

    /// <summary>The other lane of the same party and generation.</summary>
    public FeedId Sibling => this with { Lane = Lane == Lane.Urgent ? Lane.Ordinary : Lane.Urgent };

    /// <inheritdoc/>
    public int CompareTo(FeedId other)
    {
        var c = Line.CompareTo(other.Line);
        c = c != 0 ? c : Party.CompareTo(other.Party);
        c = c != 0 ? c : Generation.CompareTo(other.Generation);
        return c != 0 ? c : Lane.CompareTo(other.Lane);
    }

    /// <summary>Line, party, generation and lane separated by slashes; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => $"{Line}/{Party}/{Generation}/{LaneName}";

    public static FeedId? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 4 || LineId.Parse(parts[0]) is not { } line || PartyId.Parse(parts[1]) is not { } party ||
            GenerationId.Parse(parts[2]) is not { } generation)
            return null;
        return parts[3] switch
        {
            "urgent" => new FeedId(line, party, generation, Lane.Urgent),
            "ordinary" => new FeedId(line, party, generation, Lane.Ordinary),
            _ => null,
        };
    }

    public static bool operator <(FeedId left, FeedId right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedId left, FeedId right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedId left, FeedId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedId left, FeedId right) => left.CompareTo(right) >= 0;
}
