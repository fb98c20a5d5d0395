using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Vectors.Tests;

/// <summary>The files in /vectors: a list of cases, each with a name and what is expected of it. Bytes are in hexadecimal, files in
/// base64.</summary>
internal static class VectorFile
{
    private static readonly JsonSerializerOptions Layout =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cases of one format; at least <paramref name="least"/>, so that an emptied file is noticed.</summary>
    public static IReadOnlyList<JsonElement> Cases(string format, int least)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(format)));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone()).ToArray();
        Assert.True(cases.Length >= least, $"{format}: {cases.Length} cases");
        return cases;
    }

    public static void Write(string format, IEnumerable<JsonObject> cases)
    {
        var file = new JsonObject { ["format"] = $"docs/formats/{format}.md", ["cases"] = new JsonArray([.. cases]) };
        File.WriteAllText(PathOf(format), file.ToJsonString(Layout) + "\n");
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static byte[] Hex(this JsonElement element, string property) => Convert.FromHexString(element.Text(property));

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static string PathOf(string format) => Path.Combine(
        typeof(VectorFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "vectors",
        format + ".json");
}
