using Parley.Lines.Maps;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.Tests.Maps;

/// <summary>What a volume looks like on a map.</summary>
public sealed class OutlinesTests
{
    private const string Rest = "band sfc .. fl 195\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z\n";

    [Fact]
    public void A_circle_is_a_ring_round_its_centre()
    {
        var outline = Outlines.OfText($"volume 1\ncircle 72.0000000 30.0000000 50000\n{Rest}")!;
        Assert.Equal(new MapPoint(72, 30), outline.Centre);
        var ring = Assert.Single(outline.Rings);
        Assert.All(ring.Points, p => Assert.InRange(Outlines.Metres(outline.Centre!.Value, p), 49_995, 50_005));
        Assert.True(IsLeft(ring));
    }

    [Fact]
    public void Every_shape_has_a_ring_but_those_without_an_edge()
    {
        var outline = Outlines.OfText($"volume 1\nquadrant arctic northeast\npoint 1.0000000 2.0000000\narea border\ncircle 2.0000000 3.0000000 900\n{Rest}")!;
        Assert.Equal(2, outline.NotDrawn);
        Assert.Equal([new MapPoint(1, 2)], outline.Rings[0].Points);
        Assert.Equal(new MapPoint(1, 2), outline.Centre);
        Assert.Equal(2, outline.Rings.Count);
    }

    [Fact]
    public void A_named_area_is_drawn_when_it_is_resolved()
    {
        Assert.True(VolumeText.TryParse($"volume 1\narea border\n{Rest}", out var volume, out _));
        var outline = Outlines.OfVolume(volume, a => a.Name == "border" ? Circle.Make(Position.FromDegrees(2, 3)!.Value, 900).Must() : null);
        Assert.Equal(0, outline.NotDrawn);
        Assert.Equal(new MapPoint(2, 3), outline.Centre);
        Assert.Equal((0, null), (Outlines.OfVolume(volume).Rings.Count, Outlines.OfVolume(volume).Centre));
    }

    [Theory]
    [InlineData("corridor geodesic 40000\nvertex 55.0000000 10.0000000\nvertex 60.0000000 -20.0000000\nvertex 50.0000000 -60.0000000")]
    [InlineData("polygon geodesic\nvertex 0.0000000 0.0000000\nvertex 0.0000000 10.0000000\nvertex 1.0000000 10.0000000\nvertex 1.0000000 1.0000000\n" +
        "vertex 10.0000000 1.0000000\nvertex 10.0000000 0.0000000")]
    public void A_mark_stands_on_what_bends_and_not_beside_it(string shape)
    {
        Assert.True(VolumeText.TryParse($"volume 1\n{shape}\n{Rest}", out var volume, out _));
        var figure = Volumes.Earth.Figure.Of(volume.Shapes[0])!;
        Assert.False(figure.Contains(figure.Centroid));
        var at = Outlines.OfVolume(volume).Centre!.Value;
        var place = Position.FromDegrees(at.Latitude, at.Longitude)!.Value;
        Assert.InRange(figure.DistanceTo(place), 0, 20);
        if (volume.Shapes[0] is Corridor corridor)
            Assert.InRange(figure.DistanceToEdge(place), corridor.HalfWidth * 0.75, corridor.HalfWidth);
    }

    [Fact]
    public void Many_shapes_share_the_points()
    {
        var circles = string.Concat(Enumerable.Range(0, 64).Select(i => FormattableString.Invariant($"circle {i - 32}.0000000 {i}.0000000 500000\n")));
        var outline = Outlines.OfText($"volume 1\n{circles}{Rest}")!;
        Assert.Equal(64, outline.Rings.Count);
        Assert.InRange(outline.Rings.Sum(r => r.Points.Count), 64 * 64, Bounds.MapPoints);
    }

    [Fact]
    public void What_is_no_volume_or_place_has_no_outline()
    {
        Assert.Null(Outlines.OfText("circle 72 30 50000"));
        Assert.Null(Outlines.OfPlace("72 30"));
        Assert.Equal(new MapPoint(72, 30), Outlines.OfPlace("72.0000000 30.0000000")!.Centre);
        Assert.Null(Outlines.OfDrawn(new DrawnShape(DrawnKind.Circle, DrawnEdges.Geodesic, [new MapPoint(1, 2)], 0)));
    }

    [Theory]
    [InlineData("72°30'00\"N 030°00'00\"E", 72.5, 30)]
    [InlineData("-1.5 2.0", -1.5, 2)]
    public void A_place_is_read_in_any_notation(string typed, double latitude, double longitude)
    {
        Assert.Equal(new MapPoint(latitude, longitude), Outlines.Place(typed));
        Assert.Null(Outlines.Place(typed + " x"));
    }

    // The sum of the angles by which a small ring turns to the left.
    private static bool IsLeft(MapRing ring)
    {
        var area = 0.0;
        for (var i = 0; i < ring.Points.Count; i++)
        {
            var (a, b) = (ring.Points[i], ring.Points[(i + 1) % ring.Points.Count]);
            area += (a.Longitude - 30) * (b.Latitude - 72) - (b.Longitude - 30) * (a.Latitude - 72);
        }

        return area > 0;
    }
}
