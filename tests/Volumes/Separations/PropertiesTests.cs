using Parley.Volumes.Earth;
using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

public sealed class PropertiesTests
{
    [Fact]
    public void Turning_both_round_the_pole_changes_nothing()
    {
        var dice = new Dice(11);
        for (var i = 0; i < 2_000; i++)
        {
            var at = Places.At(dice.Between(-80, 80), dice.Between(-180, 180));
            if (Member.Near(dice, at, dice.Scale(100, 500_000)) is not { } one ||
                Member.Near(dice, Vincenty.Direct(at, dice.Between(0, 7), dice.Scale(10, 500_000)), dice.Scale(100, 500_000)) is not { } other)
                continue;
            var turn = dice.Below(3_600_000) * 1_000L;
            if (Turned(one.Shape, turn) is not { } first || Turned(other.Shape, turn) is not { } second)
                continue;
            var (here, there) = (Meeting.Measured(Pairs.Laid(one.Shape), Pairs.Laid(other.Shape), Pairs.Apart(0)),
                Meeting.Measured(Pairs.Laid(first), Pairs.Laid(second), Pairs.Apart(0)));
            Assert.Equal(here.Horizontal!.Value.Least, there.Horizontal!.Value.Least, 1e-4);
            Assert.Equal(here.Horizontal.Value.Most!.Value, there.Horizontal.Value.Most!.Value, 1e-4);
            Assert.Equal(here.Nearness, there.Nearness);
        }
    }

    [Fact]
    public void A_polygon_split_in_two_meets_what_the_whole_met()
    {
        var (dice, near) = (new Dice(12), 0);
        for (var i = 0; i < 3_000; i++)
        {
            var (middle, size, edges) = (Places.At(dice.Between(-85, 85), dice.Between(-180, 180)), dice.Scale(100, 300_000), dice.One(Edge.Straight, Edge.Rhumb, Edge.Geodesic));
            var count = dice.One(4, 5, 8, 12);
            var ring = Enumerable.Range(0, count).Select(k => Vincenty.Direct(middle, k * 2 * Math.PI / count, size)).ToArray();
            var cut = 2 + dice.Below(count - 3);
            if (Polygon.Make(ring, edges).Value is not { } whole || Polygon.Make(ring[..(cut + 1)], edges).Value is not { } left ||
                Polygon.Make([.. ring[cut..], ring[0]], edges).Value is not { } right ||
                Member.Near(dice, Vincenty.Direct(middle, dice.Between(0, 7), size * dice.Between(0, 1.5)), size * dice.Scale(0.01, 1)) is not { } other)
                continue;
            var (against, apart) = (Pairs.Laid(other.Shape), Pairs.Apart(dice.One(0, (int)dice.Scale(1, size))));
            var all = Meeting.Between(Pairs.Laid(whole), against, apart).Nearness;
            var (first, second) = (Meeting.Between(Pairs.Laid(left), against, apart).Nearness, Meeting.Between(Pairs.Laid(right), against, apart).Nearness);
            near += all == Nearness.Clear ? 0 : 1;
            Assert.True(all == Nearness.Clear || first != Nearness.Clear || second != Nearness.Clear, $"{all} {first} {second}");
            Assert.True(all != Nearness.Clear || first <= Nearness.Possible && second <= Nearness.Possible, $"{all} {first} {second}");

            // As two shapes of one volume they meet whatever either meets.
            Assert.Equal((Nearness)Math.Max((int)first, (int)second), Joined());

            Nearness Joined() => Meeting.Between(Pairs.Laid(left, right), against, apart).Nearness;
        }

        Assert.InRange(near, 600, 3_000);
    }

    [Fact]
    public void Depth_has_the_sign_of_the_side()
    {
        var (dice, inside) = (new Dice(13), 0);
        for (var i = 0; i < 800; i++)
        {
            var (middle, size, edges) = (Places.At(dice.Between(-90, 90), dice.Between(-180, 180)), dice.Scale(10, 4_000_000), dice.One(Edge.Straight, Edge.Rhumb, Edge.Geodesic));
            var ring = Enumerable.Range(0, 9).Select(k => Vincenty.Direct(middle, -k * 2 * Math.PI / 9, size * dice.Between(0.2, 1))).ToArray();
            if (Polygon.Make(ring, edges).Value is not { } polygon || Laying.Of(polygon, null, Bounds.ComparedPoints) is not AreaCore core)
                continue;
            var figure = Figure.Of(polygon)!;
            for (var k = 0; k < 10; k++)
            {
                var at = Vincenty.Direct(middle, dice.Between(0, 7), size * dice.Between(0, 1.4));
                var depth = core.Depth(Vector.Of(at));
                if (Math.Abs(depth) <= core.Slack + Bounds.Deviation / Globe.Radius)
                    continue;
                inside += depth > 0 ? 1 : 0;
                Assert.True(figure.Contains(at) == depth > 0, $"{at} {depth}: {edges} {string.Join(", ", ring)}");
                Assert.Equal(figure.DistanceToEdge(at), Math.Abs(depth) * Globe.Radius, (core.Slack + 2e-6) * Globe.Radius + Bounds.Deviation);
            }
        }

        Assert.InRange(inside, 1_000, 6_000);
    }

    [Fact]
    public void Many_shapes_are_as_near_as_their_nearest()
    {
        var dice = new Dice(14);
        for (var i = 0; i < 300; i++)
        {
            var shapes = Enumerable.Range(0, 2 * dice.One(1, 3, 20)).Select(_ =>
                Member.Near(dice, Places.At(dice.Between(-20, 20), dice.Between(-20, 20)), dice.Scale(10, 50_000))).OfType<Member>()
                .Select(m => m.Shape).ToArray();
            if (shapes.Length < 2)
                continue;
            var (one, other, apart) = (shapes[..(shapes.Length / 2)], shapes[(shapes.Length / 2)..], Pairs.Apart(dice.One(0, 50_000, 500_000)));
            var meeting = Pairs.Between(Pairs.Laid(one), Pairs.Laid(other), apart);
            var all = one.SelectMany(_ => other, (a, b) => Meeting.Measured(Pairs.Laid(a), Pairs.Laid(b), apart)).ToArray();
            Assert.Equal(all.Max(m => m.Nearness), meeting.Nearness);
            Assert.Equal(all.Min(m => m.Horizontal!.Value.Least), meeting.Horizontal!.Value.Least, 1e-6);
            Assert.Equal(all.Min(m => m.Horizontal!.Value.Most!.Value), meeting.Horizontal.Value.Most!.Value, 1e-6);
        }
    }

    [Fact]
    public void A_separation_has_bounds()
    {
        Assert.Equal(ShapeFault.Separation, Separation.Make(-1, 0, 0).Fault);
        Assert.Equal(ShapeFault.Separation, Separation.Make(0, Bounds.VerticalSeparation + 1, 0).Fault);
        Assert.Equal(ShapeFault.Separation, Separation.Make(Bounds.HorizontalSeparation + 1, 0, 0).Fault);
        Assert.Equal(ShapeFault.Separation, Separation.Make(0, 0, Bounds.SeparationMinutes + 1).Fault);
        Assert.Null(Separation.Make(Bounds.HorizontalSeparation, Bounds.VerticalSeparation, Bounds.SeparationMinutes).Fault);
    }

    private static Shape? Turned(Shape shape, long units)
    {
        return shape switch
        {
            PointShape point => new PointShape(Turn(point.At)),
            Circle circle => Circle.Make(Turn(circle.Centre), circle.Radius).Value,
            Ellipse ellipse => Ellipse.Make(Turn(ellipse.Centre), ellipse.Major, ellipse.Minor, ellipse.Azimuth).Value,
            Corridor corridor => Corridor.Make([.. corridor.Vertices.Select(Turn)], corridor.HalfWidth, corridor.Edges).Value,
            Polygon polygon => Polygon.Make([.. polygon.Vertices.Select(Turn)], polygon.Edges).Value,
            _ => null,
        };

        Position Turn(Position at) => Position.FromUnits(at.LatitudeUnits, (long)Math.IEEERemainder(at.LongitudeUnits + units, 360.0 * Bounds.UnitsInDegree))!.Value;
    }
}
