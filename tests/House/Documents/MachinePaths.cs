using System.Text.RegularExpressions;

namespace Parley.House.Tests.Documents;

/// <summary>Nothing in the repository depends on, or tells of, the machine that it was written on.</summary>
public static class MachinePaths
{
    private const string Pattern = @"(?<![\w.~/-])(/(home|root|work|Users|mnt|tmp|private)/[\w.]|[A-Z]:\\Users)";

    public static IReadOnlyList<string> Broken(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from line in file.Lines.Select((text, i) => (text, number: i + 1))
           where Regex.IsMatch(line.text, Pattern)
           select $"{file.Path}:{line.number}: {line.text.Trim()}",
    ];
}
