using Parley.Ledger;
using Parley.Station.Entrance;

namespace Parley.Station.Tests.Entrance;

public sealed class RefusedSignInsTests
{
    [Fact]
    public void Some_are_written_at_once_then_one_a_minute_with_the_number_of_the_others()
    {
        var refused = new RefusedSignIns();
        var now = new Timestamp(1_000_000_000);
        for (var i = 0; i < Bounds.SignInRefusals; i++)
            Assert.Equal(0, refused.Next("", now));
        for (var i = 0; i < 1000; i++)
            Assert.Null(refused.Next("", now));
        Assert.Equal(0, refused.Next("ann", now));

        now += TimeSpan.FromMinutes(1);
        Assert.Equal(1000, refused.Next("", now));
        Assert.Null(refused.Next("", now));
        now += TimeSpan.FromDays(1);
        Assert.Equal(1, refused.Next("", now));
        for (var i = 1; i < Bounds.SignInRefusals; i++)
            Assert.Equal(0, refused.Next("", now));
        Assert.Null(refused.Next("", now));
    }
}
