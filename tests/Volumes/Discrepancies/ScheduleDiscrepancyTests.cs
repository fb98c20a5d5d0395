using Parley.Volumes.Discrepancies;
using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests.Discrepancies;

public sealed class ScheduleDiscrepancyTests
{
    private static readonly Window Week = Times.Of(Times.Monday, 7 * 24);

    [Fact]
    public void The_same_times_said_in_another_way_are_the_same()
    {
        var windows = Enumerable.Range(0, 3).Select(i => Times.Of(Times.Monday.AddDays(i).AddHours(10), 2)).ToArray();
        var rule = DailyRule.Make(Times.Day(0), Times.Day(2), Days.All, new TimeOnly(10, 0), new TimeOnly(12, 0)).Must();
        var apart = ScheduleDiscrepancy.Between(Schedule.Make(Week, windows).Must(), Schedule.Make(Week, daily: [rule]).Must());
        Assert.True(apart.Same);
        Assert.False(apart.Beyond(TimeSpan.Zero));
    }

    [Fact]
    public void Begin_end_and_what_one_alone_has_are_told()
    {
        var one = Schedule.Make(Week, [Times.Of(Times.Monday.AddHours(10), 4)]).Must();
        var other = Schedule.Make(Week, [Times.Of(Times.Monday.AddHours(11), 5)]).Must();
        var apart = ScheduleDiscrepancy.Between(one, other);
        Assert.Equal(new ScheduleDiscrepancy(TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(1), TimeSpan.FromHours(2), null), apart);
        Assert.True(apart.Beyond(TimeSpan.FromMinutes(90)));
        Assert.False(apart.Beyond(TimeSpan.FromHours(2)));
    }

    [Fact]
    public void What_never_is_has_no_begin()
    {
        var never = Schedule.Make(Week, [Times.Of(Times.Monday.AddDays(30), 1)]).Must();
        var apart = ScheduleDiscrepancy.Between(never, Schedule.Make(Week).Must());
        Assert.Null(apart.Begin);
        Assert.Equal(TimeSpan.FromDays(7), apart.OnlySecond);
        Assert.True(apart.Beyond(TimeSpan.FromDays(1)));
    }

    [Fact]
    public void What_could_not_be_compared_throughout_is_a_doubt()
    {
        var ages = Times.Of(Times.Monday, 24 * 365 * 30);
        var rule = DailyRule.Make(Times.Day(0), Times.Day(365 * 30), Days.All, new TimeOnly(10, 0), new TimeOnly(12, 0)).Must();
        var earlier = DailyRule.Make(Times.Day(-9), Times.Day(365 * 30), Days.All, new TimeOnly(10, 0), new TimeOnly(12, 0)).Must();
        var apart = ScheduleDiscrepancy.Between(Schedule.Make(ages, daily: [rule]).Must(), Schedule.Make(ages, daily: [earlier]).Must());
        Assert.Equal(TimeSpan.Zero, apart.OnlyFirst);
        Assert.False(apart.Same);
        Assert.NotNull(apart.Through);
    }
}
