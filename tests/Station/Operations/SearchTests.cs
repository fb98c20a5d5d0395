using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Station.Tests.Operations;

/// <summary>Looking for a text in a transcript.</summary>
public sealed class SearchTests
{
    [Fact]
    public void Words_translations_and_numbers_are_found_whatever_their_case()
    {
        var (astra, boreal, _) = Desk.Pair();
        var drone = boreal.Say("La DRONO drivas.").Released!;
        boreal.Say("Something else.");
        Desk.Settle(astra, boreal);
        astra.Do(new RecordHandling("hot", drone, HandlingStage.Sight, "translator", Language: "en", Text: "The drone drifts."));

        Assert.Equal([drone], Found(astra, "drono"));
        Assert.Equal([drone], Found(astra, " drifts "));
        Assert.Equal([drone], Found(astra, MessageNumber.Of(EntryRef.Parse(drone)!.Value).ToString()));
        Assert.Empty(Found(astra, "submarine"));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new SearchTranscript("hot", " ")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new SearchTranscript("hot", "x", "no cursor")));
    }

    [Fact]
    public void What_one_page_does_not_hold_is_found_by_the_next()
    {
        var (astra, _, _) = Desk.Pair();
        for (var i = 0; i < Bounds.FoundEntries + 5; i++)
            astra.Say($"Word {i}.");
        var first = astra.Do(new SearchTranscript("hot", "word"));
        Assert.Equal(Bounds.FoundEntries, first.Entries.Count);
        Assert.Equal($"Word {Bounds.FoundEntries + 4}.", first.Entries[0].Text);
        var second = astra.Do(new SearchTranscript("hot", "word", first.Before));
        Assert.Equal(["Word 4.", "Word 3.", "Word 2.", "Word 1.", "Word 0."], second.Entries.Select(e => e.Text));
        Assert.Null(second.Before);
    }

    [Fact]
    public void A_page_from_the_middle_is_not_taken_for_the_end()
    {
        var (astra, boreal, _) = Desk.Pair();
        boreal.Do(new ReadTranscript("hot"));
        astra.Do(new ReadTranscript("hot"));
        for (var i = 0; i < 3; i++)
            boreal.Say($"Theirs {i}.");
        Desk.Settle(astra, boreal);
        var page = astra.Do(new ReadTranscript("hot", Before: null, Limit: 3));
        Assert.Equal(3, page.Entries.Count);

        // Read to the end: what is said next has seen it all.
        var seen = astra.Say("Having read.").Released!;
        Desk.Settle(astra, boreal);
        boreal.Say("Theirs 3.");
        boreal.Say("Theirs 4.");
        Desk.Settle(astra, boreal);
        var middle = astra.Do(new ReadTranscript("hot", After: page.Last, Limit: 1));
        Assert.True(middle.MoreAfter);
        var unseen = astra.Say("Having read no further.").Released!;
        Desk.Settle(astra, boreal);
        Assert.Empty(boreal.Do(new ReadEntry("hot", seen)).Crossed);
        Assert.NotEmpty(boreal.Do(new ReadEntry("hot", unseen)).Crossed);
    }

    private static IEnumerable<string> Found(Desk desk, string text) => desk.Do(new SearchTranscript("hot", text)).Entries.Select(e => e.Entry);
}
