using Parley.Testing.Suites;

namespace Parley.Testing.Simulation;

/// <summary>The only chance in a simulation: the same seed throws the same numbers.</summary>
internal sealed class Dice(ulong seed)
{
    private readonly SeededBytes source = new(seed);

    public ulong Next() => source.Next();

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(source.Next() % (ulong)count);

    /// <summary>Both ends included.</summary>
    public long Between(long low, long high) => low + (long)(source.Next() % (ulong)(high - low + 1));

    public bool Chance(double probability) => (source.Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of them, or nothing when there are none.</summary>
    public T? PickAny<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : Pick(from);
}
