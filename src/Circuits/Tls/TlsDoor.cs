using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>What every path and listener shares: the way of a connected socket to an open circuit, served until it ends.</summary>
internal sealed class TlsDoor(ICircuitEvents events, TlsSurroundings surroundings, TlsOptions options, CancellationToken stop)
{
    private readonly Lock _lock = new();
    private IReadOnlyDictionary<PartyId, TlsPeer> _peers = new Dictionary<PartyId, TlsPeer>();
    private volatile Pins _pins = new(new Dictionary<PartyId, CardChain>(), surroundings.Suites);
    private volatile X509Certificate2? _own;

    public ICircuitEvents Events => events;

    public TlsSurroundings Surroundings => surroundings;

    public TlsOptions Options => options;

    public CancellationToken Stop => stop;

    public Pins Pins => _pins;

    /// <summary>What is shown in handshakes from now on.</summary>
    public void Show(X509Certificate2 own) => _own = own;

    /// <summary>Whom to let in from now on. A chain that was seen since and goes on after the given one stays.</summary>
    public void Expect(IReadOnlyDictionary<PartyId, CardChain> chains, IReadOnlyDictionary<PartyId, TlsPeer> peers)
    {
        lock (_lock)
        {
            var before = _pins;
            _pins = chains.Aggregate(
                new Pins(chains, surroundings.Suites),
                (pins, c) => before.ChainOf(c.Key) is { } seen ? pins.With(c.Key, seen) : pins);
            _peers = peers;
        }
    }

    public TlsAttempt Attempt(Socket socket, CancellationToken until) => new(socket, options.Handshake, surroundings.Time, until);

    /// <summary>Shakes hands and serves the circuit until it ends.</summary>
    /// <param name="attempt">The connected socket, which is disposed when this returns.</param>
    /// <param name="name">The circuit's name.</param>
    /// <param name="expected">The party that was dialed; null on the accepting side.</param>
    /// <param name="dialedPath">The path that was dialed; null on the accepting side.</param>
    /// <param name="decided">Called once, when it is open or refused.</param>
    /// <returns>How long the circuit was open; null when it was refused.</returns>
    public TimeSpan? Enter(TlsAttempt attempt, string name, PartyId? expected, ulong? dialedPath, Action decided)
    {
        var result = new TlsHandshake(attempt, _own!, () => _pins, expected, surroundings).Run(dialedPath);
        if (result.End is { } refused)
        {
            decided();
            if (refused != CircuitEnd.Stopped)
                events.Refused(name, refused);
            return null;
        }

        Note(result.Peer!);
        var circuit = new TlsCircuit(name, attempt.Socket, result, events, surroundings);
        var peer = PeerOf(circuit);
        var end = peer is null ? CircuitEnd.UnknownKey : peer.Admit(circuit, dialedPath is not null, dialedPath ?? result.Hello!.Path);
        decided();
        if (end is { } notAdmitted)
        {
            circuit.TurnAway(notAdmitted);
            if (notAdmitted != CircuitEnd.Stopped)
                events.Refused(name, notAdmitted);
            return null;
        }

        circuit.Run();
        peer!.Remove(circuit);
        return TimeSpan.FromMicroseconds(surroundings.Microseconds - circuit.OpenedAt);
    }

    // A pin moves as soon as a longer chain was verified; the station hears of it and plans with it.
    private void Note(Pins.Shown shown)
    {
        if (shown.Newer is not { } newer)
            return;
        lock (_lock)
        {
            _pins = _pins.With(shown.Party, newer);
        }

        events.CardSeen(shown.Party, newer);
    }

    // Null when the key stopped being the peer's during the handshake.
    private TlsPeer? PeerOf(TlsCircuit circuit)
    {
        lock (_lock)
        {
            return _pins.Holds(circuit.Peer, circuit.Key) ? _peers.GetValueOrDefault(circuit.Peer) : null;
        }
    }
}
