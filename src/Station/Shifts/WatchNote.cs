using System.Globalization;
using Parley.Ledger;
using Parley.Lines;

namespace Parley.Station.Shifts;

/// <summary>A line of the watch log. Saved as one document: [time, officer, text]; its id is its number in nine digits.</summary>
internal sealed record WatchNote(long Number, Timestamp At, string Officer, string Text)
{
    private const int MaxDocument = 4096;
    private const int Digits = 9;

    public string Id => Number.ToString("D9", CultureInfo.InvariantCulture);

    public byte[] Encode() => Cbor.Encode(this, static (writer, note) =>
    {
        writer.WriteStartArray(3);
        writer.WriteUInt64((ulong)note.At.UnixMilliseconds);
        writer.WriteTextString(note.Officer);
        writer.WriteTextString(note.Text);
        writer.WriteEndArray();
    });

    public static WatchNote? Parse(string id, ReadOnlyMemory<byte> bytes) =>
        id.Length != Digits || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? null
            : Cbor.Read(bytes, MaxDocument, reader =>
            {
                reader.ArrayOf(3);
                var note = new WatchNote(number, reader.Time(), reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Text(Control.Bounds.WatchNoteLength));
                reader.ReadEndArray();
                return note;
            });
}
