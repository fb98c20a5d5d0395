using Parley.Exchange.Files;
using Parley.Lines.Checks;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Checks;

/// <summary>The file of a bank of check texts: YAML, strict, described in <c>docs/formats/check-texts.md</c>.</summary>
public static class CheckTextsFile
{
    /// <summary>Reads a bank that has no flaw.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static CheckTexts? Read(string text, out FileProblem? problem) => YamlText.Read(text, "a bank of check texts", Whole, out problem);

    private static CheckTexts Whole(YamlTable table)
    {
        var id = table.Text("id", LinesBounds.PartyIdLength);
        var version = table.Number("version", 1, LinesBounds.CodebookVersion);
        var isUnchecked = table.Yes("unchecked");
        var languages = table.Texts("languages", 1, LinesBounds.Languages, LinesBounds.LanguageTagLength);
        var nodes = table.Items("texts", 1, LinesBounds.CheckTexts);
        var texts = nodes.Select((n, i) => new CheckText(i + 1, YamlTable.Read(n, "a text", t => Words(t, languages, isUnchecked)))).ToList();
        var bank = new CheckTexts(id, version, languages, texts);
        if (bank.Problems() is not [var first, ..])
            return bank;
        var line = first switch
        {
            { Number: { } number } => (int)nodes[number - 1].Start.Line,
            { Flaw: CheckTextsFlaw.Languages } => table.LineOf("languages"),
            _ => table.LineOf("id"),
        };
        throw new FileFault(line, Explain(first));
    }

    private static List<CheckWords> Words(YamlTable table, IReadOnlyList<string> languages, bool isUnchecked) =>
        [.. languages.Select(l => new CheckWords(table.Text(l, LinesBounds.CheckTextLength), isUnchecked))];

    private static string Explain(CheckTextsProblem problem)
    {
        var where = problem.Number is { } number ? $"text {number}{(problem.Language is { } l ? $" in {l}" : "")}: " : "";
        return where + problem.Flaw switch
        {
            CheckTextsFlaw.Id => "'id' has 1 to 32 of a-z, 0-9 and dash",
            CheckTextsFlaw.Version => "'version' counts from 1",
            CheckTextsFlaw.Languages => "languages are tags such as en, ru, zh-Hant, in order of their letters, none twice",
            CheckTextsFlaw.Texts => "the number of texts is beyond the bound",
            CheckTextsFlaw.Number => "texts count from 1",
            CheckTextsFlaw.LanguageMissing => "every language has its text",
            CheckTextsFlaw.Text => "the text is one plain line: no control characters, no marks that turn the direction of writing",
            _ => "another text says the same",
        };
    }
}
