using Parley.Volumes.Earth;

namespace Parley.Volumes.Tests.Earth;

/// <summary>Outlines whose points are joined by great circles, as maps draw them.</summary>
public sealed class ArcOutlineTests
{
    public static TheoryData<Shape> Shapes =>
    [
        Circle.Make(Places.At(69.3, 16), 50_000).Must(),
        Circle.Make(Places.At(89.9, 16), 50_000).Must(),
        Circle.Make(Places.At(0, 180), 1_000_000).Must(),
        Ellipse.Make(Places.At(-30, 70), 300_000, 20_000, 150).Must(),
        Polygon.Make(Places.Ring((60, 0), (75, 10), (60, 40)), Edge.Geodesic).Must(),
        Polygon.Make(Places.Ring((60, 0), (60, 40), (75, 10)), Edge.Straight).Must(),
        Polygon.Make(Places.Ring((60, 170), (75, -160), (60, -170)), Edge.Rhumb).Must(),
        Corridor.Make(Places.Ring((60, 10), (60, 20), (65, 25), (60, 30)), 20_000, Edge.Rhumb).Must(),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_drawn_is_the_edge_with_the_inside_on_the_left(Shape shape)
    {
        var figure = Figure.Of(shape)!;
        var outline = figure.ArcOutline(2_048);
        Assert.NotEqual(outline[0], outline[^1]);
        for (var i = 0; i < outline.Count; i++)
        {
            var leg = Legs.Of([outline[i], outline[(i + 1) % outline.Count]], Edge.Geodesic, closed: false)[0];
            Assert.All([0, 0.25, 0.5, 0.75], part => Assert.InRange(figure.DistanceToEdge(leg.At(part).ToPosition()), 0, 15));
        }

        Assert.True(new Ring(Legs.Of(outline, Edge.Geodesic, closed: true)).InsideIsLeft);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Few_points_are_few(Shape shape) => Assert.InRange(Figure.Of(shape)!.ArcOutline(64).Count, 3, 256);

    [Fact]
    public void A_point_is_one_place_and_great_circles_need_no_points_between_their_vertices()
    {
        Assert.Equal([Places.At(1, 2)], Figure.Of(new PointShape(Places.At(1, 2)))!.ArcOutline(64));
        var ring = Places.Ring((60, 0), (60, 40), (75, 10));
        Assert.Equal(ring, Figure.Of(Polygon.Make(ring, Edge.Geodesic).Must())!.ArcOutline(64));
    }
}
