using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class MessageValueTests
{
    private const string Generation = "3f0a0000000000000000000000000001";
    private static readonly MessageValue Value = new(GenerationId.Parse(Generation)!.Value, Lane.Urgent, 12);

    [Fact]
    public void Travels_whole_and_is_shown_as_its_number()
    {
        Assert.Equal($"message {Generation}/urgent/12", Value.Encode());
        Assert.Equal(Value, BlankValue.Parse(Value.Encode()));
        Assert.Equal("U12-3f0a", Value.Shown);
        Assert.Equal(new EntryRef(PartyId.Parse("boreal")!.Value, Value.Generation, Lane.Urgent, 12), Value.By(PartyId.Parse("boreal")!.Value));
    }

    [Theory]
    [InlineData("message U12-3f0a")]
    [InlineData($"message {Generation}/urgent/012")]
    [InlineData($"message {Generation}/middle/12")]
    [InlineData($"message {Generation}/urgent/12 ")]
    [InlineData($"message astra/{Generation}/urgent/12")]
    public void Nothing_else_is_one(string text) => Assert.Null(BlankValue.Parse(text));

    [Fact]
    public void A_book_with_such_a_blank_comes_back_and_refuses_a_count()
    {
        var book = SampleCodebook.With(c => c with { Blanks = [.. c.Blanks.Take(2), Blank.OfMessage("boats")] });
        Assert.Empty(CodebookRules.Problems(book));
        Assert.Equal(book, Codebook.Parse(book.Encode()));
        List<FilledBlank> filled = [.. SampleCodebook.Filled.Where(f => f.Name != "boats"), new("boats", Value)];
        Assert.Contains("Boats: U12-3f0a.", book.Render(book.Fill(21, filled, out _)!, "en", out _)!.Text, StringComparison.Ordinal);
        Assert.Null(book.Fill(21, SampleCodebook.Filled, out var refused));
        Assert.Equal(CodeRefusal.BlankKindDiffers, refused!.Refusal);
        Assert.NotEmpty(CodebookRules.Problems(SampleCodebook.With(c => c with { Blanks = [.. c.Blanks.Take(2), new Blank("boats", BlankKind.Message, 1, 2)] })));
    }
}
