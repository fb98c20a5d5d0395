using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Frames;

/// <summary>A cosignature on its way to the author of the feed: what the author knows (root and journal head at that size) is left out.
/// [line, party, generation, lane, size, by, time, own generation, own urgent, own ordinary, lacks, signature].</summary>
public sealed record ReceiptFrame(FeedId Feed, long Size, PartyId By, Timestamp Time, HeadRow Own, RangeSet Lacks, byte[] Signature) : Frame
{
    internal const byte TypeByte = 3;
    private const int SignatureSize = 8192;
    private const int LacksLength = 34 * 1024;

    private protected override byte Type => TypeByte;

    public static ReceiptFrame Of(SignedCosignature signed) =>
        new(signed.Feed, signed.Head.Size, signed.By, signed.Time, signed.Own, signed.Lacks, signed.Signature);

    /// <summary>The whole cosignature, over the checkpoint that the author signed at that size.</summary>
    public SignedCosignature Over(SignedCheckpoint checkpoint) =>
        new(Feed, checkpoint.Suite, checkpoint.Head, checkpoint.Journal, By, Time, Own, Lacks, Signature);

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(12);
        WriteFeed(writer, Feed);
        writer.WriteUInt64((ulong)Size);
        writer.WriteTextString(By.ToString());
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteByteString(Own.Generation.ToArray());
        writer.WriteUInt64((ulong)Own.Urgent);
        writer.WriteUInt64((ulong)Own.Ordinary);
        writer.WriteTextString(Lacks.ToString());
        writer.WriteByteString(Signature);
        writer.WriteEndArray();
    }

    internal static ReceiptFrame? Read(CborReader reader)
    {
        reader.ArrayOf(12);
        var feed = ReadFeed(reader);
        var size = reader.Count();
        if (PartyId.Parse(reader.Text(Lines.Bounds.PartyIdLength)) is not { } by)
            return null;
        var time = reader.Time();
        var own = new HeadRow(by, GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.Count());
        var lacks = RangeSet.Parse(reader.Text(LacksLength));
        var signature = reader.BytesUpTo(SignatureSize);
        reader.ReadEndArray();
        return size == 0 || lacks is null || lacks.End > size ? null : new ReceiptFrame(feed, size, by, time, own, lacks, signature);
    }
}
