using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Net.Sockets;
using Parley.Circuits.Link;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tls;

/// <summary>From a connected socket to an authenticated peer that speaks our version: TLS 1.3 with certificates on both sides, then a hello
/// each way. No session is resumed, for the certificate is looked at each time.</summary>
internal sealed class TlsHandshake(
    TlsAttempt attempt, X509Certificate2 own, Func<Pins> pins, PartyId? expected, TlsSurroundings surroundings)
{
    // What a handshake moves each way, two certificates of one card each; the rate of a slow line is guessed from it.
    private const int UsualBytes = 4096;
    private Pins.Shown? _shown;
    private bool _refused;
    private bool _isOurselves;

    /// <summary>What it came to: a peer, or the reason why not.</summary>
    /// <param name="dialedPath">The path of the address that was dialed; null on the side that accepted.</param>
    public TlsHandshakeResult Run(ulong? dialedPath)
    {
        var started = surroundings.Microseconds;
        SslStream? stream = null;
        try
        {
            stream = new SslStream(new NetworkStream(attempt.Socket, ownsSocket: true), leaveInnerStreamOpen: false);
            if (dialedPath is null)
                stream.AuthenticateAsServer(AsServer());
            else
                stream.AuthenticateAsClient(AsClient(own, Validate));
            var hello = new LinkHello(LinkHello.OwnLowest, LinkHello.OwnHighest, dialedPath ?? 0);
            stream.Write(hello.Encode());
            if (_isOurselves)
            {
                // A test of our own door: that it was reached and the hello left is all there is to know.
                stream.Dispose();
                return TlsHandshakeResult.Refused(CircuitEnd.Stopped);
            }

            var result = ReadHello(stream, hello);
            if (result.End is null && attempt.TryFinish())
                return result with { Window = SendWindow.After(UsualBytes, surroundings.Microseconds - started) };
            stream.Dispose();
            return TlsHandshakeResult.Refused(attempt.End is { } cut && result.End is null ? cut : result.End!.Value);
        }
        catch (Exception e) when (TlsFaults.IsOfPath(e))
        {
            stream?.Dispose();
            attempt.Socket.Dispose();
            return TlsHandshakeResult.Refused(attempt.End ?? (_refused ? CircuitEnd.UnknownKey : CircuitEnd.HandshakeFailed));
        }
    }

    private TlsHandshakeResult ReadHello(SslStream stream, LinkHello own)
    {
        var buffer = new byte[TlsCircuit.BufferSize];
        var filled = 0;
        while (true)
        {
            var read = stream.Read(buffer, filled, LinkHello.MostBytes - filled);
            if (read == 0)
                return TlsHandshakeResult.Refused(CircuitEnd.HandshakeFailed);
            filled += read;
            switch (LinkHello.TryRead(buffer.AsSpan(0, filled), out var hello, out var used))
            {
                case LinkRead.Malformed:
                    return Bye(stream, CircuitEnd.Malformed);
                case LinkRead.Whole when own.CommonWith(hello!) is null:
                    return Bye(stream, CircuitEnd.VersionMismatch);
                case LinkRead.Whole:
                    buffer.AsSpan(used, filled - used).CopyTo(buffer);
                    return new TlsHandshakeResult(null, stream, _shown, hello, buffer, filled - used, 0);
            }
        }
    }

    private static TlsHandshakeResult Bye(SslStream stream, CircuitEnd end)
    {
        Span<byte> bye = stackalloc byte[LinkRecord.MostControl];
        var size = LinkRecord.Bye(LinkByes.Of(end)).Write(bye);
        stream.Write(bye[..size]);
        return TlsHandshakeResult.Refused(end);
    }

    private SslServerAuthenticationOptions AsServer() => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true),
        ClientCertificateRequired = true,
        EnabledSslProtocols = SslProtocols.Tls13,
        AllowTlsResume = false,
        AllowRenegotiation = false,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = Validate,
    };

    internal static SslClientAuthenticationOptions AsClient(X509Certificate2 own, RemoteCertificateValidationCallback validate) => new()
    {
        TargetHost = "",
        ClientCertificateContext = SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true),
        EnabledSslProtocols = SslProtocols.Tls13,
        AllowTlsResume = false,
        AllowRenegotiation = false,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = validate,
    };

    // Nothing is looked up or downloaded on account of a stranger's certificate.
    private static X509ChainPolicy Policy() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        VerificationFlags = X509VerificationFlags.AllFlags,
    };

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var shown = certificate as X509Certificate2;
        _isOurselves = expected is null && shown is not null && TlsCredential.AreOfOneKey(shown, own);
        _shown = shown is not null ? pins().Find(shown, expected) : null;
        _refused = _shown is null && !_isOurselves;
        return !_refused;
    }
}

/// <summary>An authenticated stream with what was read beyond the hello, or the reason why there is none.</summary>
internal sealed record TlsHandshakeResult(
    CircuitEnd? End, SslStream? Stream, Pins.Shown? Peer, LinkHello? Hello, byte[] Buffer, int Filled, int Window)
{
    public static TlsHandshakeResult Refused(CircuitEnd end) => new(end, null, null, null, [], 0, 0);
}

/// <summary>Which exceptions mean that a path or a stranger failed, and not this program.</summary>
internal static class TlsFaults
{
    // SslStream answers a broken or closed socket with any of these, by where it is hit.
    public static bool IsOfPath(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or AuthenticationException or InvalidOperationException;
}
