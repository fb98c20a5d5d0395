using Parley.Crypto;
using Parley.Lines.Entries;

namespace Parley.Lines.Keys;

/// <summary>How the content of one entry is sealed: the key is HKDF(epoch secret, SHA-256 of the header without its last field, info that names
/// suite and line); that part of the header is the associated data. The header holds the content's commitment, so no key ever serves two
/// contents and the nonce can be zero.</summary>
public static class EntrySeal
{
    public static byte[] Seal(Suite suite, ReadOnlySpan<byte> epochSecret, FeedId feed, ReadOnlySpan<byte> headerPrefix, ReadOnlySpan<byte> content) =>
        suite.Encrypt(KeyOf(suite, epochSecret, feed, headerPrefix), headerPrefix, content);

    /// <summary>The content; null when the bytes were not sealed so.</summary>
    public static byte[]? Open(Suite suite, ReadOnlySpan<byte> epochSecret, FeedId feed, ReadOnlySpan<byte> headerPrefix, ReadOnlySpan<byte> sealedContent) =>
        suite.Decrypt(KeyOf(suite, epochSecret, feed, headerPrefix), headerPrefix, sealedContent);

    private static byte[] KeyOf(Suite suite, ReadOnlySpan<byte> epochSecret, FeedId feed, ReadOnlySpan<byte> headerPrefix)
    {
        Span<byte> info = stackalloc byte[128];
        Span<byte> salt = stackalloc byte[Digest.Size];
        Digest.Of(headerPrefix).CopyTo(salt);
        "parley/1/entry/"u8.CopyTo(info);
        info[15] = suite.Id.Number;
        feed.Line.Value.CopyTo(info[16..]);
        return suite.DeriveKey(epochSecret, salt, info[..48], Suite.EncryptionKeySize);
    }
}
