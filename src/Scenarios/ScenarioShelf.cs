using System.Reflection;

namespace Parley.Scenarios;

/// <summary>The scenarios that come with the program: those of the folder <c>scenarios</c>.</summary>
public static class ScenarioShelf
{
    public const string Default = "demo";
    private const string Ending = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    private static Assembly Assembly => typeof(ScenarioShelf).Assembly;

    /// <summary>The file's text; null when there is none of that name.</summary>
    public static string? Text(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name + Ending);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
