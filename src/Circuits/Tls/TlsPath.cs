using System.Net;
using System.Net.Sockets;
using Parley.Circuits.Link;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>One address of one peer, dialed again and again by its own thread, which also serves the circuit while it is open.</summary>
internal sealed class TlsPath : IDisposable
{
    private readonly TlsAddress _address;
    private readonly PartyId _party;
    private readonly TlsPeer _peer;
    private readonly TlsDoor _door;
    private readonly Backoff _backoff = new();
    private readonly CancellationTokenSource _stop;

    public TlsPath(TlsAddress address, PartyId party, TlsPeer peer, TlsDoor door)
    {
        (_address, _party, _peer, _door) = (address, party, peer, door);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(door.Stop);
        PathNumber = LinkHello.PathOf(address.ToString());
    }

    public ulong PathNumber { get; }

    /// <summary>Dials until it is stopped.</summary>
    public void Run()
    {
        var wasOpen = false;
        while (_peer.AwaitTurn(wasOpen, _stop.Token))
        {
            var life = Dial();
            wasOpen = life is not null;
            var chance = _door.Surroundings.Chance();
            var wait = life is { } lived ? _backoff.Ended(lived, chance) : _backoff.Failed(chance);
            _stop.Token.WaitHandle.WaitOne(wait);
        }
    }

    /// <summary>Stops dialing; the thread ends by itself.</summary>
    public void Cancel()
    {
        _stop.Cancel();
        _peer.Wake();
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    // How long the circuit was open; null when none was opened.
    private TimeSpan? Dial()
    {
        var turn = new Turn(_peer);
        try
        {
            using var attempt = _door.Attempt(NewSocket(), _stop.Token);
            if (Connect(attempt))
                return _door.Enter(attempt, _address.ToString(), _party, PathNumber, turn.End);
            attempt.Socket.Dispose();
            if (attempt.End != CircuitEnd.Stopped)
                _door.Events.Refused(_address.ToString(), CircuitEnd.Unreachable);
            return null;
        }
        finally
        {
            turn.End();
        }
    }

    private bool Connect(TlsAttempt attempt)
    {
        try
        {
            var hosts = IPAddress.TryParse(_address.Host, out var literal)
                ? [literal]
                : Dns.GetHostAddressesAsync(_address.Host, attempt.Limit).WaitAsync(_stop.Token).GetAwaiter().GetResult();
            attempt.Socket.Connect(hosts, _address.Port);
            attempt.Socket.NoDelay = true;
            return true;
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e) || e is OperationCanceledException or ArgumentException)
        {
            return false;
        }
    }

    private static Socket NewSocket() => new(SocketType.Stream, ProtocolType.Tcp);

    // A try counts as one until its circuit is open or it failed, and then never again.
    private sealed class Turn(TlsPeer peer)
    {
        private bool _over;

        public void End()
        {
            if (_over)
                return;
            _over = true;
            peer.Dialed();
        }
    }
}
