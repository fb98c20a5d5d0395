using System.Diagnostics;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Cli.Commands;

/// <summary>Messages of the bench, and when they are received: by the notes that the station gives after it has matched and stored the
/// peer's signature.</summary>
internal sealed class BenchLoad : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);
    private readonly IControl control;
    private readonly PartyId own;
    private readonly string line;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Dictionary<Lane, long> received = [];
    private readonly Dictionary<Lane, PriorityQueue<TaskCompletionSource, long>> waiting = [];
    private readonly Task listening;
    private volatile bool heard;

    public BenchLoad(IControl control, PartyId own, string line)
    {
        (this.control, this.own, this.line) = (control, own, line);
        foreach (var lane in Enum.GetValues<Lane>())
            (received[lane], waiting[lane]) = (-1, new PriorityQueue<TaskCompletionSource, long>());
        listening = Listen();
    }

    /// <summary>Does an operation that must be done.</summary>
    public async Task<TAnswer> Ask<TAnswer>(Operation<TAnswer> operation) => await control.Do(operation, stop.Token) switch
    {
        Done<TAnswer> done => done.Answer,
        Refused<TAnswer> refused => throw new CommandFault($"{operation.GetType().Name} was refused ({refused.Why}): {refused.Detail}"),
        _ => throw new CommandFault("no answer that is known here"),
    };

    /// <summary>Messages one after the other; for each the milliseconds from its last approval to its receipt.</summary>
    public async Task<double[]> Single(BenchAsk ask)
    {
        var times = new double[ask.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = await One(ask);
            await Task.Delay(Pause);
        }

        return times;
    }

    /// <summary>The same for as long as it says.</summary>
    public async Task<double[]> Stream(BenchAsk ask)
    {
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < ask.Milliseconds)
        {
            times.Add(await One(ask));
            await Task.Delay(Pause);
        }

        return [.. times];
    }

    /// <summary>Many messages, so many of them under way; the time from the first approval to the last receipt.</summary>
    public async Task<TimeSpan> Run(BenchAsk ask)
    {
        using var room = new SemaphoreSlim(ask.UnderWay);
        var sending = new Task[ask.Count];
        var text = Text(ask);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < sending.Length; i++)
        {
            await room.WaitAsync();
            sending[i] = Send();
        }

        await Task.WhenAll(sending);
        return Stopwatch.GetElapsedTime(start);

        async Task Send()
        {
            var draft = await Ask(new SendMessage(line, Precedence.Routine, "en", text));
            await Reached(draft.Released!);
            room.Release();
        }
    }

    /// <summary>So many routine messages at once, and when all are released one flash: the milliseconds from its approval to its receipt.</summary>
    public async Task<double[]> Backlog(BenchAsk ask)
    {
        var text = Text(ask);
        await Task.WhenAll(Enumerable.Range(0, ask.Count).Select(_ => Ask(new SendMessage(line, Precedence.Routine, "en", text))));
        return [await One(ask with { Flash = true })];
    }

    /// <summary>Waits until the notes come: a face over HTTP says nothing of what was before its stream was open.</summary>
    public async Task Heard()
    {
        while (!heard)
        {
            var draft = await Ask(new DraftMessage(line, Precedence.Routine, "en", "-"));
            await Ask(new DiscardDraft(draft.Id));
            await Task.Delay(Pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
    }

    private async Task<double> One(BenchAsk ask)
    {
        var precedence = ask.Flash ? Precedence.Flash : Precedence.Routine;
        var draft = await Ask(new DraftMessage(line, precedence, "en", Text(ask)));
        var start = Stopwatch.GetTimestamp();
        var released = await Ask(new ApproveDraft(draft.Id, draft.Revision));
        await Reached(released.Released!);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // A text that does not pack well, for whoever might think of packing it.
    private static string Text(BenchAsk ask) => string.Create(ask.Bytes, 0, static (span, _) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = (char)('!' + ((i * 7919) % 89));
    });

    private Task Reached(string released)
    {
        var entry = EntryRef.Parse(released)!.Value;
        lock (gate)
        {
            if (received[entry.Lane] >= entry.Index)
                return Task.CompletedTask;
            var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[entry.Lane].Enqueue(awaited, entry.Index);
            return awaited.Task;
        }
    }

    private async Task Listen()
    {
        try
        {
            await foreach (var note in control.Changes(stop.Token))
            {
                heard = true;
                if (note is { Kind: ChangeKind.Receipt, Entry: { } reference } && EntryRef.Parse(reference) is { } entry && entry.Party == own)
                    Reach(entry.Lane, entry.Index);
                else if (note.Kind == ChangeKind.Missed)
                    await Catch();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bench is over.
        }
    }

    // Notes were left out, perhaps the last one: what the entries themselves say is asked until nobody waits for less.
    private async Task Catch()
    {
        while ((await Ask(new ShowStatus())).Lines.FirstOrDefault(l => l.Handle == line) is { Unreceived: > 0 })
            await Task.Delay(Pause, stop.Token);
        foreach (var lane in waiting.Keys)
            Reach(lane, null);
    }

    private void Reach(Lane lane, long? index)
    {
        lock (gate)
        {
            if (index is { } known)
                received[lane] = Math.Max(received[lane], known);
            while (waiting[lane].TryPeek(out _, out var next) && (index is null || next <= received[lane]))
                waiting[lane].Dequeue().SetResult();
        }
    }
}
