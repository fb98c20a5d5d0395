using Parley.Crypto;

namespace Parley.Testing.Suites;

/// <summary>The public half is the hash of the private one; a signature is the hash of public half and message.</summary>
internal sealed class ZeroSigningKey(byte[] privateKey) : SigningKey
{
    private readonly byte[] publicKey = ZeroHash.Of("sign"u8, privateKey).Digest.ToArray();

    public override byte[] PublicKey => [.. publicKey];

    public override byte[] Sign(ReadOnlySpan<byte> message) => ZeroHash.Of("signature"u8, publicKey, message).Digest.ToArray();

    public override byte[] ExportPrivateKey() => [.. privateKey];

    public override void Dispose()
    {
    }
}

internal sealed class ZeroVerifyingKey(byte[] publicKey) : VerifyingKey
{
    public override byte[] PublicKey => [.. publicKey];

    public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == Digest.Size && new Digest(signature) == ZeroHash.Of("signature"u8, publicKey, message).Digest;

    public override void Dispose()
    {
    }
}

internal sealed class ZeroKemKey(byte[] privateKey) : KemKey
{
    private readonly byte[] publicKey = ZeroHash.Of("kem"u8, privateKey).Digest.ToArray();

    public override byte[] PublicKey => [.. publicKey];

    public override byte[] ExportPrivateKey() => [.. privateKey];

    public override void Dispose()
    {
    }
}
