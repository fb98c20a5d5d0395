namespace Parley.Circuits.Tls;

/// <summary>What may differ between installations; the defaults are meant for all.</summary>
public sealed record TlsOptions
{
    /// <summary>Time from the connection to the other side's hello.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the party with the higher id waits for the other to dial before it dials too.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Connections accepted from one address (IPv6: one /64) in a second, on average.</summary>
    public int AcceptsPerSecond { get; init; } = 20;

    /// <summary>Connections accepted from one address at once before the rate counts.</summary>
    public int AcceptBurst { get; init; } = 60;

    /// <summary>Accepted connections that have not shown who they are.</summary>
    public int HalfOpen { get; init; } = Bounds.HalfOpen;
}
