using System.Net.Sockets;
using Parley.Circuits.Link;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>One open circuit. Two threads serve it: the one that shook hands reads and calls the events, a second writes. Both block in the
/// kernel, which has the shortest way from the wire to the station; the events may block too, and then nothing is read.
/// <para>Whoever gives a frame while little is under way writes it himself (no other thread has to wake); otherwise the writer does, and
/// alone can be held up by a slow path.</para></summary>
internal sealed class TlsCircuit : ICircuit
{
    /// <summary>Bytes of the reading buffer: what TLS gives at once, after the beginning of a fragment.</summary>
    public const int BufferSize = Bounds.WriteSize + Bounds.FragmentHeader + Bounds.FragmentSize;

    private static long numbers;
    private readonly object _gate = new();
    private readonly object _eventGate = new();
    private readonly TlsWire _wire;
    private readonly ICircuitEvents _events;
    private readonly TlsSurroundings _surroundings;
    private readonly LinkSender _sender;
    private readonly TlsInbound _inbound;
    private readonly byte[] _output = new byte[Bounds.WriteSize];
    private CircuitEnd? _end;
    private bool _writing;
    private bool _byeFollows;
    private bool _broken;
    private long _wakesAt;
    private bool _over;
    private volatile bool _inEvent;

    public TlsCircuit(string name, Socket socket, TlsHandshakeResult handshake, ICircuitEvents events, TlsSurroundings surroundings)
    {
        Number = Interlocked.Increment(ref numbers);
        Name = name;
        Peer = handshake.Peer!.Party;
        Key = handshake.Peer.Key;
        OpenedAt = surroundings.Microseconds;
        _wire = new TlsWire(socket, handshake.Stream!);
        _events = events;
        _surroundings = surroundings;
        _sender = new LinkSender(handshake.Window, OpenedAt);
        _inbound = new TlsInbound(this, handshake.Buffer, handshake.Filled);
    }

    public long Number { get; }

    public string Name { get; }

    public PartyId Peer { get; }

    /// <summary>The key with which the peer was authenticated.</summary>
    public byte[] Key { get; }

    public long OpenedAt { get; }

    public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
    {
        ArgumentOutOfRangeException.ThrowIfZero(frame.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Length, Station.Bounds.FrameSize);
        lock (_gate)
        {
            if (_end is not null || _broken || !_sender.TryGive(frame, precedence))
                return false;
        }

        WriteInPlace();
        return true;
    }

    public void Close(CircuitEnd end)
    {
        bool mayBlock;
        lock (_gate)
        {
            if (_end is not null)
                return;
            _end = end;
            mayBlock = !_sender.IsLight;
            _byeFollows = _writing && !mayBlock;
            Monitor.PulseAll(_gate);
            if (_byeFollows)
                return;
        }

        if (!mayBlock)
            _wire.TryBye(LinkByes.Of(end));
        _wire.Cut();
    }

    /// <summary>Ends it before it was opened: the station never hears of it.</summary>
    public void TurnAway(CircuitEnd end)
    {
        Close(end);
        _wire.Release();
    }

    /// <summary>Serves the circuit until it ends. The thread that calls it is the one that calls the events.</summary>
    public void Run()
    {
        lock (_eventGate)
        {
            _events.Opened(this);
        }

        var writer = new Thread(Write) { IsBackground = true, Name = $"circuit {Number} out" };
        writer.Start();
        var end = _inbound.Read(_wire);
        if (end is { } malformed && malformed != CircuitEnd.ClosedByPeer)
            Close(malformed);
        Finish(end ?? CircuitEnd.Broken);
        writer.Join();
        _wire.Release();
        lock (_eventGate)
        {
            _over = true;
            _events.Closed(this, _end!.Value);
        }
    }

    internal long Now => _surroundings.Microseconds;

    /// <summary>Runs something on the sender alone.</summary>
    internal bool Ask<T>(Func<LinkSender, T, bool> question, T value)
    {
        lock (_gate)
        {
            return question(_sender, value);
        }
    }

    internal void Deliver(byte[] frame)
    {
        _inEvent = true;
        lock (_eventGate)
        {
            _events.Received(this, frame);
        }

        _inEvent = false;
        TellDrained();
    }

    internal void Tell(TimeSpan roundTrip)
    {
        lock (_eventGate)
        {
            _events.Measured(this, roundTrip);
        }

        TellDrained();
    }

    /// <summary>Writes what is due on this thread when that cannot block, else wakes the writer.</summary>
    internal void WriteInPlace()
    {
        int size;
        lock (_gate)
        {
            if (_end is not null || _broken || _writing)
                return;
            var now = Now;
            if (!_sender.IsLight)
            {
                Monitor.Pulse(_gate);
                return;
            }

            if (!_sender.HasWork(now))
            {
                if (_sender.DueAt < _wakesAt)
                    Monitor.Pulse(_gate);
                return;
            }

            _writing = true;
            size = _sender.Fill(_output, now);
        }

        WriteOut(size);
    }

    private void Write()
    {
        while (TryAwaitWork(out var size))
        {
            WriteOut(size);
            TellDrained();
        }
    }

    private bool TryAwaitWork(out int size)
    {
        lock (_gate)
        {
            while (_end is null && !_broken)
            {
                var now = Now;
                if (_inEvent)
                    _sender.Heard(now);
                if (_sender.DeadAt <= now)
                {
                    _end = CircuitEnd.TimedOut;
                    _wire.Cut();
                    break;
                }

                if (!_writing && _sender.HasWork(now))
                {
                    _writing = true;
                    size = _sender.Fill(_output, now);
                    return true;
                }

                _wakesAt = Math.Min(_sender.DueAt, _sender.DeadAt);
                var wait = Math.Clamp((_wakesAt - now + 999) / 1000, 1, Bounds.PingAfterSilence / 1000);
                Monitor.Wait(_gate, (int)wait);
                _wakesAt = 0;
            }
        }

        size = 0;
        return false;
    }

    // Who set _writing calls this; it is the only place that writes to the stream while the circuit is open.
    private void WriteOut(int size)
    {
        var written = _wire.TryWrite(_output.AsSpan(0, size));
        CircuitEnd? bye;
        lock (_gate)
        {
            _writing = false;
            _broken |= !written;
            bye = _byeFollows ? _end : null;
            if (_broken || _end is not null || _sender.HasWork(Now) || _sender.IsDrained || _sender.DueAt < _wakesAt)
                Monitor.PulseAll(_gate);
        }

        if (bye is { } end)
            _wire.TryBye(LinkByes.Of(end));
        if (bye is not null || !written)
            _wire.Cut();
    }

    private void Finish(CircuitEnd end)
    {
        lock (_gate)
        {
            _end ??= end;
            Monitor.PulseAll(_gate);
        }

        _wire.Cut();
    }

    // The reader may stand in an event for long; then it tells this itself when it comes back.
    private void TellDrained()
    {
        while (Monitor.TryEnter(_eventGate))
        {
            try
            {
                if (_over || !Ask(static (sender, _) => sender.TakeDrained(), 0))
                    return;
                _events.Drained(this);
            }
            finally
            {
                Monitor.Exit(_eventGate);
            }
        }
    }
}
