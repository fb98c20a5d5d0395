using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>A P-384 key pair for DHKEM(P-384, HKDF-SHA384) (RFC 9180, section 4.1).</summary>
internal sealed class EcdhKemKey : KemKey
{
    private readonly ECDiffieHellman _key;
    private readonly byte[] _publicKey;

    // The library does not promise that one ECDiffieHellman serves several threads.
    private readonly Lock _gate = new();

    private EcdhKemKey(ECDiffieHellman key)
    {
        _key = key;
        _publicKey = P384.Encode(key.ExportParameters(includePrivateParameters: false));
    }

    public static EcdhKemKey Generate() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384));

    public static EcdhKemKey? Import(ReadOnlySpan<byte> scalar)
    {
        if (!P384.IsScalar(scalar))
        {
            return null;
        }

        var parameters = P384.PrivateParameters(scalar);
        try
        {
            return new EcdhKemKey(ECDiffieHellman.Create(parameters));
        }
        finally
        {
            P384.Clear(parameters);
        }
    }

    public override byte[] PublicKey => [.. _publicKey];

    /// <summary>The public point without a copy, for use inside this project.</summary>
    public ReadOnlySpan<byte> Point => _publicKey;

    /// <summary>The x coordinate of the agreed point, 48 bytes (RFC 9180, section 7.1.1: DH); null if the other point is not valid.
    /// A valid point of this curve has prime order, so the result is never the point at infinity.</summary>
    public byte[]? Agree(ReadOnlySpan<byte> otherPoint)
    {
        if (!P384.HasPointForm(otherPoint))
        {
            return null;
        }

        try
        {
            using var other = ECDiffieHellman.Create(P384.PublicParameters(otherPoint));
            using var otherKey = other.PublicKey;
            lock (_gate)
            {
                return _key.DeriveRawSecretAgreement(otherKey);
            }
        }
        catch (CryptographicException)
        {
            return null; // not on the curve
        }
    }

    public override byte[] ExportPrivateKey()
    {
        lock (_gate)
        {
            return P384.Scalar(_key.ExportParameters(includePrivateParameters: true));
        }
    }

    public override void Dispose() => _key.Dispose();
}
