using Parley.Volumes.Repairs;

namespace Parley.Volumes.Tests.Repairs;

public sealed class RepairTests
{
    [Fact]
    public void What_is_sound_stays_as_it_is()
    {
        var ring = Places.Ring((0, 0), (1, 0), (1, 1));
        var mended = Repair.Polygon(ring, Edge.Straight);
        Assert.Empty(mended.Repairs);
        Assert.Equal(Polygon.Make(ring, Edge.Straight).Value, mended.Shape.Value);
    }

    [Fact]
    public void Near_vertices_and_the_closing_one_go_and_it_is_said()
    {
        // A degree is 111 km: 0.000005 of it is 0.56 m, 0.00002 is 2.2 m.
        var mended = Repair.Polygon(Places.Ring((0, 0), (0, 0.000005), (1, 0), (1, 0), (1.00002, 0), (1, 1), (0.000005, 0), (0, 0)), Edge.Straight);
        Assert.Equal([new Repaired(RepairKind.ClosingVertex, 1), new Repaired(RepairKind.NearVertices, 3)], mended.Repairs);
        Assert.Equal(Places.Ring((0, 0), (1, 0), (1.00002, 0), (1, 1)), mended.Shape.Value!.Vertices);
        var way = Repair.Corridor(Places.Ring((0, 0), (0, 0.000005), (1, 1), (1, 1.000005)), 100, Edge.Geodesic);
        Assert.Equal([new Repaired(RepairKind.NearVertices, 2)], way.Repairs);
        Assert.Equal(Places.Ring((0, 0), (1, 1.000005)), way.Shape.Value!.Vertices);
    }

    [Fact]
    public void Round_and_round_the_same_metre_is_no_shape()
    {
        var ring = Enumerable.Range(0, 500).Select(i => Places.At(69.3 + i % 7 * 1e-7, 16)).ToArray();
        Assert.Equal(ShapeFault.TooFewVertices, Repair.Polygon(ring, Edge.Rhumb).Shape.Fault);
        Assert.Equal(ShapeFault.TooFewVertices, Repair.Corridor(ring, 5, Edge.Rhumb).Shape.Fault);
        Assert.Equal(ShapeFault.TooFewVertices, Repair.Polygon([], Edge.Rhumb).Shape.Fault);
    }

    [Fact]
    public void What_nobody_can_mend_is_refused_by_its_name()
    {
        Assert.Equal(ShapeFault.CrossesItself, Repair.Polygon(Places.Ring((10, 10), (20, 20), (10, 20), (20, 10), (10, 10)), Edge.Straight).Shape.Fault);
        var many = Enumerable.Range(0, 100_000).Select(i => Places.At(80 * Math.Sin(i * Math.PI / 50_000), 80 * Math.Cos(i * Math.PI / 50_000))).ToArray();
        Assert.Equal(ShapeFault.TooManyVertices, Repair.Polygon(many, Edge.Geodesic).Shape.Fault);
        Assert.Equal(ShapeFault.TooManyVertices, Repair.Corridor(many, 10, Edge.Geodesic).Shape.Fault);
        Assert.Equal(ShapeFault.Extent, Repair.Corridor(Places.Ring((0, 0), (1, 1)), 0, Edge.Geodesic).Shape.Fault);
    }
}
