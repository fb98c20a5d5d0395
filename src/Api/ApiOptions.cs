using System.Net;

namespace Parley.Api;

/// <summary>Where the HTTP interface listens.</summary>
/// <param name="Address">Such as <c>http://127.0.0.1:7100</c>; port 0 takes a free one.</param>
/// <param name="AnyAddress">Whether other machines may reach it. What travels is not encrypted: put a TLS proxy or a tunnel before
/// it.</param>
/// <param name="Hosts">Host names under which it is reached, besides those of the loopback.</param>
public sealed record ApiOptions(Uri Address, bool AnyAddress = false, IReadOnlyList<string>? Hosts = null)
{
    /// <summary>What is wrong with the address, in words; null when nothing is.</summary>
    public string? Fault()
    {
        if (Address.Scheme != Uri.UriSchemeHttp || EndPoint() is not { } endPoint)
            return $"the address of the interface is '{Address}'; use the form http://127.0.0.1:7100";
        return AnyAddress || IPAddress.IsLoopback(endPoint.Address)
            ? null
            : $"'{Address}' can be reached from other machines; use a loopback address such as http://127.0.0.1:7100, or say --api-any";
    }

    internal IPEndPoint? EndPoint()
    {
        if (Address.Host == "localhost")
            return new IPEndPoint(IPAddress.Loopback, Address.Port);
        return IPAddress.TryParse(Address.DnsSafeHost, out var ip) ? new IPEndPoint(ip, Address.Port) : null;
    }
}
