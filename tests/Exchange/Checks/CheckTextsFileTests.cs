using Parley.Exchange.Checks;
using Parley.Exchange.Codebooks;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Checks;

namespace Parley.Exchange.Tests.Checks;

public sealed class CheckTextsFileTests
{
    private const string Good =
        """
        id: sample
        version: 1
        languages: [en, ru]
        unchecked: true
        texts:
          - en: The tea is warm.
            ru: Чай тёплый.
          - { en: The brook is cold., ru: Ручей холодный. }
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var bank = CheckTextsFile.Read(Good, out var problem)!;
        Assert.Null(problem);
        Assert.Equal((2, 2), (bank.Texts.Count, bank.Texts[1].Number));
        Assert.Equal(new CheckWords("Ручей холодный.", true), bank.In(bank.Turn(3), "ru"));
    }

    [Theory]
    [InlineData("id: sample", "id: a b", 1, "'id' has")]
    [InlineData("[en, ru]", "[ru, en]", 3, "in order of their letters")]
    [InlineData("[en, ru]", "[en, ru, zh]", 6, "needs 'zh'")]
    [InlineData("unchecked: true", "unchecked: maybe", 4, "true or false")]
    [InlineData("The brook is cold.", "The tea is warm.", 8, "text 2 in en: another text says the same")]
    [InlineData("The brook is cold.", "\"The\\tbrook\"", 8, "one plain line")]
    [InlineData("- { en", "- { de: Bach, en", 8, "knows no key 'de'")]
    public void A_bad_file_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(CheckTextsFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Damage_never_makes_half_a_bank() => FileFuzz.Check(
        Good, 2_000, text => CheckTextsFile.Read(text, out var problem) is { } bank ? problem is null && bank.Problems().Count == 0 : problem is null ? false : null);

    [Fact]
    public void The_shipped_bank_is_whole()
    {
        var bank = CheckTextsFile.Read(CodebookShelf.Text(CodebookShelf.Checks)!, out var problem)!;
        Assert.Null(problem);
        Assert.Equal(["ar", "en", "ru", "zh"], bank.Languages);
        Assert.True(bank.Texts.Count >= 50);
        Assert.All(bank.Texts, t => Assert.All(t.Words, w => Assert.True(w.Unchecked)));
    }

    /// <summary>Words that somebody could take for a message, whatever they mean in a garden.</summary>
    [Fact]
    public void Nothing_in_the_shipped_bank_can_be_taken_for_a_message()
    {
        var bank = CheckTextsFile.Read(CodebookShelf.Text(CodebookShelf.Checks)!, out _)!;
        Assert.All(bank.Texts, t => Assert.DoesNotMatch(
            "(?i)\\b(fire|launch|strike|attack|war|peace|storm|border|north|south|east|west|move|stop|go|hold|alarm|danger|now it is time|[0-9]+)\\b",
            bank.In(t, "en")!.Text));
    }
}
