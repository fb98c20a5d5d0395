using System.Net;
using System.Net.Sockets;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>One listening address. A stranger costs one bounded handshake at most, and at a bounded rate.</summary>
internal sealed class TlsListener : IDisposable
{
    private const long Second = 1_000_000;
    private readonly Socket _socket;
    private readonly TlsDoor _door;
    private readonly HalfOpen _halfOpen;
    private readonly AcceptRate _rate;
    private readonly Action<string, Action> _start;
    private long _toldAt = -Second;

    /// <summary>Listens from now on.</summary>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public TlsListener(TlsAddress address, TlsDoor door, HalfOpen halfOpen, Action<string, Action> start)
    {
        (_door, _halfOpen, _start) = (door, halfOpen, start);
        _rate = new AcceptRate(door.Options.AcceptsPerSecond, door.Options.AcceptBurst);
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var host = IPAddress.TryParse(address.Host, out var literal) ? literal : Dns.GetHostAddresses(address.Host)[0];
            _socket.Bind(new IPEndPoint(host, address.Port));
            _socket.Listen(Bounds.Backlog);
            Address = address with { Port = ((IPEndPoint)_socket.LocalEndPoint!).Port };
        }
        catch (SocketException e)
        {
            _socket.Dispose();
            throw new IOException($"cannot listen on {address}: {e.Message}", e);
        }
    }

    /// <summary>With the port that was found when 0 was asked for.</summary>
    public TlsAddress Address { get; }

    /// <summary>Accepts until disposed.</summary>
    public void Run()
    {
        while (!_door.Stop.IsCancellationRequested)
        {
            if (TryAccept(out var remote) is not { } socket)
                continue;
            var name = $"{Address} from {remote}";
            if (_rate.TryTake(remote.Address, _door.Surroundings.Microseconds))
            {
                _start("circuit in " + remote, () => Serve(socket, name));
                continue;
            }

            socket.Dispose();
            TellFlood(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // A connection that is gone before it was looked at leaves no trace.
    private Socket? TryAccept(out IPEndPoint remote)
    {
        remote = new IPEndPoint(IPAddress.None, 0);
        Socket? socket = null;
        try
        {
            socket = _socket.Accept();
            socket.NoDelay = true;
            remote = (IPEndPoint)socket.RemoteEndPoint!;
            return socket;
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e))
        {
            // Out of descriptors, or an aborted connection: the next one may be better, but not at full speed.
            socket?.Dispose();
            _door.Stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20));
            return null;
        }
    }

    private void Serve(Socket socket, string name)
    {
        using var attempt = _door.Attempt(socket, _door.Stop);
        _halfOpen.Enter(attempt);
        _door.Enter(attempt, name, expected: null, dialedPath: null, () => _halfOpen.Leave(attempt));
    }

    // One word a second is enough for a flood.
    private void TellFlood(string name)
    {
        var now = _door.Surroundings.Microseconds;
        if (now - _toldAt < Second)
            return;
        _toldAt = now;
        _door.Events.Refused(name, CircuitEnd.TooMany);
    }
}
