using FsCheck;
using FsCheck.Fluent;
using Parley.Crypto;

namespace Parley.Ledger.Tests;

public sealed class MerkleTreeTests
{
    // The eight leaves, and the roots of their first n, that certificate transparency logs have been tested with since RFC 6962.
    private static readonly string[] GoldenLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] GoldenRoots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Small_trees_have_the_known_roots()
    {
        var leafHashes = GoldenLeaves.Select(leaf => MerkleTree.LeafHash(Convert.FromHexString(leaf))).ToArray();
        var range = new CompactRange();
        for (var size = 0; size < GoldenRoots.Length; size++)
        {
            Assert.Equal(GoldenRoots[size], MerkleTree.Root(leafHashes[..size]).ToString());
            Assert.Equal(GoldenRoots[size], range.Root.ToString());
            if (size < leafHashes.Length)
            {
                range.AppendLeaf(Convert.FromHexString(GoldenLeaves[size]));
            }
        }
    }

    [Fact]
    public void A_leaf_that_spells_a_node_is_not_that_node()
    {
        var (left, right) = (MerkleTree.LeafHash("left"u8), MerkleTree.LeafHash("right"u8));
        byte[] node = [.. left.ToArray(), .. right.ToArray()];

        Assert.NotEqual(MerkleTree.NodeHash(left, right), MerkleTree.LeafHash(node));
    }

    [Fact]
    public void Every_inclusion_proof_of_small_trees_verifies_at_its_own_index_only()
    {
        var leafHashes = Trees.Leaves(40);
        for (var size = 1; size <= leafHashes.Length; size++)
        {
            var head = Trees.Head(leafHashes.AsSpan(0, size));
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(leafHashes, index, size);
                for (var other = -1; other <= size; other++)
                {
                    Assert.Equal(other == index, MerkleTree.VerifyInclusion(head, other, leafHashes[index], proof));
                }
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_of_small_trees_verifies_between_its_own_heads_only()
    {
        var leafHashes = Trees.Leaves(40);
        var heads = Enumerable.Range(0, leafHashes.Length + 1).Select(size => Trees.Head(leafHashes.AsSpan(0, size))).ToArray();
        for (var newer = 0; newer < heads.Length; newer++)
        {
            for (var older = 0; older <= newer; older++)
            {
                var proof = MerkleTree.ConsistencyProof(leafHashes, older, newer);
                Assert.True(MerkleTree.VerifyConsistency(heads[older], heads[newer], proof));
                for (var other = 1; other < older; other++)
                {
                    Assert.False(MerkleTree.VerifyConsistency(heads[other], heads[newer], proof));
                    Assert.False(MerkleTree.VerifyConsistency(heads[older], heads[other], proof));
                }
            }
        }
    }

    [Fact]
    public void Tampered_inclusion_proofs_fail() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var leafHashes = Trees.Leaves(c.Size);
        var index = c.Choice % c.Size;
        var head = Trees.Head(leafHashes);
        var proof = MerkleTree.InclusionProof(leafHashes, index, c.Size);
        return MerkleTree.VerifyInclusion(head, index, leafHashes[index], proof)
            && !MerkleTree.VerifyInclusion(head, index, Trees.Flip(leafHashes[index], c.Bit), proof)
            && !MerkleTree.VerifyInclusion(head with { Root = Trees.Flip(head.Root, c.Bit) }, index, leafHashes[index], proof)
            && Tampered(proof, c.Bit).All(bad => !MerkleTree.VerifyInclusion(head, index, leafHashes[index], bad));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tampered_consistency_proofs_fail() => Prop.ForAll(Cases().ToArbitrary(), c =>
    {
        var leafHashes = Trees.Leaves(c.Size);
        var old = 1 + (c.Choice % c.Size);
        var (older, newer) = (Trees.Head(leafHashes.AsSpan(0, old)), Trees.Head(leafHashes));
        var proof = MerkleTree.ConsistencyProof(leafHashes, old, c.Size);
        return MerkleTree.VerifyConsistency(older, newer, proof)
            && !MerkleTree.VerifyConsistency(older with { Root = Trees.Flip(older.Root, c.Bit) }, newer, proof)
            && !MerkleTree.VerifyConsistency(older, newer with { Root = Trees.Flip(newer.Root, c.Bit) }, proof)
            && Tampered(proof, c.Bit).All(bad => !MerkleTree.VerifyConsistency(older, newer, bad));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Heads_that_no_log_can_have_are_refused()
    {
        var leafHash = Trees.Leaf(1);
        var notEmpty = new LogHead(0, leafHash);
        var one = new LogHead(1, leafHash);

        Assert.False(MerkleTree.VerifyConsistency(notEmpty, one, []));
        Assert.True(MerkleTree.VerifyConsistency(LogHead.Empty, one, []));
        Assert.False(MerkleTree.VerifyConsistency(LogHead.Empty, one, [leafHash]));
        Assert.False(MerkleTree.VerifyConsistency(one, LogHead.Empty, []));
        Assert.False(MerkleTree.VerifyConsistency(one, new LogHead(1, Trees.Leaf(2)), []));
        Assert.False(MerkleTree.VerifyInclusion(LogHead.Empty, 0, leafHash, []));
        Assert.False(MerkleTree.VerifyInclusion(new LogHead(Bounds.MaxLogSize + 1, leafHash), 0, leafHash, []));
        Assert.False(MerkleTree.VerifyInclusion(new LogHead(-1, leafHash), -1, leafHash, []));
    }

    [Fact]
    public void Proofs_outside_the_tree_are_faults()
    {
        var leafHashes = Trees.Leaves(3);

        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leafHashes, 3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leafHashes, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leafHashes, 0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(leafHashes, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(leafHashes, 1, 4));
    }

    private static Gen<(int Size, int Choice, int Bit)> Cases() =>
        from size in Gen.Choose(1, 300)
        from choice in Gen.Choose(0, 299)
        from bit in Gen.Choose(0, 255)
        select (size, choice, bit);

    private static IEnumerable<Digest[]> Tampered(Digest[] proof, int bit)
    {
        yield return [.. proof, Trees.Leaf(bit)];
        yield return [Trees.Leaf(bit), .. proof];
        for (var i = 0; i < proof.Length; i++)
        {
            yield return [.. proof[..i], Trees.Flip(proof[i], bit), .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
        }
    }
}
