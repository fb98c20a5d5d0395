using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Parley.Console.Frame;

/// <summary>Scripts, styles and pictures, which lie in the assembly. Styles are one sheet, the frame's first. Addresses bear the module's version, so that a browser
/// keeps them for good and never mixes two programs.</summary>
internal static class PackedFiles
{
    private const string Prefix = "asset/";
    private const string Sheet = "console.css";
    private static readonly Dictionary<string, byte[]> Files = Read();

    /// <summary>The folder of the addresses, without a slash before it.</summary>
    public static string Folder { get; } = $"/assets/{typeof(PackedFiles).Module.ModuleVersionId:N}";

    public static string Of(string name) => $"{Folder}/{name}";

    /// <summary>Whether the build had what it needs for that file.</summary>
    public static bool Has(string name) => Files.ContainsKey(name);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Folder + "/{name}", static (HttpContext context, string name) =>
        {
            if (!Files.TryGetValue(name, out var bytes))
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(bytes, TypeOf(name));
        }).ExcludeFromDescription();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private static Dictionary<string, byte[]> Read()
    {
        var assembly = typeof(PackedFiles).Assembly;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            files[name[Prefix.Length..]] = copy.ToArray();
        }

        var sheets = files.Where(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).OrderBy(f => f.Key != "Frame.css").ThenBy(f => f.Key, StringComparer.Ordinal);
        files[Sheet] = Encoding.UTF8.GetBytes(string.Join('\n', sheets.Select(s => Encoding.UTF8.GetString(s.Value))));
        return files;
    }
}
