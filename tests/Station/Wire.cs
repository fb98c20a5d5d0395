using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Station.Tests;

/// <summary>One end of a circuit whose frames wait until the test carries them.</summary>
internal sealed class Wire(Desk owner, Desk peer, long number) : ICircuit
{
    // As much as a circuit over TLS lets wait of one precedence.
    private const int Room = 256 * 1024;

    public long Number => number;

    public string Name => $"test://{peer.Party}/{number}";

    public PartyId Peer => peer.Party;

    public Desk Owner => owner;

    public Wire Other { get; set; } = null!;

    public bool IsOpen { get; set; } = true;

    /// <summary>What was sent here and not carried yet.</summary>
    public Queue<byte[]> Waiting { get; } = [];

    /// <summary>What was sent here while the circuit is slow, by precedence; null: all goes to <see cref="Waiting"/>.</summary>
    public SortedDictionary<Precedence, Queue<byte[]>>? Slow { get; set; }

    public CircuitEnd? ClosedBecause { get; private set; }

    public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
    {
        if (!IsOpen)
            return false;
        if (Slow is null)
        {
            Waiting.Enqueue(frame.ToArray());
            return true;
        }

        if (!Slow.TryGetValue(precedence, out var queue))
            Slow[precedence] = queue = [];
        if (queue.Count > 0 && queue.Sum(f => f.Length) + frame.Length > Room)
            return false;
        queue.Enqueue(frame.ToArray());
        return true;
    }

    /// <summary>The frame that leaves a slow circuit next, and what it overtakes stays.</summary>
    public byte[]? Next() => Slow?.Values.FirstOrDefault(q => q.Count > 0)?.Dequeue();

    public void Close(CircuitEnd end) => ClosedBecause = end;
}
