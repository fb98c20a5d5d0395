namespace Parley.Lines.Tests.Contacts;

/// <summary>The same throws for the same seed: a linear congruential generator (Knuth, MMIX).</summary>
internal sealed class Dice(uint seed)
{
    private ulong state = seed;

    /// <summary>0 to one less than <paramref name="sides"/>.</summary>
    public int Next(int sides)
    {
        state = unchecked((state * 6364136223846793005) + 1442695040888963407);
        return (int)((state >> 33) % (ulong)sides);
    }
}
