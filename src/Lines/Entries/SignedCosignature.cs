using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Entries;

/// <summary>A member's receipt: its signature with time over a checkpoint that it verified and recorded. It names the indexes whose contents
/// are absent or unreadable there, and (<see cref="Own"/>) how far the cosigner's own two lanes reached then. In binary:
/// [checkpoint without its signature, by, time, own generation, own urgent size, own ordinary size, lacks, signature].</summary>
public sealed record SignedCosignature(
    FeedId Feed, SuiteId Suite, LogHead Head, LogHead Journal, PartyId By, Timestamp Time, HeadRow Own, RangeSet Lacks, byte[] Signature)
{
    private const int SignatureSize = 8192;
    private const int LacksLength = 32 * 1024;
    private const int EncodedSize = SignatureSize + LacksLength + 512;

    /// <summary>The text that is signed: our own first lines, then the body of the checkpoint.</summary>
    public byte[] SignedText() => TextOf(Feed, Suite, Head, Journal, By, Time, Own, Lacks);

    public bool Verify(VerifyingKey key) => key.Verify(SignedText(), Signature);

    public static SignedCosignature Sign(SignedCheckpoint over, PartyId by, Timestamp time, HeadRow own, RangeSet lacks, SuiteId suite, SigningKey key) =>
        new(over.Feed, over.Suite, over.Head, over.Journal, by, time, own, lacks, key.Sign(TextOf(over.Feed, over.Suite, over.Head, over.Journal, by, time, own, lacks)));

    private static byte[] TextOf(
        FeedId feed, SuiteId suite, LogHead head, LogHead journal, PartyId by, Timestamp time, HeadRow own, RangeSet lacks)
    {
        var token = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{own.Generation}:{own.Urgent}:{own.Ordinary}");
        return new Cosignature(by.ToString(), time, token, lacks).ToSignedText(new Checkpoint(feed.Origin(suite), head, journal));
    }

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(12);
        writer.WriteUInt32(Suite.Number);
        writer.WriteUInt64((ulong)Head.Size);
        writer.WriteDigest(Head.Root);
        writer.WriteUInt64((ulong)Journal.Size);
        writer.WriteDigest(Journal.Root);
        writer.WriteTextString(By.ToString());
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteByteString(Own.Generation.ToArray());
        writer.WriteUInt64((ulong)Own.Urgent);
        writer.WriteUInt64((ulong)Own.Ordinary);
        writer.WriteTextString(Lacks.ToString());
        writer.WriteByteString(Signature);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else.</summary>
    public static SignedCosignature? Parse(ReadOnlyMemory<byte> bytes, FeedId feed) => Cbor.Read(bytes, EncodedSize, reader =>
    {
        reader.ArrayOf(12);
        var suite = new SuiteId((byte)reader.UpTo(255));
        var head = new LogHead(reader.Count(), reader.Digest());
        var journal = new LogHead(reader.Count(), reader.Digest());
        if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } by)
            return null;
        var time = reader.Time();
        var own = new HeadRow(by, GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.Count());
        var lacks = RangeSet.Parse(reader.Text(LacksLength));
        var signature = reader.BytesUpTo(SignatureSize);
        reader.ReadEndArray();
        return lacks is null || !head.IsWellFormed || !journal.IsWellFormed || head.Size == 0 || lacks.End > head.Size
            ? null
            : new SignedCosignature(feed, suite, head, journal, by, time, own, lacks, signature);
    });

    /// <inheritdoc/>
    public bool Equals(SignedCosignature? other) => other is not null && Feed == other.Feed && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Feed, Head, By);
}
