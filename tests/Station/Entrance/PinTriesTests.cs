using Parley.Ledger;
using Parley.Station.Entrance;

namespace Parley.Station.Tests.Entrance;

public sealed class PinTriesTests
{
    private readonly PinTries tries = new();
    private Timestamp now = new(1_000_000_000);

    [Fact]
    public void After_five_in_a_row_the_wait_doubles_from_half_a_minute_to_a_quarter_of_an_hour()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(tries.Begin("ann", now));
        foreach (var seconds in (int[])[30, 60, 120, 240, 480, 900, 900, 900])
        {
            Assert.Equal(now + TimeSpan.FromSeconds(seconds), tries.Begin("ann", now));
            now += TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1);
            Assert.NotNull(tries.Begin("ann", now));
            now += TimeSpan.FromMilliseconds(1);
            Assert.Null(tries.Begin("ann", now));
        }
    }

    [Fact]
    public void A_right_one_begins_the_count_anew()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 5; i++)
                Assert.Null(tries.Begin("ann", now));
            tries.Reset("ann");
        }

        Assert.Null(tries.Begin("ann", now));
    }

    [Fact]
    public void Each_officer_is_counted_alone()
    {
        for (var i = 0; i < 5; i++)
            tries.Begin("ann", now);
        Assert.NotNull(tries.Begin("ann", now));
        Assert.Null(tries.Begin("bob", now));
    }

    [Fact]
    public void A_clock_that_is_set_back_locks_nobody_out_for_longer()
    {
        for (var i = 0; i < 5; i++)
            tries.Begin("ann", now);
        Assert.Null(tries.Begin("bob", now));
        now -= TimeSpan.FromDays(1);
        Assert.Null(tries.Begin("ann", now));
        now += TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1);
        Assert.Null(tries.Begin("bob", now));
    }

    [Fact]
    public void Many_tries_at_once_are_no_more_than_many_in_a_row()
    {
        var begun = 0;
        Parallel.For(0, 100, _ =>
        {
            if (tries.Begin("ann", now) is null)
                Interlocked.Increment(ref begun);
        });
        Assert.Equal(Bounds.PinTries, begun);
    }
}
