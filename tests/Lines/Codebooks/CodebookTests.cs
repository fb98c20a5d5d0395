using Parley.Lines.Codebooks;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class CodebookTests
{
    private static readonly Codebook Book = SampleCodebook.Book;

    [Fact]
    public void Is_read_strictly() => Strict.Check(Book.Encode(), b => Codebook.Parse(b)?.Encode());

    [Fact]
    public void Is_read_strictly_under_heavier_damage() =>
        Fuzz.Check(Book.Encode(), [0, 1, 2, 3, 0x81, 0x82, 0x83, 0x84, (byte)'{', (byte)'}', (byte)'a'], 20_000, b => Codebook.Parse(b)?.Encode());

    [Fact]
    public void Survives_the_wire() => Assert.Equal(Book, Codebook.Parse(Book.Encode()));

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Null(Codebook.Parse(new byte[Bounds.CodebookSize + 1]));

    [Fact]
    public void Every_part_is_in_the_hash()
    {
        Codebook[] books =
        [
            Book,
            Book with { Id = "other" },
            Book with { Version = 2 },
            Book with { Languages = ["en", "uk"] },
            Book with { Codes = [Book.Codes[0]] },
            SampleCodebook.With(c => c with { Number = 22 }),
            SampleCodebook.With(c => c with { Release = ReleaseClass.One }),
            SampleCodebook.With(c => c with { Blanks = [c.Blanks[1], c.Blanks[0], c.Blanks[2]] }),
            SampleCodebook.With(c => c with { Blanks = [c.Blanks[0], Blank.OfPlace("place", 21), c.Blanks[2]] }),
            SampleCodebook.WithText(t => t with { Title = "boats" }),
            SampleCodebook.WithText(t => t with { Text = t.Text + "!" }),
            SampleCodebook.WithText(t => t with { Unchecked = false }),
        ];
        Assert.All(books, b => Assert.Empty(CodebookRules.Problems(b)));
        Assert.Equal(books.Length, books.Select(b => b.Hash()).Distinct().Count());
    }

    [Fact]
    public void Knows_what_nobody_has_checked() => Assert.Equal(3, Book.UncheckedTexts);

    [Fact]
    public void Codes_are_found_by_number()
    {
        Assert.Equal(21, Book[21]!.Number);
        Assert.Null(Book[8]);
    }

    [Fact]
    public void Is_named_to_others()
    {
        var named = Book.Named();
        Assert.Equal(named, CodebookRef.Parse(named.ToString()));
        Assert.Equal($"sample/1/{Book.Hash()}", named.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("sample/1")]
    [InlineData("sample/1/00")]
    [InlineData("sample/01/{0}")]
    [InlineData("sample/0/{0}")]
    [InlineData("sample/10000/{0}")]
    [InlineData("sample/+1/{0}")]
    [InlineData("Sample/1/{0}")]
    [InlineData("sample/1/{0}/")]
    [InlineData("sample/1/{0} ")]
    public void No_names(string text) => Assert.Null(CodebookRef.Parse(text.Replace("{0}", new string('0', 64), StringComparison.Ordinal)));
}
