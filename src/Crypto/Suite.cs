namespace Parley.Crypto;

/// <summary>A set of algorithms under one number. All sizes are fixed per suite. Bad input from outside is null or false; wrong use by our
/// own code (a key of another suite, a key of a wrong length) is an exception. Every member may be called from several threads.</summary>
public abstract class Suite
{
    /// <summary>Length in bytes of the keys that <see cref="Encrypt"/> and <see cref="Decrypt"/> take.</summary>
    public const int EncryptionKeySize = 32;

    /// <summary>The number of this suite.</summary>
    public abstract SuiteId Id { get; }

    /// <summary>Length of a signature in bytes.</summary>
    public abstract int SignatureSize { get; }

    /// <summary>Length of a public verifying key in bytes.</summary>
    public abstract int VerifyingKeySize { get; }

    /// <summary>Length of a public KEM key in bytes.</summary>
    public abstract int KemPublicKeySize { get; }

    /// <summary>Length in bytes of the encapsulation that stands before the ciphertext in what <see cref="Seal"/> returns.</summary>
    public abstract int EncapsulationSize { get; }

    /// <summary>A new signing key.</summary>
    public abstract SigningKey GenerateSigningKey();

    /// <summary>The signing key that <see cref="SigningKey.ExportPrivateKey"/> wrote; null if the bytes are none.</summary>
    public abstract SigningKey? ImportSigningKey(ReadOnlySpan<byte> privateKey);

    /// <summary>The verifying key of these public bytes; null if they are no valid key.</summary>
    public abstract VerifyingKey? ImportVerifyingKey(ReadOnlySpan<byte> publicKey);

    /// <summary>A new key to which others can seal.</summary>
    public abstract KemKey GenerateKemKey();

    /// <summary>The KEM key that <see cref="KemKey.ExportPrivateKey"/> wrote; null if the bytes are none.</summary>
    public abstract KemKey? ImportKemKey(ReadOnlySpan<byte> privateKey);

    /// <summary>Seals to a public KEM key: HPKE single shot in base mode (RFC 9180, sections 5.1.1 and 6.1).</summary>
    /// <returns>Encapsulation, then ciphertext with tag; null if the public key is not valid.</returns>
    public abstract byte[]? Seal(
        ReadOnlySpan<byte> kemPublicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext);

    /// <summary>Opens what <see cref="Seal"/> made; null if anything does not fit.</summary>
    /// <exception cref="ArgumentException">The key belongs to another suite.</exception>
    public abstract byte[]? Open(
        KemKey key, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes);

    /// <summary>Derives a key: extract, then expand (RFC 5869; HKDF-SHA384 in suite 1).</summary>
    /// <param name="secret">Input keying material.</param>
    /// <param name="salt">May be empty.</param>
    /// <param name="info">What the key is for.</param>
    /// <param name="length">Bytes wanted, at least 1.</param>
    public abstract byte[] DeriveKey(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length);

    /// <summary>Encrypts under a 32-byte key with a nonce of zeros (AES-256-GCM, NIST SP 800-38D, in suite 1). A key must encrypt one
    /// plaintext in its life: derive it from something that names the plaintext, such as a hash that covers its commitment.</summary>
    /// <returns>Ciphertext, then tag.</returns>
    public abstract byte[] Encrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext);

    /// <summary>Decrypts what <see cref="Encrypt"/> made; null if it was made otherwise.</summary>
    public abstract byte[]? Decrypt(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes);

    /// <summary>Fills the destination with unpredictable bytes (in the simulator: with the bytes of its seed).</summary>
    public abstract void FillRandom(Span<byte> destination);
}
