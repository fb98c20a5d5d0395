using System.Collections.Concurrent;
using System.Security.Cryptography;
using Parley.Circuits.Tls;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;
using Parley.Station.Folders;
using Parley.Station.Frames;
using Parley.Station.Keys;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary>Speaks over real circuits with the key of a station that does not run, and says what no station says.</summary>
internal sealed class Attacker : ICircuitEvents, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly BlockingCollection<ICircuit> opened = [];
    private readonly ConcurrentQueue<byte[]> heard = new();
    private readonly SemaphoreSlim drained = new(0);
    private readonly SemaphoreSlim closed = new(0);
    private readonly StationKeys keys;
    private readonly TlsCircuits circuits;
    private readonly string line;
    private ICircuit? current;

    public Attacker(ProcessStation self, ProcessStation victim, string line)
    {
        this.line = line;
        Assert.True(StationFolder.Open(self.Folder).Is(out var folder, out _) & folder!.ReadKeys(null).Is(out var own, out _));
        keys = own!;
        var chain = CardChain.ParseFile(File.ReadAllText(victim.CardFile))!;
        circuits = new TlsCircuits(
            keys.Identity, keys.Chain, [], this,
            new TlsSurroundings(TimeProvider.System, static () => RandomNumberGenerator.GetInt32(1000) / 1000.0, StationFolder.Suites));
        circuits.Apply(new CircuitPlan([new CircuitPeer(chain.Party, chain, chain.Current.Addresses)]));
    }

    /// <summary>The refusals that <see cref="SendOneOfEach"/> brings about.</summary>
    public IReadOnlyList<string> Expected { get; } =
        [nameof(FrameRefusal.Malformed), nameof(FrameRefusal.UnknownType), nameof(FrameRefusal.BadReceipt), nameof(FrameRefusal.UnknownLine)];

    /// <summary>Garbage, an unknown kind, a receipt on a line of others, contents of a line that nobody knows, and back what was heard.</summary>
    public async Task SendOneOfEach()
    {
        var party = keys.Chain.Party;
        var generation = GenerationId.From(RandomNumberGenerator.GetBytes(GenerationId.Size));
        var foreign = new FeedId(new LineId(Digest.TryParseHex(line, out var id) ? id : default), PartyId.Parse("astra")!.Value, generation, Lane.Urgent);
        var unknown = new FeedId(new LineId(Digest.Of([1])), party, generation, Lane.Ordinary);
        var now = Timestamp.From(TimeProvider.System.GetUtcNow());
        await Send(RandomNumberGenerator.GetBytes(5000));
        await Send([1, 0x80]);
        await Send([99, 0x80]);
        await Send(new ReceiptFrame(foreign, 1, party, now, new HeadRow(party, generation, 1, 0), RangeSet.Empty, new byte[96]).Encode());
        await Send(new ContentsFrame(unknown, [new(0, new byte[100])]).Encode());
        foreach (var frame in heard)
        {
            await Send(frame);
            await Send(frame);
        }
    }

    /// <summary>Sends garbage as fast as it goes, until it was thrown out so many times.</summary>
    public async Task Flood(int times)
    {
        byte[] garbage = [1, .. RandomNumberGenerator.GetBytes(2000)];
        for (var i = 0; i < times; i++)
        {
            do
            {
                await Send(garbage);
            }
            while (!await closed.WaitAsync(0));
        }
    }

    public void Opened(ICircuit circuit) => opened.Add(circuit);

    public void Received(ICircuit circuit, ReadOnlyMemory<byte> frame) => heard.Enqueue(frame.ToArray());

    public void Drained(ICircuit circuit) => drained.Release();

    public void Measured(ICircuit circuit, TimeSpan roundTrip)
    {
    }

    public void Closed(ICircuit circuit, CircuitEnd end)
    {
        Interlocked.CompareExchange(ref current, null, circuit);
        closed.Release();
        drained.Release();
    }

    public void CardSeen(PartyId peer, CardChain chain)
    {
    }

    public void Refused(string name, CircuitEnd end)
    {
    }

    public void Dispose()
    {
        circuits.Dispose();
        keys.Dispose();
        opened.Dispose();
        drained.Dispose();
        closed.Dispose();
    }

    private async Task Send(byte[] frame)
    {
        while (true)
        {
            if (current is not { } circuit)
            {
                Assert.True(opened.TryTake(out circuit, Limit), "no circuit opened for the attacker");
                current = circuit;
            }

            if (circuit.TrySend(frame, Precedence.Routine))
                return;
            // Full, or gone: either is told.
            Assert.True(await drained.WaitAsync(Limit));
        }
    }
}
