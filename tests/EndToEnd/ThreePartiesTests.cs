using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;
using Parley.Scenarios.Processes;

namespace Parley.EndToEnd.Tests;

/// <summary>A line of three, where two of them never reach each other.</summary>
public sealed class ThreePartiesTests
{
    [Fact]
    public async Task A_member_carries_the_proposal_the_words_and_the_receipts_of_two_that_cannot_reach_each_other()
    {
        using var place = new TestFolder();
        var astra = await ProcessStation.Create(place, "astra");
        await using var a = astra;
        var boreal = await ProcessStation.Create(place, "boreal");
        await using var b = boreal;
        var cedar = await ProcessStation.Create(place, "cedar");
        await using var c = cedar;
        await using var onward = new CircuitProxy(cedar.Ports[0]);
        await using var back = new CircuitProxy(astra.Ports[0]);
        astra.Dial("cedar", onward);
        cedar.Dial("astra", back);
        onward.Cut();
        back.Cut();
        await Pairs.Meet(astra, boreal, cedar);
        await Task.WhenAll(astra.Start(), boreal.Start(), cedar.Start());
        await astra.OpenLine("", boreal, cedar);

        var stations = (ProcessStation[])[astra, boreal, cedar];
        var sent = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            foreach (var station in stations)
                sent.Add(await station.Say($"{station.Party} {i}", i % 4 == 0 ? Precedence.Flash : Precedence.Routine));
        }

        foreach (var station in stations)
        {
            await station.Await(
                new ReadTranscript(Speaking.Line, Limit: 500),
                p => p.Entries.Count(e => e is { Kind: EntryKind.Message, Readable: Readability.Readable }) == sent.Count);
            var there = await station.Messages();
            Assert.Equal(sent.Order(StringComparer.Ordinal), there.Select(m => m.Entry).Order(StringComparer.Ordinal));
        }

        foreach (var station in stations)
            await station.AllReceived();
        Assert.Equal((await astra.Messages()).Select(m => m.Entry), (await cedar.Messages()).Select(m => m.Entry));
        Assert.Empty((await astra.Control.Must(new ListPeers())).Single(p => p.Party == "cedar").Circuits);
        Assert.Empty((await cedar.Control.Must(new ListPeers())).Single(p => p.Party == "astra").Circuits);
        await place.HaveSameWords(stations);
    }
}
