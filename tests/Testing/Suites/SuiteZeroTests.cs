using Parley.Crypto;
using Parley.Crypto.Tests;
using Parley.Testing.Suites;

namespace Parley.Testing.Tests.Suites;

public sealed class SuiteZeroTests : SuiteContract
{
    protected override Suite CreateSuite() => new SuiteZero(7);

    [Fact]
    public void One_seed_gives_the_same_bytes_and_another_gives_others()
    {
        Assert.Equal(Trace(new SuiteZero(1)), Trace(new SuiteZero(1)));
        Assert.NotEqual(Trace(new SuiteZero(1)), Trace(new SuiteZero(2)));
    }

    [Fact]
    public void Its_number_is_0() => Assert.Equal(new SuiteId(0), new SuiteZero(1).Id);

    // The published outputs of SplitMix64 for this seed.
    [Fact]
    public void The_generator_is_SplitMix64()
    {
        var bytes = new SeededBytes(1234567);
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423], new[] { bytes.Next(), bytes.Next(), bytes.Next() });
    }

    [Fact]
    public void Long_texts_survive_sealing()
    {
        var suite = new SuiteZero(3);
        using var kem = suite.GenerateKemKey();
        var text = new byte[100_000];
        suite.FillRandom(text);
        Assert.Equal(text, suite.Open(kem, [], [], suite.Seal(kem.PublicKey, [], [], text)!));
    }

    private static byte[] Trace(SuiteZero suite)
    {
        using var signing = suite.GenerateSigningKey();
        using var kem = suite.GenerateKemKey();
        var random = new byte[13];
        suite.FillRandom(random);
        return [.. signing.Sign(random), .. suite.Seal(kem.PublicKey, [1], [2], random)!, .. random];
    }
}
