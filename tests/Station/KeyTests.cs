using Parley.Lines.Entries;
using Parley.Station.Journals;

namespace Parley.Station.Tests;

/// <summary>Epochs and keys: renewed by time, destroyed by evidence alone.</summary>
public sealed class KeyTests
{
    [Fact]
    public void An_epoch_older_than_a_day_is_renewed_before_the_next_word()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Say("today");
        var before = astra.OwnFeed(Lane.Ordinary).EpochIndex;
        astra.Say("today too");
        Assert.Equal(before, astra.OwnFeed(Lane.Ordinary).EpochIndex);

        astra.Now += TimeSpan.FromMilliseconds(Bounds.EpochMilliseconds + 1);
        astra.Say("tomorrow");

        Assert.True(astra.OwnFeed(Lane.Ordinary).EpochIndex > before);
        Desk.Settle(astra, boreal);
        Assert.Equal(["today", "today too", "tomorrow"], boreal.Texts());
    }

    [Fact]
    public void Our_old_key_goes_when_the_peer_has_receipted_the_next_and_not_before()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("first");
        Desk.Settle(astra, boreal);
        var old = Assert.Single(astra.Line().OwnKems);
        Desk.Cut(wire);

        astra.Now += TimeSpan.FromMilliseconds(Bounds.KemMilliseconds + 1);
        astra.Say("renews the key");
        astra.Now += TimeSpan.FromDays(400);
        astra.Say("a year of silence later");
        Assert.Contains(old, astra.Line().OwnKems);

        boreal.Say("sealed to the old key");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.DoesNotContain(old, astra.Line().OwnKems);
        Assert.Contains("sealed to the old key", astra.Texts());
        var acts = astra.Store.Journal(0, 10_000).Select(r => JournalTrail.Open(astra.Keys, r)!.Act);
        Assert.Contains(JournalAct.KeyDestroyed, acts);
        astra.Start();
        Assert.DoesNotContain(astra.Line().OwnKems, k => k.Index == old.Index);
    }

    [Fact]
    public void The_first_word_after_five_silent_months_opens()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("before");
        Desk.Settle(astra, boreal);
        Desk.Cut(wire);
        astra.Now += TimeSpan.FromDays(150);
        boreal.Now += TimeSpan.FromDays(150);
        boreal.Say("after");
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);

        Assert.Equal(["before", "after"], astra.Texts());
    }
}
