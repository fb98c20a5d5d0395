using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Ultimatums;

namespace Parley.Station.State;

/// <summary>What an officer entered about a message of others that demands something under a threat. Saved as one document, written once: [deadline or null, note,
/// officer, time entered]; its id is line, message and number.</summary>
internal sealed record UltimatumNote(LineId Line, EntryRef Message, UltimatumMark Mark)
{
    private const int MaxDocument = 64 * 1024;

    public string Id => new NoteId(Line, Message, Mark.Number).ToString();

    public byte[] Encode()
    {
        var writer = Cbor.Writer(512);
        writer.WriteStartArray(4);
        if (Mark.Deadline is { } deadline)
            writer.WriteUInt64((ulong)deadline.UnixMilliseconds);
        else
            writer.WriteNull();
        writer.WriteTextString(Mark.Note ?? "");
        writer.WriteTextString(Mark.Officer);
        writer.WriteUInt64((ulong)Mark.At.UnixMilliseconds);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static UltimatumNote? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (NoteId.Parse(id) is not var (line, message, number))
            return null;
        return Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(4);
            Timestamp? deadline = reader.Optional(static r => r.Time());
            var note = reader.Text(Bounds.UltimatumNote);
            var officer = reader.Text(Parley.Lines.Bounds.OfficerNameLength);
            var mark = new UltimatumMark(number, deadline, note.Length == 0 ? null : note, officer, reader.Time());
            reader.ReadEndArray();
            return new UltimatumNote(line, message, mark);
        });
    }
}
