using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>A KEM key that a member published: where, and the key.</summary>
internal sealed record MemberKem(GenerationId Generation, long Index, byte[] PublicKey);

/// <summary>One of our own KEM keys of a line.</summary>
internal sealed record OwnKem(GenerationId Generation, long Index, Timestamp Since, KemKey Key);

/// <summary>One line as the loop holds it. Saved as one document: [fold, own generation or null, [[party, generation, index, key] …], [warning …],
/// reason of the generation that is due or null, allies, carrier].</summary>
internal sealed class LineState(LineId id, CharterFold fold)
{
    private const int MaxDocument = 32 << 20;
    private Heads? heads;

    public LineId Id { get; } = id;

    public CharterFold Fold { get; } = fold;

    public SortedDictionary<FeedId, FeedState> Feeds { get; } = [];

    /// <summary>The generation in which we write; null before the first word.</summary>
    public GenerationId? OwnGeneration { get; set; }

    public SortedDictionary<PartyId, MemberKem> MemberKems { get; } = [];

    public List<OwnKem> OwnKems { get; } = [];

    /// <summary>Epochs of every feed whose secrets are kept, by index of the keying.</summary>
    public SortedDictionary<FeedId, List<Epoch>> Epochs { get; } = [];

    /// <summary>Attachments that entries or drafts of this line name. Each is saved as a document of its own.</summary>
    public SortedDictionary<AttachmentId, HeldAttachment> Attachments { get; } = [];

    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    /// <summary>Marked here as a line on which allies are told of a false alarm.</summary>
    public bool Allies { get; set; }

    /// <summary>Who brought the proposal, when it was not the proposer; null otherwise.</summary>
    public PartyId? Carrier { get; set; }

    /// <summary>Our own station must open a new generation before it says anything, for this reason.</summary>
    public Lines.Keys.GenerationReason? GenerationDue { get; set; }

    /// <summary>Grows whenever a member's KEM key, or who is a member, changes.</summary>
    public long MembersVersion { get; set; }

    /// <summary>Grows whenever what a beacon would say changes.</summary>
    public long Version { get; set; }

    public bool Changed { get; set; }

    /// <summary>How many generations of a party are known here.</summary>
    public int GenerationsOf(PartyId party) => Feeds.Keys.Where(f => f.Party == party).Select(f => f.Generation).Distinct().Count();

    /// <summary>Whether what is said here is that party's to have: it is named and has not left.</summary>
    public bool IsSharedWith(PartyId party) => Fold.Founding?.Names(party) == true && !Fold.LeftBy.Contains(party);

    public LineMode Mode => Fold.Founding!.Mode;

    /// <summary>Sizes of all feeds, as headers and beacons state them.</summary>
    public Heads Heads => heads ??= Heads.Of(Feeds.Values
        .GroupBy(f => (f.Id.Party, f.Id.Generation))
        .Select(g => new HeadRow(
            g.Key.Party,
            g.Key.Generation,
            g.FirstOrDefault(f => f.Id.Lane == Lane.Urgent)?.Size ?? 0,
            g.FirstOrDefault(f => f.Id.Lane == Lane.Ordinary)?.Size ?? 0)));

    /// <summary>A feed has one entry more.</summary>
    public void Grown(FeedId feed, long size)
    {
        heads = heads?.With(feed.Party, feed.Generation, feed.Lane, size);
        Version++;
    }

    public FeedState Feed(FeedId id)
    {
        if (!Feeds.TryGetValue(id, out var feed))
            Feeds[id] = feed = new FeedState(id);
        return feed;
    }

    /// <summary>The epoch that seals the entry at <paramref name="index"/>: that of the last keying before it.</summary>
    public Epoch? EpochOf(FeedId feed, long index) =>
        Epochs.TryGetValue(feed, out var epochs) ? epochs.FindLast(e => e.Index < index) : null;

    public HeadRow OwnRow(PartyId own) => OwnGeneration is { } generation
        ? new HeadRow(
            own,
            generation,
            Feeds.TryGetValue(new FeedId(Id, own, generation, Lane.Urgent), out var urgent) ? urgent.Size : 0,
            Feeds.TryGetValue(new FeedId(Id, own, generation, Lane.Ordinary), out var ordinary) ? ordinary.Size : 0)
        : new HeadRow(own, default, 0, 0);

    /// <summary>Keys of past generations first, then those of the present one by index: the last is the one that is published now.</summary>
    public void SortKems() => OwnKems.Sort((a, b) =>
    {
        var order = (a.Generation == OwnGeneration).CompareTo(b.Generation == OwnGeneration);
        order = order != 0 ? order : a.Generation.CompareTo(b.Generation);
        return order != 0 ? order : a.Index.CompareTo(b.Index);
    });

    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(7);
        writer.WriteByteString(Fold.Encode());
        if (OwnGeneration is { } own)
            writer.WriteByteString(own.ToArray());
        else
            writer.WriteNull();
        writer.WriteStartArray(MemberKems.Count);
        foreach (var (party, kem) in MemberKems)
        {
            writer.WriteStartArray(4);
            writer.WriteTextString(party.ToString());
            writer.WriteByteString(kem.Generation.ToArray());
            writer.WriteUInt64((ulong)kem.Index);
            writer.WriteByteString(kem.PublicKey);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray(Warnings.Count);
        foreach (var warning in Warnings)
            writer.WriteTextString(warning);
        writer.WriteEndArray();
        if (GenerationDue is { } due)
            writer.WriteUInt32((uint)due);
        else
            writer.WriteNull();
        writer.WriteBoolean(Allies);
        writer.WriteTextString(Carrier?.ToString() ?? "");
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static LineState? Parse(LineId id, ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, reader =>
    {
        reader.ArrayOf(7);
        var line = new LineState(id, CharterFold.Parse(reader.ReadByteString()) ?? throw new CborContentException("fold"));
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            line.OwnGeneration = GenerationId.From(reader.Bytes(GenerationId.Size));
        for (var n = reader.ArrayUpTo(Lines.Bounds.Parties); n > 0; n--)
        {
            reader.ArrayOf(4);
            var party = PartyId.Parse(reader.ReadTextString()) ?? throw new CborContentException("party");
            line.MemberKems[party] = new MemberKem(GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.ReadByteString());
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        for (var n = reader.ArrayUpTo(1024); n > 0; n--)
            line.Warnings.Add(reader.ReadTextString());
        reader.ReadEndArray();
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            line.GenerationDue = (Lines.Keys.GenerationReason)reader.UpTo(3);
        line.Allies = reader.ReadBoolean();
        line.Carrier = reader.ReadTextString() is { Length: > 0 } carrier ? PartyId.Parse(carrier) ?? throw new CborContentException("carrier") : null;
        reader.ReadEndArray();
        return line;
    });
}
