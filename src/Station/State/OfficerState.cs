using Parley.Control;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;

namespace Parley.Station.State;

/// <summary>An officer of this station. The token itself is not kept, its hash is. Saved as one document: [roles, token hash, since, revoked].</summary>
internal sealed record OfficerState(string Name, Roles Roles, Digest TokenHash, Timestamp Since, bool Revoked)
{
    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(4);
        writer.WriteUInt32((uint)Roles);
        writer.WriteDigest(TokenHash);
        writer.WriteUInt64((ulong)Since.UnixMilliseconds);
        writer.WriteBoolean(Revoked);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static OfficerState? Parse(string name, ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, 1024, reader =>
    {
        reader.ArrayOf(4);
        var officer = new OfficerState(name, (Roles)reader.UpTo(1023), reader.Digest(), reader.Time(), reader.ReadBoolean());
        reader.ReadEndArray();
        return officer;
    });

    /// <summary>Tokens are 32 random bytes; what is kept is SHA-256 of their text.</summary>
    public static Digest HashOf(string token) => Digest.Of(System.Text.Encoding.UTF8.GetBytes("parley/1/token\n" + token));
}
