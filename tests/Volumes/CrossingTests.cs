using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace Parley.Volumes.Tests;

public sealed class CrossingTests
{
    public static TheoryData<Edge> Edges => [.. Enum.GetValues<Edge>()];

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_bow_tie_crosses_and_a_square_does_not(Edge edges)
    {
        Assert.False(Crossing.Of(Places.Ring((10, 10), (10, 20), (20, 20), (20, 10)), edges));
        Assert.True(Crossing.Of(Places.Ring((10, 10), (20, 20), (10, 20), (20, 10)), edges));
        Assert.Equal(ShapeFault.CrossesItself, Polygon.Make(Places.Ring((10, 10), (20, 20), (10, 20), (20, 10)), edges).Fault);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_meridian_of_180_degrees_is_no_edge(Edge edges)
    {
        Assert.False(Crossing.Of(Places.Ring((10, 170), (10, -170), (20, -170), (20, 170)), edges));
        Assert.True(Crossing.Of(Places.Ring((10, 170), (20, -170), (10, -170), (20, 170)), edges));

        // The first leg and the third lie a turn apart in longitudes that are unrolled from the first vertex.
        Assert.True(Crossing.Of(Places.Ring((0, 100), (1, -140), (2, -20), (1, 90), (-1, 110), (-2, -20), (-3, -140)), edges));
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Rings_round_a_pole_and_through_it(Edge edges)
    {
        Assert.False(Crossing.Of(Places.Ring((80, 0), (80, 90), (80, 179), (80, -90)), edges));
        Assert.False(Crossing.Of(Places.Ring((-80, 0), (-80, 90), (-80, 179), (-80, -90)), edges));
        Assert.False(Crossing.Of(Places.Ring((80, 0), (80, 120), (90, 0)), edges));
        Assert.False(Crossing.Of(Places.Ring((90, 0), (80, 120), (80, 0)), edges));

        // Twice at the pole, and out by the meridian by which it came in.
        Assert.True(Crossing.Of(Places.Ring((80, 0), (80, 50), (90, 0), (80, 100), (80, 150), (90, 0)), edges));
        Assert.True(Crossing.Of(Places.Ring((70, 0), (70, 50), (80, 30), (90, 0), (75, 30)), edges));
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Touching_and_folding_back_count(Edge edges)
    {
        // A vertex on another edge: on a meridian, which every kind of edge follows.
        Assert.True(Crossing.Of(Places.Ring((0, 0), (10, 0), (10, 5), (5, 0), (0, 5)), edges));

        // The same vertex twice.
        Assert.True(Crossing.Of(Places.Ring((0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2)), edges));

        // Back along the way.
        Assert.True(Crossing.Of(Places.Ring((0, 0), (10, 0), (5, 0), (5, 5)), edges));
        Assert.True(Crossing.Of(Places.Ring((0, 0), (5, 0), (10, 0)), edges));

        // On along the way is none.
        Assert.False(Crossing.Of(Places.Ring((0, 0), (5, 0), (10, 0), (5, 5)), edges));
    }

    [Fact]
    public void Edges_of_different_kinds_meet_at_different_places()
    {
        // Between 60 N 0 E and 60 N 90 E the great circle goes up to 67.8 N; the notch at 65 N cuts it, and not the parallel.
        var ring = Places.Ring((60, 0), (60, 90), (75, 90), (65, 45), (75, 0));
        Assert.True(Crossing.Of(ring, Edge.Geodesic));
        Assert.False(Crossing.Of(ring, Edge.Rhumb));
        Assert.False(Crossing.Of(ring, Edge.Straight));
    }

    [Fact]
    public void Straight_edges_touch_exactly()
    {
        // One unit decides, 11 mm; the middle vertex lies on the line, or a unit to either side of it.
        static bool Touches(int units) => Crossing.Of(
            [U(0, 0), U(300_000_003, 900_000_009), U(0, 1_000_000_000), U(100_000_001, 300_000_003 + units), U(-100_000_000, 500_000_000)], Edge.Straight);
        Assert.True(Touches(0));
        Assert.True(Touches(-1));
        Assert.False(Touches(1));
        static Position U(long latitude, long longitude) => Position.FromUnits(latitude, longitude)!.Value;
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Small_rings_agree_with_a_planar_library(Edge edges)
    {
        // Within 100 m near the equator every kind of edge is straight but for nanometres. These decide touches, so that touches are compared for straight edges alone.
        var ring = Gen.Choose(-5, 5).Two().ArrayOf(6).Where(r => r.Distinct().Count() == r.Length);
        Prop.ForAll(ring.ToArbitrary(), places =>
        {
            var factory = new GeometryFactory();
            var oracle = factory.CreateLinearRing([.. places.Append(places[0]).Select(p => new Coordinate(p.Item1, p.Item2))]);
            return edges != Edge.Straight && Touches(oracle) ||
                Crossing.Of([.. places.Select(p => Position.FromUnits(p.Item2 * 1000L, p.Item1 * 1000L)!.Value)], edges) == !oracle.IsSimple;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool Touches(LinearRing ring)
    {
        for (var i = 1; i < ring.Count; i++)
        {
            var edge = new LineSegment(ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
            if (ring.Coordinates.Any(c => !c.Equals2D(edge.P0) && !c.Equals2D(edge.P1) && edge.Distance(c) < 1e-9))
                return true;
        }

        return false;
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Opposite_ends_are_refused(Edge edges)
    {
        Assert.Equal(ShapeFault.OppositeEnds, Polygon.Make(Places.Ring((90, 0), (-90, 0), (0, 50)), edges).Fault);
        Assert.Equal(ShapeFault.OppositeEnds, Corridor.Make(Places.Ring((10, 20), (-10, -160)), 1000, edges).Fault);
        var half = Corridor.Make(Places.Ring((10, 0), (20, 180)), 1000, edges);
        Assert.Equal(edges == Edge.Geodesic ? null : ShapeFault.OppositeEnds, half.Fault);
        Assert.Null(Corridor.Make(Places.Ring((10, 0), (90, 0), (20, 180)), 1000, edges).Fault);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_longest_ring_is_looked_at_in_time(Edge edges)
    {
        var star = Enumerable.Range(0, Bounds.Vertices)
            .Select(i => Places.At(i % 2 == 0 ? 30 : 80, i * 360.0 / Bounds.Vertices - 180)).ToArray();
        var clock = Stopwatch.StartNew();
        Assert.False(Crossing.Of(star, edges));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{edges}: {clock.ElapsedMilliseconds} ms");
        (star[999], star[1001]) = (star[1001], star[999]);
        Assert.True(Crossing.Of(star, edges));
    }
}
