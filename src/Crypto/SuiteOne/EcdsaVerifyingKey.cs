using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>Verifies ECDSA over P-384 with SHA-384 (FIPS 186-5), signatures in the P1363 form.</summary>
/// <remarks>The library does not promise that one ECDsa serves several threads, and a verification takes most of a millisecond, so each
/// caller borrows one of its own; there are never more than callers at one time.</remarks>
internal sealed class EcdsaVerifyingKey : VerifyingKey
{
    public const int SignatureSize = 2 * P384.ScalarSize;

    private readonly byte[] _publicKey;
    private readonly ConcurrentBag<ECDsa> _idle;
    private volatile bool _disposed;

    private EcdsaVerifyingKey(ECDsa first, ReadOnlySpan<byte> publicKey)
    {
        _publicKey = publicKey.ToArray();
        _idle = [first];
    }

    public static EcdsaVerifyingKey? Import(ReadOnlySpan<byte> publicKey)
    {
        if (!P384.HasPointForm(publicKey))
        {
            return null;
        }

        try
        {
            return new EcdsaVerifyingKey(ECDsa.Create(P384.PublicParameters(publicKey)), publicKey);
        }
        catch (CryptographicException)
        {
            return null; // not on the curve
        }
    }

    public override byte[] PublicKey => [.. _publicKey];

    public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (signature.Length != SignatureSize)
        {
            return false;
        }

        var key = _idle.TryTake(out var idle) ? idle : ECDsa.Create(P384.PublicParameters(_publicKey));
        try
        {
            return key.VerifyData(message, signature, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        finally
        {
            Return(key);
        }
    }

    public override void Dispose()
    {
        _disposed = true;
        Drain();
    }

    private void Return(ECDsa key)
    {
        _idle.Add(key);
        if (_disposed)
        {
            Drain();
        }
    }

    private void Drain()
    {
        while (_idle.TryTake(out var key))
        {
            key.Dispose();
        }
    }
}
