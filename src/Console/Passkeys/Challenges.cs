namespace Parley.Console.Passkeys;

/// <summary>What was asked of browsers and is not answered yet. Each is answered once, and for what it was asked. Safe for use from several threads.</summary>
internal sealed class Challenges(ConsoleOptions options, TimeProvider time)
{
    private const int KeyBytes = 16;
    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Keeps the state of a ceremony.</summary>
    /// <param name="purpose">What it is for; the answer must say the same.</param>
    /// <returns>The key under which the answer comes.</returns>
    public string Keep(string purpose, string state)
    {
        var key = options.NewName(KeyBytes);
        var now = time.GetUtcNow();
        lock (gate)
        {
            foreach (var old in kept.Where(k => now - k.Value.At > Bounds.Challenge).Select(k => k.Key).ToList())
                kept.Remove(old);
            if (kept.Count >= Bounds.Challenges)
                kept.Remove(kept.MinBy(k => k.Value.At).Key);
            kept[key] = new Kept(purpose, state, now);
        }

        return key;
    }

    /// <summary>The state, once; null when there is none for that purpose, or none any more.</summary>
    public string? Take(string purpose, string key)
    {
        lock (gate)
            return kept.Remove(key, out var found) && found.Purpose == purpose && time.GetUtcNow() - found.At <= Bounds.Challenge ? found.State : null;
    }

    private sealed record Kept(string Purpose, string State, DateTimeOffset At);
}
