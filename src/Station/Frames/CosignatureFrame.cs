using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Entries;

namespace Parley.Station.Frames;

/// <summary>A member's cosignature for a station that does not hold the head which it is over: it goes in front of entries under a key that their
/// author has revoked, and is what they are taken for. [line, party, generation, lane, cosignature].</summary>
public sealed record CosignatureFrame(FeedId Feed, SignedCosignature Signed) : Frame
{
    internal const byte TypeByte = 6;
    private const int CosignatureSize = 64 * 1024;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(5);
        WriteFeed(writer, Feed);
        writer.WriteByteString(Signed.Encode());
        writer.WriteEndArray();
    }

    internal static CosignatureFrame? Read(CborReader reader)
    {
        reader.ArrayOf(5);
        var feed = ReadFeed(reader);
        var signed = SignedCosignature.Parse(reader.BytesUpTo(CosignatureSize), feed);
        reader.ReadEndArray();
        return signed is null ? null : new CosignatureFrame(feed, signed);
    }
}
