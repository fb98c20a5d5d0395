using System.Formats.Cbor;
using System.Globalization;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>What is held here of an attachment's sealed bytes. Never changed: another takes its place. Saved as one document: [entry or null, held, whole,
/// tries, [source …], [wrong …]]; its id is the attachment's. The chunks are documents of their own.</summary>
/// <param name="Id">Line, digest and size.</param>
/// <param name="Entry">The first entry that names it; null while ours waits as a draft.</param>
/// <param name="Held">Which chunks are in the store.</param>
/// <param name="IsWhole">All are, and their digest is the one named.</param>
/// <param name="Tries">Times that it came with another digest.</param>
/// <param name="Sources">Who brought the chunks that are held.</param>
/// <param name="Wrong">Who alone brought all of one that had another digest.</param>
internal sealed record HeldAttachment(
    AttachmentId Id, EntryRef? Entry, RangeSet Held, bool IsWhole, int Tries, IReadOnlyList<PartyId> Sources, IReadOnlyList<PartyId> Wrong)
{
    private const int MaxDocument = 16 * 1024;

    public static HeldAttachment Nothing(AttachmentId id, EntryRef? entry) => new(id, entry, RangeSet.Empty, false, 0, [], []);

    /// <summary>Every chunk has come, and their digest was not worked out yet.</summary>
    public bool IsToCheck => !IsWhole && Held.Count == Id.Chunks;

    /// <summary>It is asked for.</summary>
    public bool IsWanted => !IsWhole && Entry is not null && Tries < Bounds.AttachmentTries;

    /// <summary>Bytes held, sealed.</summary>
    public long Bytes => Held.Count == 0 ? 0
        : (Held.Count * Parley.Lines.Bounds.ChunkSize) - (Held.Contains(Id.Chunks - 1) ? Parley.Lines.Bounds.ChunkSize - Id.ChunkSize(Id.Chunks - 1) : 0);

    public HeldAttachment With(int chunk, PartyId source) => this with
    {
        Held = Held.Add(chunk, chunk + 1),
        Sources = Sources.Contains(source) ? Sources : [.. Sources, source],
    };

    /// <summary>The id of a chunk's document; those of one attachment are in order.</summary>
    public static string ChunkId(AttachmentId id, int index) => string.Create(CultureInfo.InvariantCulture, $"{id}/{index:D4}");

    /// <summary>Whether that is the id of a chunk's document, and of which chunk.</summary>
    public static (AttachmentId Id, int Index)? ParseChunkId(string text)
    {
        var cut = text.LastIndexOf('/');
        return cut > 0 && AttachmentId.Parse(text[..cut]) is { } id &&
            int.TryParse(text[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) &&
            index < id.Chunks && ChunkId(id, index) == text
                ? (id, index)
                : null;
    }

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(6);
        if (Entry is { } entry)
            entry.Write(writer);
        else
            writer.WriteNull();
        writer.WriteTextString(Held.ToString());
        writer.WriteBoolean(IsWhole);
        writer.WriteUInt32((uint)Tries);
        Write(writer, Sources);
        Write(writer, Wrong);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static HeldAttachment? Parse(string id, ReadOnlyMemory<byte> bytes) => AttachmentId.Parse(id) is not { } named ? null : Cbor.Read(bytes, MaxDocument, reader =>
    {
        reader.ArrayOf(6);
        var entry = reader.Optional(EntryRef.Read);
        var held = RangeSet.Parse(reader.ReadTextString());
        var whole = reader.ReadBoolean();
        var tries = reader.UpTo(Bounds.AttachmentTries);
        var (sources, wrong) = (Parties(reader), Parties(reader));
        reader.ReadEndArray();
        return held is null || held.End > named.Chunks || (whole && held.Count < named.Chunks)
            ? null
            : new HeldAttachment(named, entry, held, whole, tries, sources, wrong);
    });

    private static void Write(CborWriter writer, IReadOnlyList<PartyId> parties)
    {
        writer.WriteStartArray(parties.Count);
        foreach (var party in parties)
            writer.WriteTextString(party.ToString());
        writer.WriteEndArray();
    }

    private static PartyId[] Parties(CborReader reader)
    {
        var parties = new PartyId[reader.ArrayUpTo(Parley.Lines.Bounds.Parties)];
        for (var i = 0; i < parties.Length; i++)
            parties[i] = PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) ?? throw new CborContentException("party");
        reader.ReadEndArray();
        return parties;
    }
}
