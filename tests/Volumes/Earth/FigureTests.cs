using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Earth;

namespace Parley.Volumes.Tests.Earth;

public sealed class FigureTests
{
    private const double Degree = Globe.Radius * Math.PI / 180;

    [Fact]
    public void Areas_are_those_of_the_plane_where_the_earth_is_next_to_flat()
    {
        var centre = Position.FromDegrees(60, 20)!.Value;
        Assert.Equal(Math.PI * 1e8, Area(Circle.Make(centre, 10_000).Must()), 1);
        Assert.Equal(Math.PI * 5e7, Area(Ellipse.Make(centre, 10_000, 5_000, 30).Must()), 1);
        Assert.Equal(0, Area(new PointShape(centre)));
        Position[] square = [.. new[] { 45, 135, 225, 315 }.Select(a => Globe.Destination(centre, a, 10_000 * Math.Sqrt(2)))];
        Assert.Equal(4e8, Area(Polygon.Make(square, Edge.Geodesic).Must()), 4e8 * 1e-4);
        Assert.Equal(4e8, Area(Polygon.Make([.. square.Reverse()], Edge.Geodesic).Must()), 4e8 * 1e-4);
        Assert.Equal(50_000 * 2_000 + Math.PI * 1e6, Area(Corridor.Make([centre, Globe.Destination(centre, 90, 50_000)], 1_000, Edge.Geodesic).Must()), 1e3);

        static double Area(Shape shape) => Figure.Of(shape)!.Area;
    }

    [Fact]
    public void A_point_and_a_circle()
    {
        var point = Figure.Of(new PointShape(Places.At(69.3, 16)))!;
        Assert.True(point.Contains(Places.At(69.3, 16)));
        Assert.Equal(Degree, point.DistanceTo(Places.At(70.3, 16)), 1e-3);
        var circle = Figure.Of(Circle.Make(Places.At(90, 0), 100_000).Must())!;
        Assert.True(circle.Contains(Places.At(89.2, -120)));
        Assert.Equal(Degree - 100_000, circle.DistanceTo(Places.At(89, 77)), 1e-3);
        Assert.Equal(100_000, circle.DistanceToEdge(Places.At(90, 0)), 1e-3);
        Assert.Equal(Places.At(90, 0), circle.Centroid);
    }

    [Fact]
    public void An_ellipse_reaches_as_far_as_its_axes()
    {
        var centre = Places.At(69.3, 16);
        var ellipse = Figure.Of(Ellipse.Make(centre, 40_000, 10_000, 30).Must())!;
        foreach (var (azimuth, reach) in new[] { (30.0, 40_000.0), (210, 40_000), (120, 10_000), (300, 10_000) })
        {
            Assert.True(ellipse.Contains(Globe.Destination(centre, azimuth, reach - 1)));
            Assert.InRange(ellipse.DistanceTo(Globe.Destination(centre, azimuth, reach + 5_000)), 4_985, 5_015);
        }
    }

    [Fact]
    public void A_great_circle_triangle_is_the_common_side_of_its_edges() => Prop.ForAll(
        Places.Anywhere.ArrayOf(3).Where(r => Polygon.Make(r, Edge.Geodesic).Value is not null).ToArbitrary(), Places.Anywhere.ToArbitrary(), (ring, at) =>
        {
            var sides = new[] { Side(ring[0], ring[1], at), Side(ring[1], ring[2], at), Side(ring[2], ring[0], at) };
            var turn = Math.Sign(Side(ring[0], ring[1], ring[2]));

            // On an edge anything may be said, and where the ring halves the earth neither side is smaller.
            return sides.Any(s => Math.Abs(s) < 1e-9) || Math.Abs(new Ring(Legs.Of(ring, Edge.Geodesic, closed: true)).LeftArea - 2 * Math.PI) < 1e-6 ||
                Figure.Of(Polygon.Make(ring, Edge.Geodesic).Must())!.Contains(at) == sides.All(s => Math.Sign(s) == turn);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Whatever_a_box_of_straight_edges_holds() => Prop.ForAll(
        (from south in Gen.Choose(-89, 80) from height in Gen.Choose(1, 9) from west in Gen.Choose(-179, 179) from width in Gen.Choose(1, 170)
         select (south, height, west, width)).ToArbitrary(),
        Places.Anywhere.ToArbitrary(),
        (box, at) =>
        {
            var (south, height, west, width) = box;
            var east = west + width > 180 ? west + width - 360 : west + width;
            var polygon = Polygon.Make(Places.Ring((south, west), (south, east), (south + height, east), (south + height, west)), Edge.Straight).Must();
            var (x, y) = (((at.Longitude - west) % 360 + 360) % 360, at.Latitude - south);
            var edge = x == 0 || x == width || y == 0 || y == height;
            return edge || Math.Abs(at.Latitude) == 90 || Figure.Of(polygon)!.Contains(at) == (x < width && y > 0 && y < height);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(Edge.Geodesic)]
    [InlineData(Edge.Rhumb)]
    [InlineData(Edge.Straight)]
    public void A_ring_round_a_pole_holds_the_smaller_side(Edge edges)
    {
        foreach (var latitude in new[] { 75, 10, -10, -75 })
        {
            foreach (var backwards in new[] { false, true })
            {
                var ring = Places.Ring((latitude, 10), (latitude, 60), (latitude, 130), (latitude, -160), (latitude, -100), (latitude, -30));
                if (backwards)
                    Array.Reverse(ring);
                var figure = Figure.Of(Polygon.Make(ring, edges).Must())!;
                var pole = latitude > 0 ? 90 : -90;
                Assert.True(figure.Contains(Places.At(pole, 0)));
                Assert.False(figure.Contains(Places.At(-pole, 0)));
                Assert.True(figure.Contains(Places.At(Math.CopySign(88, pole), -77)));
                Assert.False(figure.Contains(Places.At(0, 33)));
                Assert.InRange(figure.Centroid.Latitude * Math.Sign(pole), 85, 90);
            }
        }
    }

    [Theory]
    [InlineData(Edge.Geodesic)]
    [InlineData(Edge.Rhumb)]
    [InlineData(Edge.Straight)]
    public void A_ring_with_a_vertex_at_the_pole_is_a_sector(Edge edges)
    {
        foreach (var ring in new[] { Places.Ring((70, 100), (70, -160), (90, 0)), Places.Ring((90, 0), (70, -160), (70, 100)) })
        {
            var figure = Figure.Of(Polygon.Make(ring, edges).Must())!;
            Assert.True(figure.Contains(Places.At(85, 150)));
            Assert.True(figure.Contains(Places.At(89.99, 101)));
            Assert.False(figure.Contains(Places.At(85, 99)));
            Assert.False(figure.Contains(Places.At(85, 0)));
            Assert.False(figure.Contains(Places.At(60, 150)));
            Assert.InRange(figure.Centroid.Longitude, 149.9, 150.1);
        }

        // Three quarters of a cap.
        var wide = Figure.Of(Polygon.Make(Places.Ring((70, 0), (70, 90), (70, 179), (70, -90), (90, 0)), edges).Must())!;
        Assert.True(wide.Contains(Places.At(85, -91)));
        Assert.True(wide.Contains(Places.At(85, 10)));
        Assert.False(wide.Contains(Places.At(85, -45)));
    }

    [Fact]
    public void A_great_circle_over_the_pole_joins_both_sides()
    {
        var figure = Figure.Of(Polygon.Make(Places.Ring((80, 0), (80, 180), (80, 90)), Edge.Geodesic).Must())!;
        Assert.True(figure.Contains(Places.At(85, 90)));
        Assert.False(figure.Contains(Places.At(85, -90)));
        Assert.Equal(0, figure.DistanceTo(Places.At(90, 0)), 1e-3);
    }

    [Fact]
    public void A_corridor_is_as_wide_as_it_says()
    {
        var corridor = Figure.Of(Corridor.Make(Places.Ring((60, 10), (60, 20), (65, 20)), 20_000, Edge.Rhumb).Must())!;
        Assert.True(corridor.Contains(Places.At(60.17, 15)));
        Assert.InRange(corridor.DistanceTo(Places.At(59, 15)), Degree - 20_010, Degree - 19_990);
        Assert.Equal(Degree - 20_000, corridor.DistanceTo(Places.At(66, 20)), 1e-3);
        Assert.Equal(20_000, corridor.DistanceToEdge(Places.At(60, 15)), 10.0);
    }

    [Fact]
    public void The_middle_of_a_small_polygon_keeps_its_digits()
    {
        // A square and a wedge of 100 m near Andøya.
        var square = Figure.Of(Polygon.Make(Places.Ring((69.3, 16), (69.3, 16.002), (69.301, 16.002), (69.301, 16)), Edge.Straight).Must())!;
        Assert.InRange(Globe.Distance(square.Centroid, Places.At(69.3005, 16.001)), 0, 0.02);
        var wedge = Figure.Of(Polygon.Make(Places.Ring((0, 0), (0, 0.003), (0.003, 0)), Edge.Geodesic).Must())!;
        Assert.InRange(Globe.Distance(wedge.Centroid, Places.At(0.001, 0.001)), 0, 0.02);
    }

    [Fact]
    public void What_has_no_edge_has_no_figure()
    {
        var area = NamedArea.Make("strait-north").Must();
        Assert.Null(Figure.Of(new OceanQuadrant(Ocean.Atlantic, Quadrant.Northeast)));
        Assert.Null(Figure.Of(area));
        Assert.Null(Figure.Of(area, _ => null));
        Assert.Null(Figure.Of(area, a => a));
        Assert.True(Figure.Of(area, a => a.Name == "strait-north" ? Circle.Make(Places.At(1, 1), 10).Must() : null)!.Contains(Places.At(1, 1)));
    }

    [Fact]
    public void What_the_ellipsoid_would_say_otherwise_is_within_the_error()
    {
        // 100 km north of the equator is 0.9044 degrees on WGS 84 and 0.8993 on the sphere.
        var circle = Figure.Of(Circle.Make(Places.At(0, 0), 100_000).Must())!;
        var onEllipsoid = Places.At(0.90437, 0);
        Assert.False(circle.Contains(onEllipsoid));
        Assert.InRange(circle.DistanceToEdge(onEllipsoid), 0, circle.ErrorNear(onEllipsoid));
    }

    private static double Side(Position a, Position b, Position c) => Vector.Of(a).Cross(Vector.Of(b)).Dot(Vector.Of(c));
}
