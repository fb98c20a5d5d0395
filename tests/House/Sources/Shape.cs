using System.Text.RegularExpressions;

namespace Parley.House.Tests.Sources;

/// <summary>The size of files and the names of types.</summary>
public static class Shape
{
    /// <summary>Lines of a file. What is longer has two ideas in it.</summary>
    public const int FileLines = 400;

    /// <summary>Columns of a line. The editor aims at 140; a docstring may be a little wider.</summary>
    public const int LineColumns = 180;

    private const string Declared = @"\b(?:class|record|struct|interface|enum|delegate \w+)\s+(?:struct\s+|class\s+)?(\w+)";

    public static IReadOnlyList<string> Broken(IEnumerable<SourceFile> files)
    {
        var broken = new List<string>();
        foreach (var file in files)
        {
            var lines = file.Lines;
            if (lines.Length > FileLines)
                broken.Add($"{file.Path} has {lines.Length} lines; at most {FileLines}");
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Length > LineColumns)
                    broken.Add($"{file.Path}:{i + 1} has {lines[i].Length} columns; at most {LineColumns}");
            }

            foreach (Match declared in Regex.Matches(CodeText.Of(file.Text), Declared))
            {
                var name = declared.Groups[1].Value;
                if (Regex.IsMatch(name, "(Helpers?|Managers?|Utils?|Utilities|Impl|Base)$"))
                    broken.Add($"{file.Path}: {name} says nothing of what it does");
            }

            foreach (var folder in file.Path.Split('/')[..^1])
            {
                if (folder is "Helpers" or "Utils" or "Models" or "Services" or "Interfaces" or "Common" or "Misc")
                    broken.Add($"{file.Path}: folders are nouns of the domain, not {folder}");
            }
        }

        return broken;
    }
}
