using Parley.Ledger;
using Parley.Station.State;

namespace Parley.Station.Tests.State;

public sealed class PeerClockTests
{
    private static readonly Timestamp Noon = new(1_795_348_800_000);

    [Fact]
    public void The_quickest_beacon_is_the_nearest_to_the_truth()
    {
        var clock = new PeerClock();
        Assert.Null(clock.Ahead);
        // Theirs is 5 s ahead; beacons take 2 s, 0.1 s and 9 s.
        foreach (var (at, took) in new[] { (0, 2.0), (10, 0.1), (20, 9.0) })
            clock.Learn(Noon + TimeSpan.FromSeconds(at + 5 - took), Noon + TimeSpan.FromSeconds(at), TimeSpan.FromSeconds(0.2));
        Assert.Equal(5, clock.Ahead!.Value.TotalSeconds, 3);
    }

    [Fact]
    public void A_clock_that_was_set_is_seen_in_twenty_minutes_at_the_latest_and_one_of_ours_at_once()
    {
        var clock = new PeerClock();
        clock.Learn(Noon + TimeSpan.FromSeconds(60), Noon, null);
        for (var minute = 1; minute <= 25; minute++)
            clock.Learn(Noon + TimeSpan.FromMinutes(minute), Noon + TimeSpan.FromMinutes(minute), null);
        Assert.Equal(TimeSpan.Zero, clock.Ahead);
        clock.Learn(Noon - TimeSpan.FromSeconds(30), Noon - TimeSpan.FromSeconds(60), null);
        Assert.Equal(TimeSpan.FromSeconds(30), clock.Ahead);
        clock.Forget();
        Assert.Null(clock.Ahead);
    }
}
