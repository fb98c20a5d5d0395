namespace Parley.Station;

/// <summary>How much of one circuit waits for the loop. So many frames have a place, and for that the circuit's thread waits: it holds its own circuit back and no other. Frames of
/// ordinary words have bytes instead and are never waited for, because a flash may come behind them on the same circuit: what finds no room is not read.</summary>
internal sealed class CircuitRoom
{
    private readonly object gate = new();
    private int frames;
    private long bytes;
    private int skipped;
    private bool open;

    /// <summary>Takes a place, when there is one.</summary>
    public void Enter()
    {
        lock (gate)
        {
            while (frames >= Bounds.InboxPerCircuit && !open)
                Monitor.Wait(gate);
            frames++;
        }
    }

    /// <summary>Takes room for ordinary words; false when there is none.</summary>
    public bool TryEnter(int size)
    {
        lock (gate)
        {
            if (bytes >= Bounds.OrdinaryInboxPerCircuit)
                return false;
            bytes += size;
            return true;
        }
    }

    /// <summary>The loop has taken it.</summary>
    public void Leave(FrameCame came)
    {
        lock (gate)
        {
            if (came.OrdinaryBytes > 0)
                bytes -= came.OrdinaryBytes;
            else
                frames--;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>A frame was not read.</summary>
    public void Skip()
    {
        lock (gate)
            skipped++;
    }

    /// <summary>How many were not read since this was asked last.</summary>
    public int TakeSkipped()
    {
        lock (gate)
        {
            var count = skipped;
            skipped = 0;
            return count;
        }
    }

    /// <summary>Nobody waits any more: the station stops.</summary>
    public void Open()
    {
        lock (gate)
        {
            open = true;
            Monitor.PulseAll(gate);
        }
    }
}
