using System.Buffers.Binary;
using System.Text;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>The short number by which a signature line of a note names its key (C2SP signed-note). A hint to find the key, no proof of
/// it: anyone can make a key with the same number.</summary>
public static class NoteKeyId
{
    // Signature types without a number of their own: the byte is followed by a longer name.
    private const byte UnassignedType = 0xff;

    /// <summary>The first four bytes, big-endian, of SHA-256(name || newline || 0xff || "parley/1/suite-n" || public key).</summary>
    public static uint Of(string name, SuiteId suite, ReadOnlySpan<byte> publicKey)
    {
        byte[] head = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', UnassignedType, .. Encoding.ASCII.GetBytes($"parley/1/suite-{suite}")];
        Span<byte> hash = stackalloc byte[Digest.Size];
        Digest.Of(head, publicKey).CopyTo(hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
