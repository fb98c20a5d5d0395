using Parley.Control.Peers;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;
using Parley.Scenarios.Processes;

namespace Parley.EndToEnd.Tests;

/// <summary>Two circuits, and the one in use fails in the middle of traffic.</summary>
[Collection(nameof(Alone))]
public sealed class FailoverTests
{
    // Far less than the silence after which a circuit is given up (15 s), far more than a busy machine needs.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_cut_in_the_middle_of_traffic_loses_nothing()
    {
        await using var paths = await Paths.Lay();
        var sent = await paths.Begin(100);
        paths.InUse().Cut();
        var flash = await paths.Astra.Say("flash after the cut", Precedence.Flash);
        await paths.Astra.Received(flash, Soon);
        await paths.Complete([.. sent, flash]);
    }

    [Fact]
    public async Task A_silent_circuit_delays_no_flash_and_loses_nothing()
    {
        await using var paths = await Paths.Lay();
        var sent = await paths.Begin(100);
        var silent = paths.InUse();
        silent.Freeze();
        var flash = await paths.Astra.Say("flash into the silence", Precedence.Flash);
        await paths.Astra.Received(flash, Soon);
        var routine = await paths.Astra.Say("routine into the silence");
        await paths.Astra.Received(routine, Soon);
        // Nobody has told them: both circuits still look open, or the flash went over what was left of a closed one.
        Assert.Equal(1, silent.Connections);
        silent.Mend();
        await paths.Complete([.. sent, flash, routine]);
    }

    [Fact]
    public async Task What_is_said_while_every_circuit_is_cut_goes_on_by_itself_afterwards()
    {
        await using var paths = await Paths.Lay();
        var sent = await paths.Begin(20);
        foreach (var proxy in paths.Proxies)
            proxy.Cut();
        await paths.Astra.Await(new ListPeers(), peers => peers.All(p => p.Circuits.Count == 0));
        var said = await paths.Astra.Say("said into nothing");
        var flash = await paths.Astra.Say("flash into nothing", Precedence.Flash);
        Assert.Contains("not received", (await paths.Astra.Ask("send", "--line", "hot", "--precedence", "routine", "--language", "en",
            "--text", "waits", "--wait", "received", "--timeout", "1")).Error);
        foreach (var proxy in paths.Proxies)
            proxy.Mend();
        await paths.Astra.AllReceived();
        await paths.Complete([.. sent, said, flash], more: 1);
    }

    /// <summary>Astra dials boreal through two proxies; nobody else is dialed.</summary>
    private sealed class Paths(TestFolder place, ProcessStation astra, ProcessStation boreal, CircuitProxy[] proxies, CircuitProxy nowhere)
        : IAsyncDisposable
    {
        private long[] before = new long[proxies.Length];

        public ProcessStation Astra => astra;

        public IReadOnlyList<CircuitProxy> Proxies => proxies;

        public static async Task<Paths> Lay()
        {
            var place = new TestFolder();
            var astra = await ProcessStation.Create(place, "astra");
            var boreal = await ProcessStation.Create(place, "boreal", circuits: 2);
            var proxies = boreal.Ports.Select(p => new CircuitProxy(p)).ToArray();
            var nowhere = new CircuitProxy(astra.Ports[0]);
            nowhere.Cut();
            astra.Dial("boreal", proxies);
            boreal.Dial("astra", nowhere);
            await Pairs.Meet(astra, boreal);
            await Task.WhenAll(astra.Start(), boreal.Start());
            await astra.OpenLine("", boreal);
            await astra.Await(new ListPeers(), peers => peers.Any(p => p.Circuits.Count == 2));
            return new Paths(place, astra, boreal, proxies, nowhere);
        }

        /// <summary>Sends so many routine messages; the last of them may still be under way.</summary>
        public async Task<List<string>> Begin(int count)
        {
            before = [.. proxies.Select(p => p.Bytes)];
            var sent = new List<string>();
            for (var i = 0; i < count; i++)
                sent.Add(await astra.Say($"routine {i}"));
            return sent;
        }

        /// <summary>The proxy that carried most of them.</summary>
        public CircuitProxy InUse() => proxies[proxies[0].Bytes - before[0] >= proxies[1].Bytes - before[1] ? 0 : 1];

        public async Task Complete(IReadOnlyList<string> sent, int more = 0)
        {
            await astra.AllReceived();
            var there = (await boreal.Messages()).Select(m => m.Entry).ToList();
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Empty(sent.Except(there));
            Assert.Equal(sent.Count + more, there.Count);
            await place.HaveSameWords(astra, boreal);
        }

        public async ValueTask DisposeAsync()
        {
            await astra.DisposeAsync();
            await boreal.DisposeAsync();
            foreach (var proxy in proxies.Append(nowhere))
                await proxy.DisposeAsync();
            place.Dispose();
        }
    }
}
