using System.Collections.Concurrent;
using System.Threading.Channels;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Ledger;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Station.Alarms;
using Parley.Station.Circuits;
using Parley.Station.Entrance;
using Parley.Station.Keys;
using Parley.Station.Silence;
using Parley.Station.Storage;
using Parley.Station.Throttles;

namespace Parley.Station;

/// <summary>What a running station is told once.</summary>
/// <param name="InstanceFolder">Folder of the instance file, outside backups; null: no check whether the store was set back.</param>
/// <param name="BeaconInterval">Time between two beacons of a quiet circuit.</param>
/// <param name="KeyGone">Called by the loop once the key before a rotation is no longer needed, with the keys that are left; it has been destroyed in memory
/// and must go from the key file. Must not wait.</param>
/// <param name="Outlets">What makes alarms heard; null for a station that is only managed, where nothing rings. Not disposed with the station.</param>
public sealed record StationOptions(string? InstanceFolder, TimeSpan BeaconInterval, Action<StationKeys>? KeyGone = null, IAlarmOutlets? Outlets = null)
{
    /// <summary>Rounds with which new PINs are stretched.</summary>
    public int PinIterations { get; init; } = Crypto.Bounds.PinIterations;

    /// <summary>Notice formats that come with the program.</summary>
    public IReadOnlyList<NoticeFormat> Formats { get; init; } = [];

    /// <summary>Whether terms of risk are shown at all.</summary>
    public bool RiskViews { get; init; }

    /// <summary>How many ordinary words of one author are taken on one line.</summary>
    public Intake Intake { get; init; } = Intake.Default;

    public static StationOptions Default(string folder) => new(folder, TimeSpan.FromMilliseconds(Bounds.BeaconMilliseconds));
}

/// <summary>A running station: one thread that owns the state (<see cref="StationCore"/>), fed by officers and circuits.</summary>
public sealed class StationHost : IAsyncDisposable
{
    private readonly StationCore core;
    private readonly TimeProvider time;
    private readonly Inbox inbox = new();
    private readonly ConcurrentDictionary<long, CircuitRoom> inboxRoom = new();
    private readonly OperationRoom operationRoom = new();
    private readonly StepSize stepSize = new();
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
    private Timestamp? due;
    private volatile bool stopping;
    private volatile SignInBook book;

    private StationHost(StationKeys keys, IStationStore store, StationOptions options, TimeProvider time)
    {
        this.time = time;
        this.store = store;
        Keys = keys;
        Events = new HostEvents(this);
        var restored = options.InstanceFolder is { } folder && Instance.WasSetBack(folder, keys.Suite, store, keys);
        options.Outlets?.ReportTo(report => inbox.Add(new OutletReported(report)));
        core = new StationCore(
            keys, store, options.BeaconInterval, Publish, Plan, options.KeyGone, options.Outlets, new SilenceWork(this), options.Formats, options.Intake)
        {
            RiskViews = options.RiskViews,
        };
        due = core.Start(Timestamp.From(time.GetUtcNow()), restored);
        book = SignInBook.Of(core.Memory);
        Door = new HostEntrance(this, keys.Suite, options.PinIterations);
        Owner = new HostFace(this, "owner", null);
        thread = new Thread(Loop) { IsBackground = true, Name = $"station {keys.Party}" };
        thread.Start();
    }

    public StationKeys Keys { get; }

    /// <summary>Where circuits report.</summary>
    public ICircuitEvents Events { get; }

    /// <summary>The face of whoever holds the folder and its key: all roles, journalled as `owner`.</summary>
    public IControl Owner { get; }

    /// <summary>Where officers come in.</summary>
    public IEntrance Entrance => Door;

    internal HostEntrance Door { get; }

    /// <summary>Who can sign in by what. Looked up anew each time.</summary>
    internal SignInBook Book => book;

    internal Timestamp Now => Timestamp.From(time.GetUtcNow());

    /// <summary>Completes when the loop has ended; faulted when an invariant broke.</summary>
    public Task Ended => ended.Task;

    /// <summary>Loads the store, recovers, and starts the loop.</summary>
    /// <exception cref="StoreFault">The store cannot be used.</exception>
    public static StationHost Start(StationKeys keys, IStationStore store, StationOptions options, TimeProvider time) =>
        new(keys, store, options, time);

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

    /// <summary>Lets the loop take an input that waits for an answer.</summary>
    /// <param name="changesBook">Whether it changes who can sign in by what, and tells nobody of it.</param>
    /// <exception cref="ControlFault">The loop could not take it, or has ended.</exception>
    internal async Task<object> Ask(Func<Action<object>, Asks> input, bool changesBook = false)
    {
        if (stopping)
            throw new ControlFault("The station stopped.");
        var done = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        inbox.Add(input(answer =>
        {
            if (changesBook && answer is not ControlFault)
                book = SignInBook.Of(core.Memory);
            done.TrySetResult(answer);
        }));
        var told = await done.Task;
        return told is ControlFault fault ? throw new ControlFault(fault.Message) : told;
    }

    /// <summary>False: so many operations wait that no more is taken of that officer. Otherwise <see cref="GiveRoom"/> must follow.</summary>
    internal bool TakeRoom(string officer, bool isUrgent) => !stopping && operationRoom.TryEnter(officer, isUrgent);

    internal void GiveRoom(string officer, bool isUrgent) => operationRoom.Leave(officer, isUrgent);

    internal void Listen(Channel<ChangeNote> listener)
    {
        lock (listenersLock)
            listeners.Add(listener);
    }

    internal void Forget(Channel<ChangeNote> listener)
    {
        lock (listenersLock)
            listeners.Remove(listener);
    }

    private void Publish(ChangeNote note)
    {
        // Before anybody is told: who hears that an officer was added or revoked must find it so.
        if (note.Kind == ChangeKind.Officer)
            book = SignInBook.Of(core.Memory);
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
                inbox.Take(batch, TimeSpan.FromMilliseconds(Math.Ceiling(wait)), stepSize);
                if (stopping)
                    break;
                WatchClock(batch);
                var start = time.GetTimestamp();
                due = core.Step(batch, Timestamp.From(time.GetUtcNow()));
                stepSize.Took(batch.Count, time.GetElapsedTime(start));
                if (book.Memory != core.Memory)
                    book = SignInBook.Of(core.Memory);
                foreach (var input in batch)
                {
                    if (input is FrameCame came && inboxRoom.TryGetValue(came.Circuit.Number, out var room))
                        room.Leave(came);
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
                (input as Asks)?.Answer(new ControlFault("The station stopped."));
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
            room.Open();
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
            (input as Asks)?.Answer(new ControlFault("The station stopped."));
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
            host.inboxRoom[circuit.Number] = new CircuitRoom();
            host.inbox.Add(new CircuitOpened(circuit));
        }

        public void Received(ICircuit circuit, ReadOnlyMemory<byte> frame)
        {
            if (host.stopping || !host.inboxRoom.TryGetValue(circuit.Number, out var room))
                return;
            var ordinary = Frames.Frame.IsOrdinary(frame.Span) ? frame.Length : 0;
            // Not even read: what is signed and sealed in it would cost as much as what is taken. Never waited for: a flash may be behind it.
            if (ordinary > 0 && (host.core.Throttling.Held.IsFull(circuit.Peer) || !room.TryEnter(ordinary)))
            {
                room.Skip();
                return;
            }

            var prepared = Prepared.From(frame, host.Keys, host.core.Shared);
            if (ordinary == 0)
                room.Enter();
            if (!host.stopping)
                host.inbox.Add(new FrameCame(circuit, prepared) { Unread = room.TakeSkipped(), OrdinaryBytes = ordinary });
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
}
