using Parley.Ledger;
using Parley.Lines.Alarms;

namespace Parley.Lines.Tests.Alarms;

public sealed class AlarmScheduleTests
{
    private static readonly Timestamp Since = new(1_800_000_000_000);

    [Fact]
    public void It_rings_at_0_1_2_5_and_every_5_minutes_and_climbs()
    {
        var (rung, last) = (0, default(Timestamp));
        var rings = new List<(double, AlarmLevel)>();
        for (var now = Since; now <= Since + TimeSpan.FromMinutes(21); now += TimeSpan.FromSeconds(1))
        {
            if (AlarmSchedule.Due(Since, rung, last, now) > now)
                continue;
            rings.Add(((now - Since).TotalMinutes, AlarmSchedule.LevelOf(rung)));
            (rung, last) = (AlarmSchedule.RungAt(Since, rung, now), now);
        }

        Assert.Equal(
            [
                (0, AlarmLevel.Watch), (1, AlarmLevel.Deputy), (2, AlarmLevel.Supervisor), (5, AlarmLevel.Supervisor), (10, AlarmLevel.Supervisor),
                (15, AlarmLevel.Supervisor), (20, AlarmLevel.Supervisor),
            ],
            rings);
    }

    [Theory]
    [InlineData(1, 1.5, 2)]
    [InlineData(1, 2.5, 3)]
    [InlineData(1, 7, 4)]
    [InlineData(4, 10, 5)]
    [InlineData(1, 60 * 24 * 365, 105_123)]
    public void Rings_that_were_missed_are_counted_and_not_made_up_for(int rung, double minutes, int expected)
    {
        var now = Since + TimeSpan.FromMinutes(minutes);
        Assert.Equal(expected, AlarmSchedule.RungAt(Since, rung, now));
        Assert.True(AlarmSchedule.Due(Since, expected, now, now) > now);
        Assert.True(AlarmSchedule.Due(Since, expected, now, now) <= now + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_clock_that_was_set_back_silences_nothing()
    {
        var last = Since + TimeSpan.FromMinutes(2);
        var now = Since - TimeSpan.FromDays(1);
        Assert.True(AlarmSchedule.Due(Since, 3, last, now) <= now);
        var rung = AlarmSchedule.RungAt(Since, 3, now);
        Assert.Equal(4, rung);
        Assert.Equal(now + TimeSpan.FromMinutes(5), AlarmSchedule.Due(Since, rung, now, now));
    }
}
