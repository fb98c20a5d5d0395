using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Lines.Maps;
using static Parley.Console.Tests.Maps.SomeItems;

namespace Parley.Console.Tests.Maps;

/// <summary>What a browser is told of a map.</summary>
public sealed class MapWireTests
{
    private static readonly Language English = Languages.Read(null).English;

    [Fact]
    public void Only_what_is_other_than_before_is_told()
    {
        var wire = new MapWire();
        Assert.Equal(["a", "b"], wire.Change([Circle("a"), Circle("b")], English).Set.Select(i => i.Key));
        var (set, gone) = wire.Change([Circle("a"), Circle("b")], English);
        Assert.Empty(set);
        Assert.Empty(gone);
        (set, gone) = wire.Change([Circle("b") with { State = MapState.Active }, Circle("c")], English);
        Assert.Equal(["b", "c"], set.Select(i => i.Key));
        Assert.Equal(["a"], gone);
        var moved = Circle("b") with { State = MapState.Active, Rings = [new MapRing([new MapPoint(1, 2)])] };
        Assert.Equal(["b"], wire.Change([moved, Circle("c")], English).Set.Select(i => i.Key));
    }

    [Fact]
    public void Of_too_many_the_first_are_drawn()
    {
        var (set, _) = new MapWire().Change([.. Enumerable.Range(0, Bounds.MapItems + 5).Select(i => Circle($"i{i}") with { Rings = [] })], English);
        Assert.Equal(Bounds.MapItems, set.Count);
        Assert.Equal("i0", set[0].Key);
    }

    [Fact]
    public void Longitude_goes_first_and_times_are_milliseconds()
    {
        var told = MapWire.Of(Circle("a") with { State = MapState.Cancelled, Party = "boreal" }, English);
        Assert.Equal([20, 70], told.Centre!);
        Assert.Equal("theirs", told.Side);
        Assert.Equal("cancelled", told.State);
        Assert.Equal("cancelled: ", told.Mark);
        Assert.Equal(Noon.ToUnixTimeMilliseconds(), told.From);
        Assert.Equal("Circle a · boreal · theirs · exercise · cancelled · 2027-02-01 12:00Z – 2027-02-01 14:00Z", told.Title);
        var ring = Assert.Single(told.Rings);
        Assert.Equal(0, ring.Length % 2);
        Assert.InRange(ring[1], 69.5, 70.5);
    }
}
