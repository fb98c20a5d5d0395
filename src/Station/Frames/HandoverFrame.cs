using System.Formats.Cbor;
using System.Text;
using Parley.Crypto;
using Parley.Lines;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Frames;

/// <summary>Opened contents handed to a member that cannot open its own copy, each sealed anew to a KEM key of that member; the commitments in the
/// headers prove them. [line, party, generation, lane, key, [[index, sealed] …]].</summary>
public sealed record HandoverFrame(FeedId Feed, Digest Key, IReadOnlyList<KeyValuePair<long, byte[]>> Contents) : Frame
{
    internal const byte TypeByte = 5;

    private protected override byte Type => TypeByte;

    /// <summary>HPKE info of one content handed over.</summary>
    public static byte[] Info(SuiteId suite, FeedId feed, long index, PartyId to) =>
        Encoding.ASCII.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"parley/1/handover/{suite}/{feed}/{index}/{to}"));

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(6);
        WriteFeed(writer, Feed);
        writer.WriteDigest(Key);
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

    internal static HandoverFrame Read(CborReader reader)
    {
        reader.ArrayOf(6);
        var feed = ReadFeed(reader);
        var key = reader.Digest();
        var contents = new KeyValuePair<long, byte[]>[reader.ArrayUpTo(Bounds.BatchEntries)];
        for (var i = 0; i < contents.Length; i++)
        {
            reader.ArrayOf(2);
            contents[i] = new(reader.Count(), reader.BytesUpTo(Lines.Bounds.ContentSize * 2));
            reader.ReadEndArray();
            if (i > 0 && contents[i - 1].Key >= contents[i].Key)
                Cbor.Refuse("contents out of order");
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new HandoverFrame(feed, key, contents);
    }
}
