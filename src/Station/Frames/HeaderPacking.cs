using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Frames;

/// <summary>A header as read from a frame, not yet whole: absent parts are those of the header before it.</summary>
internal sealed record PackedHeader(
    int? Charter,
    long TimeChange,
    Precedence? Precedence,
    Status? Status,
    string? Kind,
    IReadOnlyList<EntryRef> Regards,
    Heads? Held,
    Heads? Seen,
    Digest Commitment,
    Digest? Content);

/// <summary>Headers of one frame, compressed: each as [mask, time change, commitment, the parts that differ from the header before …]. Parties and
/// generations of `held` and `seen` stand once in a table. What a first header is compared with: charter 1, routine, actual, message, nothing
/// held or seen. `held` is compared with that before with its own lane moved on by one.</summary>
internal sealed class HeaderPacking
{
    private const int MaskCharter = 1;
    private const int MaskPrecedence = 2;
    private const int MaskStatus = 4;
    private const int MaskKind = 8;
    private const int MaskRegards = 16;
    private const int MaskHeld = 32;
    private const int MaskSeen = 64;
    private const int MaskContent = 128;
    private readonly FeedId feed;
    private readonly List<(PartyId Party, GenerationId Generation)> table;

    private HeaderPacking(FeedId feed, List<(PartyId, GenerationId)> table)
    {
        this.feed = feed;
        this.table = table;
    }

    public HeaderPacking(FeedId feed, IEnumerable<EntryHeader> headers)
        : this(feed, new List<(PartyId, GenerationId)>())
    {
        Heads? held = null;
        Heads? seen = null;
        foreach (var header in headers)
        {
            // Most headers of a batch share their heads with the one before; only rows that are new cost anything.
            if (!ReferenceEquals(held, header.Held))
                Collect(held = header.Held);
            if (!ReferenceEquals(seen, header.Seen))
                Collect(seen = header.Seen);
        }

        table.Sort(static (a, b) => a.Party.CompareTo(b.Party) is var c and not 0 ? c : a.Generation.CompareTo(b.Generation));
    }

    private void Collect(Heads heads)
    {
        foreach (var row in heads.Rows)
        {
            if (!table.Contains((row.Party, row.Generation)))
                table.Add((row.Party, row.Generation));
        }
    }

    public void WriteTable(CborWriter writer)
    {
        writer.WriteStartArray(table.Count);
        foreach (var (party, generation) in table)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(party.ToString());
            writer.WriteByteString(generation.ToArray());
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public static HeaderPacking ReadTable(CborReader reader, FeedId feed)
    {
        var count = reader.ArrayUpTo(Lines.Bounds.HeadRows * 2);
        var table = new List<(PartyId, GenerationId)>(count);
        for (var i = 0; i < count; i++)
        {
            reader.ArrayOf(2);
            if (PartyId.Parse(reader.Text(Lines.Bounds.PartyIdLength)) is not { } party)
                throw new CborContentException("party");
            table.Add((party, GenerationId.From(reader.Bytes(GenerationId.Size))));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        return new HeaderPacking(feed, table);
    }

    public void Write(CborWriter writer, EntryHeader header, EntryHeader? before, bool withContent)
    {
        var mask = (header.CharterVersion != (before?.CharterVersion ?? 1) ? MaskCharter : 0) |
            (header.Precedence != (before?.Precedence ?? Precedence.Routine) ? MaskPrecedence : 0) |
            (header.Status != (before?.Status ?? Status.Actual) ? MaskStatus : 0) |
            (header.Kind != (before?.Kind ?? EntryKind.Message) ? MaskKind : 0) |
            (header.Regards.Count > 0 ? MaskRegards : 0) |
            (!header.Held.Equals(ExpectedHeld(before)) ? MaskHeld : 0) |
            (!header.Seen.Equals(before?.Seen ?? Heads.None) ? MaskSeen : 0) |
            (withContent ? MaskContent : 0);
        writer.WriteStartArray(3 + System.Numerics.BitOperations.PopCount((uint)mask));
        writer.WriteUInt32((uint)mask);
        writer.WriteInt64(header.Time.UnixMilliseconds - (before?.Time.UnixMilliseconds ?? 0));
        writer.WriteDigest(header.Commitment);
        if ((mask & MaskCharter) != 0)
            writer.WriteUInt32((uint)header.CharterVersion);
        if ((mask & MaskPrecedence) != 0)
            writer.WriteUInt32((uint)header.Precedence);
        if ((mask & MaskStatus) != 0)
            writer.WriteUInt32((uint)header.Status);
        if ((mask & MaskKind) != 0)
            writer.WriteTextString(header.Kind);
        if ((mask & MaskRegards) != 0)
            WriteRegards(writer, header.Regards);
        if ((mask & MaskHeld) != 0)
            WriteHeads(writer, header.Held);
        if ((mask & MaskSeen) != 0)
            WriteHeads(writer, header.Seen);
        if ((mask & MaskContent) != 0)
            writer.WriteDigest(header.Content);
        writer.WriteEndArray();
    }

    public PackedHeader Read(CborReader reader)
    {
        var count = reader.ArrayUpTo(11);
        var mask = reader.UpTo(255);
        if (count != 3 + System.Numerics.BitOperations.PopCount((uint)mask))
            Cbor.Refuse("packed header");
        var time = reader.ReadInt64();
        var commitment = reader.Digest();
        int? charter = (mask & MaskCharter) != 0 ? reader.UpTo(int.MaxValue) : null;
        Precedence? precedence = (mask & MaskPrecedence) != 0 ? (Precedence)reader.UpTo(3) : null;
        Status? status = (mask & MaskStatus) != 0 ? (Status)reader.UpTo(2) : null;
        var kind = (mask & MaskKind) != 0 ? reader.Text(Lines.Bounds.KindLength) : null;
        IReadOnlyList<EntryRef> regards = (mask & MaskRegards) != 0 ? ReadRegards(reader) : [];
        var held = (mask & MaskHeld) != 0 ? ReadHeads(reader) : null;
        var seen = (mask & MaskSeen) != 0 ? ReadHeads(reader) : null;
        Digest? content = (mask & MaskContent) != 0 ? reader.Digest() : null;
        reader.ReadEndArray();
        return new PackedHeader(charter, time, precedence, status, kind, regards, held, seen, commitment, content);
    }

    /// <summary>The whole header; null when it cannot be one. A header comes either with its content's digest or with the content.</summary>
    public EntryHeader? Unpack(PackedHeader packed, long index, EntryHeader? before, byte[]? content)
    {
        if ((packed.Content is null) == (content is null) || index > Lines.Bounds.FeedSize)
            return null;
        var start = before?.Time.UnixMilliseconds ?? 0;
        if (packed.TimeChange > Timestamp.MaxValue.UnixMilliseconds || packed.TimeChange < -Timestamp.MaxValue.UnixMilliseconds ||
            !Timestamp.TryFrom(start + packed.TimeChange, out var time))
            return null;
        var kind = packed.Kind ?? before?.Kind ?? EntryKind.Message;
        var held = packed.Held ?? ExpectedHeld(before);
        if (!EntryKind.IsWellFormed(kind) || held.SizeOf(feed.Party, feed.Generation, feed.Lane) != index)
            return null;
        return new EntryHeader(
            feed,
            index,
            packed.Charter ?? before?.CharterVersion ?? 1,
            time,
            packed.Precedence ?? before?.Precedence ?? Precedence.Routine,
            packed.Status ?? before?.Status ?? Status.Actual,
            kind,
            packed.Regards,
            held,
            packed.Seen ?? before?.Seen ?? Heads.None,
            packed.Commitment,
            packed.Content ?? Digest.Of(content));
    }

    private Heads ExpectedHeld(EntryHeader? before) => before is null
        ? Heads.None
        : before.Held.With(feed.Party, feed.Generation, feed.Lane, before.Index + 1);

    private static void WriteRegards(CborWriter writer, IReadOnlyList<EntryRef> regards)
    {
        writer.WriteStartArray(regards.Count);
        foreach (var regard in regards)
            regard.Write(writer);
        writer.WriteEndArray();
    }

    private static EntryRef[] ReadRegards(CborReader reader)
    {
        var regards = new EntryRef[reader.ArrayUpTo(Lines.Bounds.Regards)];
        for (var i = 0; i < regards.Length; i++)
        {
            regards[i] = EntryRef.Read(reader);
            if (i > 0 && regards[i - 1].CompareTo(regards[i]) >= 0)
                Cbor.Refuse("regards out of order");
        }

        reader.ReadEndArray();
        return regards;
    }

    private void WriteHeads(CborWriter writer, Heads heads)
    {
        writer.WriteStartArray(heads.Rows.Count * 3);
        foreach (var row in heads.Rows)
        {
            writer.WriteUInt32((uint)table.IndexOf((row.Party, row.Generation)));
            writer.WriteUInt64((ulong)row.Urgent);
            writer.WriteUInt64((ulong)row.Ordinary);
        }

        writer.WriteEndArray();
    }

    private Heads ReadHeads(CborReader reader)
    {
        var count = reader.ArrayUpTo(Lines.Bounds.HeadRows * 3);
        if (count % 3 != 0)
            Cbor.Refuse("heads");
        var rows = new HeadRow[count / 3];
        for (var i = 0; i < rows.Length; i++)
        {
            var place = reader.UpTo(table.Count - 1);
            rows[i] = new HeadRow(table[place].Party, table[place].Generation, reader.Count(), reader.Count());
        }

        reader.ReadEndArray();
        return Heads.Of(rows);
    }
}
