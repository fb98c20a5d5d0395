using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Control;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Alarms;
using Parley.Station.Circuits;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.Silence;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>What a running station is told once.</summary>
/// <param name="InstanceFolder">Folder of the instance file, outside backups; null: no check whether the store was set back.</param>
/// <param name="BeaconInterval">Time between two beacons of a quiet circuit.</param>
/// <param name="KeyGone">Called by the loop once the key before a rotation is no longer needed, with the keys that are left; it has been destroyed in memory
/// and must go from the key file. Must not wait.</param>
/// <param name="Outlets">What makes alarms heard; null for a station that is only managed, where nothing rings. Not disposed with the station.</param>
public sealed record StationOptions(string? InstanceFolder, TimeSpan BeaconInterval, Action<StationKeys>? KeyGone = null, IAlarmOutlets? Outlets = null)
{
    public static StationOptions Default(string folder) => new(folder, TimeSpan.FromMilliseconds(Bounds.BeaconMilliseconds));
}

/// <summary>A running station: one thread that owns the state (<see cref="StationCore"/>), fed by officers and circuits.</summary>
public sealed class StationHost : IAsyncDisposable
{
    private const int NotesWaiting = 1024;
    private readonly StationCore core;
    private readonly TimeProvider time;
    private readonly Inbox inbox = new();
    private readonly ConcurrentDictionary<long, SemaphoreSlim> inboxRoom = new();
    private readonly ConcurrentDictionary<Digest, OfficerState> tokens = new();
    private readonly Lock listenersLock = new();
    private readonly List<Channel<ChangeNote>> listeners = [];
    private readonly List<ICircuits> circuits = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;
    private readonly IStationStore store;
    private CircuitPlan plan = new([]);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);
    private DateTimeOffset lastWall;
    private long lastSteady;
    private int operationsWaiting;
    private Timestamp? due;
    private volatile bool stopping;

    private StationHost(StationKeys keys, IStationStore store, StationOptions options, TimeProvider time)
    {
        this.time = time;
        this.store = store;
        Keys = keys;
        Events = new HostEvents(this);
        var restored = options.InstanceFolder is { } folder && Instance.WasSetBack(folder, keys.Suite, store, keys);
        options.Outlets?.ReportTo(report => inbox.Add(new OutletReported(report)));
        core = new StationCore(keys, store, options.BeaconInterval, Publish, Plan, options.KeyGone, options.Outlets, new SilenceWork(this));
        due = core.Start(Timestamp.From(time.GetUtcNow()), restored);
        RefreshTokens();
        Owner = new HostControl(this, null);
        thread = new Thread(Loop) { IsBackground = true, Name = $"station {keys.Party}" };
        thread.Start();
    }

    public StationKeys Keys { get; }

    /// <summary>Where circuits report.</summary>
    public ICircuitEvents Events { get; }

    /// <summary>The face of whoever holds the folder and its key: all roles, journalled as `owner`.</summary>
    public IControl Owner { get; }

    /// <summary>Completes when the loop has ended; faulted when an invariant broke.</summary>
    public Task Ended => ended.Task;

    /// <summary>Loads the store, recovers, and starts the loop.</summary>
    /// <exception cref="StoreFault">The store cannot be used.</exception>
    public static StationHost Start(StationKeys keys, IStationStore store, StationOptions options, TimeProvider time) =>
        new(keys, store, options, time);

    /// <summary>The face of the officer with that token; null: not signed in. Every operation checks the token again.</summary>
    public IControl? As(string token) => tokens.ContainsKey(OfficerState.HashOf(token)) ? new HostControl(this, OfficerState.HashOf(token)) : null;

    /// <summary>Circuits that follow this station's peers from now on; disposed with it.</summary>
    public void Attach(ICircuits more)
    {
        lock (listenersLock)
        {
            circuits.Add(more);
            more.Apply(plan);
        }

        inbox.Add(new WakeUp());
    }

    private Actor? ActorOf(Digest? token) => token is not { } hash ? new Actor("owner", (Roles)31)
        : tokens.TryGetValue(hash, out var officer) ? new Actor(officer.Name, officer.Roles) : null;

    private void RefreshTokens()
    {
        var valid = core.Memory.Officers.Values.Where(o => !o.Revoked).ToDictionary(o => o.TokenHash);
        foreach (var (hash, officer) in valid)
            tokens[hash] = officer;
        foreach (var hash in tokens.Keys.Where(h => !valid.ContainsKey(h)))
            tokens.TryRemove(hash, out _);
    }

    private void Publish(ChangeNote note)
    {
        if (note.Kind == ChangeKind.Officer)
            RefreshTokens();
        lock (listenersLock)
        {
            foreach (var listener in listeners)
                listener.Writer.TryWrite(note);
        }
    }

    private void Plan(CircuitPlan next)
    {
        lock (listenersLock)
        {
            plan = next;
            foreach (var one in circuits)
                one.Apply(next);
        }
    }

    private void Loop()
    {
        var batch = new List<StationInput>();
        try
        {
            while (!stopping)
            {
                batch.Clear();
                var now = Timestamp.From(time.GetUtcNow());
                var wait = due is { } at ? Math.Clamp((at - now).TotalMilliseconds, 0, 60_000) : 60_000;
                inbox.Take(batch, TimeSpan.FromMilliseconds(Math.Ceiling(wait)));
                if (stopping)
                    break;
                WatchClock(batch);
                due = core.Step(batch, Timestamp.From(time.GetUtcNow()));
                foreach (var input in batch)
                {
                    if (input is FrameCame came && inboxRoom.TryGetValue(came.Circuit.Number, out var room))
                        room.Release();
                }
            }

            ended.TrySetResult();
        }
#pragma warning disable CA1031 // A broken invariant ends the loop whatever it is; the process that runs the station ends with it.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            ended.TrySetException(broken);
            stopping = true;
        }
        finally
        {
            foreach (var input in batch.Concat(inbox.Drain()))
                (input as OfficerAsks)?.Answer(new ControlFault("The station stopped."));
        }
    }

    /// <summary>A wall clock that moves otherwise than the monotonic one was set by somebody: the station says so and looks at its timers anew.</summary>
    private void WatchClock(List<StationInput> batch)
    {
        var (wall, steady) = (time.GetUtcNow(), time.GetTimestamp());
        if (lastSteady != 0)
        {
            var jump = wall - lastWall - time.GetElapsedTime(lastSteady, steady);
            if (jump.Duration() > ClockTolerance)
                batch.Insert(0, new ClockJumped(jump));
        }

        (lastWall, lastSteady) = (wall, steady);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        stopping = true;
        inbox.Add(new WakeUp());
        foreach (var room in inboxRoom.Values)
            room.Release(Bounds.InboxPerCircuit);
        foreach (var one in circuits)
            one.Dispose();
        try
        {
            await ended.Task;
        }
        catch (Exception) when (ended.Task.IsFaulted)
        {
            // Whoever watches Ended is told; disposal goes on.
        }

        thread.Join();
        foreach (var input in inbox.Drain())
            (input as OfficerAsks)?.Answer(new ControlFault("The station stopped."));
        store.Dispose();
        lock (listenersLock)
        {
            foreach (var listener in listeners)
                listener.Writer.TryComplete();
        }
    }

    private sealed record WakeUp : StationInput;

    /// <summary>On threads of their own; at most one of each at a time, for the loop asks again only after the answer.</summary>
    private sealed class SilenceWork(StationHost host) : ISilenceWork
    {
        private int testing;

        public bool IsOn => host.circuits.Count > 0;

        public void TestCircuits()
        {
            if (Interlocked.Exchange(ref testing, 1) == 1)
                return;
            ICircuits[] all;
            lock (host.listenersLock)
                all = [.. host.circuits];
            Start(() =>
            {
                string[] failures = [.. all.SelectMany(c => c.TestOurselves())];
                Volatile.Write(ref testing, 0);
                return new CircuitsTested(failures);
            });
        }

        public void Weigh(SilenceReading reading) => Start(() =>
        {
            try
            {
                return new SilenceWeighed(reading.Read());
            }
            catch (StoreFault)
            {
                // The loop meets it too, and says so.
                return new SilenceWeighed(null);
            }
        });

        /// <summary>What is broken here is as broken as in the loop: otherwise nothing would be judged any more, and nobody would know.</summary>
        private void Start(Func<StationInput> work) => Task.Run(() =>
        {
            try
            {
                host.inbox.Add(work());
            }
#pragma warning disable CA1031 // A broken invariant ends the station whatever it is.
            catch (Exception broken) when (!host.stopping)
#pragma warning restore CA1031
            {
                host.ended.TrySetException(broken);
                host.stopping = true;
                host.inbox.Add(new WakeUp());
            }
        });
    }

    private sealed class HostEvents(StationHost host) : ICircuitEvents
    {
        public void Opened(ICircuit circuit)
        {
            host.inboxRoom[circuit.Number] = new SemaphoreSlim(Bounds.InboxPerCircuit);
            host.inbox.Add(new CircuitOpened(circuit));
        }

        public void Received(ICircuit circuit, ReadOnlyMemory<byte> frame)
        {
            if (host.stopping || !host.inboxRoom.TryGetValue(circuit.Number, out var room))
                return;
            var prepared = Prepared.From(frame, host.Keys, host.core.Shared);
            room.Wait();
            if (!host.stopping)
                host.inbox.Add(new FrameCame(circuit, prepared));
        }

        public void Drained(ICircuit circuit) => host.inbox.Add(new CircuitDrained(circuit));

        public void Measured(ICircuit circuit, TimeSpan roundTrip) => host.inbox.Add(new CircuitMeasured(circuit, roundTrip));

        public void Closed(ICircuit circuit, CircuitEnd end)
        {
            host.inboxRoom.TryRemove(circuit.Number, out _);
            host.inbox.Add(new CircuitClosed(circuit, end));
        }

        public void CardSeen(PartyId peer, CardChain chain) => host.inbox.Add(new CardCame(peer, chain));

        public void Refused(string name, CircuitEnd end)
        {
            if (end is not (CircuitEnd.Unreachable or CircuitEnd.TimedOut))
                host.inbox.Add(new StrangerRefused(name, end));
        }
    }

    private sealed class HostControl(StationHost host, Digest? token) : IControl
    {
        public async Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
        {
            if (host.ActorOf(token) is not { } actor)
                return new Refused<TAnswer>(Refusal.NotSignedIn, "This token is not valid. Ask an admin for a new one.");
            if (Interlocked.Increment(ref host.operationsWaiting) > Bounds.OperationsWaiting || host.stopping)
            {
                Interlocked.Decrement(ref host.operationsWaiting);
                return new Refused<TAnswer>(Refusal.Busy, "The station has too much to do. Try again.");
            }

            var done = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            host.inbox.Add(new OfficerAsks(operation, actor, answer => done.TrySetResult(answer)));
            var answer = await done.Task;
            Interlocked.Decrement(ref host.operationsWaiting);
            return answer switch
            {
                ControlFault fault => throw new ControlFault(fault.Message),
                Deferred deferred => (Outcome<TAnswer>)await Task.Run(deferred.Read, cancel),
                _ => (Outcome<TAnswer>)answer,
            };
        }

        public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
        {
            var missed = 0;
            var channel = Channel.CreateBounded<ChangeNote>(
                new BoundedChannelOptions(NotesWaiting) { FullMode = BoundedChannelFullMode.DropOldest },
                _ => Interlocked.Exchange(ref missed, 1));
            lock (host.listenersLock)
                host.listeners.Add(channel);
            try
            {
                await foreach (var note in channel.Reader.ReadAllAsync(cancel))
                {
                    if (Interlocked.Exchange(ref missed, 0) == 1)
                        yield return note with { Kind = ChangeKind.Missed, Line = null, Entry = null, Text = "notes were left out; ask anew" };
                    yield return note;
                }
            }
            finally
            {
                lock (host.listenersLock)
                    host.listeners.Remove(channel);
            }
        }
    }
}
