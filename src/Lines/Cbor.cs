using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;

namespace Parley.Lines;

/// <summary>Deterministic CBOR (RFC 8949, section 4.2.1) as every signed or sealed structure uses it: definite lengths, shortest
/// integers, no tags. A reader refuses trailing bytes and every other encoding of the same value.</summary>
public static class Cbor
{
    /// <summary>A writer that refuses to write anything but the deterministic form.</summary>
    public static CborWriter Writer(int capacity = 256) =>
        new(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: false, allowMultipleRootLevelValues: false, initialCapacity: capacity);

    [ThreadStatic]
    private static CborWriter? spare;

    /// <summary>Encodes with a writer that is used again and again by the same thread: for what is written ten thousand times a second. May be nested.</summary>
    public static byte[] Encode<T>(T value, Action<CborWriter, T> write)
    {
        var writer = spare ?? Writer(4096);
        spare = null;
        write(writer, value);
        var bytes = writer.Encode();
        writer.Reset();
        if (bytes.Length < 64 * 1024)
            spare = writer;
        return bytes;
    }

    /// <summary>Reads one whole value with <paramref name="read"/>; null when the bytes are not deterministic CBOR of the asked shape,
    /// exceed <paramref name="bound"/> bytes, or go on after it.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> bytes, int bound, Func<CborReader, T?> read)
        where T : class
    {
        if (bytes.Length > bound)
            return null;
        var reader = new CborReader(bytes, CborConformanceMode.Canonical);
        try
        {
            var value = read(reader);
            return reader.BytesRemaining == 0 && value is not null ? value : null;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Opens an array of exactly <paramref name="length"/> items.</summary>
    public static void ArrayOf(this CborReader reader, int length)
    {
        if (reader.ReadStartArray() != length)
            throw new CborContentException("array length");
    }

    /// <summary>Opens an array of at most <paramref name="bound"/> items and tells how many.</summary>
    public static int ArrayUpTo(this CborReader reader, int bound)
    {
        var length = reader.ReadStartArray();
        if (length is not { } n || n > bound)
            throw new CborContentException("array length");
        return n;
    }

    /// <summary>Opens a map of exactly <paramref name="length"/> pairs.</summary>
    public static void MapOf(this CborReader reader, int length)
    {
        if (reader.ReadStartMap() != length)
            throw new CborContentException("map length");
    }

    /// <summary>Reads the key <paramref name="name"/> of a map.</summary>
    public static void Key(this CborReader reader, string name)
    {
        if (reader.ReadTextString() != name)
            throw new CborContentException("map key");
    }

    /// <summary>A count or size, 0 to 2^53-1.</summary>
    public static long Count(this CborReader reader)
    {
        var value = reader.ReadUInt64();
        return value <= Bounds.FeedSize ? (long)value : throw new CborContentException("count");
    }

    /// <summary>An integer of 0 to <paramref name="bound"/>.</summary>
    public static int UpTo(this CborReader reader, int bound)
    {
        var value = reader.ReadUInt64();
        return value <= (ulong)bound ? (int)value : throw new CborContentException("integer");
    }

    /// <summary>A byte string of exactly <paramref name="length"/> bytes.</summary>
    public static byte[] Bytes(this CborReader reader, int length)
    {
        var value = reader.ReadByteString();
        return value.Length == length ? value : throw new CborContentException("byte string length");
    }

    /// <summary>A byte string of at most <paramref name="bound"/> bytes.</summary>
    public static byte[] BytesUpTo(this CborReader reader, int bound)
    {
        var value = reader.ReadByteString();
        return value.Length <= bound ? value : throw new CborContentException("byte string length");
    }

    /// <summary>A text of at most <paramref name="bound"/> UTF-16 code units.</summary>
    public static string Text(this CborReader reader, int bound)
    {
        var value = reader.ReadTextString();
        return value.Length <= bound ? value : throw new CborContentException("text length");
    }

    /// <summary>A digest, 32 bytes.</summary>
    public static Digest Digest(this CborReader reader) => new(reader.Bytes(Crypto.Digest.Size));

    /// <summary>A time in milliseconds since 1970, UTC.</summary>
    public static Timestamp Time(this CborReader reader)
    {
        var value = reader.Count();
        return value <= Timestamp.MaxValue.UnixMilliseconds ? new Timestamp(value) : throw new CborContentException("time");
    }

    /// <summary>Null, or what <paramref name="read"/> reads.</summary>
    public static T? Optional<T>(this CborReader reader, Func<CborReader, T> read)
        where T : struct
    {
        if (reader.PeekState() != CborReaderState.Null)
            return read(reader);
        reader.ReadNull();
        return null;
    }

    /// <summary>Stops reading: the structure is well formed and breaks a rule.</summary>
    [DoesNotReturn]
    public static void Refuse(string what) => throw new CborContentException(what);

    /// <summary>Writes a digest.</summary>
    public static void WriteDigest(this CborWriter writer, Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Crypto.Digest.Size];
        digest.CopyTo(bytes);
        writer.WriteByteString(bytes);
    }

    /// <summary>Writes a digest or null.</summary>
    public static void WriteOptional(this CborWriter writer, Digest? digest)
    {
        if (digest is { } value)
            writer.WriteDigest(value);
        else
            writer.WriteNull();
    }
}
