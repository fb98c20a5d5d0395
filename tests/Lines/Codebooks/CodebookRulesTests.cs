using Parley.Lines.Codebooks;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class CodebookRulesTests
{
    private static readonly Codebook Book = SampleCodebook.Book;

    [Fact]
    public void A_good_book_has_no_flaw() => Assert.Empty(CodebookRules.Problems(Book));

    [Fact]
    public void Of_the_book()
    {
        Found(CodebookFlaw.Id, Book with { Id = "Sample" });
        Found(CodebookFlaw.Version, Book with { Version = 0 });
        Found(CodebookFlaw.Languages, Book with { Languages = [], Codes = [.. Book.Codes.Select(c => c with { Texts = [] })] });
        Found(CodebookFlaw.Languages, Book with { Languages = ["en", "ru!"] });
        Found(CodebookFlaw.LanguageOrder, Book with { Languages = ["ru", "en"] });
        Found(CodebookFlaw.LanguageOrder, Book with { Languages = ["en", "en"] });
        Found(CodebookFlaw.Codes, Book with { Codes = [] });
        Found(CodebookFlaw.Codes, Book with { Codes = [.. Enumerable.Range(1, Bounds.Codes + 1).Select(Plain)] });
        Found(CodebookFlaw.NumberOrder, Book with { Codes = [Book.Codes[1], Book.Codes[0]] });
        Found(CodebookFlaw.NumberOrder, Book with { Codes = [Book.Codes[0], Book.Codes[1] with { Number = 7 }] });
        Found(CodebookFlaw.TitleTwice, SampleCodebook.WithText(t => t with { Title = "Test" }), "en");
    }

    [Fact]
    public void Of_a_code()
    {
        Found(CodebookFlaw.Number, SampleCodebook.With(c => c with { Number = Bounds.CodeNumber + 1 }));
        Found(CodebookFlaw.Release, SampleCodebook.With(c => c with { Release = (ReleaseClass)2 }));
        Found(CodebookFlaw.LanguageMissing, SampleCodebook.With(c => c with { Texts = [c.Texts[0]] }));
        Found(CodebookFlaw.Blanks, SampleCodebook.With(c => c with { Blanks = [.. c.Blanks, .. "abcdef".Select(x => Blank.OfTime($"{x}"))] }));
        Found(CodebookFlaw.BlankName, SampleCodebook.With(c => c with { Blanks = [.. c.Blanks, Blank.OfTime("a b")] }));
        Found(CodebookFlaw.BlankName, SampleCodebook.With(c => c with { Blanks = [.. c.Blanks, Blank.OfTime("until")] }));
        foreach (var blank in (Blank[])
            [
                Blank.OfPlace("place", 0), Blank.OfPlace("place", Bounds.PlaceLength + 1), Blank.OfCount("place", 2, 1), Blank.OfCount("place", -1, 1),
                Blank.OfCount("place", 0, Bounds.BlankCount + 1), new("place", BlankKind.Time, 0, 1), new("place", (BlankKind)4, 0, 0),
            ])
        {
            Found(CodebookFlaw.BlankBounds, SampleCodebook.With(c => c with { Blanks = [c.Blanks[0], blank, c.Blanks[2]] }));
        }
    }

    [Theory]
    [InlineData("Boats: {boats}. At {place}.", CodebookFlaw.BlankLeftOut)]
    [InlineData("{boats} {place} {until} {speed}", CodebookFlaw.BlankNotThere)]
    [InlineData("{boats} {place} {until} {boats}", CodebookFlaw.BlankTwice)]
    [InlineData("{boats} {place} {until} {", CodebookFlaw.Brace)]
    [InlineData("{boats} {place} {until} }", CodebookFlaw.Brace)]
    [InlineData("{boats} {place} {until} {}", CodebookFlaw.Brace)]
    [InlineData("{boats} {{place}} {until}", CodebookFlaw.Brace)]
    [InlineData("{boats} {place} {until}\n", CodebookFlaw.Text)]
    [InlineData("{boats} {place}\u00a0{until}", CodebookFlaw.Text)]
    [InlineData("{boats} {place} \u202e{until}", CodebookFlaw.Text)]
    public void Of_a_text(string text, CodebookFlaw flaw) => Found(flaw, SampleCodebook.WithText(t => t with { Text = text }), "en");

    [Theory]
    [InlineData("")]
    [InlineData(" Boats")]
    [InlineData("{boats}")]
    [InlineData("Bo\u200bats")]
    public void Of_a_title(string title) => Found(CodebookFlaw.Title, SampleCodebook.WithText(t => t with { Title = title }), "en");

    [Fact]
    public void Of_half_a_character() => Assert.Contains(
        CodebookRules.Problems(SampleCodebook.WithText(t => t with { Text = t.Text + '\ud800' + "!" })), p => p.Flaw == CodebookFlaw.Text);

    [Fact]
    public void Of_length()
    {
        Found(CodebookFlaw.Title, SampleCodebook.WithText(t => t with { Title = new string('a', Bounds.CodeTitleLength + 1) }), "en");
        Found(CodebookFlaw.Text, SampleCodebook.WithText(t => t with { Text = t.Text + new string('a', Bounds.CodeTextLength) }), "en");
        var codes = Enumerable.Range(1, Bounds.Codes).Select(i => Plain(i) is var c
            ? c with { Texts = [.. c.Texts.Select(t => t with { Text = new string('я', Bounds.CodeTextLength) })] }
            : c);
        Found(CodebookFlaw.Size, Book with { Codes = [.. codes] });
    }

    /// <summary>The flaw is named, and the parser refuses what the rules refuse.</summary>
    private static void Found(CodebookFlaw flaw, Codebook book, string? language = null)
    {
        Assert.Contains(CodebookRules.Problems(book), p => p.Flaw == flaw && p.Language == language);
        if (book.Codes.All(c => c.Blanks.All(b => b.Least >= 0)))
            Assert.Null(Codebook.Parse(book.Encode()));
    }

    private static Code Plain(int number) =>
        new(number, ReleaseClass.One, [], [new CodeText($"T{number}", "A test.", true), new CodeText($"П{number}", "Проба.", true)]);
}
