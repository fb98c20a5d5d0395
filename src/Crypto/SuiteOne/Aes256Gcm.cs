using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D), ciphertext then tag in one span.</summary>
internal static class Aes256Gcm
{
    public const int KeySize = 32;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    /// <summary>A nonce of zeros, for keys that are used once.</summary>
    public static ReadOnlySpan<byte> ZeroNonce => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Ciphertext, then tag, under a key for this one use.</summary>
    public static byte[] Seal(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        CheckKey(key);
        var output = new byte[plaintext.Length + TagSize];
        using var aes = new AesGcm(key, TagSize);
        Seal(aes, nonce, associatedData, plaintext, output);
        return output;
    }

    /// <summary>Writes ciphertext, then tag; the output is longer than the plaintext by the tag.</summary>
    public static void Seal(
        AesGcm aes, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext, Span<byte> output) =>
        aes.Encrypt(nonce, plaintext, output[..plaintext.Length], output[plaintext.Length..], associatedData);

    /// <summary>The plaintext; null if the tag does not fit.</summary>
    public static byte[]? Open(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        CheckKey(key);
        if (sealedBytes.Length < TagSize)
        {
            return null;
        }

        using var aes = new AesGcm(key, TagSize);
        return Open(aes, nonce, associatedData, sealedBytes);
    }

    /// <summary>The plaintext; null if the tag does not fit.</summary>
    public static byte[]? Open(
        AesGcm aes, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < TagSize)
        {
            return null;
        }

        var plaintext = new byte[sealedBytes.Length - TagSize];
        try
        {
            aes.Decrypt(nonce, sealedBytes[..plaintext.Length], sealedBytes[plaintext.Length..], plaintext, associatedData);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static void CheckKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
        {
            throw new ArgumentException("the key must have 32 bytes", nameof(key));
        }
    }
}
