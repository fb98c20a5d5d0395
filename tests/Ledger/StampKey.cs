using Parley.Crypto;

namespace Parley.Ledger.Tests;

/// <summary>A key whose signature is a hash over the key and the message: it shows which bytes were signed and is no secret.</summary>
internal sealed class StampKey(byte number) : VerifyingKey
{
    public override byte[] PublicKey { get; } = [number];

    public byte[] Sign(ReadOnlySpan<byte> message) => Digest.Of(PublicKey, message).ToArray();

    public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => signature.SequenceEqual(Sign(message));

    public override void Dispose()
    {
    }
}
