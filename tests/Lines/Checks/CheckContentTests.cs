using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Tests.Checks;

public sealed class CheckContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];

    [Fact]
    public void They_survive_the_wire()
    {
        var check = new CheckContent("ru", "Река спокойна.", new BankRef("checks", 1, 17));
        Assert.Equal(check, CheckContent.From(Wire(check.ToWords())));
        Assert.Equal(check with { Bank = null }, CheckContent.From(Wire((check with { Bank = null }).ToWords())));
        var answer = new CheckAnswerContent(new Note("Thank you.", "en"));
        Assert.Equal(answer, CheckAnswerContent.From(Wire(answer.ToWords())));
        Assert.Equal(new CheckAnswerContent(), CheckAnswerContent.From(Wire(new CheckAnswerContent().ToWords())));
        Assert.All([check.ToWords(), answer.ToWords()], w => Assert.Equal(1, w.Officers));
    }

    [Fact]
    public void A_field_that_is_missing_or_damaged_makes_it_none()
    {
        var (check, answer) = (new CheckContent("en", "Calm.", new BankRef("checks", 1, 17)), new CheckAnswerContent(new Note("x", "en")));
        foreach (var (words, back) in new (Words, Func<Content, object?>)[] { (check.ToWords(), CheckContent.From), (answer.ToWords(), CheckAnswerContent.From) })
        {
            foreach (var field in words.Fields)
            {
                var without = words.Fields.Where(f => f != field).ToList();
                Assert.Null(back(Content.Of(Seed, [.. without, ContentField.OfText(field.Name, "\u0001")])));
                if (field.Name != "bank")
                    Assert.Null(back(Content.Of(Seed, without)));
            }
        }
    }

    [Theory]
    [InlineData("checks/1")]
    [InlineData("checks/01/17")]
    [InlineData("checks/1/0")]
    [InlineData("checks/1/1001")]
    [InlineData("checks/0/1")]
    [InlineData("Checks/1/1")]
    public void A_place_in_a_bank_has_one_writing(string text) => Assert.Null(BankRef.Parse(text));

    [Fact]
    public void A_text_is_plain_and_on_one_line()
    {
        Assert.True(CheckContent.IsText("The river is calm."));
        Assert.All(["", " x", "a\nb", "a\u202eb", new string('x', 301)], t => Assert.False(CheckContent.IsText(t)));
    }

    private static Content Wire(Words words) => Content.Parse(words.ToContent(Seed).Encode())!;
}
