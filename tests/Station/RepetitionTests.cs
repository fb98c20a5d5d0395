using Parley.Station.Frames;

namespace Parley.Station.Tests;

/// <summary>A receipt that does not come: the same goes on the other circuit, and for a while what is small goes on both.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public void What_is_late_goes_on_the_other_circuit_and_no_sooner()
    {
        var (astra, wires) = TwoCircuits();
        astra.Say("one");
        var used = Assert.Single(wires, w => w.Waiting.Count(IsBatch) == 1);
        var other = wires.Single(w => w != used);

        astra.Now += TimeSpan.FromMilliseconds(Bounds.LatenessMilliseconds / 2);
        astra.Step();
        Assert.DoesNotContain(other.Waiting, IsBatch);

        astra.Now += TimeSpan.FromSeconds(1);
        astra.Step();
        Assert.Single(other.Waiting, IsBatch);
    }

    [Fact]
    public void After_a_repetition_small_words_go_on_both_until_all_went_well_for_long()
    {
        var (astra, wires) = TwoCircuits();
        var boreal = wires[0].Other.Owner;
        astra.Say("one");
        astra.Now += TimeSpan.FromSeconds(1);
        astra.Step();
        Desk.Settle(astra, boreal);

        for (var i = 1; i < Bounds.DoubledReceipts; i++)
        {
            Assert.Equal(2, Sent(astra, wires, "next"));
            Desk.Settle(astra, boreal);
        }

        Assert.Equal(1, Sent(astra, wires, "last"));
    }

    private static int Sent(Desk desk, Wire[] wires, string text)
    {
        desk.Say(text);
        return wires.Count(w => w.Waiting.Any(IsBatch));
    }

    private static bool IsBatch(byte[] frame) => frame[0] == BatchFrame.TypeByte;

    private static (Desk Astra, Wire[] Wires) TwoCircuits()
    {
        var (astra, boreal, first) = Desk.Pair();
        var second = Desk.Connect(astra, boreal);
        astra.Say("before");
        Desk.Settle(astra, boreal);
        return (astra, [first, second]);
    }
}
