namespace Parley.Volumes.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void What_is_no_shape()
    {
        var at = Places.At(1, 1);
        Assert.Equal(ShapeFault.Extent, Circle.Make(at, 0).Fault);
        Assert.Equal(ShapeFault.Extent, Circle.Make(at, Bounds.Extent + 1).Fault);
        Assert.Equal(ShapeFault.Extent, Ellipse.Make(at, 10, 11, 0).Fault);
        Assert.Equal(ShapeFault.Azimuth, Ellipse.Make(at, 10, 5, 180).Fault);
        Assert.Equal(ShapeFault.TooFewVertices, Polygon.Make(Places.Ring((0, 0), (1, 1), (0, 0)), Edge.Rhumb).Fault);
        Assert.Equal(ShapeFault.RepeatedVertex, Polygon.Make(Places.Ring((0, 0), (1, 1), (1, 1), (2, 0)), Edge.Rhumb).Fault);
        Assert.Equal(ShapeFault.TooManyVertices, Corridor.Make([.. Enumerable.Range(0, Bounds.Vertices + 1).Select(i => Places.At(0, i * 0.01))], 5, Edge.Rhumb).Fault);
        Assert.Equal(ShapeFault.TooFewVertices, Corridor.Make([at], 5, Edge.Rhumb).Fault);
        Assert.Equal(ShapeFault.AreaName, NamedArea.Make("Strait").Fault);
    }

    [Fact]
    public void A_last_vertex_that_repeats_the_first_is_left_out() => Assert.Equal(
        Polygon.Make(Places.Ring((0, 0), (0, 5), (5, 0)), Edge.Straight).Must(), Polygon.Make(Places.Ring((0, 0), (0, 5), (5, 0), (0, 0)), Edge.Straight).Must());
}
