using Parley.Exchange.Codebooks;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Codebooks;

namespace Parley.Exchange.Tests.Codebooks;

public sealed class CodebookFileTests
{
    private const string Good =
        """
        id: sample
        version: 1
        languages: [en, ru]
        codes:
          - number: 7
            release: one
            texts:
              en: { title: Test, text: A test., unchecked: true }
              ru: { title: Проба, text: Проба. }
          - number: 21
            release: charter
            blanks:
              - { name: until, kind: time }
              - { name: place, kind: place, most: 20 }
              - { name: boats, kind: count, least: 1, most: 99 }
            texts:
              en: { title: Boats, text: "Boats: {boats}. At {place} until {until}.", unchecked: true }
              ru: { title: Лодки, text: "До {until} лодок: {boats} ({place})", unchecked: true }
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var book = CodebookFile.Read(Good, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(("sample", 1, 2, 3), (book.Id, book.Version, book.Codes.Count, book.UncheckedTexts));
        Assert.Equal([Blank.OfTime("until"), Blank.OfPlace("place", 20), Blank.OfCount("boats", 1, 99)], book[21]!.Blanks);
        Assert.Equal(ReleaseClass.Charter, book[21]!.Release);
        Assert.Equal(new CodeText("Проба", "Проба.", false), book[7]!.Texts[1]);
    }

    [Theory]
    [InlineData("id: sample", "id: Sample", 1, "'id' has")]
    [InlineData("version: 1", "version: 0", 2, "a number from 1")]
    [InlineData("version: 1", "version: 01", 2, "a number from 1")]
    [InlineData("version: 1", "version: 1\ncolour: red", 3, "knows no key 'colour'")]
    [InlineData("[en, ru]", "[ru, en]", 3, "in order of their letters")]
    [InlineData("[en, ru]", "[en, r]", 8, "needs 'r'")]
    [InlineData("[en, ru]", "[en, ru, zh]", 8, "needs 'zh'")]
    [InlineData("[en, ru]", "[en]", 9, "knows no key 'ru'")]
    [InlineData("number: 21", "number: 7", 10, "code 7: codes stand in order")]
    [InlineData("number: 21", "number: 10000", 10, "a number from 1 to 9999")]
    [InlineData("release: one", "release: two", 6, "is one of one, charter")]
    [InlineData("release: one", "release: One", 6, "is one of one, charter")]
    [InlineData("kind: time", "kind: hour", 13, "is one of time, place, count")]
    [InlineData("kind: time", "kind: time, most: 5", 13, "knows no key 'most'")]
    [InlineData("name: until", "name: Until", 13, "the blank's name 'Until'")]
    [InlineData("most: 20", "most: 500", 14, "a number from 1 to 120")]
    [InlineData("least: 1, ", "least: 100, ", 15, "the bounds of 'boats'")]
    [InlineData("least: 1, ", "", 15, "needs 'least'")]
    [InlineData("At {place} until", "Until", 17, "code 21 in en: the text leaves out {place}")]
    [InlineData("At {place} until", "At {place}, {place} until", 17, "{place} stands twice")]
    [InlineData("At {place} until", "At {place} {port} until", 17, "no blank 'port'")]
    [InlineData("At {place} until", "At {place} } until", 17, "a brace stands")]
    [InlineData("At {place} until", "At {place}\\n until", 17, "one plain line")]
    [InlineData("title: Boats", "title: Test", 17, "another code has this title")]
    [InlineData("text: A test., unchecked: true", "text: A test., unchecked: yes", 8, "true or false")]
    [InlineData("text: A test.,", "text: A test., text: B,", 8, "not YAML")]
    [InlineData(", text: Проба.", "", 9, "needs 'text'")]
    public void A_bad_file_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(CodebookFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Damage_never_makes_half_a_codebook() => FileFuzz.Check(Good, 3_000, text =>
    {
        var book = CodebookFile.Read(text, out var problem);
        if (book is null)
        {
            Assert.InRange(problem!.Line, 1, text.Split('\n').Length + 1);
            return null;
        }

        return problem is null && book.Equals(Codebook.Parse(book.Encode()));
    });
}
