using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station;

/// <summary>What waits for the loop: officers, circuits' own news, receipts and urgent words first; then one queue per peer, by turns, so that a peer that
/// floods delays itself alone. One step takes a bounded amount. Any thread adds, the loop alone takes.</summary>
internal sealed class Inbox
{
    private readonly object gate = new();
    private readonly Queue<StationInput> first = new();
    private readonly SortedDictionary<PartyId, Queue<StationInput>> peers = [];
    private PartyId turn;

    public void Add(StationInput input)
    {
        lock (gate)
        {
            if (PeerOf(input) is { } peer)
            {
                if (!peers.TryGetValue(peer, out var queue))
                    peers[peer] = queue = new Queue<StationInput>();
                queue.Enqueue(input);
            }
            else
            {
                first.Enqueue(input);
            }

            Monitor.Pulse(gate);
        }
    }

    /// <summary>The peer in whose queue an input waits its turn; null when it goes first. The end of a circuit waits behind its frames.</summary>
    private static PartyId? PeerOf(StationInput input) => input switch
    {
        FrameCame { Frame: PreparedBatch { Frame.Feed.Lane: Lane.Ordinary } } frame => frame.Circuit.Peer,
        FrameCame { Frame: PreparedOther or PreparedRefusal } frame => frame.Circuit.Peer,
        CircuitClosed closed => closed.Circuit.Peer,
        _ => null,
    };

    /// <summary>Fills <paramref name="taken"/> with what is there, waiting for <paramref name="wait"/> when there is nothing.</summary>
    public void Take(List<StationInput> taken, TimeSpan wait)
    {
        lock (gate)
        {
            if (TakeNow(taken))
                return;
            Monitor.Wait(gate, wait);
            TakeNow(taken);
        }
    }

    private bool TakeNow(List<StationInput> taken)
    {
        while (taken.Count < Bounds.StepInputs && first.TryDequeue(out var input))
            taken.Add(input);
        var entries = 0;
        for (var idle = 0; taken.Count < Bounds.StepInputs && entries < Bounds.StepEntries && idle < peers.Count;)
        {
            turn = peers.Keys.FirstOrDefault(p => p > turn, peers.Keys.First());
            if (!peers[turn].TryDequeue(out var input))
            {
                idle++;
                continue;
            }

            idle = 0;
            entries += 1 + ((input as FrameCame)?.Frame is PreparedBatch batch ? batch.Frame.Entries.Count : 0);
            taken.Add(input);
        }

        return taken.Count > 0;
    }

    /// <summary>Everything that waits, when the loop has ended.</summary>
    public IReadOnlyList<StationInput> Drain()
    {
        lock (gate)
        {
            List<StationInput> all = [.. first, .. peers.Values.SelectMany(q => q)];
            first.Clear();
            peers.Clear();
            return all;
        }
    }
}
