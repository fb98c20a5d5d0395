using Parley.Lines.Messages;

namespace Parley.Lines.Codebooks;

/// <summary>What can be wrong with a codebook.</summary>
public enum CodebookFlaw
{
    /// <summary>The id is not 1 to 32 of <c>a-z 0-9 -</c>.</summary>
    Id,

    /// <summary>The version is not 1 to 9999.</summary>
    Version,

    /// <summary>There is no language, there are more than 16, or a tag is none.</summary>
    Languages,

    /// <summary>A language stands twice or before one of an earlier letter.</summary>
    LanguageOrder,

    /// <summary>There is no code, or more than 500.</summary>
    Codes,

    /// <summary>A number is not 1 to 9999.</summary>
    Number,

    /// <summary>A number stands twice or after a greater one.</summary>
    NumberOrder,

    /// <summary>The release class is none of the two.</summary>
    Release,

    /// <summary>A code has not one text a language.</summary>
    LanguageMissing,

    /// <summary>A title is empty, too long or not plain.</summary>
    Title,

    /// <summary>Two codes have the same title in one language.</summary>
    TitleTwice,

    /// <summary>A text is empty, too long or not plain.</summary>
    Text,

    /// <summary>A brace stands alone, or no name is in it.</summary>
    Brace,

    /// <summary>A code has more than 8 blanks.</summary>
    Blanks,

    /// <summary>A blank's name is not 1 to 16 of <c>a-z</c>, or stands twice.</summary>
    BlankName,

    /// <summary>A blank's bounds are not those of its kind.</summary>
    BlankBounds,

    /// <summary>A text leaves out a blank of the code.</summary>
    BlankLeftOut,

    /// <summary>A text names a blank that the code has not.</summary>
    BlankNotThere,

    /// <summary>A text names a blank twice.</summary>
    BlankTwice,

    /// <summary>The encoding is longer than 1 MiB.</summary>
    Size,
}

/// <summary>A flaw and where it is.</summary>
/// <param name="Number">Of the code; null when it is of the codebook.</param>
/// <param name="Language">Of the text, where it is of one.</param>
/// <param name="Blank">Its name, where it is of one.</param>
public sealed record CodebookProblem(CodebookFlaw Flaw, int? Number = null, string? Language = null, string? Blank = null);

/// <summary>What makes a codebook one: every code in every language with the same blanks, so that nobody reads less than another.</summary>
public static class CodebookRules
{
    /// <summary>Every flaw, in the order of the codebook; empty when it is good.</summary>
    public static IReadOnlyList<CodebookProblem> Problems(Codebook book)
    {
        var problems = new List<CodebookProblem>();
        if (!CodebookRef.IsId(book.Id))
            problems.Add(new(CodebookFlaw.Id));
        if (!CodebookRef.IsVersion(book.Version))
            problems.Add(new(CodebookFlaw.Version));
        if (book.Languages.Count is 0 or > Bounds.Languages || !book.Languages.All(MessageContent.IsLanguage))
            problems.Add(new(CodebookFlaw.Languages));
        if (!IsAscending(book.Languages, string.CompareOrdinal))
            problems.Add(new(CodebookFlaw.LanguageOrder));
        if (book.Codes.Count is 0 or > Bounds.Codes)
            problems.Add(new(CodebookFlaw.Codes));
        for (var i = 0; i < book.Codes.Count; i++)
        {
            if (i > 0 && book.Codes[i - 1].Number >= book.Codes[i].Number)
                problems.Add(new(CodebookFlaw.NumberOrder, book.Codes[i].Number));
            OfCode(problems, book.Languages, book.Codes[i]);
        }

        OfTitles(problems, book);
        // Only what is whole can be encoded.
        if (problems.Count == 0 && book.Encode().Length > Bounds.CodebookSize)
            problems.Add(new(CodebookFlaw.Size));
        return problems;
    }

    /// <summary>Whether each item is before the next.</summary>
    internal static bool IsAscending<T>(IReadOnlyList<T> items, Comparison<T> compare) =>
        Enumerable.Range(1, Math.Max(0, items.Count - 1)).All(i => compare(items[i - 1], items[i]) < 0);

    private static void OfCode(List<CodebookProblem> problems, IReadOnlyList<string> languages, Code code)
    {
        if (code.Number is < 1 or > Bounds.CodeNumber)
            problems.Add(new(CodebookFlaw.Number, code.Number));
        if (!Enum.IsDefined(code.Release))
            problems.Add(new(CodebookFlaw.Release, code.Number));
        if (code.Blanks.Count > Bounds.Blanks)
            problems.Add(new(CodebookFlaw.Blanks, code.Number));
        for (var i = 0; i < code.Blanks.Count; i++)
        {
            var blank = code.Blanks[i];
            if (!Template.IsName(blank.Name) || code.Blanks.Take(i).Any(b => b.Name == blank.Name))
                problems.Add(new(CodebookFlaw.BlankName, code.Number, null, blank.Name));
            if (!BoundsFit(blank))
                problems.Add(new(CodebookFlaw.BlankBounds, code.Number, null, blank.Name));
        }

        if (code.Texts.Count != languages.Count)
        {
            problems.Add(new(CodebookFlaw.LanguageMissing, code.Number));
            return;
        }

        for (var i = 0; i < languages.Count; i++)
            OfText(problems, code, languages[i], code.Texts[i]);
    }

    private static void OfText(List<CodebookProblem> problems, Code code, string language, CodeText text)
    {
        if (!PlainText.IsLine(text.Title, Bounds.CodeTitleLength) || text.Title.AsSpan().ContainsAny('{', '}'))
            problems.Add(new(CodebookFlaw.Title, code.Number, language));
        if (!PlainText.IsLine(text.Text, Bounds.CodeTextLength))
            problems.Add(new(CodebookFlaw.Text, code.Number, language));
        if (Template.Parts(text.Text) is not { } parts)
        {
            problems.Add(new(CodebookFlaw.Brace, code.Number, language));
            return;
        }

        var named = parts.Where(p => p.IsBlank).Select(p => p.Words).ToList();
        problems.AddRange(code.Blanks.Where(b => !named.Contains(b.Name)).Select(b => new CodebookProblem(CodebookFlaw.BlankLeftOut, code.Number, language, b.Name)));
        for (var i = 0; i < named.Count; i++)
        {
            if (code.BlankOf(named[i]) is null)
                problems.Add(new(CodebookFlaw.BlankNotThere, code.Number, language, named[i]));
            if (named.IndexOf(named[i]) < i)
                problems.Add(new(CodebookFlaw.BlankTwice, code.Number, language, named[i]));
        }
    }

    private static void OfTitles(List<CodebookProblem> problems, Codebook book)
    {
        for (var i = 0; i < book.Languages.Count; i++)
        {
            var titles = new HashSet<string>(StringComparer.Ordinal);
            foreach (var code in book.Codes)
            {
                if (code.Texts.Count == book.Languages.Count && !titles.Add(code.Texts[i].Title))
                    problems.Add(new(CodebookFlaw.TitleTwice, code.Number, book.Languages[i]));
            }
        }
    }

    private static bool BoundsFit(Blank blank) => blank.Kind switch
    {
        BlankKind.Time or BlankKind.Message => blank is { Least: 0, Most: 0 },
        BlankKind.Place => blank is { Least: 1, Most: >= 1 and <= Bounds.PlaceLength },
        BlankKind.Count => blank.Least >= 0 && blank.Least <= blank.Most && blank.Most <= Bounds.BlankCount,
        _ => false,
    };
}
