using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>Suite 1, from the base library alone: ECDSA P-384 with SHA-384 in P1363 form (96 bytes), public keys as uncompressed points
/// of SEC 1 (97 bytes, checked to lie on the curve), private keys as scalars (48 bytes, 1 to order - 1); HPKE (RFC 9180) with
/// DHKEM(P-384, HKDF-SHA384), HKDF-SHA384 and AES-256-GCM.</summary>
public sealed class SuiteOne : Suite
{
    private SuiteOne()
    {
    }

    /// <summary>The one instance.</summary>
    public static SuiteOne Instance { get; } = new();

    /// <inheritdoc/>
    public override SuiteId Id => SuiteId.One;

    /// <inheritdoc/>
    public override int SignatureSize => EcdsaVerifyingKey.SignatureSize;

    /// <inheritdoc/>
    public override int VerifyingKeySize => P384.PointSize;

    /// <inheritdoc/>
    public override int KemPublicKeySize => P384.PointSize;

    /// <inheritdoc/>
    public override int EncapsulationSize => P384.PointSize;

    /// <inheritdoc/>
    public override SigningKey GenerateSigningKey() => EcdsaSigningKey.Generate();

    /// <inheritdoc/>
    public override SigningKey? ImportSigningKey(ReadOnlySpan<byte> privateKey) => EcdsaSigningKey.Import(privateKey);

    /// <inheritdoc/>
    public override VerifyingKey? ImportVerifyingKey(ReadOnlySpan<byte> publicKey) => EcdsaVerifyingKey.Import(publicKey);

    /// <inheritdoc/>
    public override KemKey GenerateKemKey() => EcdhKemKey.Generate();

    /// <inheritdoc/>
    public override KemKey? ImportKemKey(ReadOnlySpan<byte> privateKey) => EcdhKemKey.Import(privateKey);

    /// <inheritdoc/>
    public override byte[]? Seal(
        ReadOnlySpan<byte> kemPublicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext) =>
        Hpke.Seal(kemPublicKey, info, associatedData, plaintext);

    /// <inheritdoc/>
    public override byte[]? Open(
        KemKey key, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes) =>
        key is EcdhKemKey own
            ? Hpke.Open(own, info, associatedData, sealedBytes)
            : throw new ArgumentException("the key belongs to another suite", nameof(key));

    /// <inheritdoc/>
    public override byte[] DeriveKey(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var key = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA384, secret, key, salt, info);
        return key;
    }

    /// <inheritdoc/>
    public override byte[] Encrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext) =>
        Aes256Gcm.Seal(key32, Aes256Gcm.ZeroNonce, associatedData, plaintext);

    /// <inheritdoc/>
    public override byte[]? Decrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes) =>
        Aes256Gcm.Open(key32, Aes256Gcm.ZeroNonce, associatedData, sealedBytes);

    /// <inheritdoc/>
    public override void FillRandom(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
