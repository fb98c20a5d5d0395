using System.Diagnostics;
using Parley.Volumes.Discrepancies;
using Parley.Volumes.Earth;

namespace Parley.Volumes.Tests.Discrepancies;

public sealed class ShapeDiscrepancyTests
{
    private static readonly Position Centre = Places.At(35.33, 40.14);
    private static readonly Circle Struck = Circle.Make(Centre, 3_000).Must();

    [Fact]
    public void A_centre_nine_kilometres_off_is_found()
    {
        var notified = Circle.Make(Globe.Destination(Centre, 200, 9_000), 3_000).Must();
        var apart = ShapeDiscrepancy.Between(notified, Struck);
        Assert.Equal(Differs.Place, apart.In);
        Assert.InRange(apart.Centres!.Value, 8_999, 9_001);
        Assert.InRange(apart.Metres!.Value, 8_980, 9_020);
        Assert.True(apart.Beyond(2_000));
        Assert.False(apart.Beyond(10_000));
    }

    [Fact]
    public void The_same_is_nothing()
    {
        var same = ShapeDiscrepancy.Between(Struck, Circle.Make(Centre, 3_000).Must());
        Assert.Equal(new ShapeDiscrepancy(0, 0, Differs.Nothing), same);
        Assert.False(same.Beyond(0));
    }

    [Fact]
    public void A_greater_circle_at_the_same_place_differs_in_extent()
    {
        var apart = ShapeDiscrepancy.Between(Struck, Circle.Make(Centre, 8_000).Must());
        Assert.Equal(Differs.Extent, apart.In);
        Assert.InRange(apart.Metres!.Value, 4_980, 5_020);
    }

    [Fact]
    public void An_ellipse_that_is_turned_differs_in_extent()
    {
        var apart = ShapeDiscrepancy.Between(Ellipse.Make(Centre, 20_000, 5_000, 0).Must(), Ellipse.Make(Centre, 20_000, 5_000, 90).Must());
        Assert.Equal(Differs.Extent, apart.In);
        Assert.InRange(apart.Metres!.Value, 14_900, 15_100);
    }

    [Fact]
    public void The_same_extent_in_another_kind_is_told()
    {
        var ring = Figure.Of(Struck)!.Outline();
        var apart = ShapeDiscrepancy.Between(Struck, Polygon.Make([.. ring], Edge.Straight).Must());
        Assert.Equal(Differs.Kind, apart.In & ~Differs.Place);
        Assert.InRange(apart.Metres!.Value, 0, 25);
    }

    [Fact]
    public void The_same_vertices_with_other_edges_differ()
    {
        var ring = Places.Ring((60, 0), (60, 60), (70, 60), (70, 0));
        var apart = ShapeDiscrepancy.Between(Polygon.Make(ring, Edge.Straight).Must(), Polygon.Make(ring, Edge.Geodesic).Must());
        Assert.True(apart.In.HasFlag(Differs.Extent));
        Assert.InRange(apart.Metres!.Value, 300_000, 500_000);
    }

    [Fact]
    public void A_vertex_that_was_misheard_is_found()
    {
        var ring = Places.Ring((60, 0), (60, 1), (61, 1), (61, 0));
        var misheard = Places.Ring((60, 0), (60, 1), (61, 1), (61, 0.5));
        Assert.InRange(ShapeDiscrepancy.Between(Polygon.Make(ring, Edge.Rhumb).Must(), Polygon.Make(misheard, Edge.Rhumb).Must()).Outlines!.Value, 20_000, 27_000);
    }

    [Fact]
    public void What_cannot_be_measured_is_a_doubt_and_no_agreement()
    {
        var area = NamedArea.Make("strait-north").Must();
        var doubt = ShapeDiscrepancy.Between(area, Struck);
        Assert.Null(doubt.Metres);
        Assert.Equal(Differs.Kind | Differs.Extent, doubt.In);
        Assert.True(doubt.Beyond(1e9));
        Assert.True(ShapeDiscrepancy.Between(new OceanQuadrant(Ocean.Arctic, Quadrant.Northeast), new OceanQuadrant(Ocean.Arctic, Quadrant.Northwest)).Beyond(1e9));
        Assert.False(ShapeDiscrepancy.Between(area, NamedArea.Make("strait-north").Must()).Beyond(0));

        var known = ShapeDiscrepancy.Between(area, Struck, _ => Struck);
        Assert.Equal(Differs.Kind, known.In);
        Assert.Equal(0, known.Metres!.Value, 1e-3);
    }

    [Fact]
    public void Lots_of_shapes_are_taken_as_one()
    {
        Shape east = Circle.Make(Places.At(0, 1), 1_000).Must(), west = Circle.Make(Places.At(0, -1), 1_000).Must();
        Assert.InRange(ShapeDiscrepancy.Between([east, west], [west, east]).Metres!.Value, 0, 1e-3);
        var missing = ShapeDiscrepancy.Between([east, west], [east]);
        Assert.True(missing.In.HasFlag(Differs.Extent));
        Assert.InRange(missing.Metres!.Value, 220_000, 223_000);
    }

    [Fact]
    public void The_longest_shapes_are_compared_in_time()
    {
        Shape Star(int shift) => Polygon.Make(
            [.. Enumerable.Range(0, Bounds.Vertices).Select(i => Places.At(i % 2 == 0 ? 30 : 80, (i + shift) * 360.0 / Bounds.Vertices - 180))], Edge.Rhumb).Must();
        var (one, other) = (Star(0), Star(1));
        var clock = Stopwatch.StartNew();
        Assert.InRange(ShapeDiscrepancy.Between(one, other).Metres!.Value, 1_000, 20_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
