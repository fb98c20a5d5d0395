namespace Parley.Crypto.Tests;

/// <summary>The cases of C2SP/wycheproof that concern suite 1, valid, invalid and edge.</summary>
public sealed class WycheproofTests
{
    [Fact]
    public void Ecdsa_p384_sha384_p1363()
    {
        var count = 0;
        foreach (var (group, test) in Vectors.Wycheproof("ecdsa_secp384r1_sha384_p1363_test.json"))
        {
            using var key = SuiteOne.Instance.ImportVerifyingKey(group.GetProperty("publicKey").Hex("uncompressed"));
            var verified = key is not null && key.Verify(test.Hex("msg"), test.Hex("sig"));
            Assert.True(verified == (test.Text("result") == "valid"), Vectors.Label(test));
            count++;
        }

        Assert.True(count > 100);
    }

    [Fact]
    public void Ecdh_p384_points()
    {
        var count = 0;
        foreach (var (_, test) in Vectors.Wycheproof("ecdh_secp384r1_ecpoint_test.json"))
        {
            using var key = EcdhKemKey.Import(Scalar(test.Hex("private")));
            Assert.True(key is not null, Vectors.Label(test));
            var point = test.Hex("public");

            // Compressed points may be valid elsewhere; here a point has one form.
            var expected = test.Text("result") == "valid" && point.Length == P384.PointSize ? test.Text("shared") : null;
            var agreed = key.Agree(point);
            Assert.True(expected == (agreed is null ? null : Convert.ToHexStringLower(agreed)), Vectors.Label(test));
            count++;
        }

        Assert.True(count > 100);
    }

    [Fact]
    public void Aes_256_gcm()
    {
        var count = 0;
        foreach (var (group, test) in Vectors.Wycheproof("aes_gcm_test.json"))
        {
            if ((Size(group, "keySize"), Size(group, "ivSize"), Size(group, "tagSize")) != (256, 96, 128))
            {
                continue;
            }

            var (key, nonce, data, message) = (test.Hex("key"), test.Hex("iv"), test.Hex("aad"), test.Hex("msg"));
            byte[] sealedBytes = [.. test.Hex("ct"), .. test.Hex("tag")];
            var valid = test.Text("result") == "valid";
            Assert.True(Same(valid ? message : null, Aes256Gcm.Open(key, nonce, data, sealedBytes)), Vectors.Label(test));
            Assert.True(valid == Same(sealedBytes, Aes256Gcm.Seal(key, nonce, data, message)), Vectors.Label(test));
            count++;
        }

        Assert.True(count > 50);

        static int Size(System.Text.Json.JsonElement group, string name) => group.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Hkdf_sha384()
    {
        var count = 0;
        foreach (var (_, test) in Vectors.Wycheproof("hkdf_sha384_test.json"))
        {
            byte[] Derive() =>
                SuiteOne.Instance.DeriveKey(test.Hex("ikm"), test.Hex("salt"), test.Hex("info"), test.GetProperty("size").GetInt32());
            if (test.Text("result") == "valid")
            {
                Assert.True(Same(test.Hex("okm"), Derive()), Vectors.Label(test));
            }
            else
            {
                Assert.ThrowsAny<ArgumentException>(Derive);
            }

            count++;
        }

        Assert.True(count > 50);
    }

    private static bool Same(byte[]? expected, byte[]? actual) =>
        expected is null ? actual is null : actual is not null && expected.AsSpan().SequenceEqual(actual);

    // The vectors write scalars as signed integers: shorter or longer than 48 bytes.
    private static byte[] Scalar(byte[] integer)
    {
        var digits = integer.AsSpan().TrimStart((byte)0);
        var scalar = new byte[P384.ScalarSize];
        digits.CopyTo(scalar.AsSpan(P384.ScalarSize - digits.Length));
        return scalar;
    }
}
