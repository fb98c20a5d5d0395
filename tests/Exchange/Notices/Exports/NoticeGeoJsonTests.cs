using System.Text.Json;
using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Tests.Samples;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Exchange.Tests.Notices.Exports;

public sealed class NoticeGeoJsonTests
{
    private const string Straight = "polygon straight\nvertex 10.0000000 20.0000000\nvertex 10.0000000 21.0000000\nvertex 11.0000000 21.0000000";

    [Fact]
    public void A_straight_polygon_comes_back_as_it_was_with_its_times()
    {
        var import = GeoJsonFile.Read(NoticeGeoJson.Write(ExportSample.Of(Straight)), ExportSample.Assumed);
        Assert.Empty(import.Problems);
        var back = import.Notices[1];
        var polygon = Assert.IsType<Polygon>(Assert.Single(back.Volumes[0].Shapes));
        Assert.Equal(["10.0000000 20.0000000", "10.0000000 21.0000000", "11.0000000 21.0000000"], polygon.Vertices.Select(v => v.ToString()));
        Assert.Equal("2027-02-01T10:00:00", back.Validity!.From.ToString("s"));
        Assert.Equal("Rocket: The splash", back.Subject);
        Assert.IsType<PointShape>(Assert.Single(import.Notices[0].Volumes[0].Shapes));
    }

    [Theory]
    [InlineData("circle 69.3000000 16.0000000 5000")]
    [InlineData("circle -17.0000000 179.9900000 400000")]
    [InlineData("ellipse 20.0000000 -179.5000000 300000 100000 45")]
    [InlineData("corridor geodesic 20000\nvertex 50.0000000 170.0000000\nvertex 52.0000000 -170.0000000\nvertex 40.0000000 -170.0000000")]
    [InlineData("polygon rhumb\nvertex 60.0000000 170.0000000\nvertex 60.0000000 -170.0000000\nvertex 65.0000000 -175.0000000")]
    public void A_shape_with_an_outline_comes_back_as_the_same_place(string shape)
    {
        var export = ExportSample.Of(shape);
        var import = GeoJsonFile.Read(NoticeGeoJson.Write(export), ExportSample.Assumed);
        Assert.Empty(import.Problems);
        Assert.DoesNotContain(import.Notices[1].Remarks, r => r.Kind is ImportRemarkKind.ShapeRefused or ImportRemarkKind.RingCrosses or ImportRemarkKind.RingClosed);
        var figure = Figure.Of(ExportShape.All(export)[1].Shape)!;
        var back = import.Notices[1].Volumes[0].Shapes.Select(s => Figure.Of(s)!).ToArray();
        foreach (var at in figure.Outline())
            Assert.True(back.Min(b => b.DistanceTo(at)) < 50, at.ToString());
        foreach (var at in back.SelectMany(b => b.Outline()).Where(p => Math.Abs(p.Longitude) < 179.9999))
            Assert.True(figure.DistanceToEdge(at) < 50, at.ToString());
    }

    [Theory]
    [InlineData("circle 89.0000000 20.0000000 400000", 90)]
    [InlineData("circle -89.0000000 -170.0000000 400000", -90)]
    [InlineData("polygon straight\nvertex 70.0000000 180.0000000\nvertex 70.0000000 -60.0000000\nvertex 70.0000000 60.0000000", 90)]
    public void A_shape_round_a_pole_comes_back_with_the_pole(string shape, int pole)
    {
        var export = ExportSample.Of(shape);
        var import = GeoJsonFile.Read(NoticeGeoJson.Write(export), ExportSample.Assumed);
        Assert.DoesNotContain(import.Notices[1].Remarks, r => r.Kind is ImportRemarkKind.ShapeRefused or ImportRemarkKind.RingCrosses);
        var back = import.Notices[1].Volumes[0].Shapes.Select(s => Figure.Of(s)!).ToArray();
        Assert.Equal(2, back.Length);
        Assert.All(back, b => Assert.True(b.DistanceTo(Position.FromDegrees(pole, 0)!.Value) < 1));
        foreach (var at in Figure.Of(ExportShape.All(export)[1].Shape)!.Outline())
            Assert.True(back.Min(b => b.DistanceToEdge(at)) < 50, at.ToString());
    }

    [Theory]
    [InlineData("circle -17.0000000 179.9900000 400000", 2)]
    [InlineData("circle -17.0000000 20.0000000 400000", 1)]
    [InlineData("circle 89.0000000 20.0000000 400000", 2)]
    [InlineData("circle -89.0000000 20.0000000 400000", 2)]
    [InlineData("polygon straight\nvertex 0.0000000 170.0000000\nvertex 0.0000000 180.0000000\nvertex 9.0000000 180.0000000\nvertex 9.0000000 170.0000000", 1)]
    [InlineData("polygon straight\nvertex 0.0000000 170.0000000\nvertex 0.0000000 -170.0000000\nvertex 4.0000000 -170.0000000\nvertex 4.0000000 175.0000000\n" +
        "vertex 6.0000000 175.0000000\nvertex 6.0000000 -170.0000000\nvertex 9.0000000 -170.0000000\nvertex 9.0000000 170.0000000", 3)]
    public void Rings_are_closed_right_handed_and_cut_at_180(string shape, int count)
    {
        using var document = JsonDocument.Parse(NoticeGeoJson.Write(ExportSample.Of(shape)));
        var geometry = document.RootElement.GetProperty("features")[1].GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        JsonElement[] polygons = geometry.GetProperty("type").GetString() == "MultiPolygon" ? [.. coordinates.EnumerateArray()] : [coordinates];
        Assert.Equal(count, polygons.Length);
        foreach (var polygon in polygons)
        {
            var ring = Assert.Single(polygon.EnumerateArray()).EnumerateArray().Select(p => (X: p[0].GetDouble(), Y: p[1].GetDouble())).ToArray();
            Assert.Equal(ring[0], ring[^1]);
            Assert.All(ring, p => Assert.True(Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90));
            Assert.True(ring.Zip(ring.Skip(1)).Sum(e => e.First.X * e.Second.Y - e.Second.X * e.First.Y) > 0);
            Assert.All(ring.Zip(ring.Skip(1)), e => Assert.True(Math.Abs(e.First.X - e.Second.X) <= 180 || Math.Abs(e.First.Y) == 90));
        }
    }

    [Fact]
    public void What_has_no_edge_is_named_and_not_drawn()
    {
        using var document = JsonDocument.Parse(NoticeGeoJson.Write(ExportSample.Of("quadrant atlantic northeast\narea firing-range\ncircle 1.0000000 2.0000000 700")));
        var features = document.RootElement.GetProperty("features");
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
        Assert.Equal("northeast quarter of the atlantic", features[1].GetProperty("properties").GetProperty("shape").GetString());
        Assert.Equal(JsonValueKind.Null, features[2].GetProperty("geometry").ValueKind);
        Assert.StartsWith("area firing-range", features[2].GetProperty("properties").GetProperty("shape").GetString(), StringComparison.Ordinal);
        Assert.Equal(700, features[3].GetProperty("properties").GetProperty("radius_m").GetInt32());
        Assert.Equal("9000 men", features[0].GetProperty("properties").GetProperty("lines").GetProperty("3 The troops").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_text_alone()
    {
        var notice = SampleFormat.Saying("splash", "somewhere") with { };
        using var document = JsonDocument.Parse(NoticeGeoJson.Write(ExportSample.Saying(notice)));
        var feature = Assert.Single(document.RootElement.GetProperty("features").EnumerateArray());
        Assert.Equal("somewhere", feature.GetProperty("properties").GetProperty("lines").GetProperty("6 The splash").GetString());
    }
}
