using Parley.Lines.Entries;

namespace Parley.Circuits.Link;

/// <summary>Everything that one side of a circuit sends, as a pure machine: frames by precedence within the window, acknowledgments of what
/// was received, pings and pongs. Who owns it asks for bytes with <see cref="Fill"/> when <see cref="HasWork"/>, at the latest at
/// <see cref="DueAt"/>. Times are microseconds of any one clock. Not thread-safe.</summary>
public sealed class LinkSender
{
    private const int Tokens = 256;
    private readonly SendQueue _queue = new();
    private readonly SendWindow _window;
    private long _owed;
    private long _owedDueAt = long.MaxValue;
    private byte? _pong;
    private readonly long[] _pingedAt = new long[Tokens];
    private byte _token;
    private byte _answered;
    private long _heardAt;
    private long _measuredAt;
    private bool _measured;

    /// <summary>A sender whose first window is <paramref name="initialWindow"/> bytes; the first ping leaves at once.</summary>
    public LinkSender(int initialWindow, long now)
    {
        _window = new SendWindow(initialWindow);
        _heardAt = now;
        _measuredAt = now;
    }

    /// <summary>Whether little enough is under way that a write cannot wait for the kernel.</summary>
    public bool IsLight => _window.InFlight + _queue.Waiting <= Bounds.WriteInPlace;

    /// <summary>See <see cref="SendQueue.IsDrained"/>.</summary>
    public bool IsDrained => _queue.IsDrained;

    /// <summary>Bytes that may be in flight now.</summary>
    public int Window => _window.Size;

    /// <summary>Bytes given to the kernel and not acknowledged.</summary>
    public long InFlight => _window.InFlight;

    /// <summary>The best round trip so far in microseconds; null before the first.</summary>
    public long? RoundTrip { get; private set; }

    /// <summary>When something has to be sent though nothing happens.</summary>
    public long DueAt => Math.Min(_owedDueAt, PingDueAt);

    // An unanswered ping is followed by others: while our own reader is held back they are the sign that we live.
    private long PingDueAt => PingsOut switch
    {
        0 => _measured ? Math.Min(_heardAt + Bounds.PingAfterSilence, _measuredAt + Bounds.MeasureEvery) : 0,
        Tokens - 1 => long.MaxValue,
        _ => _pingedAt[_token] + Bounds.PingAfterSilence,
    };

    private int PingsOut => (byte)(_token - _answered);

    /// <summary>When the other side counts as gone.</summary>
    public long DeadAt => PingsOut > 0 || _window.InFlight > 0 ? _heardAt + Bounds.SilenceUntilDead : long.MaxValue;

    public bool TryGive(ReadOnlyMemory<byte> frame, Precedence precedence) => _queue.TryAdd(frame, precedence);

    public bool TakeDrained() => _queue.TakeDrained();

    /// <summary>Whether <see cref="Fill"/> would write something.</summary>
    public bool HasWork(long now) => _pong is not null || MaySendFragment() || DueAt <= now;

    /// <summary>Something came from the other side.</summary>
    public void Heard(long now) => _heardAt = now;

    /// <summary>Fragments came and are to be acknowledged.</summary>
    /// <param name="bytes">Their bytes, headers included.</param>
    /// <param name="atOnce">Whether the sender waits for it.</param>
    /// <param name="now">The time.</param>
    public void Received(int bytes, bool atOnce, long now)
    {
        _owed += bytes;
        if (atOnce)
            _owedDueAt = Math.Min(_owedDueAt, now);
        else if (_owed >= Bounds.LazyBytes)
            _owedDueAt = Math.Min(_owedDueAt, now + Bounds.AcknowledgeDelay);
    }

    /// <summary>A ping came. Of several unanswered ones only the last is answered.</summary>
    public void Pinged(byte token) => _pong = token;

    /// <summary>A pong came, which answers all pings up to its own. False when none was asked for.</summary>
    public bool TryPonged(byte token, long now, out TimeSpan roundTrip)
    {
        roundTrip = default;
        if ((byte)(token - _answered) is var ahead && (ahead == 0 || ahead > PingsOut))
            return false;
        _answered = token;
        _measured = true;
        roundTrip = Measure(now - _pingedAt[token], now);
        return true;
    }

    /// <summary>An acknowledgment came. False when it is for more than is in flight.</summary>
    /// <param name="bytes">Bytes newly acknowledged.</param>
    /// <param name="now">The time.</param>
    /// <param name="better">A round trip when this proves that it is shorter than known so far.</param>
    public bool TryAcknowledged(int bytes, long now, out TimeSpan? better)
    {
        better = null;
        if (!_window.TryAcknowledge(bytes, now, out var atMost))
            return false;
        if (atMost is { } most && RoundTrip is { } known && most < known)
            better = Measure(most, now);
        return true;
    }

    /// <summary>Writes what is to be sent now, at most one write's worth, and tells how many bytes. Fragments are whole.</summary>
    public int Fill(Span<byte> output, long now)
    {
        var used = FillControls(output, now);

        // The first ping goes alone: behind a backlog it would measure that, and the window grows with the round trip.
        if (used > 0 && !_measured && _pingedAt[_token] == now)
            return used;
        var any = false;
        while (MaySendFragment() && _queue.NextSize is var size && output.Length - used >= size)
        {
            if (!any && _owed > 0)
            {
                used += Acknowledge(output[used..]);
                any = true;
                continue;
            }

            any = true;
            var ask = _window.WantsAcknowledgment(size, _queue.Waiting > size);
            used += _queue.WriteNext(output[used..], ask);
            _window.Add(size, ask);
        }

        _window.Written(now, !_queue.IsEmpty);
        return used;
    }

    private bool MaySendFragment()
    {
        var size = _queue.NextSize;
        if (size == 0)
            return false;
        return size <= _window.Room || (_queue.NextIsFlash && (_queue.NextGoesOn || _window.Room > -Bounds.FlashBeyondWindow));
    }

    private int FillControls(Span<byte> output, long now)
    {
        var used = 0;
        if (_pong is { } token)
        {
            used += LinkRecord.Pong(token).Write(output);
            _pong = null;
        }

        if (PingDueAt <= now)
        {
            _pingedAt[++_token] = now;
            used += LinkRecord.Ping(_token).Write(output[used..]);
        }

        if (_owed > 0 && (used > 0 || _owedDueAt <= now))
            used += Acknowledge(output[used..]);
        return used;
    }

    private int Acknowledge(Span<byte> output)
    {
        var bytes = (int)Math.Min(_owed, Bounds.AcknowledgmentSize);
        _owed -= bytes;
        _owedDueAt = long.MaxValue;
        return LinkRecord.Acknowledgment(bytes).Write(output);
    }

    private TimeSpan Measure(long microseconds, long now)
    {
        _measuredAt = now;
        RoundTrip = Math.Min(RoundTrip ?? long.MaxValue, microseconds);
        _window.RoundTrip(microseconds);
        return TimeSpan.FromMicroseconds(microseconds);
    }
}
