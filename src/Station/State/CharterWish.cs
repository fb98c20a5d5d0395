using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.State;

/// <summary>Which word on the charter of a line: its kind, and the hash of the charter that it is about, or empty.</summary>
internal readonly record struct CharterWishId(LineId Line, string Kind, string Subject) : IComparable<CharterWishId>
{
    /// <inheritdoc/>
    public int CompareTo(CharterWishId other)
    {
        var c = Line.CompareTo(other.Line);
        c = c != 0 ? c : string.CompareOrdinal(Kind, other.Kind);
        return c != 0 ? c : string.CompareOrdinal(Subject, other.Subject);
    }

    /// <summary>The id of its document: line, kind and subject separated by slashes.</summary>
    public override string ToString() => $"{Line}/{Kind}/{Subject}";

    public static CharterWishId? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3 && LineId.Parse(parts[0]) is { } line && EntryKind.IsCharter(parts[1]) && (parts[2].Length == 0 || IsHash(parts[2]))
            ? new CharterWishId(line, parts[1], parts[2])
            : null;
    }

    private static bool IsHash(string text) =>
        text.Length == 2 * Crypto.Digest.Size && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");

    public static bool operator <(CharterWishId left, CharterWishId right) => left.CompareTo(right) < 0;

    public static bool operator >(CharterWishId left, CharterWishId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CharterWishId left, CharterWishId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CharterWishId left, CharterWishId right) => left.CompareTo(right) >= 0;
}

/// <summary>Who asked first for a word on a charter, when, and how many charters were in force then. Saved as one document: [officer, time, charters].</summary>
internal sealed record CharterWish(string Officer, Timestamp At, int Charters)
{
    private const int MaxDocument = 1024;

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(3);
        writer.WriteTextString(Officer);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteUInt32((uint)Charters);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static CharterWish? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(3);
        var wish = new CharterWish(reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time(), reader.UpTo(int.MaxValue));
        reader.ReadEndArray();
        return wish;
    });
}
