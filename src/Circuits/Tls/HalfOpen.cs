using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>The accepted connections that have not shown who they are. When all places are taken the oldest gives way: a flood must then
/// go on without pause to keep an honest peer out, instead of once in the time of a handshake.</summary>
internal sealed class HalfOpen(int places)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TlsAttempt> _attempts = [];

    public void Enter(TlsAttempt attempt)
    {
        TlsAttempt? oldest = null;
        lock (_lock)
        {
            if (_attempts.Count >= places)
            {
                oldest = _attempts.First!.Value;
                _attempts.RemoveFirst();
            }

            _attempts.AddLast(attempt);
        }

        oldest?.Cut(CircuitEnd.TooMany);
    }

    public void Leave(TlsAttempt attempt)
    {
        lock (_lock)
        {
            _attempts.Remove(attempt);
        }
    }
}
