using System.Globalization;
using NetTopologySuite.Operation.Distance;
using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

/// <summary>Verdicts on pairs that are made to be hard, against a planar library near the equator. As many as PARLEY_PAIRS says, 10,000 otherwise.</summary>
public sealed class PlanarOracleTests
{
    internal static readonly int Pairs = int.Parse(Environment.GetEnvironmentVariable("PARLEY_PAIRS") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public void No_verdict_says_more_than_is_true()
    {
        var counts = new int[5];
        var (dice, sharp) = (new Dice(1), 0);
        for (var i = 0; i < Pairs; i++)
        {
            if (Any(dice) is not var (one, other))
                continue;
            var distance = Planar.Distance(one, other);
            var apart = dice.Below(4) switch
            {
                0 => 0,
                1 => (int)Math.Max(0, Math.Floor(distance * dice.Between(0.98, 1.02)) + dice.Below(3) - 1),
                _ => (int)Math.Max(0, Math.Floor(distance) + dice.Below(4) - 1),
            };
            var nearness = Told(one, other, distance, apart);
            counts[(int)nearness]++;
            sharp += Sharp(one, other, distance, apart, nearness);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"clear {counts[1]}, possible {counts[2]}, within {counts[3]}, meets {counts[4]}; {sharp} were to be sharp and are");
        Assert.All(counts[1..], c => Assert.InRange(c, Pairs / 50, Pairs));
    }

    /// <summary>The verdict, which must not say more than the oracle.</summary>
    private static Nearness Told(Planar one, Planar other, double distance, int apart)
    {
        var (first, second, separation) = (Separations.Pairs.Laid(one.Shape), Separations.Pairs.Laid(other.Shape), Separations.Pairs.Apart(apart));
        var meeting = Meeting.Between(first, second, separation);
        var said = $"{meeting.Nearness} at {apart} m, {meeting.Horizontal}; true {distance}: {one.Shape} {other.Shape}";
        var error = one.Error + other.Error;
        Assert.True(meeting.Nearness == Meeting.Between(second, first, separation).Nearness, said);
        Assert.True(meeting.Nearness != Nearness.Clear || distance >= apart - error, said);
        Assert.True(meeting.Nearness != Nearness.Clear || distance > 0 || !Planar.Overlap(one, other), said);
        Assert.True(meeting.Nearness != Nearness.Within || distance < apart + error, said);
        Assert.True(meeting.Nearness != Nearness.Meets || distance <= error, said);
        var measured = Meeting.Measured(first, second, separation);
        Assert.Equal(measured, Meeting.Measured(second, first, separation));
        Assert.True(measured.Horizontal!.Value.Least <= distance + error && measured.Horizontal.Value.Most >= distance - error, said);
        Assert.True(meeting.Nearness == Nearness.Clear || BoxesTests.Meet(first, second, separation), said);
        return meeting.Nearness;
    }

    /// <summary>Far from the limit there is nothing doubtful: 1 when the pair is such.</summary>
    private static int Sharp(Planar one, Planar other, double distance, int apart, Nearness nearness)
    {
        // The radii of curvature along the equator and across it differ by 0.67 %; the ring of an ellipse leaves it by its chords, either way.
        var span = one.Core.Distance(other.Core);
        var doubt = span * 0.0069 + 0.05 + new[] { one.Shape, other.Shape }.OfType<Ellipse>().Sum(e => e.Major * 0.001);
        if (distance > apart + doubt)
            Assert.True(nearness == Nearness.Clear, $"{nearness} at {apart} m, true {distance}, {doubt}: {one.Shape} {other.Shape}");
        else if (distance < apart - doubt)
            Assert.True(nearness >= Nearness.Within, $"{nearness} at {apart} m, true {distance}, {doubt}: {one.Shape} {other.Shape}");
        else if (span >= one.Radius + other.Radius - doubt)
            return 0;
        else
            Assert.Equal(Nearness.Meets, nearness);
        return 1;
    }

    /// <summary>Two shapes: some far, some moved so near to each other that a centimetre or two decides, some with vertices in common, some one inside the other.</summary>
    private static (Planar One, Planar Other)? Any(Dice dice)
    {
        var (size, otherSize) = (dice.Scale(2, 500), dice.Scale(2, 500));
        if (Planar.Any(dice, dice.Between(-500, 500), dice.Between(-500, 500), size) is not { } one ||
            Planar.Any(dice, dice.Between(-500, 500), dice.Between(-500, 500), otherSize) is not { } other)
            return null;
        var way = dice.Below(5);
        if (way == 0)
            return (one, other);
        var (x, y) = Between(one, other, way);
        if (way < 4)
        {
            var length = Math.Max(1e-9, Math.Sqrt(x * x + y * y));
            var gap = way == 1 ? dice.Between(-0.03, 0.03) : way == 2 ? dice.Scale(0.01, 100) : 0;
            var radii = way == 3 ? 0 : one.Radius + other.Radius + gap;
            (x, y) = (x - x / length * radii, y - y / length * radii);
        }

        return Planar.Moved(other.Shape, x, y) is { } moved ? (one, Planar.Of(moved)) : null;
    }

    /// <summary>The way from the other's nearest place to this one's; between two of their vertices; or from one middle to the other.</summary>
    private static (double X, double Y) Between(Planar one, Planar other, int way)
    {
        var ends = way switch
        {
            3 => [other.Core.Coordinates[0], one.Core.Coordinates[^1]],
            4 => [other.Core.Centroid.Coordinate, one.Core.Centroid.Coordinate],
            _ => DistanceOp.NearestPoints(other.Core, one.Core),
        };
        return (ends[1].X - ends[0].X, ends[1].Y - ends[0].Y);
    }
}
