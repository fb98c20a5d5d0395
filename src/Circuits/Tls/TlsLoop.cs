using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Parley.Crypto;

namespace Parley.Circuits.Tls;

/// <summary>Reaches one of our own doors from here, the way a peer would: TCP, TLS with our certificate on both sides, and the first byte of a hello.</summary>
internal static class TlsLoop
{
    /// <summary>What failed, in plain words; null when nothing did.</summary>
    public static string? Test(TlsAddress address, X509Certificate2 own, TlsDoor door)
    {
        try
        {
            var host = IPAddress.TryParse(address.Host, out var literal) ? literal : Dns.GetHostAddresses(address.Host)[0];
            // What listens on every address is reached on this machine's own.
            var target = host.Equals(IPAddress.Any) ? IPAddress.Loopback : host.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : host;
            var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            using var attempt = door.Attempt(socket, door.Stop);
            socket.Connect(new IPEndPoint(target, address.Port));
            using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true), leaveInnerStreamOpen: false);
            stream.AuthenticateAsClient(TlsHandshake.AsClient(
                own, (_, shown, _, _) => shown is X509Certificate2 certificate && TlsCredential.AreOfOneKey(certificate, own)));
            return stream.ReadByte() >= 0 ? null : $"our own door {address} shut before it said anything";
        }
        // A certificate that was disposed meanwhile is no door of ours any more.
        catch (Exception e) when (TlsFaults.IsOfPath(e) || TlsCredential.IsFault(e))
        {
            return $"our own door {address} cannot be reached from here";
        }
    }
}
