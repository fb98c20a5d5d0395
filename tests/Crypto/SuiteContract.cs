using System.Text;

namespace Parley.Crypto.Tests;

/// <summary>What every suite promises, whatever its number. A test class per suite derives from this and gives the suite.</summary>
public abstract class SuiteContract
{
    private static readonly byte[] Message = Encoding.UTF8.GetBytes("the bridge is clear");
    private static readonly byte[] Info = Encoding.UTF8.GetBytes("line/1");
    private static readonly byte[] Context = Encoding.UTF8.GetBytes("header");

    /// <summary>A suite fit for the test; called once a test.</summary>
    protected abstract Suite CreateSuite();

    [Fact]
    public void Sizes_are_those_of_what_it_makes()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var kem = suite.GenerateKemKey();
        Assert.Equal(suite.VerifyingKeySize, signing.PublicKey.Length);
        Assert.Equal(suite.SignatureSize, signing.Sign(Message).Length);
        Assert.Equal(suite.KemPublicKeySize, kem.PublicKey.Length);
        var sealedBytes = suite.Seal(kem.PublicKey, Info, Context, []);
        Assert.NotNull(sealedBytes);
        Assert.Equal(suite.EncapsulationSize + suite.Encrypt(new byte[Suite.EncryptionKeySize], Context, []).Length, sealedBytes.Length);
    }

    [Fact]
    public void A_signature_verifies_and_no_other_does()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var other = suite.GenerateSigningKey();
        using var verifying = Verifying(suite, signing);
        var signature = signing.Sign(Message);
        Assert.True(verifying.Verify(Message, signature));
        Assert.False(verifying.Verify([.. Message, 0], signature));
        Assert.False(verifying.Verify(Message, other.Sign(Message)));
        Assert.False(verifying.Verify(Message, []));
        Assert.False(verifying.Verify(Message, signature.AsSpan(1)));
        Assert.False(verifying.Verify(Message, [.. signature, 0]));
        Assert.False(verifying.Verify(Message, new byte[suite.SignatureSize]));
    }

    [Fact]
    public void Every_flipped_byte_of_a_signature_or_message_is_refused()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var verifying = Verifying(suite, signing);
        var signature = signing.Sign(Message);
        Assert.All(Flips(signature), flipped => Assert.False(verifying.Verify(Message, flipped)));
        Assert.All(Flips(Message), flipped => Assert.False(verifying.Verify(flipped, signature)));
    }

    [Fact]
    public void A_signing_key_survives_export_and_import()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var again = suite.ImportSigningKey(signing.ExportPrivateKey());
        Assert.NotNull(again);
        Assert.Equal(signing.PublicKey, again.PublicKey);
        Assert.Equal(signing.ExportPrivateKey(), again.ExportPrivateKey());
        using var verifying = Verifying(suite, signing);
        Assert.Equal(signing.PublicKey, verifying.PublicKey);
        Assert.True(verifying.Verify(Message, again.Sign(Message)));
    }

    [Fact]
    public void A_kem_key_survives_export_and_import()
    {
        var suite = CreateSuite();
        using var kem = suite.GenerateKemKey();
        using var again = suite.ImportKemKey(kem.ExportPrivateKey());
        Assert.NotNull(again);
        Assert.Equal(kem.PublicKey, again.PublicKey);
        var sealedBytes = suite.Seal(kem.PublicKey, Info, Context, Message);
        Assert.NotNull(sealedBytes);
        Assert.Equal(Message, suite.Open(again, Info, Context, sealedBytes));
    }

    [Fact]
    public void Keys_of_a_wrong_length_are_null()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var kem = suite.GenerateKemKey();
        Assert.Null(suite.ImportSigningKey([]));
        Assert.Null(suite.ImportSigningKey([.. signing.ExportPrivateKey(), 0]));
        Assert.Null(suite.ImportVerifyingKey([]));
        Assert.Null(suite.ImportVerifyingKey([.. signing.PublicKey, 0]));
        Assert.Null(suite.ImportKemKey([]));
        Assert.Null(suite.ImportKemKey([.. kem.ExportPrivateKey(), 0]));
        Assert.Null(suite.Seal([], Info, Context, Message));
        Assert.Null(suite.Seal([.. kem.PublicKey, 0], Info, Context, Message));
    }

    [Fact]
    public void Sealed_bytes_open_for_the_right_key_info_and_data_alone()
    {
        var suite = CreateSuite();
        using var kem = suite.GenerateKemKey();
        using var other = suite.GenerateKemKey();
        var sealedBytes = suite.Seal(kem.PublicKey, Info, Context, Message);
        Assert.NotNull(sealedBytes);
        Assert.Equal(Message, suite.Open(kem, Info, Context, sealedBytes));
        Assert.Null(suite.Open(other, Info, Context, sealedBytes));
        Assert.Null(suite.Open(kem, [], Context, sealedBytes));
        Assert.Null(suite.Open(kem, Info, [], sealedBytes));
        Assert.All(Flips(sealedBytes), flipped => Assert.Null(suite.Open(kem, Info, Context, flipped)));
        Assert.All(Prefixes(sealedBytes), prefix => Assert.Null(suite.Open(kem, Info, Context, prefix)));
        Assert.Null(suite.Open(kem, Info, Context, [.. sealedBytes, 0]));
    }

    [Fact]
    public void Sealing_twice_gives_different_bytes()
    {
        var suite = CreateSuite();
        using var kem = suite.GenerateKemKey();
        Assert.NotEqual(suite.Seal(kem.PublicKey, Info, Context, Message), suite.Seal(kem.PublicKey, Info, Context, Message));
    }

    [Fact]
    public void A_derived_key_depends_on_secret_salt_and_info()
    {
        var suite = CreateSuite();
        var key = suite.DeriveKey([1], [2], [3], 32);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, suite.DeriveKey([1], [2], [3], 32));
        Assert.NotEqual(key, suite.DeriveKey([9], [2], [3], 32));
        Assert.NotEqual(key, suite.DeriveKey([1], [9], [3], 32));
        Assert.NotEqual(key, suite.DeriveKey([1], [2], [9], 32));
        Assert.Equal(key[..7], suite.DeriveKey([1], [2], [3], 7));
        Assert.Equal(100, suite.DeriveKey([1], [], [], 100).Length);
    }

    [Fact]
    public void Encrypted_bytes_open_under_the_right_key_and_data_alone()
    {
        var suite = CreateSuite();
        var key = suite.DeriveKey([1], [2], [3], Suite.EncryptionKeySize);
        var sealedBytes = suite.Encrypt(key, Context, Message);
        Assert.Equal(Message, suite.Decrypt(key, Context, sealedBytes));
        Assert.Empty(suite.Decrypt(key, [], suite.Encrypt(key, [], []))!);
        Assert.Null(suite.Decrypt(suite.DeriveKey([9], [2], [3], Suite.EncryptionKeySize), Context, sealedBytes));
        Assert.Null(suite.Decrypt(key, [], sealedBytes));
        Assert.All(Flips(sealedBytes), flipped => Assert.Null(suite.Decrypt(key, Context, flipped)));
        Assert.All(Prefixes(sealedBytes), prefix => Assert.Null(suite.Decrypt(key, Context, prefix)));
        Assert.Null(suite.Decrypt(key, Context, [.. sealedBytes, 0]));
    }

    [Fact]
    public void An_encryption_key_of_a_wrong_length_is_a_fault()
    {
        var suite = CreateSuite();
        Assert.ThrowsAny<ArgumentException>(() => suite.Encrypt(new byte[Suite.EncryptionKeySize - 1], [], Message));
        Assert.ThrowsAny<ArgumentException>(() => suite.Decrypt(new byte[Suite.EncryptionKeySize + 1], [], new byte[64]));
    }

    [Fact]
    public void One_verifying_key_serves_many_threads()
    {
        var suite = CreateSuite();
        using var signing = suite.GenerateSigningKey();
        using var verifying = Verifying(suite, signing);
        var signature = signing.Sign(Message);
        var forged = Flips(signature).First();
        var wrong = 0;
        Parallel.For(0, 200, i =>
        {
            var good = i % 2 == 0;
            if (verifying.Verify(Message, good ? signature : forged) != good)
            {
                Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Random_bytes_fill_the_whole_span_and_differ()
    {
        var suite = CreateSuite();
        var first = new byte[64];
        var second = new byte[64];
        suite.FillRandom(first);
        suite.FillRandom(second);
        Assert.NotEqual(first, second);
        Assert.NotEqual(new byte[16], first[..16]);
        Assert.NotEqual(new byte[16], first[48..]);
    }

    private static VerifyingKey Verifying(Suite suite, SigningKey key) =>
        suite.ImportVerifyingKey(key.PublicKey) ?? throw new InvalidOperationException("a suite must take its own public key");

    private static IEnumerable<byte[]> Flips(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            byte[] flipped = [.. bytes];
            flipped[i] ^= (byte)(1 << (i % 8));
            yield return flipped;
        }
    }

    private static IEnumerable<byte[]> Prefixes(byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
        {
            yield return bytes[..length];
        }
    }
}
