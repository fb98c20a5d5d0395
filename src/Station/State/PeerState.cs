using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Parties;

namespace Parley.Station.State;

/// <summary>Another party as known here. Saved as one document: [chain, verified].</summary>
internal sealed class PeerState(CardChain chain, bool verified)
{
    private const int MaxDocument = 8 << 20;

    public PartyId Party => Chain.Party;

    public CardChain Chain { get; set; } = chain;

    /// <summary>The digits were compared, or the card follows from one whose digits were.</summary>
    public bool Verified { get; set; } = verified;

    /// <summary>When anything authenticated last came; not saved.</summary>
    public Timestamp? LastHeard { get; set; }

    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(2);
        writer.WriteByteString(Chain.Encode());
        writer.WriteBoolean(Verified);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static PeerState? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(2);
        var chain = CardChain.Parse(reader.ReadByteString());
        var verified = reader.ReadBoolean();
        reader.ReadEndArray();
        return chain is null ? null : new PeerState(chain, verified);
    });
}
