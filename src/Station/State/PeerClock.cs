using Parley.Ledger;

namespace Parley.Station.State;

/// <summary>How far a peer's clock is ahead of ours, from the times in its beacons. A beacon on its way looks like a clock that is behind, and never like one that is
/// ahead, so the greatest difference of late is the nearest to the truth; half the quickest round trip is added for the way. Not saved, and begun anew when our own
/// clock is set.</summary>
internal sealed class PeerClock
{
    private TimeSpan? now;
    private TimeSpan? before;
    private TimeSpan? quickest;
    private Timestamp since;

    /// <summary>Positive when theirs is ahead; null before the first beacon.</summary>
    public TimeSpan? Ahead => Greater(now, before) is { } ahead ? ahead + ((quickest ?? TimeSpan.Zero) / 2) : null;

    /// <summary>A beacon that says <paramref name="theirs"/> was taken in at <paramref name="ours"/>.</summary>
    public void Learn(Timestamp theirs, Timestamp ours, TimeSpan? roundTrip)
    {
        if (now is null || ours < since)
            (now, before, since) = (null, null, ours);
        else if ((ours - since).TotalMilliseconds > Bounds.ClockWindowMilliseconds)
            (now, before, since) = (null, now, ours);
        now = Greater(now, theirs - ours);
        if (roundTrip is { } took && !(quickest <= took))
            quickest = took;
    }

    public void Forget() => (now, before, quickest) = (null, null, null);

    private static TimeSpan? Greater(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other ?? one : one;
}
