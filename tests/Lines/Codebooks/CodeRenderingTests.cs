using Parley.Lines.Codebooks;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class CodeRenderingTests
{
    private static readonly Codebook Book = SampleCodebook.Book;
    private static readonly CodeContent Sample = SampleCodebook.Content;

    [Fact]
    public void The_same_message_in_each_language()
    {
        Assert.Equal("Boats: 3. At “Gull Bay” until 2026-11-22 12:00:00 UTC.", Book.Render(Sample, "en", out var refused)!.Text);
        Assert.Null(refused);
        var russian = Book.Render(Sample, "ru", out _)!;
        Assert.Equal("До 2026-11-22 12:00:00 UTC лодок: 3 (“Gull Bay”)", russian.Text);
        Assert.Equal(("Лодки", true, "ru", 21), (russian.Title, russian.Unchecked, russian.Language, russian.Number));
        Assert.Equal(["until", "boats", "place"], russian.Parts.Select(p => p.Blank).OfType<string>());
    }

    [Fact]
    public void Blanks_stand_in_the_order_of_the_code() => Assert.Equal(["until", "place", "boats"], Sample.Blanks.Select(b => b.Name));

    [Fact]
    public void A_value_with_braces_stays_what_it_is()
    {
        var content = Sample with { Blanks = [.. Sample.Blanks.Select(b => b.Name == "place" ? b with { Value = new PlaceValue("{boats}") } : b)] };
        Assert.Contains("“{boats}”", Book.Render(content, "en", out _)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_refused_and_both_are_named()
    {
        var newer = Book with { Version = 2 };
        Assert.Null(newer.Render(Sample, "en", out var refused));
        Assert.Equal(new CodeRefused(CodeRefusal.OtherCodebook, 21, Book.Named(), newer.Named()), refused);
        Assert.Equal((1, 2), (refused!.Named.Version, refused.Held.Version));
    }

    [Fact]
    public void A_text_that_differs_makes_another_book_of_the_same_version()
    {
        var other = SampleCodebook.WithText(t => t with { Text = t.Text + " Or not." });
        Assert.Equal(CodeRefusal.OtherCodebook, other.Check(Sample)!.Refusal);
    }

    [Fact]
    public void A_claimed_version_decides_nothing() =>
        Assert.NotNull(Book.Render(Sample with { Codebook = Sample.Codebook with { Id = "x", Version = 9 } }, "en", out _));

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Refused(CodeRefusal.NoSuchCode, null, Sample with { Number = 8 });
        Refused(CodeRefusal.BlankOpen, "boats", Sample with { Blanks = [.. Sample.Blanks.SkipLast(1)] });
        Refused(CodeRefusal.NoSuchBlank, "speed", Sample with { Blanks = [.. Sample.Blanks, new("speed", new CountValue(1))] });
        Refused(CodeRefusal.NoSuchBlank, "boats", Sample with { Blanks = [.. Sample.Blanks, new("boats", new CountValue(1))] });
        Refused(CodeRefusal.BlankKindDiffers, "until", With("until", new CountValue(1)));
        Refused(CodeRefusal.BlankKindDiffers, "boats", With("boats", new PlaceValue("three")));
        Refused(CodeRefusal.BlankBeyondBounds, "boats", With("boats", new CountValue(0)));
        Refused(CodeRefusal.BlankBeyondBounds, "boats", With("boats", new CountValue(100)));
        Refused(CodeRefusal.BlankBeyondBounds, "place", With("place", new PlaceValue(new string('a', 21))));
        Assert.Null(Book.Check(With("place", new CoordinatesValue(1, 1))));
        Assert.Null(Book.Render(Sample, "zh", out var refused));
        Assert.Equal((CodeRefusal.NoSuchLanguage, "zh"), (refused!.Refusal, refused.What));
    }

    private static CodeContent With(string name, BlankValue value) =>
        Sample with { Blanks = [.. Sample.Blanks.Select(b => b.Name == name ? b with { Value = value } : b)] };

    private static void Refused(CodeRefusal refusal, string? what, CodeContent content)
    {
        Assert.Null(Book.Render(content, "en", out var refused));
        Assert.Equal((refusal, what), (refused!.Refusal, refused.What));
        Assert.Null(Book.Fill(content.Number, content.Blanks, out refused));
        Assert.Equal((refusal, what), (refused!.Refusal, refused.What));
    }
}
