using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>A SHA-256 digest (FIPS 180-4), 32 bytes, held as a value without allocation. The default value is all zero. Order is that of
/// the bytes. Digests are public: comparison is not constant-time.</summary>
public readonly struct Digest : IEquatable<Digest>, IComparable<Digest>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    // Inputs up to this many bytes are joined on the stack; a one-shot hash is cheaper than an incremental one.
    private const int StackLimit = 1024;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Takes the 32 bytes of a digest as they are.</summary>
    /// <exception cref="ArgumentException">The span is not 32 bytes long.</exception>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("a digest has 32 bytes", nameof(bytes));
        }

        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>SHA-256 of the data.</summary>
    public static Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return new Digest(hash);
    }

    /// <summary>SHA-256 of <paramref name="a"/> followed by <paramref name="b"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length + (long)b.Length <= StackLimit)
        {
            Span<byte> joined = stackalloc byte[StackLimit];
            a.CopyTo(joined);
            b.CopyTo(joined[a.Length..]);
            return Of(joined[..(a.Length + b.Length)]);
        }

        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(a);
        hasher.AppendData(b);
        Span<byte> hash = stackalloc byte[Size];
        hasher.GetHashAndReset(hash);
        return new Digest(hash);
    }

    /// <summary>SHA-256 of one prefix byte and two digests: an interior node of a Merkle tree (RFC 9162, section 2.1.1).</summary>
    public static Digest OfNode(byte prefix, Digest l, Digest r)
    {
        Span<byte> node = stackalloc byte[1 + 2 * Size];
        node[0] = prefix;
        l.CopyTo(node[1..]);
        r.CopyTo(node[(1 + Size)..]);
        return Of(node);
    }

    /// <summary>Writes the 32 bytes at the start of the destination.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            throw new ArgumentException("a digest needs 32 bytes", nameof(destination));
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>The 32 bytes in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Reads exactly what <see cref="ToString"/> writes: 64 digits, lower case only, nothing around them.</summary>
    public static bool TryParseHex(ReadOnlySpan<char> text, out Digest digest)
    {
        digest = default;
        if (text.Length != 2 * Size || text.ContainsAnyInRange('A', 'F'))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        digest = new Digest(bytes);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Digest other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <summary>Differs from process to process: digests come from peers, who could else choose them to collide. Nothing that must be
    /// repeatable may depend on the order of a hashed collection.</summary>
    public override int GetHashCode() => HashCode.Combine(
        (int)_a, (int)(_a >> 32), (int)_b, (int)(_b >> 32), (int)_c, (int)(_c >> 32), (int)_d, (int)(_d >> 32));

    /// <inheritdoc/>
    public int CompareTo(Digest other)
    {
        var order = _a.CompareTo(other._a);
        order = order != 0 ? order : _b.CompareTo(other._b);
        order = order != 0 ? order : _c.CompareTo(other._c);
        return order != 0 ? order : _d.CompareTo(other._d);
    }

    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;
}
