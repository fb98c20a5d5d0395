using System.Reflection;
using System.Text;
using System.Text.Json;
using Parley.Crypto;

namespace Parley.Ledger.Tests;

/// <summary>The proofs of transparency-dev/merkle, good and tampered.</summary>
public sealed class MerkleVectorTests
{
    // RFC 9162 leaves a proof from the empty tree undefined. The vectors call it useless and refuse it; here every log begins with the
    // empty one, so that the first entries of a feed need no rule of their own.
    private const string FromTheEmptyTree = "additional/size1-is-zero-and-size2-is-not-zero.json";

    [Fact]
    public void Inclusion_proofs_verify_as_the_vectors_say() => Check("merkle/inclusion.json", vector =>
        TryDigest(vector.GetProperty("root"), out var root)
        && TryDigest(vector.GetProperty("leafHash"), out var leafHash)
        && TryProof(vector, out var proof)
        && MerkleTree.VerifyInclusion(new LogHead(Number(vector, "treeSize"), root), Number(vector, "leafIdx"), leafHash, proof));

    [Fact]
    public void Consistency_proofs_verify_as_the_vectors_say() => Check("merkle/consistency.json", vector =>
        TryProof(vector, out var proof)
        && MerkleTree.VerifyConsistency(Head(vector, "size1", "root1"), Head(vector, "size2", "root2"), proof));

    private static void Check(string file, Func<JsonElement, bool> verifies)
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(Locate(file)));
        var (good, bad) = (0, 0);
        foreach (var vector in vectors.RootElement.EnumerateObject())
        {
            var wanted = vector.Name == FromTheEmptyTree || !vector.Value.GetProperty("wantErr").GetBoolean();
            Assert.True(wanted == verifies(vector.Value), vector.Name);
            (good, bad) = wanted ? (good + 1, bad) : (good, bad + 1);
        }

        Assert.True(good > 0 && bad > 0);
    }

    private static string Locate(string name)
    {
        var metadata = typeof(MerkleVectorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        var root = metadata.First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var shared = Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine(root, "..", "shared");
        var path = Path.Combine(shared, "vectors", name);
        if (!File.Exists(path))
        {
            Assert.Skip($"vectors not present: {name}");
        }

        return path;
    }

    private static bool TryProof(JsonElement vector, out Digest[] proof)
    {
        var nodes = vector.GetProperty("proof");
        var read = nodes.ValueKind == JsonValueKind.Null
            ? []
            : nodes.EnumerateArray().Select(node => TryDigest(node, out var digest) ? digest : (Digest?)null).ToArray();
        proof = [.. read.OfType<Digest>()];
        return proof.Length == read.Length;
    }

    private static bool TryDigest(JsonElement element, out Digest digest)
    {
        var bytes = element.ValueKind == JsonValueKind.Null ? [] : element.GetBytesFromBase64();
        digest = bytes.Length == Digest.Size ? new Digest(bytes) : default;
        return bytes.Length == Digest.Size;
    }

    // Some consistency vectors, a good one too, have roots of 12 bytes. A digest stands in for each, so that the rest of the rule is
    // tried and equal roots stay equal.
    private static LogHead Head(JsonElement vector, string size, string root)
    {
        var element = vector.GetProperty(root);
        var written = Encoding.UTF8.GetBytes(element.GetString() ?? "");
        return new(Number(vector, size), TryDigest(element, out var digest) ? digest : Digest.Of("stands in for "u8, written));
    }

    // Sizes of the tampered vectors reach to 2^64-1; what no log can have becomes -1, which no head accepts.
    private static long Number(JsonElement vector, string name) =>
        vector.GetProperty(name).TryGetInt64(out var number) ? number : -1;
}
