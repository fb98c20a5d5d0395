using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Lines.Messages;

/// <summary>Step 1 of the road: words that nobody has released. Saved as one document.</summary>
/// <param name="Id">32 hexadecimal digits, random.</param>
/// <param name="Author">The officer who wrote it.</param>
public sealed record Draft(
    string Id,
    LineId Line,
    string Author,
    Timestamp At,
    Precedence Precedence,
    Status Status,
    IReadOnlyList<EntryRef> Regards,
    Words Words,
    IReadOnlyList<Approval> Approvals)
{
    private const int EncodedSize = Bounds.ContentSize + (16 * 1024);

    /// <summary>SHA-256 of everything that an officer approves: what is shown is what is released.</summary>
    public Digest Revision() => Digest.Of(Encode(withApprovals: false));

    public byte[] Encode() => Encode(withApprovals: true);

    private byte[] Encode(bool withApprovals) =>
        Cbor.Encode((Draft: this, withApprovals), static (writer, d) => d.Draft.Write(writer, d.withApprovals));

    private void Write(System.Formats.Cbor.CborWriter writer, bool withApprovals)
    {
        writer.WriteStartArray(9);
        writer.WriteTextString(Id);
        writer.WriteDigest(Line.Value);
        writer.WriteTextString(Author);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteUInt32((uint)Precedence);
        writer.WriteUInt32((uint)Status);
        writer.WriteStartArray(Regards.Count);
        foreach (var regard in Regards)
            regard.Write(writer);
        writer.WriteEndArray();
        Words.Write(writer);
        writer.WriteStartArray(withApprovals ? Approvals.Count : 0);
        foreach (var approval in withApprovals ? Approvals : [])
        {
            writer.WriteStartArray(3);
            writer.WriteTextString(approval.Officer);
            writer.WriteUInt64((ulong)approval.At.UnixMilliseconds);
            approval.Seen.Write(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    public static Draft? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, EncodedSize, static reader =>
    {
        reader.ArrayOf(9);
        var id = reader.Text(64);
        var line = new LineId(reader.Digest());
        var author = reader.Text(Bounds.OfficerNameLength);
        var at = reader.Time();
        var precedence = (Precedence)reader.UpTo(3);
        var status = (Status)reader.UpTo(2);
        var regards = new EntryRef[reader.ArrayUpTo(Bounds.Regards)];
        for (var i = 0; i < regards.Length; i++)
            regards[i] = EntryRef.Read(reader);
        reader.ReadEndArray();
        var words = Words.Read(reader);
        var approvals = new Approval[reader.ArrayUpTo(Bounds.Approvals)];
        for (var i = 0; i < approvals.Length; i++)
        {
            reader.ArrayOf(3);
            approvals[i] = new Approval(reader.Text(Bounds.OfficerNameLength), reader.Time(), Heads.Read(reader));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new Draft(id, line, author, at, precedence, status, regards, words, approvals);
    });
}

/// <summary>One officer's word that these very words may leave, and what of the transcript he had been shown.</summary>
public sealed record Approval(string Officer, Timestamp At, Heads Seen);
