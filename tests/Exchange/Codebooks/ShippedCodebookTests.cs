using System.Text.RegularExpressions;
using Parley.Exchange.Codebooks;
using Parley.Ledger;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;

namespace Parley.Exchange.Tests.Codebooks;

/// <summary>The codebook that comes with the program.</summary>
public sealed class ShippedCodebookTests
{
    private static readonly Codebook Book = CodebookFile.Read(CodebookShelf.Text(CodebookShelf.Codebook)!, out _)!;

    [Fact]
    public void Is_whole()
    {
        Assert.Null(CodebookFile.Read(CodebookShelf.Text(CodebookShelf.Codebook)!, out var problem) is null ? problem : null);
        Assert.Empty(CodebookRules.Problems(Book));
        Assert.Equal(["ar", "en", "ru", "zh"], Book.Languages);
        Assert.True(Book.Codes.Count >= 20);
        Assert.Equal(Book, Codebook.Parse(Book.Encode()));
    }

    [Fact]
    public void Nobody_has_checked_a_text_of_it() => Assert.Equal(Book.Codes.Count * Book.Languages.Count, Book.UncheckedTexts);

    /// <summary>Who holds version 1 holds this: a change of one sign is another book, and takes another version.</summary>
    [Fact]
    public void Is_the_same_for_everybody() => Assert.Equal(
        "d12be6993a0821dea2d865ca44d4393558a34fa08534e61b66f8c71b3ef2c669", Book.Hash().ToString());

    [Fact]
    public void A_changed_byte_is_another_book_or_none()
    {
        var bytes = Book.Encode();
        var (hash, accepted) = (Book.Hash(), 0);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            if (Codebook.Parse(changed) is not { } other)
                continue;
            accepted++;
            Assert.NotEqual(hash, other.Hash());
            Assert.Equal(changed, other.Encode());
        }

        Assert.True(accepted > 0);
    }

    [Fact]
    public void Every_code_in_every_language_fills_every_blank()
    {
        foreach (var code in Book.Codes)
        {
            var content = Book.Fill(code.Number, [.. code.Blanks.Select((b, i) => new FilledBlank(b.Name, Value(b, i)))], out var refused);
            Assert.Null(refused);
            foreach (var language in Book.Languages)
            {
                var rendered = Book.Render(content!, language, out refused)!;
                Assert.Null(refused);
                Assert.DoesNotContain('{', rendered.Text);
                Assert.DoesNotContain('}', rendered.Text);
                Assert.Equal(code.Blanks.Select(b => b.Name).Order(), rendered.Parts.Select(p => p.Blank).OfType<string>().Order());
                Assert.All(content!.Blanks, b => Assert.Contains(b.Value.Shown, rendered.Text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Values_look_the_same_in_every_language()
    {
        var content = Book.Fill(
            237, [new("time", new TimeValue(new Timestamp(1_795_348_800_000))), new("place", new CoordinatesValue(1_234_567, 4_567_890))], out _)!;
        foreach (var language in Book.Languages)
        {
            var parts = Book.Render(content, language, out _)!.Parts.Where(p => p.Blank is not null);
            Assert.Equal(["2026-11-22 12:00:00 UTC", "12.34567N 045.67890E"], parts.Select(p => p.Words));
        }
    }

    /// <summary>Alerts must not wait for a second officer, and what binds the party must not slip out under one.</summary>
    [Fact]
    public void Classes_of_release_follow_the_first_digit()
    {
        foreach (var code in Book.Codes)
        {
            var expected = code.Number switch
            {
                301 or 312 => ReleaseClass.One,
                >= 300 and < 400 or >= 500 => ReleaseClass.Charter,
                _ => ReleaseClass.One,
            };
            Assert.True(code.Release == expected, $"{code.Number}");
        }
    }

    [Fact]
    public void One_digit_misheard_is_no_other_code()
    {
        var numbers = Book.Codes.Select(c => $"{c.Number}").ToList();
        Assert.All(numbers, n => Assert.Equal(3, n.Length));
        foreach (var one in numbers)
            Assert.All(numbers.Where(n => n != one), other => Assert.True(one.Zip(other).Count(p => p.First != p.Second) >= 2, $"{one} {other}"));
    }

    [Fact]
    public void Numbers_within_texts_are_codes_and_the_same_in_every_language()
    {
        foreach (var code in Book.Codes)
        {
            var named = code.Texts.Select(t => string.Join(' ', Regex.Matches(t.Text, "[0-9]+").Select(m => m.Value))).Distinct().ToList();
            Assert.True(named.Count == 1, $"{code.Number}");
            Assert.All(named[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), n => Assert.NotNull(Book[int.Parse(n)]));
        }
    }

    [Theory]
    [InlineData("ar", "[\u0600-\u06ff]")]
    [InlineData("en", "[A-Za-z]")]
    [InlineData("ru", "[А-Яа-яё]")]
    [InlineData("zh", "[\u4e00-\u9fff]")]
    public void Each_text_is_in_the_script_of_its_language(string language, string letters)
    {
        foreach (var text in Book.Codes.Select(c => c.Texts[Book.IndexOf(language)]))
        {
            var bare = Regex.Replace(text.Title + text.Text, @"\{[a-z]+\}", "");
            Assert.All(bare.Where(char.IsLetter), c => Assert.Matches(letters, $"{c}"));
        }
    }

    [Fact]
    public void Nothing_else_is_on_the_shelf() => Assert.Null(CodebookShelf.Text("parley-2"));

    private static BlankValue Value(Blank blank, int i) => blank.Kind switch
    {
        BlankKind.Time => new TimeValue(new Timestamp(1_795_348_800_000 + (i * 1000))),
        BlankKind.Place => new PlaceValue("Gull Bay"),
        BlankKind.Message => new MessageValue(new GenerationId(7), Lane.Urgent, i),
        _ => new CountValue(blank.Most - i),
    };
}
