using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;

namespace Parley.Station.Journals;

/// <summary>One record of the journal. The leaf, [time, act, officer, line or null, SHA-256 of the detail], stands in clear; the detail, [salt, entry,
/// note, key], stands sealed under the station's key. The officer is a name, or empty for the station itself.</summary>
/// <param name="Entry">An entry reference or draft id, or empty.</param>
/// <param name="Note">A few words, or empty.</param>
/// <param name="Key">The operation's idempotency key, or empty.</param>
public sealed record JournalRecord(Timestamp At, JournalAct Act, string Officer, LineId? Line, string Entry, string Note, string Key)
{
    private const int LeafSize = 512;
    private const int DetailSize = 16 * 1024;
    private const int SaltSize = 16;

    /// <summary>The detail's bytes under a fresh salt.</summary>
    public byte[] EncodeDetail(ReadOnlySpan<byte> salt)
    {
        var writer = Cbor.Writer(128);
        writer.WriteStartArray(4);
        writer.WriteByteString(salt[..SaltSize]);
        writer.WriteTextString(Entry);
        writer.WriteTextString(Note);
        writer.WriteTextString(Key);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>The leaf over that detail.</summary>
    public byte[] EncodeLeaf(ReadOnlySpan<byte> detail)
    {
        var writer = Cbor.Writer(128);
        writer.WriteStartArray(5);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteUInt32((uint)Act);
        writer.WriteTextString(Officer);
        writer.WriteOptional(Line?.Value);
        writer.WriteDigest(Digest.Of(detail));
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>A record from its two halves; null when they do not fit each other.</summary>
    public static JournalRecord? Parse(byte[] leaf, byte[] detail)
    {
        var head = Cbor.Read(leaf, LeafSize, static reader =>
        {
            reader.ArrayOf(5);
            var record = new JournalRecord(
                reader.Time(),
                (JournalAct)reader.UpTo(1000),
                reader.Text(Lines.Bounds.OfficerNameLength),
                reader.Optional(static r => new LineId(r.Digest())),
                "",
                "",
                "");
            var digest = reader.Digest();
            reader.ReadEndArray();
            return Tuple.Create(record, digest);
        });
        if (head is null || head.Item2 != Digest.Of(detail))
            return null;
        return Cbor.Read(detail, DetailSize, reader =>
        {
            reader.ArrayOf(4);
            reader.Bytes(SaltSize);
            var record = head.Item1 with { Entry = reader.Text(1024), Note = reader.Text(4096), Key = reader.Text(64) };
            reader.ReadEndArray();
            return record;
        });
    }
}
