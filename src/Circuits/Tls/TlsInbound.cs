using Parley.Circuits.Link;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>The reading half of a circuit: bytes to records, fragments to frames. What a read brought is acknowledged together, but
/// before a frame is handed on, so that an answer given at once carries the acknowledgment.</summary>
internal sealed class TlsInbound(TlsCircuit circuit, byte[] buffer, int filled)
{
    private readonly Reassembly _reassembly = new();
    private int _received;
    private bool _atOnce;

    /// <summary>Reads until the stream ends: null when it broke, else why to close.</summary>
    public CircuitEnd? Read(TlsWire wire)
    {
        if (TakeRecords() is { } early)
            return early;
        while (true)
        {
            var read = wire.Read(buffer, filled);
            if (read == 0)
                return null;
            filled += read;
            if (TakeRecords() is { } end)
                return end;
        }
    }

    private CircuitEnd? TakeRecords()
    {
        circuit.Ask(static (sender, now) => { sender.Heard(now); return true; }, circuit.Now);
        var taken = 0;
        while (true)
        {
            var read = LinkRecord.TryRead(buffer.AsSpan(taken, filled - taken), out var record, out var used);
            if (read == LinkRead.Malformed)
                return CircuitEnd.Malformed;
            if (read == LinkRead.Short)
                break;
            taken += used;
            if (Take(record, used) is { } end)
                return end;
        }

        Count();
        filled -= taken;
        buffer.AsSpan(taken, filled).CopyTo(buffer);
        circuit.WriteInPlace();
        return null;
    }

    private CircuitEnd? Take(LinkRecord record, int size) => record.Kind switch
    {
        LinkKind.Fragment => TakeFragment(record, size),
        LinkKind.Acknowledgment => TakeAcknowledgment(record.Value),
        LinkKind.Ping => TakePing((byte)record.Value),
        LinkKind.Pong => TakePong((byte)record.Value),
        _ => CircuitEnd.ClosedByPeer,
    };

    private CircuitEnd? TakeFragment(LinkRecord fragment, int size)
    {
        if (!_reassembly.TryTake(fragment, out var frame))
            return CircuitEnd.Malformed;
        _received += size;
        _atOnce |= fragment.AcknowledgeAtOnce;
        if (frame is not null)
        {
            Count();
            circuit.Deliver(frame);
        }

        return null;
    }

    private void Count()
    {
        if (_received == 0)
            return;
        circuit.Ask(
            static (sender, x) =>
            {
                sender.Received(x.Received, x.AtOnce, x.Now);
                return true;
            },
            (Received: _received, AtOnce: _atOnce, circuit.Now));
        (_received, _atOnce) = (0, false);
    }

    private CircuitEnd? TakeAcknowledgment(int bytes)
    {
        TimeSpan? better = null;
        if (!circuit.Ask((sender, now) => sender.TryAcknowledged(bytes, now, out better), circuit.Now))
            return CircuitEnd.Malformed;
        if (better is { } roundTrip)
            circuit.Tell(roundTrip);
        return null;
    }

    private CircuitEnd? TakePing(byte token)
    {
        circuit.Ask(static (sender, t) => { sender.Pinged(t); return true; }, token);
        return null;
    }

    private CircuitEnd? TakePong(byte token)
    {
        var roundTrip = TimeSpan.Zero;
        if (!circuit.Ask((sender, now) => sender.TryPonged(token, now, out roundTrip), circuit.Now))
            return CircuitEnd.Malformed;
        circuit.Tell(roundTrip);
        return null;
    }
}
