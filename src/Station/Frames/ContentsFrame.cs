using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Entries;

namespace Parley.Station.Frames;

/// <summary>Sealed contents of entries whose headers went ahead: [line, party, generation, lane, [[index, sealed] …]], by index.</summary>
public sealed record ContentsFrame(FeedId Feed, IReadOnlyList<KeyValuePair<long, byte[]>> Contents) : Frame
{
    internal const byte TypeByte = 2;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(5);
        WriteFeed(writer, Feed);
        writer.WriteStartArray(Contents.Count);
        foreach (var (index, content) in Contents)
        {
            writer.WriteStartArray(2);
            writer.WriteUInt64((ulong)index);
            writer.WriteByteString(content);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static ContentsFrame Read(CborReader reader)
    {
        reader.ArrayOf(5);
        var feed = ReadFeed(reader);
        var contents = new KeyValuePair<long, byte[]>[reader.ArrayUpTo(Bounds.BatchEntries)];
        for (var i = 0; i < contents.Length; i++)
        {
            reader.ArrayOf(2);
            contents[i] = new(reader.Count(), reader.BytesUpTo(Lines.Bounds.ContentSize));
            reader.ReadEndArray();
            if (i > 0 && contents[i - 1].Key >= contents[i].Key)
                Cbor.Refuse("contents out of order");
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new ContentsFrame(feed, contents);
    }
}
