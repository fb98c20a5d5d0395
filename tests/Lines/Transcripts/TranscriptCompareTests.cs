using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

public sealed class TranscriptCompareTests
{
    private readonly SampleLine line = Conversations.Long();

    private byte[] Astra => line.Export(line["astra"]);

    private byte[] Boreal => line.Export(line["boreal"]);

    [Fact]
    public void Two_sides_that_have_everything_are_the_same()
    {
        var comparison = Compare(Astra, Boreal);
        Assert.Equal(TranscriptVerdict.Same, comparison.Verdict);
        Assert.Equal(8, comparison.Feeds.Count);
        Assert.All(comparison.Feeds, f => Assert.True(f.IsSame));
        Assert.All(comparison.SameWords, w => Assert.True(w.Value));
        Assert.StartsWith("SAME:", comparison.ToText()[^1]);
    }

    [Fact]
    public void Words_that_have_not_come_yet_are_named()
    {
        var said = line.Say(line["astra"], "On its way.");
        var comparison = Compare(Astra, Boreal);
        Assert.Equal(TranscriptVerdict.SameSoFar, comparison.Verdict);
        var feed = comparison.Feeds.Single(f => !f.IsSame);
        Assert.Equal(said.Feed(line.Line), feed.Feed);
        Assert.Equal((said.Index + 1, said.Index, (long?)null), (feed.FirstSize, feed.SecondSize, feed.FirstDifference));
    }

    [Fact]
    public void A_feed_that_one_side_lacks_is_named()
    {
        var without = line.Export(line["boreal"], change: f => f.Feeds.Remove(f.Feed("boreal", Lane.Ordinary)));
        var feed = Compare(Astra, without).Feeds.Single(f => !f.IsSame);
        Assert.Equal(0, feed.SecondSize);
    }

    [Fact]
    public void The_newest_receipt_that_one_side_lacks_is_counted()
    {
        var without = line.Export(line["boreal"], change: f => f.Feed("astra", Lane.Urgent).Cosignatures.RemoveAt(f.Feed("astra", Lane.Urgent).Cosignatures.Count - 1));
        var comparison = Compare(without, Astra);
        Assert.Equal(TranscriptVerdict.SameSoFar, comparison.Verdict);
        Assert.Equal((0, 1), comparison.Feeds.Where(f => !f.IsSame).Select(f => (f.ReceiptsInFirstOnly, f.ReceiptsInSecondOnly)).Single());
        Assert.Contains("  receipts  in the second file only: 1", comparison.ToText());
    }

    [Fact]
    public void A_receipt_that_a_later_one_overtook_is_no_difference()
    {
        var without = line.Export(line["boreal"], change: f => f.Feed("astra", Lane.Urgent).Cosignatures.RemoveAt(0));
        var comparison = Compare(without, Astra);
        Assert.Equal(TranscriptVerdict.Same, comparison.Verdict);
        Assert.Equal(1, comparison.Feeds.Sum(f => f.OvertakenInSecondOnly));
        Assert.Contains("  receipts  in the second file only, and overtaken by later ones in both: 1", comparison.ToText());
    }

    [Fact]
    public void A_receipt_is_overtaken_by_one_that_names_fewer_contents_and_not_by_one_that_names_more()
    {
        var (astra, boreal) = (line["astra"], line["boreal"]);
        var said = line.Say(astra, "On its way.");
        line.Carry(astra, boreal, Ledger.RangeSet.Empty.Add(said.Index, said.Index + 1));
        var feed = astra.Feeds.Single(f => f.Id == said.Feed(line.Line));
        feed.Cosignatures.Add(SignedCosignature.Sign(
            feed.Checkpoints[^1], boreal.Party, line.Now, boreal.Own, Ledger.RangeSet.Empty, feed.Checkpoints[^1].Suite, boreal.Key));
        Assert.Equal(TranscriptVerdict.Same, Compare(Export(c => c.RemoveAt(c.Count - 2)), Export(_ => { })).Verdict);
        Assert.Equal(TranscriptVerdict.SameSoFar, Compare(Export(c => c.RemoveAt(c.Count - 1)), Export(_ => { })).Verdict);

        byte[] Export(Action<List<SignedCosignature>> change) => line.Export(astra, change: f => change(f.Feeds.Single(x => x.Id == said.Feed(line.Line)).Cosignatures));
    }

    [Fact]
    public void Contents_that_one_side_does_not_show_are_named()
    {
        var without = line.Export(line["astra"], without: h => h.Feed.Lane == Lane.Ordinary && h.Index == 0);
        var feeds = Compare(without, Boreal).Feeds;
        Assert.Equal(["0"], feeds.Where(f => !f.IsSame).Select(f => f.ShownInSecondOnly.ToString()).Distinct());
        Assert.All(feeds, f => Assert.Equal(0, f.ShownInFirstOnly.Count));
    }

    [Fact]
    public void Two_histories_are_found_at_the_first_index_that_differs()
    {
        // One party tells each side something else, under its true key.
        var other = Conversations.Long();
        line.Say(line["boreal"], "Yes.", Precedence.Flash);
        other.Say(other["boreal"], "No.", Precedence.Flash);
        Conversations.Exchange(line);
        Conversations.Exchange(other);
        var comparison = Compare(Astra, other.Export(other["astra"]));
        Assert.Equal(TranscriptVerdict.Different, comparison.Verdict);
        var feed = comparison.Feeds.Single(f => f.FirstDifference is not null);
        Assert.Equal(feed.FirstSize - 1, feed.FirstDifference);
        Assert.Equal([true, false], comparison.SameWords.Values);
        Assert.Contains(comparison.ToText(), l => l.Contains("two histories, each under a signature of boreal"));
        Assert.StartsWith("DIFFERENT:", comparison.ToText()[^1]);
    }

    [Fact]
    public void Cards_and_charters_that_contradict_are_named()
    {
        var other = Conversations.Long();
        line["astra"].Update("tls://192.0.2.8:7101");
        other["astra"].Update("tls://192.0.2.9:7101");
        line.Amend();
        var checks = Parley.Lines.Checks.CheckSchedule.Parse("08:00;answer=10;begins=astra");
        other.Charter.Add(line.Charter[^1] with { Terms = line.Charter[^1].Terms with { Checks = checks } });
        var comparison = Compare(Astra, other.Export(other["boreal"]));
        Assert.Equal(TranscriptVerdict.Different, comparison.Verdict);
        Assert.Equal(2, comparison.Notes.Count(n => n.Contains("CONTRADICT")));
    }

    [Fact]
    public void Cards_and_charters_that_one_side_does_not_have_yet_are_named()
    {
        var before = Boreal;
        line["astra"].Update("tls://192.0.2.8:7101");
        line.Amend();
        var comparison = Compare(Astra, before);
        Assert.Equal(TranscriptVerdict.SameSoFar, comparison.Verdict);
        Assert.Equal(
            ["cards of astra: 4 in the first file, 3 in the second", "charter: version 3 in the first file, 2 in the second"],
                comparison.Notes);
    }

    [Fact]
    public void A_file_that_fails_or_is_of_another_line_is_not_compared()
    {
        var damaged = Astra;
        damaged[^1] ^= 1;
        Assert.Equal(TranscriptVerdict.NotComparable, Compare(damaged, Boreal).Verdict);
        Assert.Equal("NOT COMPARED: a file fails by itself.", Compare(Boreal, damaged).ToText()[^1]);
        var other = Conversations.Short(2);
        var foreign = Compare(Astra, other.Export(other["astra"]));
        Assert.Equal((TranscriptVerdict.NotComparable, "NOT COMPARED: the files are of different lines."),
            (foreign.Verdict, foreign.ToText()[^1]));
    }

    [Fact]
    public void Every_block_of_an_exercise_says_so()
    {
        var exercise = Conversations.Short(mode: LineMode.Exercise);
        var text = Compare(exercise.Export(exercise["astra"]), exercise.Export(exercise["boreal"])).ToText();
        Assert.All(text.Where((l, i) => i == 0 || text[i - 1].Length == 0), l => Assert.StartsWith("EXERCISE", l));
        Assert.StartsWith("EXERCISE", text[^1]);
    }

    private static TranscriptComparison Compare(byte[] first, byte[] second) =>
        TranscriptCompare.Compare(first, second, Conversations.Suites);
}
