using System.Buffers.Binary;

namespace Parley.Circuits.Link;

/// <summary>The first bytes each side sends inside TLS: <c>"PRLY", lowest, highest, n, n bytes</c>, all numbers one byte. The
/// first eight of the n bytes name the path (see <see cref="PathOf"/>); what follows them belongs to later versions and is ignored. Both
/// sides compute the version from both hellos: the highest that both speak. The layout of the hello is the same in every version.</summary>
/// <param name="Lowest">Lowest version spoken, 1 or more.</param>
/// <param name="Highest">Highest version spoken.</param>
/// <param name="Path">The path that was dialed; 0 from the side that was.</param>
/// <param name="More">What later versions add.</param>
public sealed record LinkHello(byte Lowest, byte Highest, ulong Path, ReadOnlyMemory<byte> More = default)
{
    /// <summary>The versions that this station speaks.</summary>
    public const byte OwnLowest = 1;

    /// <inheritdoc cref="OwnLowest"/>
    public const byte OwnHighest = 1;

    /// <summary>Bytes of the longest hello.</summary>
    public const int MostBytes = FixedSize + byte.MaxValue;

    private const int FixedSize = 7;
    private const int PathSize = sizeof(ulong);
    private static ReadOnlySpan<byte> Magic => "PRLY"u8;

    /// <summary>The first eight bytes, big-endian, of SHA-256("parley/1/path\n", dialed address in UTF-8): two circuits with the same path
    /// between the same parties are one, and the newer takes the place of the older.</summary>
    public static ulong PathOf(string address)
    {
        var digest = Crypto.Digest.Of("parley/1/path\n"u8, System.Text.Encoding.UTF8.GetBytes(address));
        return BinaryPrimitives.ReadUInt64BigEndian(digest.ToArray());
    }

    /// <summary>The version both speak; null if there is none.</summary>
    public byte? CommonWith(LinkHello other)
    {
        var highest = Math.Min(Highest, other.Highest);
        return highest >= Lowest && highest >= other.Lowest ? highest : null;
    }

    public byte[] Encode()
    {
        var bytes = new byte[FixedSize + PathSize + More.Length];
        Magic.CopyTo(bytes);
        bytes[4] = Lowest;
        bytes[5] = Highest;
        bytes[6] = checked((byte)(PathSize + More.Length));
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(FixedSize), Path);
        More.Span.CopyTo(bytes.AsSpan(FixedSize + PathSize));
        return bytes;
    }

    /// <summary>Reads a hello from the front of <paramref name="input"/>; refuses a foreign one at its first wrong byte.</summary>
    /// <param name="input">What came so far.</param>
    /// <param name="hello">The hello when it is whole.</param>
    /// <param name="used">Bytes that it took.</param>
    public static LinkRead TryRead(ReadOnlySpan<byte> input, out LinkHello? hello, out int used)
    {
        (hello, used) = (null, 0);
        var known = Math.Min(input.Length, Magic.Length);
        if (!input[..known].SequenceEqual(Magic[..known]))
            return LinkRead.Malformed;
        if (input.Length < FixedSize)
            return LinkRead.Short;
        if (input[4] == 0 || input[4] > input[5] || input[6] < PathSize)
            return LinkRead.Malformed;
        var size = FixedSize + input[6];
        if (input.Length < size)
            return LinkRead.Short;
        var path = BinaryPrimitives.ReadUInt64BigEndian(input[FixedSize..]);
        hello = new LinkHello(input[4], input[5], path, input[(FixedSize + PathSize)..size].ToArray());
        used = size;
        return LinkRead.Whole;
    }
}
