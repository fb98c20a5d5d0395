using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Entries;

namespace Parley.Station.Frames;

/// <summary>One entry on its way: its header and, when it travels along, its sealed content.</summary>
public sealed record CarriedEntry(EntryHeader Header, byte[]? Sealed);

/// <summary>Consecutive entries of one feed up to a signed checkpoint. Headers are whole in meaning and compressed in bytes
/// (<see cref="HeaderPacking"/>); a content that travels along is named by no digest, for the receiver computes it.
/// [line, party, generation, lane, from, [[party, generation] …], [packed header …], checkpoint, [sealed or null …]].</summary>
public sealed record BatchFrame(FeedId Feed, long From, IReadOnlyList<CarriedEntry> Entries, SignedCheckpoint Checkpoint) : Frame
{
    internal const byte TypeByte = 1;

    private protected override byte Type => TypeByte;

    /// <summary>Size of the feed with these entries.</summary>
    public long Until => From + Entries.Count;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(9);
        WriteFeed(writer, Feed);
        writer.WriteUInt64((ulong)From);
        var packing = new HeaderPacking(Feed, Entries.Select(e => e.Header));
        packing.WriteTable(writer);
        writer.WriteStartArray(Entries.Count);
        EntryHeader? before = null;
        foreach (var entry in Entries)
        {
            packing.Write(writer, entry.Header, before, entry.Sealed is null);
            before = entry.Header;
        }

        writer.WriteEndArray();
        Checkpoint.Write(writer);
        writer.WriteStartArray(Entries.Count);
        foreach (var entry in Entries)
        {
            if (entry.Sealed is { } content)
                writer.WriteByteString(content);
            else
                writer.WriteNull();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static BatchFrame? Read(CborReader reader)
    {
        reader.ArrayOf(9);
        var feed = ReadFeed(reader);
        var from = reader.Count();
        var packing = HeaderPacking.ReadTable(reader, feed);
        var packed = new PackedHeader[reader.ArrayUpTo(Bounds.BatchEntries)];
        for (var i = 0; i < packed.Length; i++)
            packed[i] = packing.Read(reader);
        reader.ReadEndArray();
        var checkpoint = SignedCheckpoint.Read(reader, feed);
        reader.ArrayOf(packed.Length);
        var entries = new CarriedEntry[packed.Length];
        EntryHeader? before = null;
        for (var i = 0; i < packed.Length; i++)
        {
            byte[]? content = null;
            if (reader.PeekState() == CborReaderState.Null)
                reader.ReadNull();
            else
                content = reader.BytesUpTo(Lines.Bounds.ContentSize);
            if (packing.Unpack(packed[i], from + i, before, content) is not { } header)
                return null;
            before = header;
            entries[i] = new CarriedEntry(header, content);
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return checkpoint.Head.Size == from + entries.Length ? new BatchFrame(feed, from, entries, checkpoint) : null;
    }
}
