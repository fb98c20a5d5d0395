using System.Net;
using Microsoft.AspNetCore.Http;

namespace Parley.Api;

/// <summary>Which <c>Host</c> headers are ours. A page of the open web that has its name resolve to this machine (DNS rebinding) shows its
/// own name there and is refused.</summary>
internal sealed class Hosts(ApiOptions options)
{
    private readonly HashSet<string> names = new(["localhost", .. options.Hosts ?? []], StringComparer.OrdinalIgnoreCase);

    public bool Knows(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var ip))
            return IPAddress.IsLoopback(ip) || ip.Equals(context.Connection.LocalIpAddress);
        return names.Contains(host) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
