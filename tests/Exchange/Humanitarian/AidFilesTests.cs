using Parley.Exchange.Humanitarian;
using Parley.Exchange.Imports;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Exchange.Tests.Humanitarian;

public sealed class AidFilesTests
{
    internal const string Rows =
        """"
        kind,title,contact,expires,latitude,longitude,radius_m,route,half_width_m,area,edges,from,until,lower,upper,behalf,vehicles,marks,language,text
        site,"Hospital ""4""",channel 16,2026-12-01T00:00:00Z,33.5,44.4,300,,,,,,,,,a doctor,40 beds,red cross,en,Power fails.
        movement,Convoy 12,channel 16,2026-12-01T00:00:00Z,,,,33.5 44.4; 33.6 44.5,50,,geodesic,2026-11-27T06:00:00Z,2026-11-27T12:00:00Z,sfc,agl 500 ft,,,,,
        site,Camp,channel 16,,,,,,,33 44; 33 45; 34 45,,,,,,,,,,

        """";

    internal const string Features =
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","geometry":{"type":"Point","coordinates":[44.4,33.5]},
           "properties":{"kind":"site","title":"Hospital 4","contact":"channel 16","expires":"2026-12-01T00:00:00Z","radius_m":300,"colour":"red"}},
          {"type":"Feature","geometry":{"type":"LineString","coordinates":[[44.4,33.5],[44.5,33.6]]},"properties":{"kind":"movement","title":"Convoy 12","half_width_m":"50"}},
          {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[44,33],[45,33],[45,34],[44,33]]],[[[46,33],[47,33],[47,34],[46,33]]]]},
           "properties":{"kind":"site","title":"Camp","text":"Two fields.","language":"en"}}
        ]}
        """;

    internal static readonly AidDefaults Defaults = new(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), new Timestamp(1_796_083_200_000), "radio 5");

    [Fact]
    public void Csv_RowsAreItems()
    {
        var import = AidCsv.Read(Rows, Defaults);
        Assert.Empty(import.Problems);
        var (site, way, camp) = (import.Items[0].Content, import.Items[1].Content, import.Items[2].Content);
        Assert.Equal(
            (ActivityKind.Site, "Hospital \"4\"", "channel 16", "a doctor", "40 beds", "red cross"),
            (site.Kind, site.Title, site.Contact, site.Aid!.Behalf, site.Aid.Vehicles, site.Aid.Marks));
        Assert.Equal(("2026-12-01T00:00:00.000Z", "Power fails.", 300), (site.Aid.Expires.ToString(), site.Note!.Text, Assert.IsType<Circle>(site.Volumes[0].Shapes[0]).Radius));
        Assert.Equal((Edge.Geodesic, 50), (((Corridor)way.Volumes[0].Shapes[0]).Edges, ((Corridor)way.Volumes[0].Shapes[0]).HalfWidth));
        Assert.Contains("band sfc .. agl 500 ft\nvalid 2026-11-27T06:00:00Z 2026-11-27T12:00:00Z\n", import.Items[1].Volume, StringComparison.Ordinal);
        Assert.Equal((Edge.Straight, Defaults.Expires), (((Polygon)camp.Volumes[0].Shapes[0]).Edges, camp.Aid!.Expires));
        Assert.Contains(import.Items[2].Remarks, r => r.Kind == ImportRemarkKind.ValidityAssumed);
        Assert.Equal(["line 2", "line 3", "line 4"], import.Items.Select(i => i.Where));
    }

    [Fact]
    public void GeoJson_FeaturesAreItems()
    {
        var import = AidGeoJson.Read(Features, Defaults);
        Assert.Empty(import.Problems);
        Assert.Equal(new Circle[] { Circle.Make(Position.FromDegrees(33.5, 44.4)!.Value, 300).Value! }, import.Items[0].Content.Volumes[0].Shapes);
        Assert.Contains(import.Items[0].Remarks, r => r.Kind == ImportRemarkKind.Property && r.Words.StartsWith("colour", StringComparison.Ordinal));
        Assert.Equal((50, "radio 5"), (((Corridor)import.Items[1].Content.Volumes[0].Shapes[0]).HalfWidth, import.Items[1].Content.Contact));
        Assert.Equal((2, "Two fields."), (import.Items[2].Content.Volumes[0].Shapes.Count, import.Items[2].Content.Note!.Text));
        Assert.All(import.Items, i => Assert.True(VolumeText.TryParse(i.Volume, out _, out _)));
    }

    [Theory]
    [InlineData("flight,Alpha,16,2026-12-01T00:00:00Z,33,44", "no kind")]
    [InlineData("site,,16,2026-12-01T00:00:00Z,33,44", "'title'")]
    [InlineData("site,=cmd(),16,2026-12-01T00:00:00Z,33,44", "formula")]
    [InlineData("site,H,+1+cmd(),2026-12-01T00:00:00Z,33,44", "formula")]
    [InlineData("site,+1 555,16,2026-12-01T00:00:00Z,33,44", "formula")]
    [InlineData("site,Hospital\u202e4,16,2026-12-01T00:00:00Z,33,44", "hidden")]
    [InlineData("site,H,16,2026-12-01,33,44", "expires")]
    [InlineData("site,H,16,2026-12-01T00:00:00+03:00,33,44", "expires")]
    [InlineData("site,H,16,2026-12-01T00:00:00Z,133,44", "LATITUDE OUT OF RANGE")]
    [InlineData("site,H,16,2026-12-01T00:00:00Z,NaN,44", "no place")]
    [InlineData("site,H,16,2026-12-01T00:00:00Z,1e9,44", "no place")]
    [InlineData("site,H,16,2026-12-01T00:00:00Z,\"33,5\",44", "no place")]
    [InlineData("site,H,16,2026-12-01T00:00:00Z,,", "one of a place")]
    [InlineData("site,H,16", "cells")]
    public void Csv_WhatIsWrong_IsRefusedWithItsLine(string row, string why)
    {
        var import = AidCsv.Read($"kind,title,contact,expires,latitude,longitude\nsite,Good,16,2026-12-01T00:00:00Z,33,44\n{row}\n", Defaults);
        Assert.Equal("Good", Assert.Single(import.Items).Content.Title);
        var problem = Assert.Single(import.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(why, problem.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[33.5,144]}""", "LATITUDE OUT OF RANGE")]
    [InlineData("""{"type":"Point","coordinates":["44","33"]}""", "two numbers")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[44,33]]}""", "'MultiPoint' is not taken")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "'GeometryCollection' is not taken")]
    [InlineData("""{"type":"Polygon","coordinates":[[[40,30],[44,30],[44,34],[40,30]],[[42,31],[43,31],[43,32],[42,31]]]}""", "a hole")]
    [InlineData("""{"type":"Polygon","coordinates":[[[40,30],[44,34],[44,30],[40,34],[40,30]]]}""", "CrossesItself")]
    [InlineData("""{"type":"LineString","coordinates":[[40,30]]}""", "2 to 2000 positions")]
    public void GeoJson_WhatIsWrong_IsRefusedByName(string geometry, string why)
    {
        var import = AidGeoJson.Read(Feature(geometry, ""), Defaults);
        Assert.Empty(import.Items);
        Assert.Contains("feature 1: ", Assert.Single(import.Problems).Placed, StringComparison.Ordinal);
        Assert.Contains(why, import.Problems[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""","lower":"sfc .. fl 1\nwindow 2026-11-26T00:00:00Z 2026-11-27T00:00:00Z\nband sfc" """, "on one line")]
    [InlineData(""","lower":"fl 300","upper":"fl 100" """, "altitudes")]
    [InlineData(""","from":"2026-12-02T00:00:00Z","until":"2026-12-01T00:00:00Z" """, "first before")]
    [InlineData(""","mode":"exercise" """, "mode")]
    [InlineData(""","marks":["red"] """, "texts, numbers")]
    [InlineData(""","radius_m":1.5 """, "whole metres")]
    [InlineData(""","text":"No language." """, "language stand together")]
    public void Properties_AreStrict(string properties, string why) =>
        Assert.Contains(why, Assert.Single(AidGeoJson.Read(Feature("""{"type":"Point","coordinates":[44,33]}""", properties), Defaults).Problems).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("+1 555 0100")]
    [InlineData("+44 (0)20-7946.0100")]
    public void ATelephone_IsNoFormula(string contact)
    {
        var head = "kind,title,contact,expires,latitude,longitude\n";
        var item = Assert.Single(AidCsv.Read($"{head}site,H,{contact},2026-12-01T00:00:00Z,33,44\n", Defaults).Items);
        Assert.Equal(contact, item.Content.Contact);
        var (text, _) = AidExport.Csv([new AidSheet("O1-3f0a", "notified", item.Content.Kind, "H", contact, item.Content.Volumes, item.Content.Aid!)]);
        Assert.Equal(contact, Assert.Single(AidCsv.Read(text, Defaults).Items).Content.Contact);
    }

    [Fact]
    public void HalfASign_IsNoFault()
    {
        const string Point = """{"type":"Point","coordinates":[44,33]}""";
        Assert.Equal(ImportFault.NotText, Assert.Single(AidGeoJson.Read(Feature(Point, ",\"\\ud800\":1"), Defaults).Problems).Fault);
        Assert.Single(AidGeoJson.Read(Feature(Point, ",\"marks\":\"\\ud800\""), Defaults).Items);
        Assert.Equal(ImportFault.NotText, Assert.Single(AidGeoJson.Read(Feature(Point, ",\"marks\":\"" + '\ud800' + "\""), Defaults).Problems).Fault);
    }

    [Fact]
    public void WhatIsMended_IsSaid()
    {
        var import = AidGeoJson.Read(Feature("""{"type":"Polygon","coordinates":[[[40,30],[40,30],[44,30],[44,34]]]}""", ""), Defaults);
        var kinds = Assert.Single(import.Items).Remarks.Select(r => r.Kind).ToList();
        Assert.Contains(ImportRemarkKind.RingClosed, kinds);
        Assert.Contains(ImportRemarkKind.VertexRepeated, kinds);
    }

    [Fact]
    public void Bounds_AreKept()
    {
        var head = "kind,title,contact,expires,latitude,longitude\n";
        var many = AidCsv.Read(head + string.Concat(Enumerable.Range(0, Bounds.AidItems + 5).Select(i => $"site,H {i},16,2026-12-01T00:00:00Z,33,44\n")), Defaults);
        Assert.Equal((Bounds.AidItems, ImportFault.TooMany), (many.Items.Count, Assert.Single(many.Problems).Fault));
        var twice = AidCsv.Read(head + "site,H,16,2026-12-01T00:00:00Z,33,44\nsite,H,16,2026-12-01T00:00:00Z,33,44\n", Defaults);
        Assert.Equal("line 3: the same as line 2", Assert.Single(twice.Problems).Placed);
        var route = string.Join("; ", Enumerable.Range(0, 900).Select(i => $"33.{i:0000} 44.{i:0000}"));
        var winding = AidCsv.Read($"kind,title,contact,expires,route\nmovement,H,16,2026-12-01T00:00:00Z,{route}\n", Defaults);
        Assert.Contains("fewer vertices", Assert.Single(winding.Problems).Words, StringComparison.Ordinal);
        Assert.Equal(ImportFault.TooLong, Assert.Single(AidCsv.Read(new MemoryStream(new byte[Bounds.ImportLength + 1]), Defaults).Problems).Fault);
        Assert.Equal(ImportFault.Malformed, Assert.Single(AidGeoJson.Read("""{"type":"FeatureCollection","features":[],"features":[]}""", Defaults).Problems).Fault);
        Assert.Equal(ImportFault.Unknown, Assert.Single(AidGeoJson.Read("""{"type":"FeatureCollection","crs":{},"features":[]}""", Defaults).Problems).Fault);
    }

    [Fact]
    public void WhatIsWritten_IsReadBackTheSame()
    {
        var items = AidCsv.Read(Rows, Defaults).Items.Select(i => i.Content).ToList();
        items[0] = items[0] with { Title = "=danger, \"quoted\"" };
        var sheets = items.Select((c, i) => new AidSheet($"S{i}", "planned", c.Kind, c.Title, c.Contact, c.Volumes, c.Aid!)).ToList();
        var (csv, leftOut) = AidExport.Csv(sheets);
        Assert.Empty(leftOut);
        var again = AidCsv.Read(csv, Defaults);
        Assert.Empty(again.Problems);
        Assert.Equal(items.Select(c => c with { Note = null }), again.Items.Select(i => i.Content));

        var features = AidGeoJson.Read(Features, Defaults).Items.Select(i => i.Content).ToList();
        var (json, none) = AidExport.GeoJson([.. features.Select((c, i) => new AidSheet($"S{i}", "planned", c.Kind, c.Title, c.Contact, c.Volumes, c.Aid!))]);
        Assert.Empty(none);
        var back = AidGeoJson.Read(json, Defaults);
        Assert.Empty(back.Problems);
        Assert.Equal(features.Select(c => c with { Note = null }), back.Items.Select(i => i.Content));
        Assert.Equal(["S2"], AidExport.Csv([.. features.Select((c, i) => new AidSheet($"S{i}", "planned", c.Kind, c.Title, c.Contact, c.Volumes, c.Aid!))]).LeftOut);
    }

    private static string Feature(string geometry, string properties) =>
        $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{{{geometry}}},"properties":{"kind":"site","title":"H"{{{properties}}}}}]}""";
}
