using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Storage;

namespace Parley.Station.State;

/// <summary>The latest receipt of one member over one feed, whole: any member may ask for it.</summary>
internal sealed record Receipt(long Size, Timestamp Time, RangeSet Lacks, HeadRow Own, byte[] Signature)
{
    /// <summary>Whether it tells more than one over <paramref name="size"/> entries that names so many contents.</summary>
    public bool IsNewerThan(long size, long lacking) => Size > size || (Size == size && Lacks.Count < lacking);

    /// <summary>As it goes to whoever lacks it.</summary>
    public ReceiptFrame Frame(FeedId feed) => new(feed, Size, Own.Party, Time, Own, Lacks, Signature);
}

/// <summary>An epoch of one lane: the secret that seals from the `keying` entry at <paramref name="Index"/> on. The secret is null when it could
/// not be opened.</summary>
internal sealed record Epoch(long Index, byte[]? Secret);

/// <summary>Our copy of one feed, as far as the loop needs it in memory: its frontier, not its entries. Saved as one document.</summary>
internal sealed class FeedState(FeedId id)
{
    private const int MaxDocument = 4 << 20;
    private const int SignatureSize = 8192;

    public FeedId Id { get; } = id;

    public CompactRange Range { get; private set; } = new();

    public long Size => Range.Size;

    /// <summary>Place of the last entry.</summary>
    public (Timestamp Effective, long Depth) LastPlace { get; set; }

    /// <summary>Time of the last entry's header.</summary>
    public Timestamp LastTime { get; set; }

    /// <summary>Recorded entries whose content has not come.</summary>
    public RangeSet Absent { get; set; } = RangeSet.Empty;

    /// <summary>Recorded entries whose content is here and cannot be opened.</summary>
    public RangeSet Unreadable { get; set; } = RangeSet.Empty;

    /// <summary>Recorded entries whose place is provisional.</summary>
    public RangeSet Unplaced { get; set; } = RangeSet.Empty;

    /// <summary>The checkpoint at <see cref="Size"/>; null for an empty feed.</summary>
    public SignedCheckpoint? Checkpoint { get; private set; }

    /// <summary>Receipts by member. On a peer's feed our own is among them.</summary>
    public SortedDictionary<PartyId, Receipt> Receipts { get; } = [];

    /// <summary>Where the keying in force stands; -1 while there is none.</summary>
    public long EpochIndex { get; set; } = -1;

    /// <summary>When that keying was written.</summary>
    public Timestamp EpochSince { get; set; }

    /// <summary>What it was sealed to: SHA-256 over the members' KEM keys.</summary>
    public Digest EpochMembers { get; set; }

    /// <summary><see cref="LineState.MembersVersion"/> for which the epoch was last found good; not saved.</summary>
    public long EpochCheckedFor { get; set; } = -1;

    /// <summary>Position in the author's chain of the card whose key signs this feed now.</summary>
    public int CardIndex { get; set; }

    /// <summary>Entries below this have no sealed bytes here any more.</summary>
    public long Dropped { get; set; }

    /// <summary>Entries so far that an officer of the author wrote; the rest are station words.</summary>
    public long Words { get; set; }

    /// <summary>Contents that another member opened for us: their sealed bytes may be missing here, or open with no key of ours.</summary>
    public RangeSet HandedOver { get; set; } = RangeSet.Empty;

    /// <summary>What the recorded checkpoints come to.</summary>
    public RowSum Checkpoints { get; private set; }

    /// <summary>What the recorded cosignatures come to.</summary>
    public RowSum Cosignatures { get; private set; }

    /// <summary>Something here changed in this step and the document must be written.</summary>
    public bool Changed { get; set; }

    /// <summary>Entries or contents were recorded in this step: a checkpoint (own) or a receipt (others') is due.</summary>
    public bool HeadMoved { get; set; }

    /// <summary>Contents absent or unreadable, as receipts name them.</summary>
    public RangeSet Lacks => Absent.Union(Unreadable).Coarsen(Ledger.Bounds.MaxRanges);

    /// <summary>A checkpoint at <see cref="Size"/> was signed or verified; it takes the place of one at the same size. The row for the store.</summary>
    public CheckpointRecorded Record(SignedCheckpoint checkpoint)
    {
        if (Checkpoint is { } before && before.Head.Size == checkpoint.Head.Size)
            Checkpoints = Checkpoints.Without(RowOf(before.Encode()));
        var signed = checkpoint.Encode();
        Checkpoints = Checkpoints.With(RowOf(signed));
        Checkpoint = checkpoint;
        return new CheckpointRecorded(Id, checkpoint.Head.Size, signed);
    }

    /// <summary>A cosignature was made or verified, the newest of its party. The row for the store.</summary>
    public CosignatureRecorded Record(SignedCosignature cosignature)
    {
        Receipts[cosignature.By] = new Receipt(cosignature.Head.Size, cosignature.Time, cosignature.Lacks, cosignature.Own, cosignature.Signature);
        var signed = cosignature.Encode();
        Cosignatures = Cosignatures.With(RowOf(Cosignatures.Count + 1, signed));
        return new CosignatureRecorded(Id, cosignature.By, cosignature.Head.Size, signed);
    }

    /// <summary>A checkpoint as it is counted.</summary>
    public static Digest RowOf(byte[] checkpoint) => Digest.Of(checkpoint);

    /// <summary>A cosignature as it is counted, with its number.</summary>
    public static Digest RowOf(long number, byte[] cosignature)
    {
        Span<byte> place = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(place, number);
        return Digest.Of(place, cosignature);
    }

    public byte[] Encode()
    {
        var writer = Cbor.Writer(1024);
        writer.WriteStartArray(18);
        writer.WriteByteString(Range.Encode());
        writer.WriteUInt64((ulong)LastPlace.Effective.UnixMilliseconds);
        writer.WriteUInt64((ulong)LastPlace.Depth);
        writer.WriteUInt64((ulong)LastTime.UnixMilliseconds);
        writer.WriteTextString(Absent.ToString());
        writer.WriteTextString(Unreadable.ToString());
        writer.WriteTextString(Unplaced.ToString());
        if (Checkpoint is { } checkpoint)
            checkpoint.Write(writer);
        else
            writer.WriteNull();
        writer.WriteInt64(EpochIndex);
        writer.WriteUInt64((ulong)EpochSince.UnixMilliseconds);
        writer.WriteDigest(EpochMembers);
        writer.WriteUInt32((uint)CardIndex);
        writer.WriteUInt64((ulong)Dropped);
        writer.WriteUInt64((ulong)Words);
        writer.WriteStartArray(Receipts.Count);
        foreach (var (party, receipt) in Receipts)
            WriteReceipt(writer, party, receipt);
        writer.WriteEndArray();
        writer.WriteTextString(HandedOver.ToString());
        Checkpoints.Write(writer);
        Cosignatures.Write(writer);
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static void WriteReceipt(CborWriter writer, PartyId party, Receipt receipt)
    {
        writer.WriteStartArray(8);
        writer.WriteTextString(party.ToString());
        writer.WriteUInt64((ulong)receipt.Size);
        writer.WriteUInt64((ulong)receipt.Time.UnixMilliseconds);
        writer.WriteTextString(receipt.Lacks.ToString());
        writer.WriteByteString(receipt.Own.Generation.ToArray());
        writer.WriteUInt64((ulong)receipt.Own.Urgent);
        writer.WriteUInt64((ulong)receipt.Own.Ordinary);
        writer.WriteByteString(receipt.Signature);
        writer.WriteEndArray();
    }

    public static FeedState? Parse(FeedId id, ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, reader =>
    {
        reader.ArrayOf(18);
        var feed = new FeedState(id) { Range = CompactRange.Parse(reader.ReadByteString()) ?? throw new CborContentException("range") };
        feed.LastPlace = (reader.Time(), reader.Count());
        feed.LastTime = reader.Time();
        feed.Absent = ReadRanges(reader);
        feed.Unreadable = ReadRanges(reader);
        feed.Unplaced = ReadRanges(reader);
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            feed.Checkpoint = SignedCheckpoint.Read(reader, id);
        feed.EpochIndex = reader.ReadInt64();
        feed.EpochSince = reader.Time();
        feed.EpochMembers = reader.Digest();
        feed.CardIndex = reader.UpTo(Lines.Bounds.CardChain);
        feed.Dropped = reader.Count();
        feed.Words = reader.Count();
        for (var n = reader.ArrayUpTo(Lines.Bounds.Parties); n > 0; n--)
        {
            reader.ArrayOf(8);
            var party = PartyId.Parse(reader.ReadTextString()) ?? throw new CborContentException("party");
            var size = reader.Count();
            var time = reader.Time();
            var lacks = ReadRanges(reader);
            var own = new HeadRow(party, GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.Count());
            feed.Receipts[party] = new Receipt(size, time, lacks, own, reader.BytesUpTo(SignatureSize));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        feed.HandedOver = ReadRanges(reader);
        feed.Checkpoints = RowSum.Read(reader);
        feed.Cosignatures = RowSum.Read(reader);
        reader.ReadEndArray();
        return feed;
    });

    private static RangeSet ReadRanges(CborReader reader) => RangeSet.Parse(reader.ReadTextString()) ?? throw new CborContentException("ranges");
}
