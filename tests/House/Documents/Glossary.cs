using System.Text.RegularExpressions;

namespace Parley.House.Tests.Documents;

/// <summary>A word of the glossary, and the words that are not used in its place.</summary>
public sealed record Word(string Name, IReadOnlyList<string> NotUsed)
{
    public static IReadOnlyList<Word> In(string glossary) =>
        [.. MarkdownTable.Under("Words", glossary).Select(c => new Word(c[0], MarkdownTable.List(c[2])))];
}

/// <summary>The words of the glossary live in the code, and the project's documents use no others in their place.</summary>
public static class Glossary
{
    public static IReadOnlyList<string> Broken(IReadOnlyList<Word> words, IEnumerable<SourceFile> documents, string code)
    {
        var broken = new List<string>();
        broken.AddRange(words.Where(w => !Regex.IsMatch(code, Regex.Escape(w.Name).Replace("\\ ", "[ -]?"), RegexOptions.IgnoreCase))
            .Select(w => $"the code does not know the word {w.Name}"));
        foreach (var document in documents)
        {
            var text = Regex.Replace(document.Text, "```.*?```|`[^`]*`", "", RegexOptions.Singleline);
            foreach (var word in words)
            {
                broken.AddRange(word.NotUsed.Where(n => Regex.IsMatch(text, $@"\b{Regex.Escape(n)}s?\b", RegexOptions.IgnoreCase))
                    .Select(n => $"{document.Path} says {n} where the word is {word.Name}"));
            }
        }

        return broken;
    }
}
