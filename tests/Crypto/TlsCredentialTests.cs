using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Parley.Crypto.Tests;

public sealed class TlsCredentialTests
{
    // A handshake that hangs is a failure, not a wait.
    private const int HandshakeMilliseconds = 30_000;

    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_certificate_carries_key_party_validity_and_card_chain()
    {
        using var key = SuiteOne.Instance.GenerateSigningKey();
        using var certificate = TlsCredential.Create(key, "astra", [1, 2, 3], From, To);
        Assert.Equal(key.PublicKey, TlsCredential.PublicKeyOf(certificate));
        Assert.Equal([1, 2, 3], TlsCredential.CardChainOf(certificate)!);
        Assert.Equal("CN=astra", certificate.Subject);
        Assert.Equal(From.UtcDateTime, certificate.NotBefore.ToUniversalTime());
        Assert.Equal(To.UtcDateTime, certificate.NotAfter.ToUniversalTime());
        Assert.True(certificate.HasPrivateKey);
    }

    [Theory(Timeout = HandshakeMilliseconds)]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(Bounds.CardChainBytes)]
    public async Task Two_stations_shake_hands_over_tls13_and_see_each_others_keys_and_cards(int chainSize)
    {
        using var astra = SuiteOne.Instance.GenerateSigningKey();
        using var boreal = SuiteOne.Instance.GenerateSigningKey();
        byte[] astraChain = [.. Enumerable.Range(0, chainSize).Select(i => (byte)i)];
        byte[] borealChain = [.. Enumerable.Range(0, chainSize).Select(i => (byte)(i * 7))];
        using var serverCertificate = TlsCredential.Create(astra, "astra", astraChain, From, To);
        using var clientCertificate = TlsCredential.Create(boreal, "boreal", borealChain, From, To);

        var (atServer, atClient) = await HandshakeAsync(serverCertificate, clientCertificate);

        Assert.Equal(boreal.PublicKey, atServer.Key);
        Assert.Equal(borealChain, atServer.Chain);
        Assert.Equal(astra.PublicKey, atClient.Key);
        Assert.Equal(astraChain, atClient.Chain);
    }

    [Fact]
    public void A_chain_beyond_the_bound_is_a_fault()
    {
        using var key = SuiteOne.Instance.GenerateSigningKey();
        Assert.Throws<ArgumentException>(() => TlsCredential.Create(key, "astra", new byte[Bounds.CardChainBytes + 1], From, To));
    }

    [Fact]
    public void Certificates_of_others_give_null()
    {
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var curve = new CertificateRequest("CN=x", p256, HashAlgorithmName.SHA256).CreateSelfSigned(From, To);
        Assert.Null(TlsCredential.PublicKeyOf(curve));
        Assert.Null(TlsCredential.CardChainOf(curve));
        using var rsa = RSA.Create(2048);
        using var other = new CertificateRequest("CN=x", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(From, To);
        Assert.Null(TlsCredential.PublicKeyOf(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("04")]
    [InlineData("040301")]
    [InlineData("04010000")]
    [InlineData("0304010203")]
    [InlineData("0481020102")]
    [InlineData("24800401010000")]
    public void A_chain_that_is_no_octet_string_is_null(string extension)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(
            new X509Extension(TlsCredential.CardChainOid, Convert.FromHexString(extension), critical: false));
        using var certificate = request.CreateSelfSigned(From, To);
        Assert.Null(TlsCredential.CardChainOf(certificate));
    }

    [Fact(Timeout = HandshakeMilliseconds)]
    public async Task A_handshake_fails_where_the_certificate_is_not_the_pinned_one()
    {
        using var astra = SuiteOne.Instance.GenerateSigningKey();
        using var mallory = SuiteOne.Instance.GenerateSigningKey();
        using var presented = TlsCredential.Create(mallory, "astra", [1], From, To);
        await Assert.ThrowsAsync<AuthenticationException>(
            () => HandshakeAsync(presented, presented, pinned: astra.PublicKey));
    }

    private static async Task<(Seen AtServer, Seen AtClient)> HandshakeAsync(
        X509Certificate2 serverCertificate, X509Certificate2 clientCertificate, byte[]? pinned = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        var connecting = client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancel).AsTask();
        using var server = await listener.AcceptTcpClientAsync(cancel);
        await connecting;

        var (atServer, atClient) = (new Seen(null), new Seen(pinned));
        await using var serverStream = new SslStream(server.GetStream());
        await using var clientStream = new SslStream(client.GetStream());
        var serving = ServeAsync(serverStream, serverCertificate, atServer, cancel);
        var calling = CallAsync(clientStream, clientCertificate, atClient, cancel);
        try
        {
            await calling;
        }
        finally
        {
            // A client that refuses does not tell; the server learns of it when the socket closes.
            client.Close();
            await Task.WhenAny(serving);
        }

        await serving;
        return (atServer, atClient);
    }

    private static async Task ServeAsync(SslStream stream, X509Certificate2 certificate, Seen seen, CancellationToken cancel)
    {
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
                ClientCertificateRequired = true,
                EnabledSslProtocols = SslProtocols.Tls13,
                RemoteCertificateValidationCallback = seen.Take,
            },
            cancel);
        var word = new byte[1];
        await stream.ReadExactlyAsync(word, cancel);
        await stream.WriteAsync(word, cancel);
    }

    private static async Task CallAsync(SslStream stream, X509Certificate2 certificate, Seen seen, CancellationToken cancel)
    {
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "astra",
                ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
                EnabledSslProtocols = SslProtocols.Tls13,
                RemoteCertificateValidationCallback = seen.Take,
            },
            cancel);
        await stream.WriteAsync(new byte[] { 42 }, cancel);
        var echo = new byte[1];
        await stream.ReadExactlyAsync(echo, cancel);
        Assert.Equal(42, echo[0]);
        Assert.Equal(SslProtocols.Tls13, stream.SslProtocol);
        Assert.True(stream.IsMutuallyAuthenticated);
    }

    private sealed class Seen(byte[]? pinned)
    {
        public byte[]? Key { get; private set; }

        public byte[]? Chain { get; private set; }

        public bool Take(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            var shown = certificate as X509Certificate2;
            Key = shown is null ? null : TlsCredential.PublicKeyOf(shown);
            Chain = shown is null ? null : TlsCredential.CardChainOf(shown);
            return Key is not null && (pinned is null || pinned.AsSpan().SequenceEqual(Key));
        }
    }
}
