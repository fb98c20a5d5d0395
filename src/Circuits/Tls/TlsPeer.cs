using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>The open circuits with one peer and the question who dials. The party with the lower id dials every address always; the other
/// only while fewer circuits are open, or being dialed, than the peer has addresses, and only after a grace: behind a translated address
/// perhaps one side alone can reach the other.</summary>
internal sealed class TlsPeer(bool dialsAlways, TlsSurroundings surroundings, TimeSpan grace)
{
    private readonly object _gate = new();
    private readonly List<(TlsCircuit Circuit, bool Dialed, ulong Path)> _open = [];
    private int _addresses;
    private int _dialing;
    private long _shortSince = surroundings.Microseconds;
    private bool _gone;

    /// <summary>From now on the peer has so many addresses.</summary>
    public void Have(int addresses)
    {
        lock (_gate)
        {
            _addresses = addresses;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until it is this side's turn to dial one address; false when the path is stopped meanwhile. Every true is
    /// followed by one <see cref="Dialed"/>.</summary>
    /// <param name="atOnce">Without the grace: the path's own circuit was just cut.</param>
    /// <param name="stop">Stops the path; <see cref="Wake"/> makes it noticed.</param>
    public bool AwaitTurn(bool atOnce, CancellationToken stop)
    {
        lock (_gate)
        {
            while (!stop.IsCancellationRequested)
            {
                var left = atOnce ? 0 : _shortSince + (long)grace.TotalMicroseconds - surroundings.Microseconds;
                var isShort = _open.Count + _dialing < _addresses;
                if (dialsAlways || (isShort && left <= 0))
                {
                    _dialing++;
                    return true;
                }

                if (isShort)
                    Monitor.Wait(_gate, TimeSpan.FromMilliseconds((left / 1000) + 1));
                else
                    Monitor.Wait(_gate);
            }

            return false;
        }
    }

    /// <summary>The try is over, whatever came of it.</summary>
    public void Dialed()
    {
        lock (_gate)
        {
            _dialing--;
            Monitor.PulseAll(_gate);
        }
    }

    public void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes an open circuit in: null, or why not. One on the same path gives way to it.</summary>
    public CircuitEnd? Admit(TlsCircuit circuit, bool dialed, ulong path)
    {
        TlsCircuit? older = null;
        lock (_gate)
        {
            if (_gone)
                return CircuitEnd.Stopped;
            var at = _open.FindIndex(o => o.Dialed == dialed && o.Path == path);
            if (at < 0 && _open.Count >= Bounds.CircuitsPerPeer)
                return CircuitEnd.TooMany;
            if (at >= 0)
            {
                older = _open[at].Circuit;
                _open.RemoveAt(at);
            }

            _open.Add((circuit, dialed, path));
            Monitor.PulseAll(_gate);
        }

        older?.Close(CircuitEnd.Replaced);
        return null;
    }

    public void Remove(TlsCircuit circuit)
    {
        lock (_gate)
        {
            var wasShort = _open.Count < _addresses;
            _open.RemoveAll(o => o.Circuit == circuit);
            if (!wasShort)
                _shortSince = surroundings.Microseconds;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends the circuits that <paramref name="which"/> names.</summary>
    public void Close(CircuitEnd end, Func<TlsCircuit, bool> which)
    {
        TlsCircuit[] circuits;
        lock (_gate)
        {
            circuits = [.. _open.Select(o => o.Circuit).Where(which)];
        }

        foreach (var circuit in circuits)
            circuit.Close(end);
    }

    /// <summary>Ends the circuit of an address that is not dialed any more.</summary>
    public void CloseDialed(ulong path)
    {
        TlsCircuit? circuit;
        lock (_gate)
        {
            circuit = _open.Find(o => o.Dialed && o.Path == path).Circuit;
        }

        circuit?.Close(CircuitEnd.Stopped);
    }

    /// <summary>The peer is not planned any more: nothing is admitted from now on, and all its circuits end.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _gone = true;
        }

        Close(CircuitEnd.Stopped, static _ => true);
        Wake();
    }
}
