using Parley.Ledger;
using Parley.Station.Throttles;

namespace Parley.Station.Tests.Throttles;

public sealed class TokenBucketTests
{
    private static Timestamp At(long milliseconds) => new(1_000_000 + milliseconds);

    [Fact]
    public void It_gives_its_burst_and_then_as_much_as_it_fills_by()
    {
        var bucket = new TokenBucket(200, 1000);
        var taken = 0;
        for (var now = 0; now < 10_000; now++)
        {
            while (bucket.HasRoom(At(now)))
            {
                bucket.Take(1, At(now));
                taken++;
            }
        }

        Assert.InRange(taken, 1000 + (200 * 10) - 2, 1000 + (200 * 10) + 2);
    }

    [Fact]
    public void What_is_taken_at_once_is_paid_before_more_is_taken()
    {
        var bucket = new TokenBucket(200, 100);
        bucket.Take(300, At(0));

        Assert.Equal(At(1001), bucket.ReadyAt(At(0)));
        Assert.False(bucket.HasRoom(At(1000)));
        Assert.True(bucket.HasRoom(At(1001)));
    }

    [Fact]
    public void It_never_holds_more_than_its_burst()
    {
        var bucket = new TokenBucket(200, 100);
        bucket.Take(1, At(0));
        bucket.Take(100, At(86_400_000));

        Assert.False(bucket.HasRoom(At(86_400_000)));
    }

    [Fact]
    public void A_clock_that_goes_back_fills_nothing_and_holds_nothing_up()
    {
        var bucket = new TokenBucket(200, 100);
        bucket.Take(200, At(10_000_000));

        Assert.False(bucket.HasRoom(At(0)));
        Assert.False(bucket.HasRoom(At(500)));
        Assert.True(bucket.HasRoom(At(501)));
        Assert.Equal(At(600), bucket.ReadyAt(At(600)));
    }
}
