namespace Parley.Crypto.Tests;

public sealed class PinHashTests
{
    private const int Few = Bounds.PinLeastIterations;

    // Computed by another program from the definition: PBKDF2-HMAC-SHA384 of "blue heron" under 16 bytes of 'Z' in 1,000 rounds.
    private const string Known = "000003e85a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a03e84bfe8d627950af02d478d9a479130517164eefd160c68bb079aede9543e9";

    [Fact]
    public void A_hash_is_of_one_pin_alone()
    {
        var hash = PinHash.Of("blue heron", SuiteOne.Instance, Few);
        Assert.True(hash.Fits("blue heron"));
        Assert.False(hash.Fits("blue herons"));
        Assert.False(hash.Fits("Blue heron"));
        Assert.False(hash.Fits(""));
    }

    [Fact]
    public void What_another_program_made_from_the_definition_fits() => Assert.True(PinHash.Import(Convert.FromHexString(Known))!.Fits("blue heron"));

    [Fact]
    public void The_same_pin_never_looks_the_same_and_is_stretched_600000_times()
    {
        var (one, two) = (PinHash.Of("123456", SuiteOne.Instance, Few).Export(), PinHash.Of("123456", SuiteOne.Instance, Few).Export());
        Assert.NotEqual(one, two);
        Assert.Equal(600_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(PinHash.Of("123456", SuiteOne.Instance).Export()));
    }

    [Fact]
    public void What_was_exported_comes_back()
    {
        var bytes = PinHash.Of("123456", SuiteOne.Instance, Few).Export();
        Assert.Equal(PinHash.Size, bytes.Length);
        var back = PinHash.Import(bytes)!;
        Assert.True(back.Fits("123456"));
        Assert.Equal(bytes, back.Export());
    }

    [Fact]
    public void What_is_no_hash_is_refused()
    {
        var bytes = PinHash.Of("123456", SuiteOne.Instance, Few).Export();
        Assert.Null(PinHash.Import(bytes.AsSpan(1)));
        Assert.Null(PinHash.Import([.. bytes, 0]));
        Assert.Null(PinHash.Import([]));
        Assert.Null(PinHash.Import([0, 0, 0, 1, .. bytes[4..]]));
        Assert.Null(PinHash.Import([0x7F, 0xFF, 0xFF, 0xFF, .. bytes[4..]]));
        Assert.Null(PinHash.Import([0xFF, 0xFF, 0xFF, 0xFF, .. bytes[4..]]));
    }

    [Fact]
    public void Wrong_use_is_a_fault()
    {
        Assert.Throws<ArgumentException>(() => PinHash.Of("", SuiteOne.Instance, Few));
        Assert.Throws<ArgumentOutOfRangeException>(() => PinHash.Of("123456", SuiteOne.Instance, Few - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PinHash.Of("123456", SuiteOne.Instance, Bounds.PinMostIterations + 1));
    }
}
