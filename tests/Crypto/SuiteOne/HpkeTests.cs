namespace Parley.Crypto.Tests;

/// <summary>Published HPKE vectors (RFC 9180, base mode).</summary>
public sealed class HpkeTests
{
    [Fact]
    public void Suite_1_decapsulates_schedules_and_opens_as_published()
    {
        var vectors = Vectors.Read("hpke/hpke-p384.json");
        Assert.NotEqual(0, vectors.GetArrayLength());
        foreach (var vector in vectors.EnumerateArray())
        {
            using var key = EcdhKemKey.Import(vector.Hex("skRm"));
            Assert.NotNull(key);
            Assert.Equal(vector.Hex("pkRm"), key.PublicKey);
            var shared = Hpke.Decapsulate(key, vector.Hex("enc"));
            Assert.Equal(vector.Hex("shared_secret"), shared);

            using var schedule = Hpke.Schedule.From(shared!, vector.Hex("info"));
            Assert.Equal(vector.Hex("key"), schedule.Key);
            Assert.Equal(vector.Hex("base_nonce"), schedule.BaseNonce);
            Assert.Equal(vector.Hex("exporter_secret"), schedule.ExporterSecret);

            var first = vector.GetProperty("encryptions")[0];
            byte[] sealedBytes = [.. vector.Hex("enc"), .. first.Hex("ct")];
            Assert.Equal(first.Hex("pt"), SuiteOne.Instance.Open(key, vector.Hex("info"), first.Hex("aad"), sealedBytes));
        }
    }

    [Fact]
    public void Dhkem_p384_encapsulates_as_published()
    {
        // The key schedule of this vector is of another KDF; its KEM is that of suite 1, and it names the ephemeral key.
        var vectors = Vectors.Read("hpke/hpke-pq.json").EnumerateArray().Where(v => v.GetProperty("kem_id").GetInt32() == 17).ToList();
        Assert.NotEmpty(vectors);
        foreach (var vector in vectors)
        {
            using var ephemeral = DeriveKeyPair(vector.Hex("ikmE"));
            using var key = DeriveKeyPair(vector.Hex("ikmR"));
            Assert.Equal(vector.Hex("skRm"), key.ExportPrivateKey());
            Assert.Equal(vector.Hex("enc"), ephemeral.PublicKey);
            Assert.Equal(vector.Hex("shared_secret"), Hpke.Encapsulate(ephemeral, key.PublicKey));
            Assert.Equal(vector.Hex("shared_secret"), Hpke.Decapsulate(key, vector.Hex("enc")));
        }
    }

    [Fact]
    public void Sealing_under_a_given_ephemeral_key_is_deterministic_and_opens()
    {
        using var key = EcdhKemKey.Generate();
        using var ephemeral = EcdhKemKey.Generate();
        var first = Hpke.Seal(ephemeral, key.PublicKey, [1], [2], [3]);
        Assert.Equal(first, Hpke.Seal(ephemeral, key.PublicKey, [1], [2], [3]));
        Assert.Equal(ephemeral.PublicKey, first![..P384.PointSize]);
        Assert.Equal([3], Hpke.Open(key, [1], [2], first)!);
    }

    // RFC 9180, section 7.1.3; the bit mask of P-384 is 0xff.
    private static EcdhKemKey DeriveKeyPair(byte[] material)
    {
        var extracted = Hpke.LabeledExtract(Hpke.KemSuite, [], "dkp_prk"u8, material);
        for (byte counter = 0; counter < byte.MaxValue; counter++)
        {
            var candidate = Hpke.LabeledExpand(Hpke.KemSuite, extracted, "candidate"u8, [counter], P384.ScalarSize);
            if (EcdhKemKey.Import(candidate) is { } key)
            {
                return key;
            }
        }

        throw new InvalidOperationException("no candidate was a scalar");
    }
}
