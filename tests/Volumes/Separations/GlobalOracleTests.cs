using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

/// <summary>Shapes anywhere, poles and 180 degrees among them, that surely have places closer than the separation: the geodesic between two such places says so. None of them may
/// be clear. As many as
/// PARLEY_PAIRS says, 20,000 otherwise.</summary>
public sealed class GlobalOracleTests
{
    /// <summary>Metres: a place is rounded to 11 mm, each of two in both its ordinates.</summary>
    private const double Rounded = 0.02;

    [Fact]
    public void What_is_surely_near_is_never_clear()
    {
        var (dice, tried, counts) = (new Dice(2), 0, new int[5]);
        for (var i = 0; i < PlanarOracleTests.Pairs; i++)
        {
            var middle = Anywhere(dice);
            if (Member.Near(dice, middle, dice.Scale(20, dice.One(1_000, 100_000, 3_000_000))) is not { } one)
                continue;

            // Beside the place, so far that the separation decides.
            var gap = dice.One(0, dice.Scale(0.01, 10), dice.Scale(10, 100_000));
            var beside = Vincenty.Direct(one.At, dice.Between(0, 7), gap + one.Reach);
            var other = dice.Below(3) == 0 ? Member.Near(dice, beside, dice.Scale(20, 50_000)) : new Member(new PointShape(beside), beside, 0);
            if (other is null || Vincenty.Inverse(one.At, other.At) is not var (apart, _))
                continue;
            tried++;
            counts[(int)Told(one, other, apart - one.Reach - other.Reach)]++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} pairs: possible {counts[2]}, within {counts[3]}, meets {counts[4]}");
        Assert.InRange(tried, PlanarOracleTests.Pairs / 2, PlanarOracleTests.Pairs);
    }

    private static Nearness Told(Member one, Member other, double distance)
    {
        var separation = Pairs.Apart((int)Math.Clamp(Math.Floor(distance + Rounded) + 1, 0, Bounds.HorizontalSeparation));
        var (first, second) = (Pairs.Laid(one.Shape), Pairs.Laid(other.Shape));
        var meeting = Meeting.Between(first, second, separation);
        var measured = Meeting.Measured(second, first, separation);
        var said = $"{measured.Horizontal} at {separation.Horizontal} m, true {distance}: {Text(one.Shape)} {one.At} {Text(other.Shape)} {other.At}";
        Assert.True(distance > separation.Horizontal || meeting.Nearness != Nearness.Clear, said);
        Assert.True(measured.Horizontal!.Value.Least <= Math.Max(0, distance) + Rounded, said);
        Assert.True(BoxesTests.Meet(first, second, separation), said);
        return meeting.Nearness;
    }

    [Fact]
    public void Circles_are_told_on_both_sides()
    {
        var dice = new Dice(3);
        for (var i = 0; i < PlanarOracleTests.Pairs / 4; i++)
        {
            var (one, radius) = (Anywhere(dice), (int)dice.Scale(1, 500_000));
            var other = Vincenty.Direct(one, dice.Between(0, 7), radius * 2 + dice.Scale(0.01, 1_000_000));
            if (Vincenty.Inverse(one, other) is not var (apart, _))
                continue;
            var gap = Meeting.Measured(Pairs.Laid(Circle.Make(one, radius).Must()), Pairs.Laid(Circle.Make(other, radius).Must()), Pairs.Apart(0)).Horizontal!.Value;
            var distance = Math.Max(0, apart - 2 * radius);
            Assert.True(gap.Least <= distance + 0.001 && gap.Most >= distance - 0.001, $"{gap}, true {distance}: {one} {other} {radius}");
            Assert.InRange(gap.Most!.Value - gap.Least, 0, apart * 0.0105 + 0.01);
        }
    }

    private static Position Anywhere(Dice dice) => dice.Below(4) switch
    {
        0 => Places.At(dice.One(-1, 1) * Math.Min(90, 90 - dice.Scale(1e-7, 10) + dice.One(0, 1e-5)), dice.Between(-180, 180)),
        1 => Places.At(dice.Between(-89, 89), dice.One(-1, 1) * (180 - dice.Scale(1e-7, 5))),
        2 => Places.At(dice.Between(-1, 1), dice.Between(-180, 180)),
        _ => Places.At(Math.Asin(dice.Between(-1, 1)) * 180 / Math.PI, dice.Between(-180, 180)),
    };

    private static string Text(Shape shape) => shape switch
    {
        Polygon polygon => $"{polygon.Edges} {string.Join(", ", polygon.Vertices)}",
        Corridor corridor => $"{corridor.Edges} {corridor.HalfWidth} m {string.Join(", ", corridor.Vertices)}",
        _ => shape.ToString(),
    };
}
