using System.Buffers.Binary;

namespace Parley.Testing.Suites;

/// <summary>Bytes that depend on a seed alone: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). For
/// simulations, never for keys that guard anything. May be used from several threads, which then share one stream.</summary>
public sealed class SeededBytes(ulong seed)
{
    private const ulong Step = 0x9e3779b97f4a7c15;

    private readonly Lock gate = new();
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        lock (gate)
            return Advance();
    }

    /// <summary>Fills the destination; what a word has left over is thrown away.</summary>
    public void Fill(Span<byte> destination)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        lock (gate)
        {
            for (; destination.Length > 0; destination = destination[Math.Min(sizeof(ulong), destination.Length)..])
            {
                BinaryPrimitives.WriteUInt64BigEndian(word, Advance());
                word[..Math.Min(sizeof(ulong), destination.Length)].CopyTo(destination);
            }
        }
    }

    private ulong Advance()
    {
        state += Step;
        var z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
