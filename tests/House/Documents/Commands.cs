using System.Text.RegularExpressions;

namespace Parley.House.Tests.Documents;

/// <summary>A command that a document shows is one that the program has, with options that it has.</summary>
public static class Commands
{
    private const string FromClone = "dotnet run --project src/Cli -- ";

    /// <summary>Every command in blocks and between backticks, without its program's name.</summary>
    public static IEnumerable<string> In(string markdown)
    {
        var blocks = Regex.Matches(markdown, @"^```\w*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => m.Groups[1].Value);
        var spans = Regex.Matches(Regex.Replace(markdown, @"^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline), "`([^`\n]+)`").Select(m => m.Groups[1].Value);
        foreach (var line in blocks.SelectMany(b => b.Split('\n')).Concat(spans).Select(l => l.Trim()))
        {
            var command = line.Replace(FromClone, "parley ", StringComparison.Ordinal);
            if (Regex.Match(command, @"^(?:runuser -u parley -- )?parley (?<rest>.+)") is { Success: true } match)
                yield return match.Groups["rest"].Value;
        }
    }

    /// <param name="help">What the program prints for a path of commands and <c>--help</c>; null when there is no such command.</param>
    public static IReadOnlyList<string> Broken(IEnumerable<SourceFile> documents, Func<string[], string?> help) =>
        [.. documents.SelectMany(d => In(d.Text).Select(c => (d.Path, Command: c))).Where(c => !Exists(c.Command, help)).Select(c => $"{c.Path}: parley {c.Command}")];

    private static bool Exists(string command, Func<string[], string?> help)
    {
        var path = new List<string>();
        var about = help([])!;
        var words = Regex.Replace(command, "\"[^\"]*\"", "TEXT").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var arguments = 0;
        foreach (var word in words.TakeWhile(w => !w.StartsWith('-')))
        {
            if (Regex.IsMatch(about, $@"^  {Regex.Escape(word)}( |$)", RegexOptions.Multiline))
            {
                path.Add(word);
                if (help([.. path]) is not { } next)
                    return false;
                about = next;
            }
            else if (++arguments > 3 || !Regex.IsMatch(about, @"^Usage:\r?\n.*<", RegexOptions.Multiline))
            {
                return false;
            }
        }

        var options = words.Where(w => Regex.IsMatch(w, "^--?[a-z]"));
        return (path.Count > 0 || words[0].StartsWith('-')) && options.All(o => Regex.IsMatch(about, $@"(?<![\w-]){Regex.Escape(o)}\b"));
    }
}
