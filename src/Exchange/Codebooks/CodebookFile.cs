using Parley.Exchange.Files;
using Parley.Lines.Codebooks;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Codebooks;

/// <summary>The file of a codebook: YAML, strict, described in <c>docs/formats/codebook.md</c>.</summary>
public static class CodebookFile
{
    /// <summary>Reads a codebook that has no flaw.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static Codebook? Read(string text, out FileProblem? problem) => YamlText.Read(text, "a codebook", Whole, out problem);

    private static Codebook Whole(YamlTable table)
    {
        var id = table.Text("id", LinesBounds.PartyIdLength);
        var version = table.Number("version", 1, LinesBounds.CodebookVersion);
        var languages = table.Texts("languages", 1, LinesBounds.Languages, LinesBounds.LanguageTagLength);
        var places = new Dictionary<CodebookPlace, int>();
        var codes = table.Items("codes", 1, LinesBounds.Codes).Select(n => YamlTable.Read(n, "a code", t => ReadCode(t, languages, places))).ToList();
        var book = new Codebook(id, version, languages, codes);
        return CodebookRules.Problems(book) is [var first, ..]
            ? throw new FileFault(LineOf(first, table, places), Explain(first))
            : book;
    }

    private static Code ReadCode(YamlTable table, IReadOnlyList<string> languages, Dictionary<CodebookPlace, int> places)
    {
        var number = table.Number("number", 1, LinesBounds.CodeNumber);
        places[new(number, null, null)] = table.LineOf("number");
        var release = table.Choice<ReleaseClass>("release");
        var blanks = table.Items("blanks", 0, LinesBounds.Blanks).Select(n => YamlTable.Read(n, "a blank", t => ReadBlank(t, number, places))).ToList();
        var texts = table.Table("texts", "'texts'", all => languages.Select(l => all.Table(l, $"the text in {l}", t => ReadText(t, number, l, places))).ToList());
        return new Code(number, release, blanks, texts);
    }

    private static Blank ReadBlank(YamlTable table, int number, Dictionary<CodebookPlace, int> places)
    {
        var name = table.Text("name", LinesBounds.BlankNameLength);
        places[new(number, null, name)] = table.Line;
        return table.Choice<BlankKind>("kind") switch
        {
            BlankKind.Time => Blank.OfTime(name),
            BlankKind.Message => Blank.OfMessage(name),
            BlankKind.Place => Blank.OfPlace(name, table.Number("most", 1, LinesBounds.PlaceLength)),
            _ => Blank.OfCount(name, table.Number("least", 0, LinesBounds.BlankCount), table.Number("most", 0, LinesBounds.BlankCount)),
        };
    }

    private static CodeText ReadText(YamlTable table, int number, string language, Dictionary<CodebookPlace, int> places)
    {
        places[new(number, language, null)] = table.LineOf("text");
        return new CodeText(table.Text("title", LinesBounds.CodeTitleLength), table.Text("text", LinesBounds.CodeTextLength), table.Yes("unchecked"));
    }

    /// <summary>The nearest thing of which the line is known: the text, the blank, the code, or the key at the top.</summary>
    private static int LineOf(CodebookProblem problem, YamlTable table, Dictionary<CodebookPlace, int> places)
    {
        if (problem.Number is not { } number)
            return problem.Flaw is CodebookFlaw.Languages or CodebookFlaw.LanguageOrder ? table.LineOf("languages") : table.LineOf("id");
        CodebookPlace[] nearest =
            problem.Language is null ? [new(number, null, problem.Blank), new(number, null, null)] : [new(number, problem.Language, null)];
        return nearest.Where(places.ContainsKey).Select(p => places[p]).First();
    }

    private static string Explain(CodebookProblem problem)
    {
        var where = problem.Number is { } number ? $"code {number}{(problem.Language is { } l ? $" in {l}" : "")}: " : "";
        return where + problem.Flaw switch
        {
            CodebookFlaw.Id => "'id' has 1 to 32 of a-z, 0-9 and dash",
            CodebookFlaw.Version => "'version' counts from 1",
            CodebookFlaw.Languages => "languages are tags such as en, ru, zh-Hant",
            CodebookFlaw.LanguageOrder => "languages stand in order of their letters, none twice",
            CodebookFlaw.Codes => "the number of codes is beyond the bound",
            CodebookFlaw.Number => "a number has 1 to 4 digits",
            CodebookFlaw.NumberOrder => "codes stand in order of their numbers, none twice",
            CodebookFlaw.Release => "the release class is one or charter",
            CodebookFlaw.LanguageMissing => "every language has its text",
            CodebookFlaw.Title => "the title is one plain line without braces",
            CodebookFlaw.TitleTwice => "another code has this title",
            CodebookFlaw.Text => "the text is one plain line: no control characters, no marks that turn the direction of writing",
            CodebookFlaw.Brace => "a brace stands for a blank, such as {place}",
            CodebookFlaw.Blanks => "the number of blanks is beyond the bound",
            CodebookFlaw.BlankName => $"the blank's name '{problem.Blank}' has 1 to 16 of a-z and stands once",
            CodebookFlaw.BlankBounds => $"the bounds of '{problem.Blank}' are none of its kind",
            CodebookFlaw.BlankLeftOut => $"the text leaves out {{{problem.Blank}}}",
            CodebookFlaw.BlankNotThere => $"the code has no blank '{problem.Blank}'",
            CodebookFlaw.BlankTwice => $"{{{problem.Blank}}} stands twice",
            _ => "the codebook is larger than the bound",
        };
    }

    /// <summary>A code, and of it a text or a blank.</summary>
    private readonly record struct CodebookPlace(int Number, string? Language, string? Blank);
}
