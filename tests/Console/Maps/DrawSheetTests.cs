using Parley.Console.Maps;
using Parley.Lines.Maps;

namespace Parley.Console.Tests.Maps;

/// <summary>A shape while it is drawn.</summary>
public sealed class DrawSheetTests
{
    [Fact]
    public void A_polygon_grows_by_places_and_is_drawn_from_three_on()
    {
        var sheet = new DrawSheet();
        foreach (var (latitude, longitude) in new[] { (72.0, 20.0), (72.0, 37.5), (77.0, 30.0) })
        {
            Assert.Null(sheet.Sketch.Outline);
            sheet.Place(new MapPoint(latitude, longitude));
        }

        Assert.Equal(["72.0000000 20.0000000", "72.0000000 37.5000000", "77.0000000 30.0000000"], sheet.Vertices);
        Assert.Single(sheet.Sketch.Outline!.Rings);
        sheet.TakeBack();
        Assert.Equal(2, sheet.Vertices.Count);
        Assert.Equal(2, sheet.Sketch.Vertices.Count);
        sheet.Insert(-1);
        sheet.Type(0, "60.5 10.25");
        Assert.Equal("60.5000000 10.2500000", sheet.Vertices[0]);
        sheet.Remove(1);
        Assert.Equal([new MapPoint(60.5, 10.25), new MapPoint(72, 37.5)], sheet.Shape.Vertices);
    }

    [Fact]
    public void A_circle_has_a_centre_and_every_other_place_is_a_radius()
    {
        var sheet = new DrawSheet();
        sheet.Become(DrawnKind.Circle);
        sheet.Place(new MapPoint(0, 0));
        sheet.Place(new MapPoint(0, 1));
        Assert.Equal("111200", sheet.Metres);
        sheet.Place(new MapPoint(0, 0.01));
        Assert.Equal("1112", sheet.Metres);
        Assert.Equal(new DrawnShape(DrawnKind.Circle, DrawnEdges.Geodesic, [new MapPoint(0, 0)], 1112), sheet.Shape);
        sheet.TakeBack();
        Assert.Equal("", sheet.Metres);
        sheet.TakeBack();
        sheet.TakeBack();
        Assert.Empty(sheet.Vertices);
    }

    [Fact]
    public void What_cannot_be_read_stays_and_is_not_drawn()
    {
        var sheet = new DrawSheet();
        sheet.Take(new DrawnShape(DrawnKind.Corridor, DrawnEdges.Rhumb, [new MapPoint(1, 2), new MapPoint(2, 2), new MapPoint(3, 2)], 500));
        Assert.True(sheet.IsReadable);
        sheet.Type(1, "somewhere");
        Assert.True(sheet.IsWrong(1));
        Assert.False(sheet.IsReadable);
        Assert.Null(sheet.Sketch.Outline);
        Assert.Equal([new MapPoint(1, 2), new MapPoint(3, 2)], sheet.Sketch.Vertices);

        // The second handle of the drawing is the third line of the sheet.
        sheet.Move(1, new MapPoint(4, 2));
        sheet.Move(7, new MapPoint(5, 2));
        sheet.Move(-1, new MapPoint(5, 2));
        Assert.Equal(["1.0000000 2.0000000", "somewhere", "4.0000000 2.0000000"], sheet.Vertices);
        sheet.Remove(1);
        sheet.Metres = "five";
        Assert.False(sheet.IsReadable);
    }

    [Fact]
    public void Another_kind_keeps_what_it_can()
    {
        var sheet = new DrawSheet();
        sheet.Take(new DrawnShape(DrawnKind.Corridor, DrawnEdges.Rhumb, [new MapPoint(1, 2), new MapPoint(2, 2)], 500));
        sheet.Become(DrawnKind.Polygon);
        Assert.Equal(2, sheet.Vertices.Count);
        sheet.Become(DrawnKind.Circle);
        Assert.Equal(["1.0000000 2.0000000"], sheet.Vertices);
        sheet.Become(DrawnKind.Point);
        sheet.Place(new MapPoint(7, 8));
        Assert.Equal(["7.0000000 8.0000000"], sheet.Vertices);
        sheet.Clear();
        Assert.Empty(sheet.Vertices);
    }
}
