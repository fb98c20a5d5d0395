using System.Buffers.Binary;
using System.Numerics;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>The frontier of a Merkle log: the roots of the full subtrees that its leaves make up, one for each bit of its size. It is
/// all that appending and the root need. Not safe for several threads: asking for the root keeps it.</summary>
public sealed class CompactRange
{
    private const int SizeBytes = sizeof(long);
    private const int FirstLevels = 16;

    // Level n holds the root of a full subtree of 2^n leaves, and holds it only while bit n of the size is set.
    private Digest[] _subtrees;
    private Digest _root;
    private bool _rootIsKnown;

    /// <summary>The empty log.</summary>
    public CompactRange()
        : this(new Digest[FirstLevels], 0)
    {
    }

    private CompactRange(Digest[] subtrees, long size)
    {
        _subtrees = subtrees;
        Size = size;
    }

    /// <summary>Leaves appended so far.</summary>
    public long Size { get; private set; }

    /// <summary>Root of all leaves; at most one hash a level, and none until the next append.</summary>
    public Digest Root
    {
        get
        {
            if (!_rootIsKnown)
            {
                _root = ComputeRoot();
                _rootIsKnown = true;
            }

            return _root;
        }
    }

    /// <summary>Size and root.</summary>
    public LogHead Head => new(Size, Root);

    /// <summary>Appends one leaf by its hash. Throws <see cref="InvalidOperationException"/> beyond
    /// <see cref="Bounds.MaxLogSize"/>.</summary>
    public void Append(Digest leafHash)
    {
        if (Size == Bounds.MaxLogSize)
        {
            throw new InvalidOperationException("The log is full.");
        }

        var level = 0;
        for (var bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            leafHash = MerkleTree.NodeHash(_subtrees[level++], leafHash);
        }

        if (level == _subtrees.Length)
        {
            Array.Resize(ref _subtrees, level * 2);
        }

        _subtrees[level] = leafHash;
        Size++;
        _rootIsKnown = false;
    }

    /// <summary>Appends one leaf.</summary>
    public void AppendLeaf(ReadOnlySpan<byte> leaf) => Append(MerkleTree.LeafHash(leaf));

    /// <summary>The root that appending these leaf hashes would give; changes nothing here.</summary>
    public Digest RootWith(ReadOnlySpan<Digest> leafHashes)
    {
        if (leafHashes.IsEmpty)
        {
            return Root;
        }

        var extended = Clone();
        foreach (var leafHash in leafHashes)
        {
            extended.Append(leafHash);
        }

        return extended.Root;
    }

    /// <summary>A copy that grows on its own.</summary>
    public CompactRange Clone() => new((Digest[])_subtrees.Clone(), Size) { _root = _root, _rootIsKnown = _rootIsKnown };

    /// <summary>Size (8 bytes, big-endian), then 32 bytes for each set bit of the size, the greatest subtree first.</summary>
    public byte[] Encode()
    {
        var encoded = new byte[SizeBytes + (BitOperations.PopCount((ulong)Size) * Digest.Size)];
        BinaryPrimitives.WriteInt64BigEndian(encoded, Size);
        var rest = encoded.AsSpan(SizeBytes);
        for (var level = Levels(Size) - 1; level >= 0; level--)
        {
            if (IsSet(Size, level))
            {
                _subtrees[level].CopyTo(rest);
                rest = rest[Digest.Size..];
            }
        }

        return encoded;
    }

    /// <summary>Reads exactly what <see cref="Encode"/> writes; null for a size beyond <see cref="Bounds.MaxLogSize"/> and for missing
    /// or trailing bytes.</summary>
    public static CompactRange? Parse(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length < SizeBytes)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadInt64BigEndian(encoded);
        var rest = encoded[SizeBytes..];
        if (size is < 0 or > Bounds.MaxLogSize || rest.Length != BitOperations.PopCount((ulong)size) * Digest.Size)
        {
            return null;
        }

        var subtrees = new Digest[Math.Max(FirstLevels, Levels(size))];
        for (var level = Levels(size) - 1; level >= 0; level--)
        {
            if (IsSet(size, level))
            {
                subtrees[level] = new Digest(rest[..Digest.Size]);
                rest = rest[Digest.Size..];
            }
        }

        return new CompactRange(subtrees, size);
    }

    private Digest ComputeRoot()
    {
        if (Size == 0)
        {
            return LogHead.Empty.Root;
        }

        // From the right: the smallest subtree is the right child of all that stand before it.
        var level = BitOperations.TrailingZeroCount(Size);
        var hash = _subtrees[level];
        for (level++; level < Levels(Size); level++)
        {
            if (IsSet(Size, level))
            {
                hash = MerkleTree.NodeHash(_subtrees[level], hash);
            }
        }

        return hash;
    }

    private static int Levels(long size) => size == 0 ? 0 : BitOperations.Log2((ulong)size) + 1;

    private static bool IsSet(long size, int level) => ((size >> level) & 1) == 1;
}
