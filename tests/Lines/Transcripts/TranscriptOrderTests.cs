using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

public sealed class TranscriptOrderTests
{
    [Fact]
    public void Nothing_stands_before_what_its_author_held()
    {
        var line = Conversations.Long();
        var order = TranscriptOrder.Of(TranscriptFile.Read(line.Export(line["astra"]), out _)!);
        Assert.Equal(line.Members.Sum(m => m.Feeds.Sum(f => f.Entries.Count)), order.Count);
        var shown = new HashSet<EntryRef>();
        foreach (var entry in order)
        {
            foreach (var row in entry.Header.Held.Rows)
            {
                for (var i = 0L; i < row.Urgent; i++)
                    Assert.Contains(new EntryRef(row.Party, row.Generation, Lane.Urgent, i), shown);
                for (var i = 0L; i < row.Ordinary; i++)
                    Assert.Contains(new EntryRef(row.Party, row.Generation, Lane.Ordinary, i), shown);
            }

            shown.Add(entry.Header.Ref);
        }
    }

    [Fact]
    public void Both_sides_see_one_order()
    {
        var line = Conversations.Long();
        Assert.Equal(
            TranscriptOrder.Of(TranscriptFile.Read(line.Export(line["astra"]), out _)!).Select(e => e.Header.Ref),
            TranscriptOrder.Of(TranscriptFile.Read(line.Export(line["boreal"]), out _)!).Select(e => e.Header.Ref));
    }

    [Fact]
    public void A_slow_clock_puts_no_answer_before_its_question()
    {
        var question = Header(time: 5000, Heads.None);
        var place = TranscriptOrder.Place(question, (_, _) => null)!.Value;
        Assert.Equal((5000, 1), (place.Effective.UnixMilliseconds, place.Depth));
        var answer = Header(time: 1000, Heads.Of([new HeadRow(question.Feed.Party, question.Feed.Generation, 0, 1)]));
        var after = TranscriptOrder.Place(answer, (_, i) => i == 0 ? (place.Effective, place.Depth) : null)!.Value;
        Assert.Equal((5000, 2), (after.Effective.UnixMilliseconds, after.Depth));
        Assert.True(place < after);
    }

    [Fact]
    public void What_holds_something_unplaced_has_no_place()
    {
        var header = Header(time: 1, Heads.Of([new HeadRow(PartyId.Parse("x")!.Value, default, 3, 0)]));
        Assert.Null(TranscriptOrder.Place(header, (_, _) => null));
        var asked = new List<long>();
        TranscriptOrder.Place(header, (_, i) =>
        {
            asked.Add(i);
            return (new Timestamp(1), 1);
        });
        Assert.Equal([2], asked);
    }

    [Fact]
    public void Entries_whose_past_the_file_lacks_come_last()
    {
        var line = Conversations.Short();
        line.Say(line["astra"], "After boreal's words.");
        var file = line.Export(line["astra"], change: facts => facts.Feeds.Remove(facts.Feed("boreal", Lane.Ordinary)));
        var order = TranscriptOrder.Of(TranscriptFile.Read(file, out _)!);
        Assert.Equal("After boreal's words.", order[^1].Content["text"]!.Text);
        Assert.Equal(5, order.Count);
    }

    private static EntryHeader Header(long time, Heads held) => new(
        new FeedId(default, PartyId.Parse("astra")!.Value, default, Lane.Ordinary), 0, 1, new Timestamp(time), Precedence.Routine,
        Status.Actual, EntryKind.Message, [], held, Heads.None, default, default);
}
