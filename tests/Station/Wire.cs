using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Station.Tests;

/// <summary>One end of a circuit whose frames wait until the test carries them.</summary>
internal sealed class Wire(Desk owner, Desk peer, long number) : ICircuit
{
    public long Number => number;

    public string Name => $"test://{peer.Party}/{number}";

    public PartyId Peer => peer.Party;

    public Desk Owner => owner;

    public Wire Other { get; set; } = null!;

    public bool IsOpen { get; set; } = true;

    /// <summary>What was sent here and not carried yet.</summary>
    public Queue<byte[]> Waiting { get; } = [];

    public CircuitEnd? ClosedBecause { get; private set; }

    public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
    {
        if (IsOpen)
            Waiting.Enqueue(frame.ToArray());
        return IsOpen;
    }

    public void Close(CircuitEnd end) => ClosedBecause = end;
}
