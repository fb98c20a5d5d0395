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

    /// <summary>The detail's bytes under a fresh salt of 16 bytes.</summary>
    public byte[] EncodeDetail(byte[] salt) => Cbor.Encode((Record: this, Salt: salt), static (writer, detail) =>
    {
        writer.WriteStartArray(4);
        writer.WriteByteString(detail.Salt);
        writer.WriteTextString(detail.Record.Entry);
        writer.WriteTextString(detail.Record.Note);
        writer.WriteTextString(detail.Record.Key);
        writer.WriteEndArray();
    });

    /// <summary>The leaf over that detail.</summary>
    public byte[] EncodeLeaf(byte[] detail) => Cbor.Encode((Record: this, Detail: Digest.Of(detail)), static (writer, leaf) =>
    {
        writer.WriteStartArray(5);
        writer.WriteUInt64((ulong)leaf.Record.At.UnixMilliseconds);
        writer.WriteUInt32((uint)leaf.Record.Act);
        writer.WriteTextString(leaf.Record.Officer);
        writer.WriteOptional(leaf.Record.Line?.Value);
        writer.WriteDigest(leaf.Detail);
        writer.WriteEndArray();
    });

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
