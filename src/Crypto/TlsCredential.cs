using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Parley.Crypto;

/// <summary>The self-signed certificate (RFC 5280) with which a station shows its card in TLS. Nothing in it is trusted by itself: a peer
/// compares its key with the one that the card chain leads to.</summary>
public static class TlsCredential
{
    /// <summary>The private extension that holds the card chain as one OCTET STRING; an arc under 2.25 needs no registry (X.667).</summary>
    public const string CardChainOid = "2.25.264100467373620476255037086136497743019";

    private const string EcPublicKeyOid = "1.2.840.10045.2.1";
    private const string ServerAuthenticationOid = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthenticationOid = "1.3.6.1.5.5.7.3.2";

    // id-ecPublicKey with the named curve secp384r1, 1.3.132.0.34 (RFC 5480, section 2.1.1.1), in DER.
    private static ReadOnlySpan<byte> NamedCurveP384 => [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22];

    /// <summary>A certificate with its private key, for client and server: ECDSA P-384 with SHA-384, common name the party.</summary>
    /// <param name="key">A signing key of suite 1.</param>
    /// <param name="party">Id of the party.</param>
    /// <param name="cardChain">At most <see cref="Bounds.CardChainBytes"/> bytes, opaque here.</param>
    /// <param name="notBefore">Start of validity, kept to the second.</param>
    /// <param name="notAfter">End of validity, kept to the second.</param>
    /// <exception cref="ArgumentException">The key is of another suite, or the chain is too long.</exception>
    public static X509Certificate2 Create(
        SigningKey key, string party, ReadOnlySpan<byte> cardChain, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        if (key is not EcdsaSigningKey || cardChain.Length > Bounds.CardChainBytes)
        {
            throw new ArgumentException("a TLS credential needs a key of suite 1 and a card chain within bounds");
        }

        var scalar = key.ExportPrivateKey();
        var parameters = P384.PrivateParameters(scalar);
        try
        {
            using var signer = ECDsa.Create(parameters);
            return Request(signer, party, cardChain).CreateSelfSigned(notBefore, notAfter);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
            P384.Clear(parameters);
        }
    }

    /// <summary>Whether both certificates show one key.</summary>
    public static bool AreOfOneKey(X509Certificate2 one, X509Certificate2 other) =>
        PublicKeyOf(one) is { } key && PublicKeyOf(other) is { } second && key.AsSpan().SequenceEqual(second);

    /// <summary>Whether it is what the base library throws at a certificate that cannot be used, such as one that was disposed.</summary>
    public static bool IsFault(Exception fault) => fault is CryptographicException;

    /// <summary>The key of the certificate as a 97-byte point, in the form of suite 1; null if it is no P-384 key in that form. TLS proves
    /// that the other side holds it.</summary>
    public static byte[]? PublicKeyOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var key = certificate.PublicKey;
        var isP384 = key.Oid.Value == EcPublicKeyOid
            && NamedCurveP384.SequenceEqual(key.EncodedParameters?.RawData)
            && P384.HasPointForm(key.EncodedKeyValue.RawData);
        return isP384 ? [.. key.EncodedKeyValue.RawData] : null;
    }

    /// <summary>The card chain in the certificate; null if there is none, more than one, or one in another form.</summary>
    public static byte[]? CardChainOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        X509Extension? found = null;
        foreach (var extension in certificate.Extensions)
        {
            if (extension.Oid?.Value == CardChainOid)
            {
                if (found is not null)
                {
                    return null;
                }

                found = extension;
            }
        }

        return found is null ? null : Unwrap(found.RawData);
    }

    private static byte[]? Unwrap(byte[] octetString)
    {
        try
        {
            return AsnDecoder.TryReadPrimitiveOctetString(octetString, AsnEncodingRules.DER, out var chain, out var consumed)
                && consumed == octetString.Length
                && chain.Length <= Bounds.CardChainBytes
                    ? chain.ToArray()
                    : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static CertificateRequest Request(ECDsa signer, string party, ReadOnlySpan<byte> cardChain)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(party);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(cardChain);
        var request = new CertificateRequest(name.Build(), signer, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid(ServerAuthenticationOid), new Oid(ClientAuthenticationOid)], critical: false));
        request.CertificateExtensions.Add(new X509Extension(CardChainOid, writer.Encode(), critical: false));
        return request;
    }
}
