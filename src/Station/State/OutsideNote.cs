using System.Formats.Cbor;
using System.Globalization;
using Parley.Control.Outside;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>Something said elsewhere, as an officer of ours entered it; private to this station. Saved as one document: [speaker, time, language, quote, source, officer,
/// time entered], and where it declares something [suspended or resumed as 0 or 1, party] after them; its id is line and number.</summary>
internal sealed record OutsideNote(
    LineId Line, int Number, string Speaker, Timestamp At, string Language, string Quote, string Source, string Officer, Timestamp Entered,
    OutsideDeclares? Declares = null, PartyId? Party = null)
{
    private const int MaxDocument = 64 * 1024;
    private const int Plain = 7;
    private const int Declaring = 9;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Line}/{Number:D6}");

    public byte[] Encode()
    {
        var writer = Cbor.Writer(512);
        writer.WriteStartArray(Declares is null ? Plain : Declaring);
        writer.WriteTextString(Speaker);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteTextString(Language);
        writer.WriteTextString(Quote);
        writer.WriteTextString(Source);
        writer.WriteTextString(Officer);
        writer.WriteUInt64((ulong)Entered.UnixMilliseconds);
        if (Declares is { } declares && Party is { } party)
        {
            writer.WriteUInt32((uint)declares);
            writer.WriteTextString(party.ToString());
        }

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
            var length = reader.ArrayUpTo(Declaring);
            if (length is not (Plain or Declaring))
                throw new CborContentException("statement");
            var speaker = reader.Text(Parley.Lines.Bounds.ShortText);
            var at = reader.Time();
            var language = reader.Text(Parley.Lines.Bounds.LanguageTagLength);
            var quote = reader.Text(Bounds.OutsideQuote);
            var source = reader.Text(Parley.Lines.Bounds.ShortText);
            var officer = reader.Text(Parley.Lines.Bounds.OfficerNameLength);
            var read = new OutsideNote(line, number, speaker, at, language, quote, source, officer, reader.Time());
            if (length == Declaring)
            {
                var declares = (OutsideDeclares)reader.UpTo((int)OutsideDeclares.Resumed);
                read = read with { Declares = declares, Party = PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) ?? throw new CborContentException("party") };
            }

            reader.ReadEndArray();
            return read;
        });
        return note?.Id == id ? note : null;
    }
}
