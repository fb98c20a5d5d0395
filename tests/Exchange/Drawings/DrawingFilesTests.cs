using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Drawings;

public sealed class DrawingFilesTests
{
    internal const string Collection =
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","id":7,"geometry":{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51],[10,50]]]},
           "properties":{"name":"Range","kind":"firing","valid_from":"2026-01-01T00:00:00Z","valid_until":"2026-01-02T00:00:00Z"}},
          {"type":"Feature","geometry":{"type":"Point","coordinates":[10,50]},"properties":null}
        ]}
        """;

    internal const string Rows = "name,latitude,longitude,radius_m\n\"Mill, \"\"old\"\"\",51.2,-1.0,500\nTower,511200N,0010000W,\n";

    internal static readonly Window Assumed = Window.Make(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)).Must();

    [Fact]
    public void GeoJson_FeaturesAreNotices()
    {
        var import = GeoJsonFile.Read(Collection, Assumed);
        Assert.Empty(import.Problems);
        var (area, point) = (import.Notices[0], import.Notices[1]);
        Assert.Equal(("7", "Range", 2026), (area.Number, area.Subject, area.Validity!.From.Year));
        Assert.Equal((Edge.Straight, 3), (((Polygon)area.Volumes[0].Shapes[0]).Edges, ((Polygon)area.Volumes[0].Shapes[0]).Vertices.Count));
        Assert.Contains(area.Remarks, r => r.Kind == ImportRemarkKind.Property && r.Words == "kind: firing");
        Assert.Equal(Assumed, point.Validity);
        Assert.Contains(point.Remarks, r => r.Kind == ImportRemarkKind.ValidityAssumed);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51]]]}""", ImportRemarkKind.RingClosed)]
    [InlineData("""{"type":"Point","coordinates":[50,100]}""", ImportRemarkKind.Reversed)]
    [InlineData("""{"type":"LineString","coordinates":[[10,50],[11,50]]}""", ImportRemarkKind.NoWidth)]
    [InlineData("""{"type":"Polygon","coordinates":[[[10,50],[13,50],[13,53],[10,50]],[[11,50.2],[12,50.2],[12,51],[11,50.2]]]}""", ImportRemarkKind.ShapeRefused)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[10,50],[11,50],[11,50],[11,51],[10,50]]]]}""", ImportRemarkKind.VertexRepeated)]
    public void GeoJson_WhatWasMended_IsRemarkedOn(string geometry, ImportRemarkKind kind) =>
        Assert.Contains(Assert.Single(GeoJsonFile.Read(geometry, Assumed).Notices).Remarks, r => r.Kind == kind);

    [Theory]
    [InlineData("[", ImportFault.Malformed)]
    [InlineData("7", ImportFault.Part)]
    [InlineData("""{"type":"Point","coordinates":["a","b"]}""", ImportFault.Part)]
    [InlineData("""{"type":"Point","coordinates":[500,500]}""", ImportFault.Part)]
    [InlineData("""{"type":"Circle"}""", ImportFault.Part)]
    public void GeoJson_Unreadable_IsAProblem(string text, ImportFault fault) =>
        Assert.Equal(fault, Assert.Single(GeoJsonFile.Read(text, Assumed).Problems).Fault);

    [Fact]
    public void Csv_RowsAreNotices()
    {
        var import = CsvFile.Read(Rows, Assumed);
        Assert.Empty(import.Problems);
        Assert.Equal(["Mill, \"old\"", "Tower"], import.Notices.Select(n => n.Subject));
        Assert.Equal(500, Assert.IsType<Circle>(import.Notices[0].Volumes[0].Shapes[0]).Radius);
        Assert.Equal(new PointShape(Position.FromDegrees(51.2, -1)!.Value), import.Notices[1].Volumes[0].Shapes[0]);
        Assert.Equal([2, 3], import.Notices.Select(n => n.Line));
    }

    [Theory]
    [InlineData("name,latitude\n", ImportFault.Part, 1)]
    [InlineData("name,latitude,longitude,colour\n", ImportFault.Part, 1)]
    [InlineData("name,latitude,longitude\na,1", ImportFault.Malformed, 2)]
    [InlineData("name,latitude,longitude\n\"a,1,2", ImportFault.Malformed, 2)]
    [InlineData("name,latitude,longitude\na,91,2", ImportFault.Part, 2)]
    [InlineData("name,latitude,longitude,radius_m\na,1,2,0", ImportFault.Part, 2)]
    public void Csv_Unreadable_IsAProblemWithItsLine(string text, ImportFault fault, int line)
    {
        var import = CsvFile.Read(text, Assumed);
        Assert.Empty(import.Notices);
        Assert.Equal((fault, line), (Assert.Single(import.Problems).Fault, import.Problems[0].Line));
    }
}
