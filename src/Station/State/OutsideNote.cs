using System.Globalization;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;

namespace Parley.Station.State;

/// <summary>Something said elsewhere, as an officer of ours entered it; private to this station. Saved as one document: [speaker, time, language, quote, source, officer,
/// time entered]; its id is line and number.</summary>
internal sealed record OutsideNote(
    LineId Line, int Number, string Speaker, Timestamp At, string Language, string Quote, string Source, string Officer, Timestamp Entered)
{
    private const int MaxDocument = 64 * 1024;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Line}/{Number:D6}");

    public byte[] Encode()
    {
        var writer = Cbor.Writer(512);
        writer.WriteStartArray(7);
        writer.WriteTextString(Speaker);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteTextString(Language);
        writer.WriteTextString(Quote);
        writer.WriteTextString(Source);
        writer.WriteTextString(Officer);
        writer.WriteUInt64((ulong)Entered.UnixMilliseconds);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static OutsideNote? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        var parts = id.Split('/');
        if (parts.Length != 2 || LineId.Parse(parts[0]) is not { } line || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var note = Cbor.Read(bytes, MaxDocument, reader =>
        {
            reader.ArrayOf(7);
            var speaker = reader.Text(Parley.Lines.Bounds.ShortText);
            var at = reader.Time();
            var language = reader.Text(Parley.Lines.Bounds.LanguageTagLength);
            var quote = reader.Text(Bounds.OutsideQuote);
            var source = reader.Text(Parley.Lines.Bounds.ShortText);
            var officer = reader.Text(Parley.Lines.Bounds.OfficerNameLength);
            var read = new OutsideNote(line, number, speaker, at, language, quote, source, officer, reader.Time());
            reader.ReadEndArray();
            return read;
        });
        return note?.Id == id ? note : null;
    }
}
