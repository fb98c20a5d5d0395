using System.Buffers.Text;
using System.Formats.Cbor;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.State;

/// <summary>What an officer signs in with besides the token. Saved as one document under the officer's name: [PIN's hash or null, link or null, passkeys], where a link is
/// [hash of its code, until].</summary>
internal sealed record SignInState(PinHash? Pin, OpenLink? Link, IReadOnlyList<PasskeyState> Passkeys)
{
    private const int MaxDocument = 64 * 1024;

    public static SignInState Nothing { get; } = new(null, null, []);

    public bool IsNothing => Pin is null && Link is null && Passkeys.Count == 0;

    public PasskeyState? Find(string passkey) => Passkeys.FirstOrDefault(p => p.Id == passkey);

    public byte[] Encode()
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(3);
        if (Pin is not null)
            writer.WriteByteString(Pin.Export());
        else
            writer.WriteNull();
        if (Link is { } link)
        {
            writer.WriteStartArray(2);
            writer.WriteDigest(link.CodeHash);
            writer.WriteUInt64((ulong)link.Until.UnixMilliseconds);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull();
        }

        writer.WriteStartArray(Passkeys.Count);
        foreach (var passkey in Passkeys)
            passkey.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static SignInState? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        reader.ArrayOf(3);
        PinHash? pin = null;
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else if ((pin = PinHash.Import(reader.Bytes(PinHash.Size))) is null)
            Cbor.Refuse("PIN");
        var link = reader.Optional(static r =>
        {
            r.ArrayOf(2);
            var open = new OpenLink(r.Digest(), r.Time());
            r.ReadEndArray();
            return open;
        });
        var passkeys = new PasskeyState[reader.ArrayUpTo(Limits.Passkeys)];
        for (var i = 0; i < passkeys.Length; i++)
            passkeys[i] = PasskeyState.Read(reader);
        reader.ReadEndArray();
        reader.ReadEndArray();
        if (passkeys.DistinctBy(p => p.Id).Count() != passkeys.Length)
            Cbor.Refuse("a passkey twice");
        return new SignInState(pin, link, passkeys);
    });
}

/// <summary>A sign-in link that nobody has used yet. The code itself is not kept.</summary>
internal readonly record struct OpenLink(Digest CodeHash, Timestamp Until)
{
    /// <summary>Codes are 32 random bytes; what is kept is SHA-256 of their text.</summary>
    public static Digest HashOf(string code) => Digest.Of(System.Text.Encoding.UTF8.GetBytes("parley/1/sign-in-link\n" + code));
}

/// <summary>A passkey of an officer: [credential id, public key in COSE, counter, name, transports, flags, since, last used or null]; flags are 1 user verified, 2 backup
/// eligible, 4 backed up.</summary>
internal sealed record PasskeyState(
    byte[] CredentialId,
    byte[] PublicKey,
    long SignCount,
    string Name,
    IReadOnlyList<string> Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    Timestamp Since,
    Timestamp? LastUsed)
{
    private const int ShortLength = 8;

    public string Id { get; } = IdOf(CredentialId);

    public static string IdOf(ReadOnlySpan<byte> credentialId) => Base64Url.EncodeToString(credentialId);

    /// <summary>The beginning of an id, enough to tell passkeys apart.</summary>
    public static string Short(string id) => id.Length > ShortLength ? id[..ShortLength] : id;

    public PasskeyRecord Record(string officer) => new(
        officer, CredentialId, PublicKey, Since.ToDateTimeOffset(), SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, Name);

    public PasskeyView View() => new(Id, Name, Since.ToDateTimeOffset(), LastUsed?.ToDateTimeOffset(), IsBackedUp);

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(8);
        writer.WriteByteString(CredentialId);
        writer.WriteByteString(PublicKey);
        writer.WriteUInt64((ulong)SignCount);
        writer.WriteTextString(Name);
        writer.WriteStartArray(Transports.Count);
        foreach (var transport in Transports)
            writer.WriteTextString(transport);
        writer.WriteEndArray();
        writer.WriteUInt32((IsUserVerified ? 1u : 0) | (IsBackupEligible ? 2u : 0) | (IsBackedUp ? 4u : 0));
        writer.WriteUInt64((ulong)Since.UnixMilliseconds);
        if (LastUsed is { } used)
            writer.WriteUInt64((ulong)used.UnixMilliseconds);
        else
            writer.WriteNull();
        writer.WriteEndArray();
    }

    public static PasskeyState Read(CborReader reader)
    {
        reader.ArrayOf(8);
        var (id, key, count, name) = (
            reader.BytesUpTo(Limits.CredentialIdSize), reader.BytesUpTo(Limits.PasskeyPublicKeySize), reader.Count(), reader.Text(Limits.PasskeyNameLength));
        var transports = new string[reader.ArrayUpTo(Limits.Transports)];
        for (var i = 0; i < transports.Length; i++)
            transports[i] = reader.Text(Limits.TransportLength);
        reader.ReadEndArray();
        var flags = reader.UpTo(7);
        var passkey = new PasskeyState(
            id, key, count, name, transports, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, reader.Time(), reader.Optional(static r => r.Time()));
        reader.ReadEndArray();
        return passkey;
    }
}
