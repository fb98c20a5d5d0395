using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Frames;

/// <summary>What a station holds of one line: sizes recorded of all feeds, and of the contents the receiver could send, those it lacks.</summary>
/// <param name="Line">The line.</param>
/// <param name="Recorded">Sizes of all feeds recorded at the sender's.</param>
/// <param name="Receipts">Sizes of the sender's own feeds for which it holds the receiver's receipt: what is missing there is sent again.</param>
/// <param name="Lacks">For each feed, indexes whose contents are absent or unreadable at the sender's.</param>
public sealed record BeaconLine(LineId Line, Heads Recorded, Heads Receipts, IReadOnlyList<KeyValuePair<FeedId, RangeSet>> Lacks);

/// <summary>Sign of life: time, and the state of the lines shared with the receiver where it changed, at the opening of a circuit, and every ten
/// minutes. Authenticated by the circuit. [time, [[line, recorded, receipts, [[party, generation, lane, lacks] …]] …]].</summary>
public sealed record BeaconFrame(Timestamp Time, IReadOnlyList<BeaconLine> Lines) : Frame
{
    internal const byte TypeByte = 4;
    private const int LacksLength = 34 * 1024;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(2);
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteStartArray(Lines.Count);
        foreach (var line in Lines)
        {
            writer.WriteStartArray(4);
            writer.WriteDigest(line.Line.Value);
            line.Recorded.Write(writer);
            line.Receipts.Write(writer);
            writer.WriteStartArray(line.Lacks.Count);
            foreach (var (feed, lacks) in line.Lacks)
            {
                writer.WriteStartArray(5);
                WriteFeed(writer, feed);
                writer.WriteTextString(lacks.ToString());
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static BeaconFrame? Read(CborReader reader)
    {
        reader.ArrayOf(2);
        var time = reader.Time();
        var lines = new BeaconLine[reader.ArrayUpTo(Bounds.Lines)];
        for (var i = 0; i < lines.Length; i++)
        {
            reader.ArrayOf(4);
            var line = new LineId(reader.Digest());
            if (i > 0 && lines[i - 1].Line >= line)
                return null;
            var recorded = Heads.Read(reader);
            var receipts = Heads.Read(reader);
            var lacks = new KeyValuePair<FeedId, RangeSet>[reader.ArrayUpTo(Parley.Lines.Bounds.HeadRows * 2)];
            for (var j = 0; j < lacks.Length; j++)
            {
                reader.ArrayOf(5);
                var feed = ReadFeed(reader);
                var ranges = RangeSet.Parse(reader.Text(LacksLength));
                reader.ReadEndArray();
                if (ranges is null || feed.Line != line || (j > 0 && lacks[j - 1].Key >= feed))
                    return null;
                lacks[j] = new(feed, ranges);
            }

            reader.ReadEndArray();
            reader.ReadEndArray();
            lines[i] = new BeaconLine(line, recorded, receipts, lacks);
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new BeaconFrame(time, lines);
    }
}
