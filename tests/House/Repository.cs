using System.Reflection;

namespace Parley.House.Tests;

/// <summary>One text file of the repository. <paramref name="Path"/> counts from the root, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The project below <c>src</c>; empty for every other file.</summary>
    public string Project => Path.Split('/') is ["src", var project, ..] ? project : "";

    /// <summary>The name without folders and endings.</summary>
    public string Name => Path.Split('/')[^1].Split('.')[0];

    public string[] Lines => Text.Split('\n');
}

/// <summary>The repository that these tests stand in.</summary>
public static class Repository
{
    private static readonly string[] Passed = ["bin", "obj", ".git", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", ".vs", ".idea"];
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".txt", ".yaml", ".yml", ".service", ".razor", ".css", ".sh", ".editorconfig"];

    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Every text file that belongs to the project.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Under(Root).Select(Read)];

    public static IEnumerable<SourceFile> CSharp => All.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Projects => All.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Documents => All.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal));

    public static SourceFile File(string path) => All.Single(f => f.Path == path);

    public static bool Has(string path) =>
        System.IO.File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static SourceFile Read(string path) =>
        new(Path.GetRelativePath(Root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path));

    private static IEnumerable<string> Under(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (TextEndings.Contains(Path.GetExtension(file)) || file.EndsWith("/.ci/run", StringComparison.Ordinal))
                yield return file;
        }

        foreach (var below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Passed.Contains(Path.GetFileName(below)))
                continue;
            foreach (var file in Under(below))
                yield return file;
        }
    }
}
