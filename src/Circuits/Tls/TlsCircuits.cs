using System.Security.Cryptography.X509Certificates;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>Circuits over TLS 1.3 on TCP (RFC 8446): mutual certificates that prove the identity keys of the parties' cards, and
/// nothing else is trusted. Each address of a peer is a circuit of its own; <see cref="TlsPeer"/> says who dials, <see cref="Backoff"/> how
/// often. <para>Each listener, each address dialed and each direction of an open circuit has a thread. Dispose waits for all of them, and
/// so for events that have not returned.</para></summary>
public sealed class TlsCircuits : ICircuits
{
    private readonly PartyId _own;
    private readonly TlsDoor _door;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<TlsListener> _listeners = [];
    private readonly Dictionary<PartyId, TlsPeer> _peers = [];
    private readonly Dictionary<(PartyId Party, TlsAddress Address), TlsPath> _paths = [];
    private readonly HashSet<Thread> _threads = [];
    private X509Certificate2 _certificate;
    private bool _disposed;

    /// <summary>Listens from now on; nobody is let in before <see cref="Apply"/>.</summary>
    /// <param name="key">The identity key of the chain's current card; used until disposed.</param>
    /// <param name="chain">Our own cards, shown to peers.</param>
    /// <param name="listen">Addresses <c>tls://host:port</c>; may be empty, and port 0 takes any free one.</param>
    /// <param name="events">What the station hears; an exception out of it ends the process.</param>
    /// <param name="surroundings">Time, chance and suites.</param>
    /// <param name="options">The defaults are meant for all.</param>
    /// <exception cref="ArgumentException">The key is not the chain's, or an address is none.</exception>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public TlsCircuits(
        SigningKey key,
        CardChain chain,
        IReadOnlyList<string> listen,
        ICircuitEvents events,
        TlsSurroundings surroundings,
        TlsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        _own = chain.Party;
        _door = new TlsDoor(events, surroundings, options ?? new TlsOptions(), _stop.Token);
        _certificate = Certificate(key, chain);
        _door.Show(_certificate);
        try
        {
            Listen(listen);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The addresses listened on, with the ports that were found.</summary>
    public IReadOnlyList<string> Listening => [.. _listeners.Select(l => l.Address.ToString())];

    /// <summary>Shows another card from the next handshake on; open circuits stay.</summary>
    /// <exception cref="ArgumentException">The key is not the chain's, or the chain is another party's.</exception>
    public void Present(SigningKey key, CardChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Party != _own)
            throw new ArgumentException("The chain of another party.", nameof(chain));
        var certificate = Certificate(key, chain);
        lock (_lock)
        {
            // The one before may still be in use by a handshake; its finalizer releases it.
            _certificate = certificate;
            _door.Show(certificate);
        }
    }

    /// <inheritdoc/>
    public void Apply(CircuitPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<TlsPeer> gone;
        lock (_lock)
        {
            if (_disposed)
                return;
            gone = [.. _peers.Where(p => plan.Peers.All(x => x.Party != p.Key)).Select(p => p.Value)];
            foreach (var party in _peers.Keys.Where(p => plan.Peers.All(x => x.Party != p)).ToList())
                _peers.Remove(party);
            foreach (var peer in plan.Peers)
                _peers.TryAdd(peer.Party, new TlsPeer(_own < peer.Party, _door.Surroundings, _door.Options.Grace));
            _door.Expect(plan.Peers.ToDictionary(p => p.Party, p => p.Chain), new Dictionary<PartyId, TlsPeer>(_peers));
            Dial(plan);
        }

        foreach (var peer in gone)
            peer.Leave();
        foreach (var (party, peer) in Peers())
            peer.Close(CircuitEnd.UnknownKey, c => !_door.Pins.Holds(party, c.Key));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> TestOurselves()
    {
        X509Certificate2 own;
        lock (_lock)
        {
            if (_disposed)
                return [];
            own = _certificate;
        }

        return [.. _listeners.Select(l => TlsLoop.Test(l.Address, own, _door)).OfType<string>()];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
        }

        _stop.Cancel();
        foreach (var listener in _listeners)
            listener.Dispose();
        foreach (var (_, peer) in Peers())
            peer.Leave();
        AwaitThreads();
        foreach (var path in _paths.Values)
            path.Dispose();
        _certificate.Dispose();
        _stop.Dispose();
    }

    private void Listen(IReadOnlyList<string> listen)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(listen.Count, Bounds.ListenAddresses);
        var halfOpen = new HalfOpen(_door.Options.HalfOpen);
        foreach (var text in listen)
        {
            var address = TlsAddress.Parse(text) ?? throw new ArgumentException($"not an address to listen on: {text}", nameof(listen));
            _listeners.Add(new TlsListener(address, _door, halfOpen, Start));
        }

        foreach (var listener in _listeners)
            Start($"listen {listener.Address}", listener.Run);
    }

    private void Dial(CircuitPlan plan)
    {
        var wanted = new HashSet<(PartyId Party, TlsAddress Address)>();
        foreach (var peer in plan.Peers)
        {
            var addresses = peer.Addresses.Select(TlsAddress.Parse).OfType<TlsAddress>().Where(a => a.Port != 0)
                .Distinct().Take(Lines.Bounds.Addresses).ToList();
            _peers[peer.Party].Have(addresses.Count);
            wanted.UnionWith(addresses.Select(a => (peer.Party, a)));
        }

        foreach (var gone in _paths.Keys.Where(k => !wanted.Contains(k)).ToList())
        {
            _paths.Remove(gone, out var path);
            path!.Cancel();
            if (_peers.TryGetValue(gone.Party, out var peer))
                peer.CloseDialed(path.PathNumber);
        }

        foreach (var key in wanted.Where(k => !_paths.ContainsKey(k)))
        {
            var path = new TlsPath(key.Address, key.Party, _peers[key.Party], _door);
            _paths.Add(key, path);
            Start($"dial {key.Address}", path.Run);
        }
    }

    private List<KeyValuePair<PartyId, TlsPeer>> Peers()
    {
        lock (_lock)
        {
            return [.. _peers];
        }
    }

    private void Start(string name, Action run)
    {
        var thread = new Thread(() =>
        {
            run();
            lock (_threads)
            {
                _threads.Remove(Thread.CurrentThread);
            }
        }) { IsBackground = true, Name = name };
        lock (_threads)
        {
            _threads.Add(thread);
        }

        thread.Start();
    }

    // Threads started meanwhile find the stop at once.
    private void AwaitThreads()
    {
        while (true)
        {
            Thread? next;
            lock (_threads)
            {
                next = _threads.FirstOrDefault(t => t != Thread.CurrentThread);
            }

            if (next is null)
                return;
            next.Join();
        }
    }

    private static X509Certificate2 Certificate(SigningKey key, CardChain chain)
    {
        if (!key.PublicKey.AsSpan().SequenceEqual(chain.Current.Key))
            throw new ArgumentException("The key is not that of the current card.", nameof(key));
        var card = chain.Current;
        return TlsCredential.Create(
            key, chain.Party.ToString(), chain.Encode(), card.ValidFrom.ToDateTimeOffset(), card.ValidUntil.ToDateTimeOffset());
    }
}
