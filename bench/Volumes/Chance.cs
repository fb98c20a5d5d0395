namespace Parley.Bench.Volumes;

/// <summary>Numbers by chance that are the same in every run (SplitMix64; Steele, Lea and Flood, 2014).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below 1.</summary>
    public double Share()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var word = state;
        word = (word ^ (word >> 30)) * 0xBF58_476D_1CE4_E5B9;
        word = (word ^ (word >> 27)) * 0x94D0_49BB_1331_11EB;
        return ((word ^ (word >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double least, double most) => least + (most - least) * Share();
}
