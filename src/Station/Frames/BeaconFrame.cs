using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Frames;

/// <summary>A receipt that the sender of a beacon does not hold in full.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="Feed">Over which feed: twice the position of its row in the recorded heads, one more for the ordinary lane.</param>
/// <param name="Size">Entries that the newest one held covers; 0 when there is none.</param>
/// <param name="Lacking">Contents that it names.</param>
public readonly record struct BeaconReceipt(PartyId By, int Feed, long Size, long Lacking);

/// <summary>What a station holds of one line: sizes recorded of all feeds, receipts, and of the contents the receiver could send, those it lacks.</summary>
/// <param name="Line">The line.</param>
/// <param name="Recorded">Sizes of all feeds recorded at the sender's.</param>
/// <param name="Receipts">The receipts of others that do not reach the recorded size, or name contents. All others do and name none.</param>
/// <param name="Lacks">For each feed, indexes whose contents are absent or unreadable at the sender's.</param>
public sealed record BeaconLine(
    LineId Line, Heads Recorded, IReadOnlyList<BeaconReceipt> Receipts, IReadOnlyList<KeyValuePair<FeedId, RangeSet>> Lacks)
{
    /// <summary>The sender's newest receipt of <paramref name="by"/> over a feed: entries covered, contents named. Nothing while it has not recorded the feed.</summary>
    public (long Size, long Lacking) ReceiptOf(PartyId by, FeedId feed)
    {
        for (var row = 0; row < Recorded.Rows.Count; row++)
        {
            if (Recorded.Rows[row].Party != feed.Party || Recorded.Rows[row].Generation != feed.Generation)
                continue;
            foreach (var told in Receipts)
            {
                if (told.By == by && told.Feed == (2 * row) + (int)feed.Lane)
                    return (told.Size, told.Lacking);
            }

            return (Recorded.Rows[row].Size(feed.Lane), 0);
        }

        return (0, 0);
    }
}

/// <summary>Sign of life: time, with whom the sender has circuits, and the state of the lines shared with the receiver where it changed, at the opening of a
/// circuit, and every ten minutes. Authenticated by the circuit.
/// [time, [party …], [[line, recorded, [[by, feed, size, lacking] …], [[party, generation, lane, lacks] …]] …]].</summary>
/// <param name="Time">The sender's clock.</param>
/// <param name="Joined">Third parties on lines of both to whom the sender has a circuit: what is theirs comes to it without help.</param>
/// <param name="Lines">By line id.</param>
public sealed record BeaconFrame(Timestamp Time, IReadOnlyList<PartyId> Joined, IReadOnlyList<BeaconLine> Lines) : Frame
{
    internal const byte TypeByte = 4;
    private const int LacksLength = 34 * 1024;
    private const int Rows = Parley.Lines.Bounds.HeadRows * 2;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(3);
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteStartArray(Joined.Count);
        foreach (var party in Joined)
            writer.WriteTextString(party.ToString());
        writer.WriteEndArray();
        writer.WriteStartArray(Lines.Count);
        foreach (var line in Lines)
            Write(writer, line);
        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    private static void Write(CborWriter writer, BeaconLine line)
    {
        writer.WriteStartArray(4);
        writer.WriteDigest(line.Line.Value);
        line.Recorded.Write(writer);
        writer.WriteStartArray(line.Receipts.Count);
        foreach (var told in line.Receipts)
        {
            writer.WriteStartArray(4);
            writer.WriteTextString(told.By.ToString());
            writer.WriteUInt32((uint)told.Feed);
            writer.WriteUInt64((ulong)told.Size);
            writer.WriteUInt64((ulong)told.Lacking);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
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

    internal static BeaconFrame? Read(CborReader reader)
    {
        reader.ArrayOf(3);
        var time = reader.Time();
        var joined = new PartyId[reader.ArrayUpTo(Bounds.Peers)];
        for (var i = 0; i < joined.Length; i++)
        {
            joined[i] = ReadParty(reader);
            if (i > 0 && joined[i - 1] >= joined[i])
                return null;
        }

        reader.ReadEndArray();
        var lines = new BeaconLine[reader.ArrayUpTo(Bounds.Lines)];
        for (var i = 0; i < lines.Length; i++)
        {
            if (ReadLine(reader) is not { } line || (i > 0 && lines[i - 1].Line >= line.Line))
                return null;
            lines[i] = line;
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new BeaconFrame(time, joined, lines);
    }

    private static BeaconLine? ReadLine(CborReader reader)
    {
        reader.ArrayOf(4);
        var line = new LineId(reader.Digest());
        var recorded = Heads.Read(reader);
        var receipts = new BeaconReceipt[reader.ArrayUpTo(Rows * Parley.Lines.Bounds.Parties)];
        for (var j = 0; j < receipts.Length; j++)
        {
            reader.ArrayOf(4);
            receipts[j] = new BeaconReceipt(ReadParty(reader), reader.UpTo(Rows - 1), reader.Count(), reader.Count());
            reader.ReadEndArray();
            if (receipts[j].Feed >= 2 * recorded.Rows.Count || (j > 0 && !IsBefore(receipts[j - 1], receipts[j])))
                return null;
        }

        reader.ReadEndArray();
        var lacks = new KeyValuePair<FeedId, RangeSet>[reader.ArrayUpTo(Rows)];
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
        return new BeaconLine(line, recorded, receipts, lacks);
    }

    private static bool IsBefore(BeaconReceipt one, BeaconReceipt other) =>
        one.By.CompareTo(other.By) is var order && (order < 0 || (order == 0 && one.Feed < other.Feed));

    private static PartyId ReadParty(CborReader reader) =>
        PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) ?? throw new CborContentException("party");
}
