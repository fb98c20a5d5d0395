using System.Buffers.Binary;
using Parley.Crypto;

namespace Parley.Ledger.Tests;

/// <summary>Trees to compare with, computed straight from the definition and by no code under test but the two hashes.</summary>
internal static class Trees
{
    /// <summary>Leaf hashes of this many distinct leaves.</summary>
    public static Digest[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(Leaf)];

    public static Digest Leaf(int number)
    {
        var leaf = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(leaf, number);
        return Digest.Of([0, .. leaf]);
    }

    /// <summary>MTH of RFC 9162, section 2.1.1.</summary>
    public static Digest Root(ReadOnlySpan<Digest> leafHashes)
    {
        if (leafHashes.Length < 2)
        {
            return leafHashes.Length == 0 ? Digest.Of([]) : leafHashes[0];
        }

        var left = 1;
        while (left * 2 < leafHashes.Length)
        {
            left *= 2;
        }

        return Digest.Of([1, .. Root(leafHashes[..left]).ToArray(), .. Root(leafHashes[left..]).ToArray()]);
    }

    public static LogHead Head(ReadOnlySpan<Digest> leafHashes) => new(leafHashes.Length, Root(leafHashes));

    public static Digest Flip(Digest digest, int bit)
    {
        var bytes = digest.ToArray();
        bytes[bit / 8 % Digest.Size] ^= (byte)(1 << (bit % 8));
        return new Digest(bytes);
    }
}
