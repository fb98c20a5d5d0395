using Parley.Volumes.Earth;

namespace Parley.Volumes.Tests.Earth;

public sealed class OutlineTests
{
    public static TheoryData<Shape> Shapes =>
    [
        Circle.Make(Places.At(69.3, 16), 50_000).Must(),
        Circle.Make(Places.At(0, 180), 1_000_000).Must(),
        Ellipse.Make(Places.At(-30, 70), 300_000, 20_000, 150).Must(),
        Polygon.Make(Places.Ring((60, 0), (75, 10), (60, 40)), Edge.Geodesic).Must(),
        Polygon.Make(Places.Ring((60, 170), (75, -160), (60, -170)), Edge.Rhumb).Must(),
        Corridor.Make(Places.Ring((60, 10), (60, 20), (65, 25), (60, 30)), 20_000, Edge.Rhumb).Must(),
        Corridor.Make(Places.Ring((0, 170), (10, -100)), 500_000, Edge.Geodesic).Must(),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_drawn_is_the_edge(Shape shape)
    {
        var figure = Figure.Of(shape)!;
        var outline = figure.Outline();
        Assert.InRange(outline.Count, 4, Bounds.ComparedPoints);
        Assert.NotEqual(outline[0], outline[^1]);
        Assert.All(outline, at => Assert.InRange(figure.DistanceToEdge(at), 0, 15));

        // The polygon that is drawn is the shape, its inside on the left: it does not cross itself, and is the same a little to either side.
        Assert.False(Crossing.Of(outline, Edge.Straight));
        Assert.True(new Ring(Legs.Of(outline, Edge.Straight, closed: true)).InsideIsLeft);
        for (var i = 0; i < outline.Count; i += 1 + outline.Count / 200)
        {
            var (from, to) = (outline[i], outline[(i + 1) % outline.Count]);
            var leg = Legs.Of([from, to], Edge.Straight, closed: false)[0];
            Assert.InRange(figure.DistanceToEdge(leg.At(0.5).ToPosition()), 0, 25);
        }
    }

    [Fact]
    public void A_point_is_one_place_and_straight_edges_stay_as_they_are()
    {
        Assert.Equal([Places.At(1, 2)], Figure.Of(new PointShape(Places.At(1, 2)))!.Outline());
        var ring = Places.Ring((60, 0), (60, 40), (75, 10));
        Assert.Equal(ring, Figure.Of(Polygon.Make(ring, Edge.Straight).Must())!.Outline());
        Assert.True(new Ring(Legs.Of(Figure.Of(Polygon.Make([.. ring.Reverse()], Edge.Straight).Must())!.Outline(), Edge.Straight, closed: true)).InsideIsLeft);
    }

    [Fact]
    public void Edges_leave_their_points_by_ten_metres_at_most()
    {
        foreach (var edges in new[] { Edge.Rhumb, Edge.Straight })
        {
            var way = Densified.Way(Places.Ring((-40, 0), (70, 100)), edges, closed: false, Bounds.OutlinePoints);
            var leg = Legs.Of(Places.Ring((-40, 0), (70, 100)), edges, closed: false)[0];
            Assert.All(Enumerable.Range(0, 500), i => Assert.InRange(Arc.Distance(leg.At(i / 499.0), way) * Globe.Radius, 0, 11));
            Assert.InRange(way.Count, 100, 5000);
        }
    }
}
