using Parley.Lines.Entries;

namespace Parley.Station;

/// <summary>What waits for the loop: circuits' own news, receipts, urgent words and urgent operations first; then one queue per peer and per officer, by turns, so that who
/// floods delays himself alone. One step takes a bounded amount; what goes first leaves room in it for the others, and where something urgent is in it they take little, so
/// that its commit is not long. Any thread adds, the loop alone takes.</summary>
internal sealed class Inbox
{
    private readonly object gate = new();
    private readonly Queue<StationInput> first = new();
    private readonly SortedDictionary<string, Queue<StationInput>> turns = new(StringComparer.Ordinal);
    private string turn = "";

    public void Add(StationInput input)
    {
        lock (gate)
        {
            if (TurnOf(input) is { } name)
            {
                if (!turns.TryGetValue(name, out var queue))
                    turns[name] = queue = new Queue<StationInput>();
                queue.Enqueue(input);
            }
            else
            {
                first.Enqueue(input);
            }

            Monitor.Pulse(gate);
        }
    }

    /// <summary>In whose queue an input waits its turn; null when it goes first. The end of a circuit waits behind its frames.</summary>
    private static string? TurnOf(StationInput input) => input switch
    {
        FrameCame { Frame: PreparedBatch { Frame.Feed.Lane: Lane.Ordinary } } frame => $"peer {frame.Circuit.Peer}",
        FrameCame { Frame: PreparedOther or PreparedRefusal } frame => $"peer {frame.Circuit.Peer}",
        CircuitClosed closed => $"peer {closed.Circuit.Peer}",
        OfficerAsks { IsUrgent: false } asks => $"officer {asks.Actor.Name}",
        _ => null,
    };

    private static bool IsUrgent(StationInput input) => input switch
    {
        FrameCame { Frame: PreparedBatch batch } => batch.Frame.Feed.Lane == Lane.Urgent,
        FrameCame { Frame: PreparedReceipt receipt } => receipt.Signed.Feed.Lane == Lane.Urgent,
        OfficerAsks asks => asks.IsUrgent,
        _ => false,
    };

    /// <summary>Fills <paramref name="taken"/> with what is there, waiting for <paramref name="wait"/> when there is nothing.</summary>
    public void Take(List<StationInput> taken, TimeSpan wait, StepSize size)
    {
        lock (gate)
        {
            if (TakeNow(taken, size))
                return;
            Monitor.Wait(gate, wait);
            TakeNow(taken, size);
        }
    }

    private bool TakeNow(List<StationInput> taken, StepSize size)
    {
        TakeFirst(taken, size.Inputs * 3 / 4);
        var most = taken.Exists(IsUrgent) ? Math.Min(size.Inputs, taken.Count + Bounds.LeastStepInputs) : size.Inputs;
        var entries = 0;
        while (taken.Count < most && entries < size.Entries && turns.Count > 0)
        {
            turn = turns.Keys.FirstOrDefault(t => string.CompareOrdinal(t, turn) > 0) ?? turns.Keys.First();
            var queue = turns[turn];
            var input = queue.Dequeue();
            if (queue.Count == 0)
                turns.Remove(turn);
            entries += 1 + ((input as FrameCame)?.Frame is PreparedBatch batch ? batch.Frame.Entries.Count : 0);
            taken.Add(input);
        }

        TakeFirst(taken, size.Inputs);
        return taken.Count > 0;
    }

    private void TakeFirst(List<StationInput> taken, int most)
    {
        while (taken.Count < most && first.TryDequeue(out var input))
            taken.Add(input);
    }

    /// <summary>Everything that waits, when the loop has ended.</summary>
    public IReadOnlyList<StationInput> Drain()
    {
        lock (gate)
        {
            List<StationInput> all = [.. first, .. turns.Values.SelectMany(q => q)];
            first.Clear();
            turns.Clear();
            return all;
        }
    }
}
