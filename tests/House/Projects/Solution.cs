using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Parley.House.Tests.Projects;

/// <summary>A project file and what it names.</summary>
/// <param name="References">Paths of project files, from the root.</param>
public sealed record ProjectFile(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages, IReadOnlyList<string> VersionedPackages)
{
    public string Name => Path.Split('/')[^2];

    public bool IsSource => Path.StartsWith("src/", StringComparison.Ordinal);

    public static ProjectFile Parse(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        var folder = string.Join('/', file.Path.Split('/')[..^1]);
        return new(
            file.Path,
            [.. xml.Descendants("ProjectReference").Select(r => Resolve(folder, r.Attribute("Include")!.Value))],
            [.. xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)],
            [.. xml.Descendants("PackageReference").Where(r => r.Attribute("Version") is not null).Select(r => r.Attribute("Include")!.Value)]);
    }

    private static string Resolve(string folder, string include)
    {
        var parts = new List<string>(folder.Split('/'));
        foreach (var part in include.Replace('\\', '/').Split('/'))
        {
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}

/// <summary>The solution has every project and no other; each has its lock file, its bounds and its tests' place.</summary>
public static class Solution
{
    /// <summary>Projects without a bounds file: they take nothing in that is not bounded by another.</summary>
    private static readonly string[] Unbounded = ["Cli", "Testing"];

    public static IReadOnlyList<string> Broken(string solution, IReadOnlyList<ProjectFile> projects, IReadOnlyCollection<string> files)
    {
        var listed = Regex.Matches(solution, "Path=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        var broken = new List<string>();
        broken.AddRange(projects.Select(p => p.Path).Except(listed).Select(p => $"{p} is not in Parley.slnx"));
        broken.AddRange(listed.Except(projects.Select(p => p.Path)).Select(p => $"{p} is in Parley.slnx and not there"));
        foreach (var project in projects)
        {
            var folder = project.Path[..project.Path.LastIndexOf('/')];
            if (!files.Contains($"{folder}/packages.lock.json"))
                broken.Add($"{folder} has no packages.lock.json");
            if (project.IsSource && !Unbounded.Contains(project.Name) && !files.Contains($"{folder}/Bounds.cs"))
                broken.Add($"{folder} has no Bounds.cs");
            broken.AddRange(project.VersionedPackages.Select(v => $"{project.Path}: the version of {v} stands in Directory.Packages.props"));
        }

        return broken;
    }
}
