using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Parley.Circuits.Link;
using Parley.Crypto;

namespace Parley.Circuits.Tests.Tls;

/// <summary>A peer that shakes hands as it should and then says what a test likes.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly X509Certificate2 _certificate;

    public RawPeer(TestParty party, string address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 20_000 };
        socket.Connect(IPEndPoint.Parse(address["tls://".Length..]));
        _certificate = TlsCredential.Create(
            party.Key, party.Id.ToString(), party.Chain.Encode(), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        Stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        Stream.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = "",
            ClientCertificateContext = SslStreamCertificateContext.Create(_certificate, null, offline: true),
            EnabledSslProtocols = SslProtocols.Tls13,
            RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null,
        });
    }

    public SslStream Stream { get; }

    public void Hello(byte lowest = LinkHello.OwnLowest, byte highest = LinkHello.OwnHighest, ulong path = 1) =>
        Stream.Write(new LinkHello(lowest, highest, path).Encode());

    /// <summary>All that the other side says until it closes.</summary>
    public byte[] ReadToEnd()
    {
        var all = new MemoryStream();
        try
        {
            Stream.CopyTo(all);
        }
        catch (IOException)
        {
            // It closed in the middle of something we had said.
        }

        return all.ToArray();
    }

    public void Dispose()
    {
        Stream.Dispose();
        _certificate.Dispose();
    }
}
