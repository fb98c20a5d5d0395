using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines;
using Parley.Lines.Notices;

namespace Parley.Station.State;

/// <summary>A notice format as kept here. Saved as one document under its hash: [encoding, officer who added it or null, time or null].</summary>
/// <param name="Added">Null: it came with the program, and a charter named it.</param>
internal sealed record FormatState(NoticeFormat Format, OfficerWord? Added)
{
    private const int MaxDocument = Parley.Lines.Bounds.FormatSize + 1024;

    public FormatRef Named { get; } = FormatRef.Of(Format);

    public Digest Hash => Named.Hash;

    public byte[] Encode()
    {
        var writer = Cbor.Writer(4096);
        writer.WriteStartArray(3);
        writer.WriteByteString(Format.Encode());
        if (Added is { } added)
        {
            writer.WriteTextString(added.Officer);
            writer.WriteUInt64((ulong)added.At.UnixMilliseconds);
        }
        else
        {
            writer.WriteNull();
            writer.WriteNull();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    public static FormatState? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(3);
        if (NoticeFormat.Parse(reader.BytesUpTo(Parley.Lines.Bounds.FormatSize)) is not { } format)
            return null;
        OfficerWord? added = null;
        if (reader.PeekState() == CborReaderState.Null)
        {
            reader.ReadNull();
            reader.ReadNull();
        }
        else
        {
            added = new OfficerWord(reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time());
        }

        reader.ReadEndArray();
        return new FormatState(format, added);
    });
}
