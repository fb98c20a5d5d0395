using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>ECDSA over P-384 with SHA-384 (FIPS 186-5), signatures in the P1363 form, r then s.</summary>
internal sealed class EcdsaSigningKey : SigningKey
{
    private readonly ECDsa _key;
    private readonly byte[] _publicKey;

    // The library does not promise that one ECDsa serves several threads; a station signs once a commit, so waiting costs nothing.
    private readonly Lock _gate = new();

    private EcdsaSigningKey(ECDsa key)
    {
        _key = key;
        _publicKey = P384.Encode(key.ExportParameters(includePrivateParameters: false));
    }

    public static EcdsaSigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP384));

    public static EcdsaSigningKey? Import(ReadOnlySpan<byte> scalar)
    {
        if (!P384.IsScalar(scalar))
        {
            return null;
        }

        var parameters = P384.PrivateParameters(scalar);
        try
        {
            return new EcdsaSigningKey(ECDsa.Create(parameters));
        }
        finally
        {
            P384.Clear(parameters);
        }
    }

    public override byte[] PublicKey => [.. _publicKey];

    public override byte[] Sign(ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            return _key.SignData(message, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
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
