using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Circuits;

/// <summary>One open circuit to one authenticated peer. Frames are opaque, of 1 to <see cref="Bounds.FrameSize"/> bytes; each arrives whole or
/// not at all, possibly more than once, in any order, at any time while the circuit is open.
/// <para>Precedence: a frame given with a higher precedence overtakes those of lower precedence that have not wholly left, at the grain of one
/// fragment.</para>
/// <para>Room: <see cref="TrySend"/> is false when the circuit has too much waiting of that precedence; the frame was not taken, and
/// <see cref="ICircuitEvents.Drained"/> follows when there is room. It never blocks.</para>
/// <para>Memory: a frame that was taken must not change any more; a frame that was received is the station's to keep.</para>
/// <para>Threads: any thread may call; calls after the end are ignored and return false.</para></summary>
public interface ICircuit
{
    /// <summary>Tells circuits of one station apart; never used twice in a process.</summary>
    long Number { get; }

    /// <summary>What it runs over, for people: an address, with nothing secret in it.</summary>
    string Name { get; }

    /// <summary>The party whose key it was authenticated with.</summary>
    PartyId Peer { get; }

    bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence);

    /// <summary>Ends it; <see cref="ICircuitEvents.Closed"/> follows.</summary>
    void Close(CircuitEnd end);
}

/// <summary>What a circuit tells the station. Calls for one circuit come one at a time, Opened first, Closed last; calls for different
/// circuits may overlap. Received may block for as long as the station is busy, and so holds that circuit back and no other.</summary>
public interface ICircuitEvents
{
    void Opened(ICircuit circuit);

    void Received(ICircuit circuit, ReadOnlyMemory<byte> frame);

    /// <summary>There is room again after a refused <see cref="ICircuit.TrySend"/>.</summary>
    void Drained(ICircuit circuit);

    /// <summary>Its round trip as measured by the circuit itself.</summary>
    void Measured(ICircuit circuit, TimeSpan roundTrip);

    void Closed(ICircuit circuit, CircuitEnd end);

    /// <summary>A peer showed a card chain that follows from the one pinned.</summary>
    void CardSeen(PartyId peer, Lines.Parties.CardChain chain);

    /// <summary>Somebody was turned away before a circuit was open. <paramref name="name"/> is an address.</summary>
    void Refused(string name, CircuitEnd end);
}

/// <summary>All the circuits of one station and kind.</summary>
public interface ICircuits : IDisposable
{
    /// <summary>Dial and accept these peers from now on, and no others; circuits of peers no longer named are closed. May be called again
    /// whenever peers change.</summary>
    void Apply(CircuitPlan plan);

    /// <summary>Reaches every address that we listen on from here, through its own door. What failed, in plain words; empty when nothing did. May take as long
    /// as a handshake may; any thread may call.</summary>
    IReadOnlyList<string> TestOurselves();
}

/// <summary>Whom to connect with: verified peers only.</summary>
public sealed record CircuitPlan(IReadOnlyList<CircuitPeer> Peers);

/// <summary>A peer, the chain of cards that is pinned, and the addresses to dial (of its card, unless an officer set others).</summary>
public sealed record CircuitPeer(PartyId Party, CardChain Chain, IReadOnlyList<string> Addresses);

/// <summary>Why a circuit ended or did not open.</summary>
public enum CircuitEnd
{
    /// <summary>The station stops or the peer is no longer planned.</summary>
    Stopped,

    /// <summary>The other side closed it.</summary>
    ClosedByPeer,

    /// <summary>The path broke.</summary>
    Broken,

    /// <summary>Nothing was heard for too long.</summary>
    TimedOut,

    /// <summary>Nobody answered at the address.</summary>
    Unreachable,

    /// <summary>The key shown is not that of a planned peer.</summary>
    UnknownKey,

    /// <summary>The TLS handshake failed.</summary>
    HandshakeFailed,

    /// <summary>The two have no protocol version in common.</summary>
    VersionMismatch,

    /// <summary>Bytes came that are no frames.</summary>
    Malformed,

    /// <summary>The peer sent too many frames that were refused.</summary>
    TooManyRefusals,

    /// <summary>A newer circuit on the same path took its place.</summary>
    Replaced,

    /// <summary>More circuits than are allowed.</summary>
    TooMany,
}
