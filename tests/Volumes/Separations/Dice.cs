namespace Parley.Volumes.Tests.Separations;

/// <summary>Chance from a seed (splitmix64), so that a failure can be played again.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>0 up to a number, without it.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Evenly between two numbers.</summary>
    public double Between(double least, double most) => least + (most - least) * (Next() >> 11) / (1UL << 53);

    /// <summary>Between two numbers above 0, each power of ten as likely as the next.</summary>
    public double Scale(double least, double most) => Math.Exp(Between(Math.Log(least), Math.Log(most)));

    public T One<T>(params ReadOnlySpan<T> of) => of[Below(of.Length)];
}
