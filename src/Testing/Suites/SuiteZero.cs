using Parley.Crypto;

namespace Parley.Testing.Suites;

/// <summary>Suite 0, for the simulator alone: every operation is one or a few SHA-256, every random byte comes from the seed, so two
/// instances of one seed that are asked for the same things give the same bytes. It has the shape of a suite and none of its strength:
/// whoever knows a public key can sign and open. What it does promise is what tests rest on: a flipped byte never verifies and never
/// opens.</summary>
public sealed class SuiteZero(ulong seed) : Suite
{
    /// <summary>Length of every key, private or public, in bytes.</summary>
    private const int KeySize = Digest.Size;

    private readonly SeededBytes random = new(seed);

    /// <inheritdoc/>
    public override SuiteId Id => new(0);

    /// <inheritdoc/>
    public override int SignatureSize => Digest.Size;

    /// <inheritdoc/>
    public override int VerifyingKeySize => KeySize;

    /// <inheritdoc/>
    public override int KemPublicKeySize => KeySize;

    /// <inheritdoc/>
    public override int EncapsulationSize => Digest.Size;

    /// <inheritdoc/>
    public override SigningKey GenerateSigningKey() => new ZeroSigningKey(NewKey());

    /// <inheritdoc/>
    public override SigningKey? ImportSigningKey(ReadOnlySpan<byte> privateKey) =>
        privateKey.Length == KeySize ? new ZeroSigningKey(privateKey.ToArray()) : null;

    /// <inheritdoc/>
    public override VerifyingKey? ImportVerifyingKey(ReadOnlySpan<byte> publicKey) =>
        publicKey.Length == KeySize ? new ZeroVerifyingKey(publicKey.ToArray()) : null;

    /// <inheritdoc/>
    public override KemKey GenerateKemKey() => new ZeroKemKey(NewKey());

    /// <inheritdoc/>
    public override KemKey? ImportKemKey(ReadOnlySpan<byte> privateKey) =>
        privateKey.Length == KeySize ? new ZeroKemKey(privateKey.ToArray()) : null;

    /// <inheritdoc/>
    public override byte[]? Seal(
        ReadOnlySpan<byte> kemPublicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        if (kemPublicKey.Length != KeySize)
            return null;
        var encapsulation = NewKey();
        return [.. encapsulation, .. Encrypt(SharedKey(kemPublicKey, encapsulation, info), associatedData, plaintext)];
    }

    /// <inheritdoc/>
    public override byte[]? Open(KemKey key, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        if (key is not ZeroKemKey own)
            throw new ArgumentException("the key belongs to another suite", nameof(key));
        return sealedBytes.Length < Digest.Size
            ? null
            : Decrypt(SharedKey(own.PublicKey, sealedBytes[..Digest.Size], info), associatedData, sealedBytes[Digest.Size..]);
    }

    /// <inheritdoc/>
    public override byte[] DeriveKey(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var derived = new byte[length];
        ZeroHash.Of("derive"u8, secret, salt, info).Stream(derived);
        return derived;
    }

    /// <inheritdoc/>
    public override byte[] Encrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        CheckKey(key32);
        var output = new byte[plaintext.Length + ZeroHash.TagSize];
        var ciphertext = output.AsSpan(0, plaintext.Length);
        ZeroHash.Of("stream"u8, key32).Stream(ciphertext);
        Mix(ciphertext, plaintext);
        Tag(key32, associatedData, ciphertext, output.AsSpan(plaintext.Length));
        return output;
    }

    /// <inheritdoc/>
    public override byte[]? Decrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        CheckKey(key32);
        if (sealedBytes.Length < ZeroHash.TagSize)
            return null;
        var ciphertext = sealedBytes[..^ZeroHash.TagSize];
        Span<byte> tag = stackalloc byte[ZeroHash.TagSize];
        Tag(key32, associatedData, ciphertext, tag);
        if (!tag.SequenceEqual(sealedBytes[ciphertext.Length..]))
            return null;
        var plaintext = new byte[ciphertext.Length];
        ZeroHash.Of("stream"u8, key32).Stream(plaintext);
        Mix(plaintext, ciphertext);
        return plaintext;
    }

    /// <inheritdoc/>
    public override void FillRandom(Span<byte> destination) => random.Fill(destination);

    private static byte[] SharedKey(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> encapsulation, ReadOnlySpan<byte> info) =>
        ZeroHash.Of("share"u8, publicKey, encapsulation, info).Digest.ToArray();

    private static void Tag(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, Span<byte> tag) =>
        ZeroHash.Of("tag"u8, key, associatedData, ciphertext).Stream(tag);

    private static void Mix(Span<byte> target, ReadOnlySpan<byte> with)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] ^= with[i];
    }

    private static void CheckKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != EncryptionKeySize)
            throw new ArgumentException("the key must have 32 bytes", nameof(key));
    }

    private byte[] NewKey()
    {
        var key = new byte[KeySize];
        random.Fill(key);
        return key;
    }
}
