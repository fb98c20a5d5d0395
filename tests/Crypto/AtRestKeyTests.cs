namespace Parley.Crypto.Tests;

public sealed class AtRestKeyTests
{
    private static readonly byte[] Context = [7, 7];
    private static readonly byte[] Secret = "what was said"u8.ToArray();

    [Fact]
    public void What_was_sealed_opens_in_its_context_alone()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        using var other = AtRestKey.Generate(SuiteOne.Instance);
        var sealedBytes = key.Seal(Context, Secret, SuiteOne.Instance);
        Assert.Equal(Secret.Length + AtRestKey.Overhead, sealedBytes.Length);
        Assert.Equal(Secret, key.Open(Context, sealedBytes));
        Assert.Null(key.Open([7], sealedBytes));
        Assert.Null(other.Open(Context, sealedBytes));
    }

    [Fact]
    public void Every_flipped_missing_or_added_byte_is_refused()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        var sealedBytes = key.Seal(Context, Secret, SuiteOne.Instance);
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            byte[] flipped = [.. sealedBytes];
            flipped[i] ^= 1;
            Assert.Null(key.Open(Context, flipped));
            Assert.Null(key.Open(Context, sealedBytes.AsSpan(0, i)));
        }

        Assert.Null(key.Open(Context, [.. sealedBytes, 0]));
    }

    [Fact]
    public void The_layout_is_version_nonce_ciphertext_tag()
    {
        using var key = AtRestKey.Import(new byte[32]);
        byte[] nonce = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        byte[] expected = [1, .. nonce, .. Aes256Gcm.Seal(new byte[32], nonce, Context, Secret)];
        Assert.Equal(expected, key!.Seal(Context, Secret, nonce));
    }

    [Fact]
    public void Random_nonces_differ()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        Assert.NotEqual(
            key.Seal(Context, Secret, SuiteOne.Instance)[1..(1 + AtRestKey.NonceSize)],
            key.Seal(Context, Secret, SuiteOne.Instance)[1..(1 + AtRestKey.NonceSize)]);
    }

    [Fact]
    public void The_key_survives_export_and_import()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        using var again = AtRestKey.Import(key.Export());
        Assert.Equal(Secret, again!.Open(Context, key.Seal(Context, Secret, SuiteOne.Instance)));
        Assert.Null(AtRestKey.Import(new byte[31]));
        Assert.Null(AtRestKey.Import(new byte[33]));
    }

    [Fact]
    public void A_nonce_of_a_wrong_length_is_a_fault()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        Assert.Throws<ArgumentException>(() => key.Seal(Context, Secret, new byte[11]));
    }

    [Fact]
    public void One_key_serves_many_threads()
    {
        using var key = AtRestKey.Generate(SuiteOne.Instance);
        var wrong = 0;
        Parallel.For(0, 2000, i =>
        {
            byte[] secret = [(byte)i, (byte)(i >> 8)];
            if (key.Open(Context, key.Seal(Context, secret, SuiteOne.Instance)) is not { } opened || !secret.SequenceEqual(opened))
            {
                Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);
    }
}
