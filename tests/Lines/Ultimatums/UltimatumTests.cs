using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Ultimatums;

namespace Parley.Lines.Tests.Ultimatums;

public sealed class UltimatumTests
{
    private static readonly Timestamp Noon = Timestamp.From(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private static readonly EntryRef Message = new(PartyId.Parse("boreal")!.Value, new GenerationId(7), Lane.Urgent, 3);

    [Fact]
    public void The_acknowledgment_says_which_message_was_received_and_when_in_every_language_that_it_has()
    {
        Assert.Equal(["ar", "en", "ru", "zh"], UltimatumAcknowledgment.Languages);
        foreach (var language in UltimatumAcknowledgment.Languages)
        {
            var words = UltimatumAcknowledgment.Of(language, Message, Noon, Noon + TimeSpan.FromMinutes(7))!;
            Assert.Contains(Message.ToString(), words.Text, StringComparison.Ordinal);
            Assert.Contains("2026-11-25 12:00:00Z", words.Text, StringComparison.Ordinal);
            Assert.Contains("2026-11-25 12:07:00Z", words.Text, StringComparison.Ordinal);
            Assert.True(MessageContent.IsText(words.Text));
            Assert.Equal(language, words.Language);
        }

        Assert.Null(UltimatumAcknowledgment.Of("fr", Message, Noon, Noon));
    }

    [Fact]
    public void Nothing_in_it_reads_as_consent()
    {
        var words = UltimatumAcknowledgment.Of("en", Message, Noon, Noon)!.Text;
        Assert.Contains("no answer", words, StringComparison.Ordinal);
        Assert.Contains("agrees to nothing", words, StringComparison.Ordinal);
        foreach (var word in new[] { "accept", "comply", "will ", "shall", "consider", "thank", "regret", "understood", "noted" })
            Assert.DoesNotContain(word, words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_last_mark_counts_and_all_are_kept()
    {
        var first = new UltimatumMark(1, Noon, "ten hours", "ann", Noon - TimeSpan.FromHours(10));
        var later = new UltimatumMark(2, Noon + TimeSpan.FromHours(2), null, "bob", Noon - TimeSpan.FromHours(9));
        var ended = new UltimatumMark(3, null, "a poem", "ann", Noon - TimeSpan.FromHours(8));

        Assert.True(UltimatumRecord.Of([first], [], Noon + TimeSpan.FromMilliseconds(1)).IsPast);
        Assert.False(UltimatumRecord.Of([later, first], [], Noon + TimeSpan.FromHours(1)).IsPast);
        var record = UltimatumRecord.Of([ended, first, later], [], Noon);
        Assert.Equal([first, later, ended], record.Marks);
        Assert.False(record.Last.IsUltimatum);
        Assert.False(record.IsPast);
    }

    [Fact]
    public void The_acknowledgment_stands_apart_from_what_was_answered()
    {
        var mark = new UltimatumMark(1, Noon, null, "ann", Noon);
        var answer = new UltimatumReply(Message with { Index = 4 }, Noon, false);
        var acknowledged = new UltimatumReply(Message with { Index = 5 }, Noon, true);
        var record = UltimatumRecord.Of([mark], [answer, acknowledged], Noon);
        Assert.Equal(acknowledged, record.Acknowledged);
        Assert.Equal([answer], record.Answers);
    }
}
