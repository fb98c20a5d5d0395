using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>HPKE in base mode, single shot (RFC 9180): DHKEM(P-384, HKDF-SHA384) 0x0011, HKDF-SHA384 0x0002, AES-256-GCM 0x0002.</summary>
internal static class Hpke
{
    /// <summary>Length of shared secrets, of hashes and of the exporter secret in bytes (Nsecret, Nh).</summary>
    public const int HashSize = 48;

    private const byte ModeBase = 0;

    /// <summary>"KEM" and the number of the KEM (section 4.1).</summary>
    public static ReadOnlySpan<byte> KemSuite => "KEM\x00\x11"u8;

    /// <summary>"HPKE" and the numbers of KEM, KDF and AEAD (section 5.1).</summary>
    public static ReadOnlySpan<byte> HpkeSuite => "HPKE\x00\x11\x00\x02\x00\x02"u8;

    private static ReadOnlySpan<byte> Version => "HPKE-v1"u8;

    /// <summary>Seals to the public key; null if it is not valid (section 6.1, SealBase).</summary>
    public static byte[]? Seal(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        using var ephemeral = EcdhKemKey.Generate();
        return Seal(ephemeral, publicKey, info, associatedData, plaintext);
    }

    /// <summary>As above with the ephemeral key given, for published vectors. A key used twice gives the plaintext away.</summary>
    public static byte[]? Seal(
        EcdhKemKey ephemeral,
        ReadOnlySpan<byte> publicKey,
        ReadOnlySpan<byte> info,
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> plaintext)
    {
        var shared = Encapsulate(ephemeral, publicKey);
        if (shared is null)
        {
            return null;
        }

        using var schedule = Schedule.From(shared, info);
        return [.. ephemeral.Point, .. Aes256Gcm.Seal(schedule.Key, schedule.BaseNonce, associatedData, plaintext)];
    }

    /// <summary>Opens; null on any failure (section 6.1, OpenBase).</summary>
    public static byte[]? Open(
        EcdhKemKey key, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < P384.PointSize + Aes256Gcm.TagSize)
        {
            return null;
        }

        var shared = Decapsulate(key, sealedBytes[..P384.PointSize]);
        if (shared is null)
        {
            return null;
        }

        using var schedule = Schedule.From(shared, info);
        return Aes256Gcm.Open(schedule.Key, schedule.BaseNonce, associatedData, sealedBytes[P384.PointSize..]);
    }

    /// <summary>The shared secret of the sender; its encapsulation is the ephemeral public key (section 4.1, Encap).</summary>
    public static byte[]? Encapsulate(EcdhKemKey ephemeral, ReadOnlySpan<byte> publicKey) =>
        ExtractAndExpand(ephemeral.Agree(publicKey), ephemeral.Point, publicKey);

    /// <summary>The shared secret of the receiver (section 4.1, Decap).</summary>
    public static byte[]? Decapsulate(EcdhKemKey key, ReadOnlySpan<byte> encapsulation) =>
        ExtractAndExpand(key.Agree(encapsulation), encapsulation, key.Point);

    /// <summary>Section 4: LabeledExtract.</summary>
    public static byte[] LabeledExtract(
        ReadOnlySpan<byte> suite, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material)
    {
        byte[] labeled = [.. Version, .. suite, .. label, .. material];
        var key = new byte[HashSize];
        HKDF.Extract(HashAlgorithmName.SHA384, labeled, salt, key);
        CryptographicOperations.ZeroMemory(labeled);
        return key;
    }

    /// <summary>Section 4: LabeledExpand.</summary>
    public static byte[] LabeledExpand(
        ReadOnlySpan<byte> suite, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int length)
    {
        Span<byte> prefix = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, checked((ushort)length));
        var output = new byte[length];
        HKDF.Expand(HashAlgorithmName.SHA384, key, output, [.. prefix, .. Version, .. suite, .. label, .. info]);
        return output;
    }

    private static byte[]? ExtractAndExpand(byte[]? agreed, ReadOnlySpan<byte> encapsulation, ReadOnlySpan<byte> publicKey)
    {
        if (agreed is null)
        {
            return null;
        }

        var extracted = LabeledExtract(KemSuite, [], "eae_prk"u8, agreed);
        var shared = LabeledExpand(KemSuite, extracted, "shared_secret"u8, [.. encapsulation, .. publicKey], HashSize);
        CryptographicOperations.ZeroMemory(agreed);
        CryptographicOperations.ZeroMemory(extracted);
        return shared;
    }

    /// <summary>What the key schedule yields (section 5.1). Dispose clears it.</summary>
    internal sealed record Schedule(byte[] Key, byte[] BaseNonce, byte[] ExporterSecret) : IDisposable
    {
        /// <summary>Runs the key schedule of base mode and clears the shared secret.</summary>
        public static Schedule From(byte[] shared, ReadOnlySpan<byte> info)
        {
            byte[] context =
            [
                ModeBase,
                .. LabeledExtract(HpkeSuite, [], "psk_id_hash"u8, []),
                .. LabeledExtract(HpkeSuite, [], "info_hash"u8, info),
            ];
            var secret = LabeledExtract(HpkeSuite, shared, "secret"u8, []);
            var schedule = new Schedule(
                LabeledExpand(HpkeSuite, secret, "key"u8, context, Aes256Gcm.KeySize),
                LabeledExpand(HpkeSuite, secret, "base_nonce"u8, context, Aes256Gcm.NonceSize),
                LabeledExpand(HpkeSuite, secret, "exp"u8, context, HashSize));
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(secret);
            return schedule;
        }

        public void Dispose()
        {
            CryptographicOperations.ZeroMemory(Key);
            CryptographicOperations.ZeroMemory(BaseNonce);
            CryptographicOperations.ZeroMemory(ExporterSecret);
        }
    }
}
