using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Station.Frames;

/// <summary>What a station says of its own intake: one author's ordinary words on one line wait there. It goes to the author and to whoever brings those words, and is no
/// entry: the circuit authenticates it, and it is forgotten with the circuit. [line, author, since, entries, bytes].</summary>
/// <param name="Line">The line.</param>
/// <param name="Author">Whose words wait.</param>
/// <param name="Since">Since when, by the sender's clock.</param>
/// <param name="Entries">Entries that it takes of them a second; 0 when they wait no longer.</param>
/// <param name="Bytes">Bytes that it takes of them a second; 0 when they wait no longer.</param>
public sealed record ThrottleFrame(LineId Line, PartyId Author, Timestamp Since, int Entries, int Bytes) : Frame
{
    internal const byte TypeByte = 9;

    /// <summary>Whether it says that they wait no longer.</summary>
    public bool IsOver => Entries == 0;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(5);
        writer.WriteDigest(Line.Value);
        writer.WriteTextString(Author.ToString());
        writer.WriteUInt64((ulong)Since.UnixMilliseconds);
        writer.WriteUInt32((uint)Entries);
        writer.WriteUInt32((uint)Bytes);
        writer.WriteEndArray();
    }

    internal static ThrottleFrame? Read(CborReader reader)
    {
        reader.ArrayOf(5);
        var line = new LineId(reader.Digest());
        if (PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) is not { } author)
            return null;
        var since = reader.Time();
        var (entries, bytes) = (reader.UpTo(int.MaxValue), reader.UpTo(int.MaxValue));
        reader.ReadEndArray();
        return (entries == 0) == (bytes == 0) ? new ThrottleFrame(line, author, since, entries, bytes) : null;
    }
}
