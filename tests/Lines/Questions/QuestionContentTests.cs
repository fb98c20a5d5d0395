using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Questions;

namespace Parley.Lines.Tests.Questions;

/// <summary>The fields of questions and of words on them.</summary>
public sealed class QuestionContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Why = new("Too short.", "en");
    private static readonly AnswerWish Wish = new(new Timestamp(1_644_782_400_000), [PartyId.Parse("boreal")!.Value, PartyId.Parse("corvia")!.Value]);

    [Fact]
    public void A_message_that_asks_for_nothing_is_written_as_before()
    {
        Assert.Equal(["text", "language"], new MessageContent("Hello.", "en", null).ToWords().Fields.Select(f => f.Name));
        Assert.Null(MessageContent.From(new MessageContent("Hello.", "en", null).ToWords().ToContent(Seed))!.Wish);
    }

    [Fact]
    public void A_wish_is_read_as_it_was_written()
    {
        var message = new MessageContent("What is it?", "en", null, null, Wish);
        Assert.Equal(["text", "language", "answer-by", "answer-from"], message.ToWords().Fields.Select(f => f.Name));
        Assert.Equal(Wish, MessageContent.From(Content.Parse(message.ToWords().ToContent(Seed).Encode())!)!.Wish);
    }

    [Theory]
    [InlineData("1644782400000", null)]
    [InlineData(null, "boreal")]
    [InlineData("soon", "boreal")]
    [InlineData("-1", "boreal")]
    [InlineData("99999999999999999999", "boreal")]
    [InlineData("1644782400000", "")]
    [InlineData("1644782400000", "corvia,boreal")]
    [InlineData("1644782400000", "boreal,boreal")]
    [InlineData("1644782400000", "Boreal!")]
    public void Half_a_wish_is_none_and_no_message(string? by, string? from)
    {
        List<ContentField> fields = [.. new MessageContent("What is it?", "en", null).ToWords().Fields];
        if (by is not null)
            fields.Add(ContentField.OfText("answer-by", by));
        if (from is not null)
            fields.Add(ContentField.OfText("answer-from", from));
        Assert.Null(MessageContent.From(Content.Of(Seed, fields)));
    }

    [Theory]
    [InlineData(QuestionJudgement.Satisfactory)]
    [InlineData(QuestionJudgement.Insufficient)]
    [InlineData(QuestionJudgement.Contested)]
    public void A_word_is_read_as_it_was_written(QuestionJudgement judgement)
    {
        var word = new QuestionWordContent(judgement, Why);
        Assert.Equal(word, QuestionWordContent.From(Content.Parse(word.ToWords().ToContent(Seed).Encode())!));
        var bare = QuestionWordContent.From(new QuestionWordContent(judgement).ToWords().ToContent(Seed));
        Assert.Equal(judgement == QuestionJudgement.Satisfactory, bare is not null);
    }

    [Fact]
    public void What_is_no_word_is_not_read()
    {
        Assert.Null(QuestionWordContent.From(Content.Of(Seed, [])));
        Assert.Null(QuestionWordContent.From(Content.Of(Seed, [ContentField.OfText("word", "agreed")])));
        Assert.Null(QuestionWordContent.From(Content.Of(Seed, [ContentField.OfText("word", "satisfactory"), ContentField.OfText("text", "Without its language.")])));
    }

    [Fact]
    public void Damaged_words_are_refused_and_never_throw() => Fuzz.Check(
        new MessageContent("What?", "en", null, null, Wish).ToWords().ToContent(Seed).Encode(), [0x80, 0x2c, 0x30], 2000,
        bytes => Content.Parse(bytes) is { } content && MessageContent.From(content) is { } message && Canonical(content, message) ? bytes : null);

    // Fields in another order, and ones that this version does not know, are read and not written again.
    private static bool Canonical(Content content, MessageContent message) =>
        message.Wish is null || message.Wish.From.SequenceEqual(content["answer-from"]!.Text!.Split(',').Select(p => PartyId.Parse(p)!.Value));
}
