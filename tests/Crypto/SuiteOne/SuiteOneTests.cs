namespace Parley.Crypto.Tests;

public sealed class SuiteOneTests : SuiteContract
{
    // The order of the group, the least scalar that is refused (NIST SP 800-186, section 3.2.1.4).
    private const string Order =
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973";

    protected override Suite CreateSuite() => SuiteOne.Instance;

    [Fact]
    public void Sizes_are_those_of_the_standards()
    {
        Assert.Equal(
            (1, 96, 97, 97, 97),
            (SuiteOne.Instance.Id.Number, SuiteOne.Instance.SignatureSize, SuiteOne.Instance.VerifyingKeySize,
                SuiteOne.Instance.KemPublicKeySize, SuiteOne.Instance.EncapsulationSize));
    }

    [Fact]
    public void Scalars_outside_1_to_order_minus_1_are_null()
    {
        var order = Convert.FromHexString(Order);
        byte[] most = [.. order];
        most[^1]--;
        byte[] one = new byte[48];
        one[^1] = 1;
        Assert.Null(SuiteOne.Instance.ImportSigningKey(new byte[48]));
        Assert.Null(SuiteOne.Instance.ImportSigningKey(order));
        Assert.Null(SuiteOne.Instance.ImportKemKey(new byte[48]));
        Assert.Null(SuiteOne.Instance.ImportKemKey(order));
        foreach (var scalar in (byte[][])[most, one])
        {
            using var signing = SuiteOne.Instance.ImportSigningKey(scalar);
            using var kem = SuiteOne.Instance.ImportKemKey(scalar);
            Assert.Equal(scalar, signing!.ExportPrivateKey());
            Assert.Equal(scalar, kem!.ExportPrivateKey());
        }
    }

    [Fact]
    public void Points_off_the_curve_or_in_other_forms_are_null()
    {
        using var key = SuiteOne.Instance.GenerateSigningKey();
        var point = key.PublicKey;
        Assert.All(Enumerable.Range(0, point.Length), i =>
        {
            byte[] off = [.. point];
            off[i] ^= 1;
            Assert.Null(SuiteOne.Instance.ImportVerifyingKey(off));
            Assert.Null(SuiteOne.Instance.Seal(off, [], [], []));
        });
        Assert.Null(SuiteOne.Instance.ImportVerifyingKey([0]));
        Assert.Null(SuiteOne.Instance.ImportVerifyingKey(new byte[97]));
        Assert.Null(SuiteOne.Instance.ImportVerifyingKey([4, .. new byte[96]]));
        Assert.Null(SuiteOne.Instance.ImportVerifyingKey([(byte)(2 + (point[^1] & 1)), .. point[1..49]]));
    }

    [Fact]
    public void A_key_of_another_suite_is_a_fault()
    {
        using var foreign = new ForeignKey();
        Assert.Throws<ArgumentException>(() => SuiteOne.Instance.Open(foreign, [], [], new byte[200]));
    }

    private sealed class ForeignKey : KemKey
    {
        public override byte[] PublicKey => [];

        public override byte[] ExportPrivateKey() => [];

        public override void Dispose()
        {
        }
    }
}
