namespace Parley.Circuits.Link;

/// <summary>How many bytes may be under way unacknowledged: what the circuit delivers in one second, so that a flash never stands behind
/// more than that. Where a round trip takes longer than that, one and a half round trips: a window below the round trip would measure
/// itself and shrink for ever.
/// <para>The rate is measured from what was acknowledged between a write and its own acknowledgment. While we had nothing more to send a
/// sample says only that the circuit carries at least so much, and can raise the estimate but not lower it.</para>
/// Times are microseconds of any one clock. Not thread-safe.</summary>
public sealed class SendWindow
{
    private const int Records = 64;
    private const double Second = 1_000_000;
    private readonly Queue<Write> _writes = new(Records);
    private long _sent;
    private long _written;
    private long _acknowledged;
    private long _acknowledgedAt;
    private long _askedAt;
    private double _rate;
    private long _leastRoundTrip = long.MaxValue;

    /// <summary>A window of <paramref name="initial"/> bytes until something is measured.</summary>
    public SendWindow(int initial) => _rate = Math.Clamp(initial, Bounds.LeastWindow, Bounds.InitialWindow);

    /// <summary>Bytes sent and not acknowledged.</summary>
    public long InFlight => _sent - _acknowledged;

    /// <summary>Bytes that may be in flight.</summary>
    public int Size
    {
        get
        {
            var seconds = _leastRoundTrip == long.MaxValue ? 1 : Math.Max(1, 1.5 * _leastRoundTrip / Second);
            return (int)Math.Clamp(_rate * seconds, Bounds.LeastWindow, Bounds.MostWindow);
        }
    }

    /// <summary>Bytes that may still be sent; negative when a flash went beyond the window.</summary>
    public long Room => Size - InFlight;

    /// <summary>The window to begin with after a handshake of that many bytes that took so long: a slow line is known by it.</summary>
    public static int After(int handshakeBytes, long microseconds) =>
        (int)Math.Clamp(handshakeBytes * Second / Math.Max(1, microseconds), Bounds.LeastWindow, Bounds.InitialWindow);

    /// <summary>Whether a fragment of that size should ask for an acknowledgment at once.</summary>
    public bool WantsAcknowledgment(int size, bool moreWaits) =>
        Room - size < Bounds.FragmentSize + Bounds.FragmentHeader ||
        (moreWaits && _sent + size - _askedAt >= Math.Min(Size / 4, Bounds.AcknowledgeEvery));

    /// <summary>Counts a fragment as sent.</summary>
    public void Add(int size, bool asked)
    {
        _sent += size;
        if (asked)
            _askedAt = _sent;
    }

    /// <summary>Notes that all that was counted so far is given to the kernel in one write.</summary>
    /// <param name="now">The time.</param>
    /// <param name="moreWaits">Whether there was more to send than the window or the write allowed.</param>
    public void Written(long now, bool moreWaits)
    {
        if (_written == _sent)
            return;
        if (_written == _acknowledged)
            _acknowledgedAt = now;
        _written = _sent;
        if (_writes.Count < Records)
            _writes.Enqueue(new Write(_sent, now, _acknowledged, _acknowledgedAt, moreWaits));
    }

    /// <summary>Counts an acknowledgment. False when it is for more than is in flight.</summary>
    /// <param name="bytes">Bytes newly acknowledged.</param>
    /// <param name="now">The time.</param>
    /// <param name="atMost">An upper bound of the round trip that this acknowledgment proves, or null.</param>
    public bool TryAcknowledge(long bytes, long now, out long? atMost)
    {
        atMost = null;
        if (bytes > InFlight)
            return false;
        _acknowledged += bytes;
        _acknowledgedAt = now;
        Write? covered = null;
        while (_writes.TryPeek(out var write) && write.End <= _acknowledged)
            covered = _writes.Dequeue();
        if (covered is { } sample)
        {
            Measure(sample, now);
            atMost = now - sample.At;
        }

        return true;
    }

    /// <summary>Takes a measured round trip in microseconds. The least of all counts: others hold our own queue.</summary>
    public void RoundTrip(long microseconds) => _leastRoundTrip = Math.Min(_leastRoundTrip, Math.Max(1, microseconds));

    private void Measure(Write sample, long now)
    {
        var elapsed = Math.Max(1, now - sample.AcknowledgedAt);
        var rate = (_acknowledged - sample.Acknowledged) * Second / elapsed;
        if (rate >= _rate)
            _rate = rate;
        else if (sample.MoreWaited)
            _rate = (0.75 * _rate) + (0.25 * rate);
    }

    private readonly record struct Write(long End, long At, long Acknowledged, long AcknowledgedAt, bool MoreWaited);
}
