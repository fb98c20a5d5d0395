using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Entries;

namespace Parley.Station.Frames;

/// <summary>What stations say to each other over any circuit. One byte of type, then deterministic CBOR. A reader refuses every other
/// encoding of the same thing.</summary>
public abstract record Frame
{
    private protected Frame()
    {
    }

    private protected abstract byte Type { get; }

    private protected abstract void Write(CborWriter writer);

    /// <summary>The bytes that travel.</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(1024);
        Write(writer);
        var bytes = new byte[writer.BytesWritten + 1];
        bytes[0] = Type;
        writer.Encode(bytes.AsSpan(1));
        return bytes;
    }

    /// <summary>Reads one frame; null when the bytes are none, with the reason.</summary>
    public static Frame? Parse(ReadOnlyMemory<byte> bytes, out FrameRefusal refusal)
    {
        refusal = FrameRefusal.Malformed;
        if (bytes.Length < 2)
            return null;
        if (bytes.Length > Bounds.FrameSize)
        {
            refusal = FrameRefusal.TooLarge;
            return null;
        }

        var body = bytes[1..];
        Frame? frame;
        switch (bytes.Span[0])
        {
            case BatchFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, BatchFrame.Read);
                break;
            case ContentsFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, ContentsFrame.Read);
                break;
            case ReceiptFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, ReceiptFrame.Read);
                break;
            case BeaconFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, BeaconFrame.Read);
                break;
            case HandoverFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, HandoverFrame.Read);
                break;
            case CosignatureFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, CosignatureFrame.Read);
                break;
            case WantFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, WantFrame.Read);
                break;
            case ChunkFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, ChunkFrame.Read);
                break;
            case ThrottleFrame.TypeByte:
                frame = Cbor.Read(body, Bounds.FrameSize, ThrottleFrame.Read);
                break;
            default:
                refusal = FrameRefusal.UnknownType;
                return null;
        }

        // Headers and heads travel compressed, so the one encoding of a frame is checked by writing it again.
        return frame is not null && frame.Encode().AsSpan().SequenceEqual(bytes.Span) ? frame : null;
    }

    /// <summary>Whether these bytes begin like entries or contents of an ordinary lane. Looks at the first few alone, so that whoever sends too many costs no more than
    /// that; what is none is found out when it is read.</summary>
    public static bool IsOrdinary(ReadOnlySpan<byte> bytes)
    {
        // Type, the head of the array, and the line with a head of two bytes.
        const int Party = 2 + 2 + Crypto.Digest.Size;
        const int LongText = 0x78;
        const int ShortText = 0x60;
        if (bytes.Length <= Party + 1 || bytes[0] is not (BatchFrame.TypeByte or ContentsFrame.TypeByte))
            return false;
        var lane = bytes[Party] == LongText ? Party + 2 + bytes[Party + 1] : Party + 1 + bytes[Party] - ShortText;
        lane += 1 + GenerationId.Size;
        return lane > Party && lane < bytes.Length && bytes[lane] == (byte)Lane.Ordinary;
    }

    private protected static void WriteFeed(CborWriter writer, FeedId feed)
    {
        writer.WriteDigest(feed.Line.Value);
        writer.WriteTextString(feed.Party.ToString());
        writer.WriteByteString(feed.Generation.ToArray());
        writer.WriteUInt32((uint)feed.Lane);
    }

    private protected static FeedId ReadFeed(CborReader reader)
    {
        var line = new Lines.Charters.LineId(reader.Digest());
        if (Lines.Parties.PartyId.Parse(reader.Text(Lines.Bounds.PartyIdLength)) is not { } party)
            throw new CborContentException("party");
        return new FeedId(line, party, GenerationId.From(reader.Bytes(GenerationId.Size)), (Lane)reader.UpTo(1));
    }
}
