using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Lines.Entries;

/// <summary>The clear half of an entry and the whole of its leaf: an array of 16 CBOR items, the digest of the sealed content last.
/// <paramref name="Held"/> states the feeds recorded at the author's when it was appended, its own included (own lane = index);
/// <paramref name="Seen"/> those shown to the officer who last approved the text.</summary>
public sealed record EntryHeader(
    FeedId Feed,
    long Index,
    int CharterVersion,
    Timestamp Time,
    Precedence Precedence,
    Status Status,
    string Kind,
    IReadOnlyList<EntryRef> Regards,
    Heads Held,
    Heads Seen,
    Digest Commitment,
    Digest Content)
{
    private const int FormatVersion = 1;
    private const int PrefixItems = 15;

    public EntryRef Ref => EntryRef.Of(Feed, Index);

    /// <summary>The kind by which a store lists the entry; null when entries of its kind are not listed.</summary>
    public string? Listed => EntryKind.IsListed(Kind) ? Kind : null;

    /// <summary>The whole header: the bytes of the leaf.</summary>
    public byte[] Encode() => Complete(EncodePrefix(), Content);

    /// <summary>The header without its last field: associated data of the content, and input of its key.</summary>
    public byte[] EncodePrefix() => Cbor.Encode(this, static (writer, header) => header.WritePrefix(writer));

    /// <summary>The whole header from its prefix: one item more in the array, the digest at its end.</summary>
    public static byte[] Complete(ReadOnlySpan<byte> prefix, Digest content)
    {
        var whole = new byte[prefix.Length + 2 + Digest.Size];
        prefix.CopyTo(whole);
        whole[0]++;
        whole[prefix.Length] = 0x58;
        whole[prefix.Length + 1] = Digest.Size;
        content.CopyTo(whole.AsSpan(prefix.Length + 2));
        return whole;
    }

    private void WritePrefix(CborWriter writer)
    {
        writer.WriteStartArray(PrefixItems);
        writer.WriteUInt32(FormatVersion);
        writer.WriteDigest(Feed.Line.Value);
        writer.WriteTextString(Feed.Party.ToString());
        writer.WriteByteString(Feed.Generation.ToArray());
        writer.WriteUInt32((uint)Feed.Lane);
        writer.WriteUInt64((ulong)Index);
        writer.WriteUInt32((uint)CharterVersion);
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteUInt32((uint)Precedence);
        writer.WriteUInt32((uint)Status);
        writer.WriteTextString(Kind);
        writer.WriteStartArray(Regards.Count);
        foreach (var regard in Regards)
            regard.Write(writer);
        writer.WriteEndArray();
        Held.Write(writer);
        Seen.Write(writer);
        writer.WriteDigest(Commitment);
        writer.WriteEndArray();
    }

    /// <summary>Reads one header; null when it is not the encoding of one. A kind this version does not know is read all the same.</summary>
    public static EntryHeader? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.HeaderSize, ReadOne);

    private static EntryHeader? ReadOne(CborReader reader)
    {
        reader.ArrayOf(PrefixItems + 1);
        if (reader.UpTo(FormatVersion) != FormatVersion)
            return null;
        var line = new LineId(reader.Digest());
        if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party)
            return null;
        var feed = new FeedId(line, party, GenerationId.From(reader.Bytes(GenerationId.Size)), (Lane)reader.UpTo(1));
        var index = reader.Count();
        var charter = reader.UpTo(int.MaxValue);
        var time = reader.Time();
        var precedence = (Precedence)reader.UpTo(3);
        var status = (Status)reader.UpTo(2);
        var kind = reader.Text(Bounds.KindLength);
        if (!EntryKind.IsWellFormed(kind))
            return null;
        var regards = new EntryRef[reader.ArrayUpTo(Bounds.Regards)];
        for (var i = 0; i < regards.Length; i++)
        {
            regards[i] = EntryRef.Read(reader);
            if (i > 0 && regards[i - 1].CompareTo(regards[i]) >= 0)
                return null;
        }

        reader.ReadEndArray();
        var held = Heads.Read(reader);
        var seen = Heads.Read(reader);
        var header = new EntryHeader(feed, index, charter, time, precedence, status, kind, regards, held, seen, reader.Digest(), reader.Digest());
        reader.ReadEndArray();
        return held.SizeOf(party, feed.Generation, feed.Lane) == index ? header : null;
    }

    /// <inheritdoc/>
    public bool Equals(EntryHeader? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Feed, Index, Commitment, Content);
}
