using System.Net.Sockets;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>A socket while it connects and shakes hands: cut when its time is over, when the circuits stop or when somebody else needs its
/// place. Whoever cuts first says why.</summary>
internal sealed class TlsAttempt : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _onLimit;
    private readonly CancellationTokenRegistration _onStop;
    private int _end = -1;

    public TlsAttempt(Socket socket, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        Socket = socket;
        _limit = new CancellationTokenSource(limit, time);
        _onLimit = _limit.Token.Register(() => Cut(CircuitEnd.TimedOut));
        _onStop = stop.Register(() => Cut(CircuitEnd.Stopped));
    }

    public Socket Socket { get; }

    /// <summary>Ended when the time is over.</summary>
    public CancellationToken Limit => _limit.Token;

    /// <summary>Why it was cut; null while it was not.</summary>
    public CircuitEnd? End => _end < 0 ? null : (CircuitEnd)_end;

    public void Cut(CircuitEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, (int)end, -1) == -1)
            Socket.Dispose();
    }

    /// <summary>From here on nothing cuts it any more; false when something did.</summary>
    public bool TryFinish() => Interlocked.CompareExchange(ref _end, (int)CircuitEnd.Broken, -1) == -1;

    /// <summary>Ends the deadline; the socket stays with whoever took it over.</summary>
    public void Dispose()
    {
        _onLimit.Dispose();
        _onStop.Dispose();
        _limit.Dispose();
    }
}
