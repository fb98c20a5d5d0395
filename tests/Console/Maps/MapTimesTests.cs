using Parley.Console.Maps;
using static Parley.Console.Tests.Maps.SomeItems;

namespace Parley.Console.Tests.Maps;

/// <summary>The times that a map can be set to.</summary>
public sealed class MapTimesTests
{
    [Fact]
    public void A_quarter_of_an_hour_is_a_step_from_the_first_beginning_to_the_last_end()
    {
        var times = MapTimes.Of([Circle("a", 0.1, 2), Circle("b", 1, 3.1)])!;
        Assert.Equal(new MapTimes(Noon, TimeSpan.FromMinutes(15), 13), times);
        Assert.Equal(Noon.AddMinutes(30), times.At(2));
        Assert.Equal(Noon.AddMinutes(13 * 15), times.At(99));
    }

    [Fact]
    public void Over_a_long_time_steps_are_longer()
    {
        var times = MapTimes.Of([Circle("a", 0, 24 * 366 * 3)])!;
        Assert.Equal(TimeSpan.FromMinutes(45), times.Step);
        Assert.Equal(Bounds.MapTimes, times.Last);
    }

    [Fact]
    public void Without_times_there_is_nothing_to_choose()
    {
        Assert.Null(MapTimes.Of([]));
        Assert.Null(MapTimes.Of([Circle("a", null, null)]));
        Assert.Null(MapTimes.Of([Circle("a", 0, 0)]));
    }

    [Theory]
    [InlineData(0.0, 2.0, 0.0, true)]
    [InlineData(0.0, 2.0, 2.0, false)]
    [InlineData(0.0, 2.0, -1.0, false)]
    [InlineData(null, 2.0, -1.0, true)]
    [InlineData(0.0, null, 99.0, true)]
    [InlineData(null, null, 1.0, true)]
    [InlineData(1.0, 1.0, 1.0, true)]
    [InlineData(1.0, 1.0, 1.25, false)]
    public void An_end_is_no_part_and_what_is_not_known_hides_nothing(double? from, double? until, double at, bool isOn) =>
        Assert.Equal(isOn, MapTimes.IsOn(Circle("a", from, until), Noon.AddHours(at)));

    [Fact]
    public void Changes_are_found_before_and_after()
    {
        IReadOnlyList<MapItem> items = [Circle("a", 0, 2), Circle("b", 1, 3)];
        var times = MapTimes.Of(items)!;
        Assert.Equal(0, times.Change(items, null, isForward: true));
        Assert.Equal(4, times.Change(items, 0, isForward: true));
        Assert.Equal(8, times.Change(items, 5, isForward: true));
        Assert.Null(times.Change(items, 12, isForward: true));
        Assert.Equal(4, times.Change(items, 5, isForward: false));
        Assert.Null(times.Change(items, 0, isForward: false));
        Assert.Equal(12, times.Change(items, null, isForward: false));
    }
}
