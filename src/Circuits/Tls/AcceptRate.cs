using System.Net;
using System.Net.Sockets;

namespace Parley.Circuits.Tls;

/// <summary>How many connections one remote address may open in a second, by a bucket for each address that is remembered. IPv6 addresses
/// of one /64 count as one. Times are microseconds. Not thread-safe.</summary>
public sealed class AcceptRate(int perSecond, int burst)
{
    private const int Prefix = 8;
    private const double Second = 1_000_000;
    private readonly Dictionary<UInt128, Bucket> _buckets = [];

    /// <summary>Addresses remembered.</summary>
    public int Count => _buckets.Count;

    /// <summary>Whether one more connection from there is let in.</summary>
    public bool TryTake(IPAddress from, long now)
    {
        var key = KeyOf(from);
        var bucket = _buckets.TryGetValue(key, out var known) ? known : new Bucket(burst, now);
        var level = Math.Min(burst, bucket.Level + ((now - bucket.At) * perSecond / Second));
        if (_buckets.Count >= Bounds.RememberedAddresses && !_buckets.ContainsKey(key))
            Forget(now);
        _buckets[key] = new Bucket(level >= 1 ? level - 1 : level, now);
        return level >= 1;
    }

    // When even addresses in debt are too many, all are forgotten: then the bound on half-open connections is what holds.
    private void Forget(long now)
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.Level + ((now - bucket.At) * perSecond / Second) >= burst)
                _buckets.Remove(key);
        }

        if (_buckets.Count >= Bounds.RememberedAddresses)
            _buckets.Clear();
    }

    private static UInt128 KeyOf(IPAddress from)
    {
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        address.TryWriteBytes(bytes, out _);
        var isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (!isV4)
            bytes[Prefix..].Clear();
        return new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), isV4 ? 1u : 0u);
    }

    private readonly record struct Bucket(double Level, long At);
}
