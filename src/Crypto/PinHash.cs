using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Crypto;

/// <summary>What is kept of a PIN: 32 bytes of PBKDF2-HMAC-SHA384 (RFC 8018, section 5.2) of the PIN in UTF-8, under a salt of 16 random bytes. A PIN is short, so whoever
/// reads the hash can try them all; the rounds make that slow, and the station's key stands before it. Making and comparing one takes a good part of a second.</summary>
public sealed class PinHash
{
    /// <summary>Length in bytes of what <see cref="Export"/> writes: rounds (4, most significant first), salt, hash.</summary>
    public const int Size = sizeof(int) + SaltSize + HashSize;

    private const int SaltSize = 16;
    private const int HashSize = 32;
    private readonly int iterations;
    private readonly byte[] salt;
    private readonly byte[] hash;

    private PinHash(int iterations, byte[] salt, byte[] hash)
    {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /// <summary>Stretches a PIN under a new salt.</summary>
    /// <param name="pin">Not empty.</param>
    /// <param name="random">Where the salt comes from.</param>
    /// <param name="iterations">Rounds, <see cref="Bounds.PinLeastIterations"/> to <see cref="Bounds.PinMostIterations"/>.</param>
    /// <exception cref="ArgumentException">The PIN is empty.</exception>
    public static PinHash Of(string pin, Suite random, int iterations = Bounds.PinIterations)
    {
        ArgumentException.ThrowIfNullOrEmpty(pin);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, Bounds.PinLeastIterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, Bounds.PinMostIterations);
        var salt = new byte[SaltSize];
        random.FillRandom(salt);
        return new PinHash(iterations, salt, Derive(pin, salt, iterations));
    }

    /// <summary>Whether it is of that PIN. How long it takes says nothing of how much of it was right.</summary>
    public bool Fits(string pin)
    {
        var derived = Derive(pin, salt, iterations);
        var fits = CryptographicOperations.FixedTimeEquals(derived, hash);
        CryptographicOperations.ZeroMemory(derived);
        return fits;
    }

    /// <summary>The bytes to be kept, <see cref="Size"/> of them.</summary>
    public byte[] Export()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt32BigEndian(bytes, iterations);
        salt.CopyTo(bytes, sizeof(int));
        hash.CopyTo(bytes, sizeof(int) + SaltSize);
        return bytes;
    }

    /// <summary>Reads what <see cref="Export"/> wrote; null for anything else.</summary>
    public static PinHash? Import(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            return null;
        var iterations = BinaryPrimitives.ReadInt32BigEndian(bytes);
        return iterations is >= Bounds.PinLeastIterations and <= Bounds.PinMostIterations
            ? new PinHash(iterations, bytes.Slice(sizeof(int), SaltSize).ToArray(), bytes[(sizeof(int) + SaltSize)..].ToArray())
            : null;
    }

    private static byte[] Derive(string pin, byte[] salt, int iterations)
    {
        var bytes = Encoding.UTF8.GetBytes(pin);
        var hash = Rfc2898DeriveBytes.Pbkdf2(bytes, salt, iterations, HashAlgorithmName.SHA384, HashSize);
        CryptographicOperations.ZeroMemory(bytes);
        return hash;
    }
}
