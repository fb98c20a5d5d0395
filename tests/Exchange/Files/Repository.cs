using System.Reflection;

namespace Parley.Exchange.Tests.Files;

/// <summary>The repository that these tests stand in.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The text of a file; the path counts from the root, with forward slashes.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine([Root, .. path.Split('/')]));
}
