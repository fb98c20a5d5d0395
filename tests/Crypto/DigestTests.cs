using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parley.Crypto.Tests;

public sealed class DigestTests
{
    // FIPS 180-4, the published example for "abc".
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Abc_has_the_published_digest() => Assert.Equal(Abc, Digest.Of("abc"u8).ToString());

    [Fact]
    public void The_default_is_all_zero() => Assert.Equal(new byte[Digest.Size], default(Digest).ToArray());

    [Fact]
    public void Two_parts_hash_as_one() =>
        Prop.ForAll<byte[], byte[]>((a, b) => Digest.Of(a, b) == Digest.Of((byte[])[.. a, .. b])).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Two_parts_hash_as_one_at_every_size(int size)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', size));
        Assert.Equal(Digest.Of(bytes), Digest.Of(bytes.AsSpan(0, size / 3), bytes.AsSpan(size / 3)));
    }

    [Fact]
    public void A_node_is_prefix_left_right()
    {
        var (l, r) = (Digest.Of("l"u8), Digest.Of("r"u8));
        Assert.Equal(Digest.Of((byte[])[1, .. l.ToArray(), .. r.ToArray()]), Digest.OfNode(1, l, r));
    }

    [Fact]
    public void A_node_allocates_nothing()
    {
        var node = Digest.OfNode(1, default, default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            node = Digest.OfNode(1, node, node);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Bytes_and_text_come_back()
    {
        var digest = Digest.Of("abc"u8);
        Assert.Equal(digest, new Digest(digest.ToArray()));
        Assert.True(Digest.TryParseHex(Abc, out var parsed));
        Assert.Equal(digest, parsed);
    }

    [Fact]
    public void Other_spellings_of_hex_are_refused()
    {
        Assert.False(Digest.TryParseHex(Abc.ToUpperInvariant(), out _));
        Assert.False(Digest.TryParseHex(Abc.AsSpan(1), out _));
        Assert.False(Digest.TryParseHex(Abc + "00", out _));
        Assert.False(Digest.TryParseHex(Abc.Replace('d', 'g'), out _));
        Assert.False(Digest.TryParseHex($" {Abc}".AsSpan(0, 64), out _));
        Assert.False(Digest.TryParseHex("", out _));
    }

    [Fact]
    public void A_wrong_length_is_a_fault()
    {
        Assert.Throws<ArgumentException>(() => new Digest(new byte[31]));
        Assert.Throws<ArgumentException>(() => default(Digest).CopyTo(new byte[31]));
    }

    [Fact]
    public void Order_is_that_of_the_bytes() =>
        Prop.ForAll<byte[], byte[]>((a, b) =>
        {
            var (x, y) = (Digest.Of(a), Digest.Of(b));
            var order = Math.Sign(x.ToArray().AsSpan().SequenceCompareTo(y.ToArray()));
            return Math.Sign(x.CompareTo(y)) == order && (x == y) == (order == 0) && (x < y) == (order < 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_looks_at_the_last_byte_too()
    {
        var bytes = new byte[Digest.Size];
        Assert.All(Enumerable.Range(0, Digest.Size), i =>
        {
            byte[] greater = [.. bytes];
            greater[i] = 0x80;
            Assert.True(new Digest(greater) > default(Digest));
            Assert.NotEqual(default, new Digest(greater));
        });
    }

    [Fact]
    public void Chosen_digests_do_not_share_a_hash_code()
    {
        // Halves that cancel out under a plain fold.
        var codes = Enumerable.Range(0, 1000).Select(i =>
        {
            var half = BitConverter.GetBytes(i);
            return new Digest([.. half, .. half, .. new byte[24]]).GetHashCode();
        });
        Assert.True(codes.Distinct().Count() > 990);
    }
}
