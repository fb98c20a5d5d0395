using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>A party without a station, as our officers know it. Saved as one document under its id: [name, contact, officer, time].</summary>
internal sealed record ByHandPeer(PartyId Party, string Name, string Contact, string Officer, Timestamp At)
{
    private const int MaxDocument = 4096;

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(4);
        writer.WriteTextString(Name);
        writer.WriteTextString(Contact);
        writer.WriteTextString(Officer);
        writer.WriteUInt64((ulong)At.UnixMilliseconds);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static ByHandPeer? Parse(string id, ReadOnlyMemory<byte> bytes) => PartyId.Parse(id) is not { } party ? null : Cbor.Read(bytes, MaxDocument, reader =>
    {
        reader.ArrayOf(4);
        var peer = new ByHandPeer(
            party, reader.Text(Parley.Lines.Bounds.PartyNameLength), reader.Text(Parley.Lines.Bounds.ShortText), reader.Text(Parley.Lines.Bounds.OfficerNameLength),
            reader.Time());
        reader.ReadEndArray();
        return peer;
    });
}
