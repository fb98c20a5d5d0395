using System.Text.RegularExpressions;
using Parley.House.Tests.Sources;

namespace Parley.House.Tests.Road;

/// <summary>The road table of ARCHITECTURE.md against the code: every step has a row, every name in the rows is a type or a method that is there.</summary>
public static class RoadTable
{
    private const int Steps = 11;

    /// <param name="architecture">The document.</param>
    /// <param name="sources">Files under <c>src</c>.</param>
    public static IReadOnlyList<string> Broken(string architecture, IReadOnlyList<SourceFile> sources)
    {
        var rows = MarkdownTable.Under("The road of a message", architecture);
        var broken = new List<string>();
        if (!rows.Select(r => r[0]).SequenceEqual(Enumerable.Range(1, Steps).Select(n => $"{n}")))
            broken.Add($"the road has the steps {string.Join(", ", rows.Select(r => r[0]))}");
        foreach (var row in rows)
        {
            var places = Spans(row[3]);
            if (places.Count == 0)
                broken.Add($"step {row[0]} names no place in the code");
            broken.AddRange(places.Where(p => !IsMethod(p, sources)).Select(p => $"step {row[0]}: there is no {p}"));
            broken.AddRange(Spans(row[2]).Where(t => !IsType(t, sources)).Select(t => $"step {row[0]}: there is no type {t}"));
        }

        broken.AddRange(HeadOf("Outbound", 2, 6, sources));
        broken.AddRange(HeadOf("Inbound", 7, 10, sources));
        return broken;
    }

    private static List<string> Spans(string cell) => [.. Regex.Matches(cell, "`([^`]+)`").Select(m => m.Groups[1].Value)];

    private static bool IsMethod(string place, IReadOnlyList<SourceFile> sources) =>
        place.Split('.') is [var type, var method] &&
        sources.Any(f => f.Name == type && Regex.IsMatch(CodeText.Of(f.Text), $@"[\w>\]?)] {Regex.Escape(method)}(<\w+>)?\("));

    private static bool IsType(string type, IReadOnlyList<SourceFile> sources) =>
        sources.Any(f => Regex.IsMatch(CodeText.Of(f.Text), $@"\b(class|record|struct|interface) {Regex.Escape(type)}\b"));

    /// <summary>A road file opens by naming its steps, and each has its number again at its method.</summary>
    private static IEnumerable<string> HeadOf(string road, int first, int last, IReadOnlyList<SourceFile> sources)
    {
        var text = sources.FirstOrDefault(f => f.Path == $"src/Station/{road}.cs")?.Text ?? "";
        for (var step = first; step <= last; step++)
        {
            if (!Regex.IsMatch(text, $@"^//\s+{step}\s", RegexOptions.Multiline))
                yield return $"the head of {road}.cs does not name step {step}";
            if (!Regex.IsMatch(text, $@"Steps? (\d+ to )?{step}\b|\({step}, {step + 1}\)|\({step - 1}, {step}\)"))
                yield return $"no method of {road}.cs says that it is step {step}";
        }
    }
}
