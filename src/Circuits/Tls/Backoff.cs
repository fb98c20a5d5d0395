namespace Parley.Circuits.Tls;

/// <summary>How long to wait before dialing again: nothing after the first cut, then 100 ms doubling to 30 s, each between half and the
/// whole of it by chance. A circuit that lived 10 s ends the count. Not thread-safe.</summary>
public sealed class Backoff
{
    private const int MostDoublings = 9;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lived = TimeSpan.FromSeconds(10);
    private int _failures;
    private bool _cutSpent;

    /// <summary>The wait after a try that opened no circuit.</summary>
    public TimeSpan Failed(double chance)
    {
        var whole = First * (1 << Math.Min(_failures, MostDoublings));
        _failures = Math.Min(_failures + 1, MostDoublings);
        return (whole < Most ? whole : Most) * (0.5 + (chance / 2));
    }

    /// <summary>The wait after a circuit that was open for <paramref name="life"/>.</summary>
    public TimeSpan Ended(TimeSpan life, double chance)
    {
        if (life >= Lived)
            (_failures, _cutSpent) = (0, false);
        if (_cutSpent)
            return Failed(chance);
        _cutSpent = true;
        return TimeSpan.Zero;
    }
}
