using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Lines.Maps;
using static Parley.Console.Tests.Maps.SomeItems;

namespace Parley.Console.Tests.Maps;

/// <summary>The words of maps.</summary>
public sealed class MapWordsTests
{
    private static readonly Languages All = Languages.Read(null);

    [Theory]
    [InlineData(69.3, 16, "69.3000° N 16.0000° E")]
    [InlineData(-0.5, -179.99999, "0.5000° S 180.0000° W")]
    public void A_place_names_its_halves_of_the_earth(double latitude, double longitude, string words) => Assert.Equal(words, MapWords.Place(new MapPoint(latitude, longitude)));

    [Fact]
    public void An_extent_is_rounded_up()
    {
        Assert.Equal(50, MapWords.Extent(Circle("a")));
        Assert.Null(MapWords.Extent(Circle("a") with { Centre = null }));
        Assert.Null(MapWords.Extent(Circle("a") with { Rings = [] }));
        Assert.Null(MapWords.Extent(Circle("a") with { Rings = [new MapRing([new MapPoint(70, 20)])] }));
        Assert.Equal(1.2, MapWords.Extent(Circle("a") with { Rings = [new MapRing([new MapPoint(70.0101, 20), new MapPoint(70, 20)])] }));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ar")]
    public void Every_side_state_kind_edge_and_fault_has_its_words(string tag)
    {
        var say = All.Find(tag)!;
        var keys = Enum.GetNames<MapSide>().Select(n => "map.side." + n)
            .Concat(Enum.GetNames<MapState>().Select(n => "map.state." + n))
            .Concat(Enum.GetNames<DrawnKind>().Select(n => "draw.kind." + n))
            .Concat(Enum.GetNames<DrawnEdges>().Select(n => "draw.edges." + n))
            .Concat(Enum.GetNames<DrawnFault>().Where(n => n != nameof(DrawnFault.None)).Select(n => "draw.fault." + n))
            .Concat(["draw.metres.circle", "draw.metres.corridor"]);
        Assert.DoesNotContain(keys, k => !say.Texts.ContainsKey(k.ToLowerInvariant()));
        Assert.DoesNotContain(MapWords.ForBrowser(say), w => w.Value.StartsWith("map.", StringComparison.Ordinal));
    }
}
