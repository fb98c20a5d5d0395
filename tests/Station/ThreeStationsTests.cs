using Parley.Lines.Entries;

namespace Parley.Station.Tests;

/// <summary>A line of three: any member carries another's words.</summary>
public sealed class ThreeStationsTests
{
    internal static (Desk Astra, Desk Boreal, Desk Cassia) Three()
    {
        var (astra, boreal, cassia) = (new Desk("astra", 1), new Desk("boreal", 2), new Desk("cassia", 3));
        Desk.Introduce(astra, boreal);
        Desk.Introduce(astra, cassia);
        Desk.Introduce(boreal, cassia);
        Desk.Connect(astra, boreal);
        Desk.Connect(boreal, cassia);
        Desk.Connect(astra, cassia);
        Desk.Open(astra, boreal, cassia);
        return (astra, boreal, cassia);
    }

    [Fact]
    public void Words_reach_all_and_stand_in_one_order()
    {
        var (astra, boreal, cassia) = Three();
        astra.Say("a");
        boreal.Say("b");
        cassia.Say("c");
        Desk.Settle(astra, boreal, cassia);

        Assert.Equal(3, astra.Texts().Count);
        Assert.Equal(astra.Texts(), boreal.Texts());
        Assert.Equal(astra.Texts(), cassia.Texts());
        Assert.Equal(2, astra.Entry("a").Receipts.Count(r => r.Received));
    }

    [Fact]
    public void A_member_carries_what_another_cannot_bring()
    {
        var (astra, boreal, cassia) = Three();
        Desk.Cut(astra.Wires.Single(w => w.Peer == cassia.Party));
        astra.Say("around the gap");
        Desk.Settle(astra, boreal, cassia);

        Assert.Equal(["around the gap"], cassia.Texts());
        Assert.Equal(astra.OwnFeed(Lane.Ordinary).Range.Root, cassia.Line().Feeds[astra.OwnFeed(Lane.Ordinary).Id].Range.Root);
    }
}
