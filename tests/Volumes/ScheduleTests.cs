using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void What_is_no_schedule()
    {
        Assert.Equal(ShapeFault.EndBeforeStart, Window.Make(Times.Monday, Times.Monday).Fault);
        Assert.Equal(ShapeFault.NoDays, DailyRule.Make(Times.Day(0), Times.Day(0), 0, default, default).Fault);
        Assert.Equal(ShapeFault.EndBeforeStart, DailyRule.Make(Times.Day(1), Times.Day(0), Days.All, default, default).Fault);
        var window = Times.Of(Times.Monday, 1);
        Assert.Equal(ShapeFault.TooManyWindows, Schedule.Make(window, [.. Enumerable.Repeat(window, Bounds.Windows)], alternates: [window]).Fault);
    }

    [Fact]
    public void Volumes_of_the_same_are_the_same()
    {
        Volume Made(int radius) => Volume.Make([Circle.Make(Places.At(1, 1), radius).Must()], AltitudeBand.Everything, Schedule.Make(Times.Of(Times.Monday, 1)).Must()).Must();
        Assert.Equal(Made(5), Made(5));
        Assert.NotEqual(Made(5), Made(6));
        Assert.Equal(ShapeFault.NoShape, Volume.Make([], AltitudeBand.Everything, Made(5).Schedule).Fault);
    }
}
