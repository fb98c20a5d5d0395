using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;

namespace Parley.Lines.Entries;

/// <summary>A feed's head, signed by its author. The signature is over <see cref="Checkpoint.ToBody"/>; on the wire and in the store the same
/// facts stand in binary: [suite, size, root, journal size, journal root, signature].</summary>
public sealed record SignedCheckpoint(FeedId Feed, SuiteId Suite, LogHead Head, LogHead Journal, byte[] Signature)
{
    private const int SignatureSize = 8192;
    private const int EncodedSize = SignatureSize + 256;

    public Checkpoint Checkpoint => new(Feed.Origin(Suite), Head, Journal);

    public static SignedCheckpoint Sign(FeedId feed, SuiteId suite, LogHead head, LogHead journal, SigningKey key) =>
        new(feed, suite, head, journal, key.Sign(new Checkpoint(feed.Origin(suite), head, journal).ToBody()));

    public bool Verify(VerifyingKey key) => key.Verify(Checkpoint.ToBody(), Signature);

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(6);
        writer.WriteUInt32(Suite.Number);
        writer.WriteUInt64((ulong)Head.Size);
        writer.WriteDigest(Head.Root);
        writer.WriteUInt64((ulong)Journal.Size);
        writer.WriteDigest(Journal.Root);
        writer.WriteByteString(Signature);
        writer.WriteEndArray();
    }

    public static SignedCheckpoint Read(CborReader reader, FeedId feed)
    {
        reader.ArrayOf(6);
        var suite = new SuiteId((byte)reader.UpTo(255));
        var head = new LogHead(reader.Count(), reader.Digest());
        var journal = new LogHead(reader.Count(), reader.Digest());
        var signature = reader.BytesUpTo(SignatureSize);
        reader.ReadEndArray();
        if (!head.IsWellFormed || !journal.IsWellFormed || head.Size == 0)
            Cbor.Refuse("head");
        return new SignedCheckpoint(feed, suite, head, journal, signature);
    }

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        Write(writer);
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else.</summary>
    public static SignedCheckpoint? Parse(ReadOnlyMemory<byte> bytes, FeedId feed) => Cbor.Read(bytes, EncodedSize, r => Read(r, feed));

    /// <inheritdoc/>
    public bool Equals(SignedCheckpoint? other) => other is not null && Feed == other.Feed && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Feed, Head);
}
