using System.Globalization;

namespace Parley.Testing.Simulation;

/// <summary>What happened, as one number (FNV-1a, 64 bits): two runs of one seed must come to the same. With a listener, as lines of text too.</summary>
internal sealed class Trace(Action<string>? listener)
{
    private const ulong Prime = 0x100000001b3;

    public ulong Hash { get; private set; } = 0xcbf29ce484222325;

    public long Count { get; private set; }

    public void Add(long at, string what, string who, ReadOnlySpan<byte> bytes = default)
    {
        Count++;
        Mix((ulong)at);
        foreach (var c in what)
            Mix(c);
        foreach (var c in who)
            Mix(c);
        ulong content = 0xcbf29ce484222325;
        foreach (var b in bytes)
            content = (content ^ b) * Prime;
        Mix(content);
        listener?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{at / 1000.0:F3} {who} {what} {(bytes.Length > 0 ? $"{bytes.Length}#{content:x}" : "")}"));
    }

    private void Mix(ulong value) => Hash = (Hash ^ value) * Prime;
}
