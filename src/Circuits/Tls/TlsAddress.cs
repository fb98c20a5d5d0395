using System.Globalization;

namespace Parley.Circuits.Tls;

/// <summary>Where a station listens: <c>tls://host:port</c>, the host a name, an IPv4 address or an IPv6 address in brackets.</summary>
public sealed record TlsAddress(string Host, int Port)
{
    private const string Scheme = "tls://";

    /// <summary>The address; null when the text is none of this kind. Port 0 stands for any free port and cannot be dialed.</summary>
    public static TlsAddress? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text.Length > Lines.Bounds.AddressLength)
            return null;
        var rest = text[Scheme.Length..];
        var colon = rest.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return null;
        var host = rest[..colon];
        if (host.StartsWith('[') && host.EndsWith(']'))
            host = host[1..^1];
        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 ? new(host, port) : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}");
}
