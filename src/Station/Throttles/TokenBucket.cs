using Parley.Ledger;

namespace Parley.Station.Throttles;

/// <summary>How much may be taken now: a bucket that fills with time up to its burst. What is taken may be more than there is, for entries come in batches under one
/// signature; then nothing is taken until the debt is paid. Time is passed in: a clock that goes back fills nothing and takes nothing away.</summary>
/// <param name="perSecond">What it fills by, a second.</param>
/// <param name="burst">What it holds at most, and at first.</param>
internal sealed class TokenBucket(double perSecond, double burst)
{
    private double taken;
    private Timestamp? at;

    public bool HasRoom(Timestamp now)
    {
        Fill(now);
        return taken < burst;
    }

    public void Take(double amount, Timestamp now)
    {
        Fill(now);
        taken += amount;
    }

    /// <summary>The first millisecond at which there is room; not before <paramref name="now"/>.</summary>
    public Timestamp ReadyAt(Timestamp now)
    {
        Fill(now);
        return taken < burst ? now : now + TimeSpan.FromMilliseconds(Math.Floor((taken - burst) / perSecond * 1000) + 1);
    }

    private void Fill(Timestamp now)
    {
        if (at is { } before && now > before)
            taken = Math.Max(0, taken - ((now - before).TotalSeconds * perSecond));
        at = now;
    }
}
