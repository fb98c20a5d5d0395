using System.Text.RegularExpressions;

namespace Parley.House.Tests.Documents;

/// <summary>What a document points at is there: links between documents, and paths of the repository between backticks.</summary>
public static class Links
{
    /// <param name="exists">Whether a path from the root is a file or folder.</param>
    public static IReadOnlyList<string> Broken(IEnumerable<SourceFile> documents, Func<string, bool> exists)
    {
        var broken = new List<string>();
        foreach (var document in documents)
        {
            var folder = document.Path.Contains('/') ? document.Path[..document.Path.LastIndexOf('/')] : "";
            foreach (Match link in Regex.Matches(document.Text, @"\]\(([^)#\s]+)(#[^)]*)?\)"))
            {
                var target = link.Groups[1].Value;
                if (!target.Contains("://", StringComparison.Ordinal) && !exists(Path.Combine(folder, target)))
                    broken.Add($"{document.Path} links to {target}");
            }

            foreach (Match path in Regex.Matches(document.Text, @"`((?:src|tests|docs|packaging|vectors|scenarios|bench|\.ci)/[\w./-]*)`"))
            {
                // NAME stands for any name.
                if (!path.Groups[1].Value.Contains("NAME", StringComparison.Ordinal) && !exists(path.Groups[1].Value.TrimEnd('/')))
                    broken.Add($"{document.Path} names {path.Groups[1].Value}");
            }
        }

        return broken;
    }
}
