using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Control.Peers;
using Parley.Control.Stations;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>Letters that cross, what has not come, whose clock is ahead, and what was said elsewhere.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Letters_that_were_under_way_at_once_are_crossed_on_both_sides()
    {
        var (astra, boreal, _) = Desk.Pair();
        var first = astra.Say("First.").Released!;
        Desk.Settle(astra, boreal);
        boreal.Do(new ReadTranscript("hot"));
        astra.Do(new ReadTranscript("hot"));
        var (ours, theirs) = (astra.Say("Ours.").Released!, boreal.Say("Theirs.").Released!);
        Desk.Settle(astra, boreal);
        astra.Do(new ReadTranscript("hot"));
        var after = astra.Say("After both.").Released!;
        Desk.Settle(astra, boreal);

        foreach (var desk in new[] { astra, boreal })
        {
            Assert.Equal([theirs], desk.Do(new ReadEntry("hot", ours)).Crossed);
            Assert.Equal([ours], desk.Do(new ReadEntry("hot", theirs)).Crossed);
            Assert.Empty(desk.Do(new ReadEntry("hot", after)).Crossed);
            Assert.Empty(desk.Do(new ReadEntry("hot", first)).Crossed);
        }
    }

    [Fact]
    public void What_had_come_and_was_not_shown_to_the_author_is_crossed_too()
    {
        var (astra, boreal, _) = Desk.Pair();
        boreal.Do(new ReadTranscript("hot"));
        var ours = astra.Say("Not seen.").Released!;
        Desk.Settle(astra, boreal);
        var theirs = boreal.Say("Without reading.").Released!;
        Desk.Settle(astra, boreal);
        Assert.Equal([ours], astra.Do(new ReadEntry("hot", theirs)).Crossed);
        Assert.Empty(astra.Do(new ReadEntry("hot", ours)).Crossed);
    }

    [Fact]
    public void A_draft_that_answers_the_first_of_two_letters_says_that_there_is_a_second()
    {
        var (astra, boreal, _) = Desk.Pair();
        var first = boreal.Say("Proposal 1.").Released!;
        Desk.Settle(astra, boreal);
        Assert.Empty(astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "In reply.", Regards: [first])).SpokenSince!);
        var second = boreal.Say("Tougher text.").Released!;
        Desk.Settle(astra, boreal);
        astra.Do(new ReadTranscript("hot"));
        astra.Do(new AddOutside("hot", "B's radio", astra.Now.ToDateTimeOffset(), "en", "Broadcast text.", "radio"));

        var draft = astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "In reply to 1.", Regards: [first]));
        Assert.Equal(second, draft.SpokenSince![0]);
        Assert.StartsWith("outside 1 (B's radio", draft.SpokenSince[1], StringComparison.Ordinal);
        Assert.EndsWith("unauthenticated)", draft.SpokenSince[1], StringComparison.Ordinal);
        Assert.DoesNotContain(second, astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "To both.", Regards: [first, second])).SpokenSince!);
        Assert.Empty(astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "To nobody.")).SpokenSince!);
    }

    [Fact]
    public void What_the_author_held_and_has_not_come_is_a_gap_until_it_comes()
    {
        var (astra, boreal, wire) = Desk.Pair();
        boreal.Say("Slow.");
        var slow = boreal.Wires[0].Waiting.ToList();
        boreal.Wires[0].Waiting.Clear();
        var draft = boreal.Do(new SendMessage("hot", Precedence.Flash, "en", "Fast."));
        var fast = boreal.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Exchange(astra, boreal);

        // The words that were held back; an ordinary lane begins with a keying.
        Assert.Equal(["2 entries of boreal in the ordinary lane"], astra.Do(new ReadEntry("hot", fast)).Missing);
        boreal.Step(new CircuitClosed(boreal.Wires[0], Circuits.CircuitEnd.Broken));
        foreach (var frame in slow)
            astra.Receive(wire, frame);
        Assert.Empty(astra.Do(new ReadEntry("hot", fast)).Missing!);
    }

    [Fact]
    public void What_members_say_they_hold_and_is_not_here_stands_in_the_status()
    {
        var (astra, boreal, wire) = Desk.Pair();
        Assert.All(astra.Do(new ShowStatus()).Lines, l => Assert.Equal(0, l.Missing));
        boreal.Say("Held back.");
        boreal.Wires[0].Waiting.Clear();
        astra.Receive(wire, Beacons.Full(boreal.Memory, boreal.Core.Links, astra.Party, boreal.Now).Encode());
        Assert.Equal(2, astra.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").Missing);
    }

    [Fact]
    public void A_clock_that_is_ahead_is_said_in_the_list_of_peers_and_beside_what_came()
    {
        var (astra, boreal, _) = Desk.Pair();
        boreal.Now += TimeSpan.FromSeconds(90) + (astra.Now - boreal.Now);
        var entry = boreal.Say("From ahead.").Released!;
        for (var i = 0; i < 3; i++)
        {
            boreal.Now += TimeSpan.FromSeconds(6);
            astra.Now += TimeSpan.FromSeconds(6);
            boreal.Step();
            Desk.Exchange(astra, boreal);
        }

        Assert.InRange(astra.Do(new ListPeers()).Single().ClockAheadSeconds!.Value, 89, 91);
        Assert.InRange(astra.Do(new ReadEntry("hot", entry)).ClockAheadSeconds!.Value, 89, 91);
        Assert.Null(boreal.Do(new ReadEntry("hot", entry)).ClockAheadSeconds);
        astra.Step(new ClockJumped(TimeSpan.FromSeconds(5)));
        Assert.Null(astra.Do(new ListPeers()).Single().ClockAheadSeconds);
    }

    [Fact]
    public void What_was_said_elsewhere_stays_here_and_is_shown_once_on_whichever_page()
    {
        var (astra, boreal, _) = Desk.Pair();
        DateTimeOffset Add(string quote, double minutes) => astra.Do(
            new AddOutside("hot", "A minister", astra.Now.ToDateTimeOffset().AddMinutes(minutes), "en", quote, "The Gazette"), "chen").At;
        Add("Long ago.", -1_000_000);
        for (var i = 0; i < 6; i++)
        {
            astra.Say($"word {i}");
            Add($"between {i}", 0);
            astra.Now += TimeSpan.FromMinutes(1);
        }

        Desk.Settle(astra, boreal);
        Assert.Equal(["word 0", "word 1", "word 2", "word 3", "word 4", "word 5"], boreal.Texts());
        astra.Start();
        var all = astra.Do(new ListOutside("hot"));
        Assert.Equal(7, all.Count);
        Assert.Equal((1, "chen", "A minister", "The Gazette"), (all[0].Number, all[0].Officer, all[0].Speaker, all[0].Source));
        Assert.Empty(boreal.Do(new ListOutside("hot")));
        Assert.Equal(all, astra.Do(new ReadTranscript("hot", Limit: 500)).Outside);

        var onward = new List<OutsideView>();
        for (var page = astra.Do(new ReadTranscript("hot", Limit: 2)); ; page = astra.Do(new ReadTranscript("hot", Before: page.First, Limit: 2)))
        {
            onward.InsertRange(0, page.Outside!);
            if (!page.MoreBefore)
                break;
        }

        Assert.Equal(all, onward);
        onward.Clear();
        var first = astra.Do(new ReadTranscript("hot", Limit: 500)).First!;
        for (var page = astra.Do(new ReadTranscript("hot", After: first, Limit: 2)); ; page = astra.Do(new ReadTranscript("hot", After: page.Last, Limit: 2)))
        {
            onward.AddRange(page.Outside!);
            if (!page.MoreAfter)
                break;
        }

        Assert.Equal(all.Skip(1), onward);
    }

    [Fact]
    public void What_is_not_sound_is_refused_and_the_same_key_enters_once()
    {
        var (astra, _, _) = Desk.Pair();
        var good = new AddOutside("hot", "A minister", astra.Now.ToDateTimeOffset(), "en", "Words.", "The Gazette") { Key = "once" };
        Assert.Equal(Refusal.Malformed, astra.Refusal(good with { Key = null, Speaker = "" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(good with { Key = null, Source = "two\nlines" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(good with { Key = null, At = good.At.AddHours(2) }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(good with { Key = null, Language = "?" }));
        Assert.Equal(Refusal.TooLong, astra.Refusal(good with { Key = null, Quote = new string('x', 4097) }));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(good, "cho", Roles.Audit));
        Assert.Equal(astra.Do(good), astra.Do(good));
        astra.Start();
        Assert.Equal(1, astra.Do(good).Number);
    }
}
