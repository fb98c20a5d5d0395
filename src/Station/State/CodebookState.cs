using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Codebooks;

namespace Parley.Station.State;

/// <summary>Who said something, and when.</summary>
internal sealed record OfficerWord(string Officer, Timestamp At);

/// <summary>A codebook as kept here. Saved as one document under its hash: [encoding, officer who added it, time, officer who certified it or null, time or null].</summary>
internal sealed record CodebookState(Codebook Book, OfficerWord Added, OfficerWord? Certified)
{
    private const int MaxDocument = Parley.Lines.Bounds.CodebookSize + 1024;

    public CodebookRef Named { get; } = Book.Named();

    public Digest Hash => Named.Hash;

    public byte[] Encode()
    {
        var writer = Cbor.Writer(4096);
        writer.WriteStartArray(5);
        writer.WriteByteString(Book.Encode());
        writer.WriteTextString(Added.Officer);
        writer.WriteUInt64((ulong)Added.At.UnixMilliseconds);
        if (Certified is { } certified)
        {
            writer.WriteTextString(certified.Officer);
            writer.WriteUInt64((ulong)certified.At.UnixMilliseconds);
        }
        else
        {
            writer.WriteNull();
            writer.WriteNull();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    public static CodebookState? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(5);
        if (Codebook.Parse(reader.BytesUpTo(Parley.Lines.Bounds.CodebookSize)) is not { } book)
            return null;
        var added = new OfficerWord(reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time());
        OfficerWord? certified = null;
        if (reader.PeekState() == CborReaderState.Null)
        {
            reader.ReadNull();
            reader.ReadNull();
        }
        else
        {
            certified = new OfficerWord(reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time());
        }

        reader.ReadEndArray();
        return new CodebookState(book, added, certified);
    });
}
