using System.Numerics;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>Hashes, roots and proofs of RFC 9162, section 2.1, SHA-256. Roots and proofs over a list read every leaf hash below them;
/// a log that grows keeps a <see cref="CompactRange"/>. Building a proof outside the tree is a fault
/// (<see cref="ArgumentOutOfRangeException"/>); a proof that does not hold is <c>false</c>.</summary>
public static class MerkleTree
{
    private const byte NodePrefix = 1;

    private static ReadOnlySpan<byte> LeafPrefix => [0];

    /// <summary>SHA-256(0x00 || leaf).</summary>
    public static Digest LeafHash(ReadOnlySpan<byte> leaf) => Digest.Of(LeafPrefix, leaf);

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static Digest NodeHash(Digest left, Digest right) => Digest.OfNode(NodePrefix, left, right);

    /// <summary>Merkle tree hash (section 2.1.1).</summary>
    public static Digest Root(IReadOnlyList<Digest> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        return leafHashes.Count == 0 ? LogHead.Empty.Root : Subtree(leafHashes, 0, leafHashes.Count);
    }

    /// <summary>Inclusion proof (section 2.1.3.1) of the leaf at <paramref name="index"/> in the tree of the first
    /// <paramref name="size"/> leaves, from the leaf upwards.</summary>
    public static Digest[] InclusionProof(IReadOnlyList<Digest> leafHashes, long index, long size)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, leafHashes.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<Digest>(Bounds.MaxLevels);
        AddInclusion(proof, leafHashes, 0, (int)size, (int)index);
        return [.. proof];
    }

    /// <summary>Consistency proof (section 2.1.4.1) from the first <paramref name="oldSize"/> leaves to the first
    /// <paramref name="newSize"/>; empty when the older tree is empty or the same.</summary>
    public static Digest[] ConsistencyProof(IReadOnlyList<Digest> leafHashes, long oldSize, long newSize)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(newSize, leafHashes.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var proof = new List<Digest>(Bounds.MaxLevels);
        if (oldSize > 0)
        {
            AddConsistency(proof, leafHashes, 0, (int)newSize, (int)oldSize, whole: true);
        }

        return [.. proof];
    }

    /// <summary>Whether the proof leads from the leaf at the index to the head (section 2.1.3.2).</summary>
    public static bool VerifyInclusion(LogHead head, long index, Digest leafHash, IReadOnlyList<Digest> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (!head.IsWellFormed || index < 0 || index >= head.Size || proof.Count > Bounds.MaxLevels)
        {
            return false;
        }

        var node = index;
        var last = head.Size - 1;
        var hash = leafHash;
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRightOrAlone(node, last))
            {
                hash = NodeHash(sibling, hash);
                ClimbPastLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == head.Root;
    }

    /// <summary>Whether the newer log begins with the older one (section 2.1.4.2). Every log begins with the empty one; of two heads
    /// of one size only equal ones agree. Both need the empty proof.</summary>
    public static bool VerifyConsistency(LogHead older, LogHead newer, IReadOnlyList<Digest> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (!older.IsWellFormed || !newer.IsWellFormed || older.Size > newer.Size || proof.Count > Bounds.MaxLevels)
        {
            return false;
        }

        if (older.Size == 0 || older.Size == newer.Size)
        {
            return proof.Count == 0 && (older.Size == 0 || older == newer);
        }

        return proof.Count > 0 && Extends(older, newer, proof);
    }

    private static bool Extends(LogHead older, LogHead newer, IReadOnlyList<Digest> proof)
    {
        var node = older.Size - 1;
        var last = newer.Size - 1;
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        // An older tree of a power of two is itself a node of the newer one, so the proof leaves its root out.
        var whole = BitOperations.IsPow2(older.Size);
        var oldHash = whole ? older.Root : proof[0];
        var newHash = oldHash;
        for (var i = whole ? 0 : 1; i < proof.Count; i++)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRightOrAlone(node, last))
            {
                oldHash = NodeHash(proof[i], oldHash);
                newHash = NodeHash(proof[i], newHash);
                ClimbPastLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                newHash = NodeHash(newHash, proof[i]);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && oldHash == older.Root && newHash == newer.Root;
    }

    private static bool IsRightOrAlone(long node, long last) => (node & 1) == 1 || node == last;

    // The last node of a ragged tree is handed up unchanged until it finds a left sibling.
    private static void ClimbPastLevelsWithoutSibling(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            node >>= 1;
            last >>= 1;
        }
    }

    private static Digest Subtree(IReadOnlyList<Digest> leafHashes, int start, int count)
    {
        if (count == 1)
        {
            return leafHashes[start];
        }

        var left = LeftLeaves(count);
        return NodeHash(Subtree(leafHashes, start, left), Subtree(leafHashes, start + left, count - left));
    }

    private static void AddInclusion(List<Digest> proof, IReadOnlyList<Digest> leafHashes, int start, int count, int index)
    {
        if (count == 1)
        {
            return;
        }

        var left = LeftLeaves(count);
        if (index < left)
        {
            AddInclusion(proof, leafHashes, start, left, index);
            proof.Add(Subtree(leafHashes, start + left, count - left));
        }
        else
        {
            AddInclusion(proof, leafHashes, start + left, count - left, index - left);
            proof.Add(Subtree(leafHashes, start, left));
        }
    }

    // SUBPROOF of section 2.1.4.1; whole says that the verifier already knows the root of these old leaves.
    private static void AddConsistency(List<Digest> proof, IReadOnlyList<Digest> leafHashes, int start, int count, int old, bool whole)
    {
        if (old == count)
        {
            if (!whole)
            {
                proof.Add(Subtree(leafHashes, start, count));
            }

            return;
        }

        var left = LeftLeaves(count);
        if (old <= left)
        {
            AddConsistency(proof, leafHashes, start, left, old, whole);
            proof.Add(Subtree(leafHashes, start + left, count - left));
        }
        else
        {
            AddConsistency(proof, leafHashes, start + left, count - left, old - left, whole: false);
            proof.Add(Subtree(leafHashes, start, left));
        }
    }

    // The greatest power of two below the count; for 2 and more leaves.
    private static int LeftLeaves(int count) => 1 << BitOperations.Log2((uint)(count - 1));
}
