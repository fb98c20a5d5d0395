namespace Parley.EndToEnd.Tests.Processes;

/// <summary>Numbers that come again with the same seed (SplitMix64).</summary>
internal sealed class SeededChance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number of 0 (inclusive) to <paramref name="end"/> (exclusive).</summary>
    public int Next(int end)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)end);
    }
}
