using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>The station's own key, under which contents rest in its store: AES-256-GCM (NIST SP 800-38D).</summary>
/// <remarks>Layout of sealed bytes: version (1 byte, 1), nonce (12 bytes), ciphertext, tag (16 bytes); the context is the associated data
/// and must name the place, so that sealed bytes cannot be moved to another. With random nonces a key may seal
/// <see cref="Bounds.SealingsPerAtRestKey"/> times; the key does not count, for its life is longer than a process. May be used from several
/// threads.</remarks>
public sealed class AtRestKey : IDisposable
{
    /// <summary>Length of the key in bytes.</summary>
    public const int Size = Aes256Gcm.KeySize;

    /// <summary>Length of a nonce in bytes.</summary>
    public const int NonceSize = Aes256Gcm.NonceSize;

    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = HeaderSize + Aes256Gcm.TagSize;

    private const byte Version = 1;
    private const int HeaderSize = 1 + NonceSize;

    private readonly byte[] _key;
    private readonly AesGcm _aes;

    // One cipher object holds state between calls; setting one up for each sealing would cost more than the lock.
    private readonly Lock _gate = new();

    private AtRestKey(byte[] key)
    {
        _key = key;
        _aes = new AesGcm(key, Aes256Gcm.TagSize);
    }

    /// <summary>A new key from the suite's random bytes.</summary>
    public static AtRestKey Generate(Suite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var key = new byte[Size];
        suite.FillRandom(key);
        return new AtRestKey(key);
    }

    /// <summary>The key of these 32 bytes; null if there are more or fewer.</summary>
    public static AtRestKey? Import(ReadOnlySpan<byte> key) => key.Length == Size ? new AtRestKey(key.ToArray()) : null;

    /// <summary>The 32 bytes of the key in a new array, which the caller clears after use.</summary>
    public byte[] Export() => [.. _key];

    /// <summary>Seals under a nonce that the caller never gives twice under this key.</summary>
    /// <exception cref="ArgumentException">The nonce is not 12 bytes long.</exception>
    public byte[] Seal(ReadOnlySpan<byte> context, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> nonce12)
    {
        if (nonce12.Length != NonceSize)
        {
            throw new ArgumentException("the nonce must have 12 bytes", nameof(nonce12));
        }

        var output = new byte[plaintext.Length + Overhead];
        output[0] = Version;
        nonce12.CopyTo(output.AsSpan(1));
        lock (_gate)
        {
            Aes256Gcm.Seal(_aes, nonce12, context, plaintext, output.AsSpan(HeaderSize));
        }

        return output;
    }

    /// <summary>Seals under a random nonce drawn from the suite.</summary>
    public byte[] Seal(ReadOnlySpan<byte> context, ReadOnlySpan<byte> plaintext, Suite random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> nonce = stackalloc byte[NonceSize];
        random.FillRandom(nonce);
        return Seal(context, plaintext, nonce);
    }

    /// <summary>Opens what <see cref="Seal(ReadOnlySpan{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/> made in the same context; null
    /// for anything else.</summary>
    public byte[]? Open(ReadOnlySpan<byte> context, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Version)
        {
            return null;
        }

        lock (_gate)
        {
            return Aes256Gcm.Open(_aes, sealedBytes[1..HeaderSize], context, sealedBytes[HeaderSize..]);
        }
    }

    /// <summary>Clears the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _aes.Dispose();
    }
}
