using Parley.Lines.Checks;

namespace Parley.Lines.Tests.Checks;

public sealed class CheckTextsTests
{
    private static readonly CheckTexts Bank = new(
        "sample",
        1,
        ["en", "ru"],
        [
            new CheckText(1, [new("The tea is warm.", true), new("Чай тёплый.", true)]),
            new CheckText(2, [new("The brook is cold.", true), new("Ручей холодный.", false)]),
        ]);

    [Fact]
    public void A_good_bank_has_no_flaw() => Assert.Empty(Bank.Problems());

    [Fact]
    public void Flaws_are_found()
    {
        Found(CheckTextsFlaw.Id, Bank with { Id = "A" });
        Found(CheckTextsFlaw.Version, Bank with { Version = 0 });
        Found(CheckTextsFlaw.Languages, Bank with { Languages = ["ru", "en"] });
        Found(CheckTextsFlaw.Languages, Bank with { Languages = ["en", "x!"] });
        Found(CheckTextsFlaw.Texts, Bank with { Texts = [] });
        Found(CheckTextsFlaw.Number, Bank with { Texts = [Bank.Texts[1], Bank.Texts[0]] });
        Found(CheckTextsFlaw.LanguageMissing, Bank with { Languages = ["en", "ru", "zh"] });
        Found(CheckTextsFlaw.Text, With(new CheckWords("", true)));
        Found(CheckTextsFlaw.Text, With(new CheckWords("Two\nlines", true)));
        Found(CheckTextsFlaw.Text, With(new CheckWords(new string('a', Bounds.CheckTextLength + 1), true)));
        Found(CheckTextsFlaw.TextTwice, With(Bank.Texts[0].Words[0]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(-1, 2)]
    [InlineData(long.MaxValue, 2)]
    [InlineData(long.MinValue, 1)]
    public void Each_text_has_its_turn(long turn, int number) => Assert.Equal(number, Bank.Turn(turn).Number);

    [Fact]
    public void Texts_are_found_by_language()
    {
        Assert.Equal("Ручей холодный.", Bank.In(Bank.Texts[1], "ru")!.Text);
        Assert.Null(Bank.In(Bank.Texts[1], "zh"));
    }

    private static CheckTexts With(CheckWords english) =>
        Bank with { Texts = [Bank.Texts[0], Bank.Texts[1] with { Words = [english, Bank.Texts[1].Words[1]] }] };

    private static void Found(CheckTextsFlaw flaw, CheckTexts bank) => Assert.Contains(bank.Problems(), p => p.Flaw == flaw);
}
