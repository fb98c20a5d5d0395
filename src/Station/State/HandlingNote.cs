using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>A stage of handling as our officers entered it, kept at home whether or not the other side was told. Saved as one document:
/// [content, officer, time entered, number of the stage it corrects or 0, entry by which the others were told or null]; its id is line, message and number.</summary>
internal sealed record HandlingNote(
    LineId Line, EntryRef Message, int Number, HandlingContent What, string Officer, Timestamp Entered, int Corrects, EntryRef? Told)
{
    private const int MaxDocument = 384 * 1024;

    public string Id => new NoteId(Line, Message, Number).ToString();

    public HandlingRecord ToRecord(PartyId own) =>
        new(What, own, Entered, Told, Number, Officer, Corrects > 0 ? Corrects : null);

    public byte[] Encode()
    {
        var writer = Cbor.Writer(512);
        writer.WriteStartArray(5);
        writer.WriteByteString(What.ToWords().ToContent(new byte[Content.SeedSize]).Encode());
        writer.WriteTextString(Officer);
        writer.WriteUInt64((ulong)Entered.UnixMilliseconds);
        writer.WriteUInt32((uint)Corrects);
        if (Told is { } told)
            told.Write(writer);
        else
            writer.WriteNull();
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static HandlingNote? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (NoteId.Parse(id) is not var (line, message, number))
            return null;
        return Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(5);
            if (Content.Parse(reader.ReadByteString()) is not { } content || HandlingContent.From(content) is not { } what)
                return null;
            var officer = reader.Text(Parley.Lines.Bounds.OfficerNameLength);
            var entered = reader.Time();
            var corrects = reader.UpTo(Bounds.HandlingStages);
            EntryRef? told = null;
            if (reader.PeekState() == CborReaderState.Null)
                reader.ReadNull();
            else
                told = EntryRef.Read(reader);
            reader.ReadEndArray();
            return new HandlingNote(line, message, number, what, officer, entered, corrects, told);
        });
    }
}
