using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;

namespace Parley.Lines.Parties;

/// <summary>How a card follows the one before it.</summary>
public enum CardStep
{
    /// <summary>The party's first card.</summary>
    First = 0,

    /// <summary>Same key; validity, names, addresses or KEM keys changed. Signed by the key.</summary>
    Update = 1,

    /// <summary>The pre-committed next key takes over. Signed by the old key and the next.</summary>
    Rotate = 2,

    /// <summary>The old key is not trusted any more. Signed by the next key alone.</summary>
    Revoke = 3,
}

/// <summary>A party's signed public identity, one version of it.</summary>
/// <param name="Party">Its own name for itself.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Step">How it follows the card before.</param>
/// <param name="Previous">Hash of the card before; null for the first.</param>
/// <param name="Names">BCP 47 language tag to the party's name in it, ordered by tag.</param>
/// <param name="ValidFrom">Start of validity, UTC.</param>
/// <param name="ValidUntil">End of validity, UTC. An expired card warns and never mutes.</param>
/// <param name="Suite">Suite of the keys.</param>
/// <param name="FirstKey">The party's first identity key, for ever.</param>
/// <param name="Key">The identity key in force.</param>
/// <param name="NextKey">SHA-256 of the identity key that will follow; its private half is kept offline.</param>
/// <param name="LiveKem">KEM key that opens the first keying of each generation on live lines.</param>
/// <param name="ExerciseKem">The same for exercise lines.</param>
/// <param name="Addresses">Circuit addresses, such as <c>tls://192.0.2.1:7101</c>.</param>
public sealed record Card(
    PartyId Party,
    int Version,
    CardStep Step,
    Digest? Previous,
    IReadOnlyList<KeyValuePair<string, string>> Names,
    Timestamp ValidFrom,
    Timestamp ValidUntil,
    SuiteId Suite,
    byte[] FirstKey,
    byte[] Key,
    Digest NextKey,
    byte[] LiveKem,
    byte[] ExerciseKem,
    IReadOnlyList<string> Addresses)
{
    private const int Items = 15;
    private const int FormatVersion = 1;
    private const int KeySize = 4096;
    private static readonly byte[] HashContext = "parley/1/card\n"u8.ToArray();

    /// <summary>SHA-256("parley/1/card\n", encoding): what signatures sign and digits show.</summary>
    public Digest Hash() => Digest.Of(HashContext, Encode());

    /// <summary>The bytes that a card's signatures sign.</summary>
    public byte[] SignedBytes() => [.. HashContext, .. Encode()];

    /// <summary>The KEM key for lines of that mode.</summary>
    public byte[] Kem(Charters.LineMode mode) => mode == Charters.LineMode.Live ? LiveKem : ExerciseKem;

    public byte[] Encode()
    {
        var writer = Cbor.Writer(1024);
        writer.WriteStartArray(Items);
        writer.WriteUInt32(FormatVersion);
        writer.WriteTextString(Party.ToString());
        writer.WriteUInt32((uint)Version);
        writer.WriteUInt32((uint)Step);
        writer.WriteOptional(Previous);
        writer.WriteStartArray(Names.Count);
        foreach (var (tag, name) in Names)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(tag);
            writer.WriteTextString(name);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteUInt64((ulong)ValidFrom.UnixMilliseconds);
        writer.WriteUInt64((ulong)ValidUntil.UnixMilliseconds);
        writer.WriteUInt32(Suite.Number);
        writer.WriteByteString(FirstKey);
        writer.WriteByteString(Key);
        writer.WriteDigest(NextKey);
        writer.WriteByteString(LiveKem);
        writer.WriteByteString(ExerciseKem);
        writer.WriteStartArray(Addresses.Count);
        foreach (var address in Addresses)
            writer.WriteTextString(address);
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else.</summary>
    public static Card? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.CardSize, static reader =>
    {
        reader.ArrayOf(Items);
        if (reader.UpTo(FormatVersion) != FormatVersion || PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party)
            return null;
        var version = reader.UpTo(int.MaxValue);
        var step = (CardStep)reader.UpTo(3);
        var previous = reader.Optional(static r => r.Digest());
        var card = new Card(
            party,
            version,
            step,
            previous,
            ReadNames(reader),
            reader.Time(),
            reader.Time(),
            new SuiteId((byte)reader.UpTo(255)),
            reader.BytesUpTo(KeySize),
            reader.BytesUpTo(KeySize),
            reader.Digest(),
            reader.BytesUpTo(KeySize),
            reader.BytesUpTo(KeySize),
            ReadAddresses(reader));
        reader.ReadEndArray();
        var first = card.Step == CardStep.First;
        return card.Version >= 1 && first == (version == 1) && first == (previous is null) && card.ValidFrom < card.ValidUntil &&
            (!first || card.FirstKey.AsSpan().SequenceEqual(card.Key))
            ? card
            : null;
    });

    private static KeyValuePair<string, string>[] ReadNames(CborReader reader)
    {
        var names = new KeyValuePair<string, string>[reader.ArrayUpTo(Bounds.PartyNames)];
        for (var i = 0; i < names.Length; i++)
        {
            reader.ArrayOf(2);
            names[i] = new(reader.Text(Bounds.LanguageTagLength), reader.Text(Bounds.PartyNameLength));
            reader.ReadEndArray();
            if (i > 0 && string.CompareOrdinal(names[i - 1].Key, names[i].Key) >= 0)
                Cbor.Refuse("names out of order");
        }

        reader.ReadEndArray();
        return names;
    }

    private static string[] ReadAddresses(CborReader reader)
    {
        var addresses = new string[reader.ArrayUpTo(Bounds.Addresses)];
        for (var i = 0; i < addresses.Length; i++)
            addresses[i] = reader.Text(Bounds.AddressLength);
        reader.ReadEndArray();
        return addresses;
    }

    /// <inheritdoc/>
    public bool Equals(Card? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Party, Version, NextKey);
}
