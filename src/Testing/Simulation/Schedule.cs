namespace Parley.Testing.Simulation;

/// <summary>Virtual time, in milliseconds from the beginning, and what is to happen in it. One thread; things due at the same time happen in the order in
/// which they were planned.</summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<Action, (long At, long Number)> due = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long planned;

    public long Now { get; private set; }

    public void After(long milliseconds, Action action)
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("another thread meddles in a simulation");
        due.Enqueue(action, (Now + Math.Max(0, milliseconds), planned++));
    }

    /// <summary>Does everything that is due up to that time.</summary>
    public void RunUntil(long time)
    {
        while (due.TryPeek(out _, out var at) && at.At <= time)
        {
            var action = due.Dequeue();
            Now = at.At;
            action();
        }

        Now = Math.Max(Now, time);
    }
}
