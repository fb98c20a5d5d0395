using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Parley.Crypto;

namespace Parley.Ledger.Tests;

public sealed class CompactRangeTests
{
    [Fact]
    public void The_root_is_that_of_the_definition_at_every_size()
    {
        var leafHashes = Trees.Leaves(300);
        var range = new CompactRange();
        for (var size = 0; size <= leafHashes.Length; size++)
        {
            Assert.Equal(Trees.Head(leafHashes.AsSpan(0, size)), range.Head);
            Assert.Equal(range.Root, MerkleTree.Root(leafHashes[..size]));
            if (size < leafHashes.Length)
            {
                range.Append(leafHashes[size]);
            }
        }
    }

    [Fact]
    public void Asking_ahead_gives_the_later_root_and_changes_nothing() =>
        Prop.ForAll(Gen.Choose(0, 200).Two().ToArbitrary(), sizes =>
        {
            var (before, more) = sizes;
            var leafHashes = Trees.Leaves(before + more);
            var range = Of(leafHashes[..before]);
            var head = range.Head;
            return range.RootWith(leafHashes.AsSpan(before)) == Trees.Root(leafHashes) && range.Head == head;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_copy_grows_on_its_own()
    {
        var range = Of(Trees.Leaves(5));
        var head = range.Head;
        var copy = range.Clone();
        copy.Append(Trees.Leaf(5));

        Assert.Equal(head, range.Head);
        Assert.Equal(Trees.Head(Trees.Leaves(6)), copy.Head);
    }

    [Fact]
    public void A_parsed_range_has_the_same_head_and_grows_alike()
    {
        for (var size = 0; size <= 130; size++)
        {
            var encoded = Of(Trees.Leaves(size)).Encode();
            var parsed = CompactRange.Parse(encoded);
            Assert.NotNull(parsed);
            Assert.Equal(encoded, parsed.Encode());
            Assert.Equal(Trees.Head(Trees.Leaves(size)), parsed.Head);
            parsed.Append(Trees.Leaf(size));
            Assert.Equal(Trees.Head(Trees.Leaves(size + 1)), parsed.Head);
        }
    }

    [Fact]
    public void Missing_and_trailing_bytes_are_refused()
    {
        var encoded = Of(Trees.Leaves(11)).Encode();
        for (var length = 0; length < encoded.Length; length++)
        {
            Assert.Null(CompactRange.Parse(encoded.AsSpan(0, length)));
        }

        Assert.Null(CompactRange.Parse([.. encoded, 0]));
        Assert.Null(CompactRange.Parse([.. encoded, .. new byte[Digest.Size]]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 53)]
    public void Sizes_that_no_log_can_have_are_refused(long size)
    {
        var encoded = new byte[sizeof(long) + (System.Numerics.BitOperations.PopCount((ulong)size) * Digest.Size)];
        BinaryPrimitives.WriteInt64BigEndian(encoded, size);

        Assert.Null(CompactRange.Parse(encoded));
    }

    [Fact]
    public void The_greatest_log_parses_and_takes_no_more()
    {
        var encoded = new byte[sizeof(long) + (Bounds.MaxLevels * Digest.Size)];
        BinaryPrimitives.WriteInt64BigEndian(encoded, Bounds.MaxLogSize);
        var range = CompactRange.Parse(encoded);

        Assert.NotNull(range);
        Assert.Equal(encoded, range.Encode());
        Assert.Throws<InvalidOperationException>(() => range.Append(Trees.Leaf(0)));
    }

    [Fact]
    public void Appending_allocates_nothing_once_the_levels_are_there()
    {
        var range = Of(Trees.Leaves(1000));
        var leafHash = Trees.Leaf(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            range.Append(leafHash);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static CompactRange Of(Digest[] leafHashes)
    {
        var range = new CompactRange();
        foreach (var leafHash in leafHashes)
        {
            range.Append(leafHash);
        }

        return range;
    }
}
