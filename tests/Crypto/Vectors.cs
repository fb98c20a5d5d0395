using System.Reflection;
using System.Text.Json;

namespace Parley.Crypto.Tests;

/// <summary>Finds published vectors: in the folder that PARLEY_SHARED names, or in ../shared beside the repository.</summary>
internal static class Vectors
{
    /// <summary>The document, or the test is skipped under the name of what is missing.</summary>
    public static JsonElement Read(string name)
    {
        var shared = Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared");
        var path = Path.Combine(shared, "vectors", name);
        if (!File.Exists(path))
        {
            Assert.Skip($"vectors not present: {name}");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    /// <summary>Every test of a Wycheproof document with its group.</summary>
    public static IEnumerable<(JsonElement Group, JsonElement Test)> Wycheproof(string name) =>
        from vectors in Read("wycheproof/" + name).GetProperty("testGroups").EnumerateArray()
        from test in vectors.GetProperty("tests").EnumerateArray()
        select (vectors, test);

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static byte[] Hex(this JsonElement element, string property) => Convert.FromHexString(element.Text(property));

    /// <summary>What a failing vector is called.</summary>
    public static string Label(JsonElement test) => $"tcId {test.GetProperty("tcId")}: {test.Text("comment")}";

    private static string RepositoryRoot() => typeof(Vectors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;
}
