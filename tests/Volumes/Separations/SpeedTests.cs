using System.Diagnostics;
using Parley.Volumes.Earth;
using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

/// <summary>How long a verdict takes; the numbers are in the output. The limits leave room for a build without optimization and for a machine that has other work.</summary>
[Collection(Alone)]
public sealed class SpeedTests
{
    private const string Alone = "measured while nothing else runs";

    private static readonly Separation Apart = Pairs.Apart(9_260);

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class WhileNothingElseRuns;

    [Theory]
    [InlineData(20_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Pairs_of_usual_volumes(int spread)
    {
        var dice = new Dice(21);
        var volumes = Enumerable.Range(0, 200).Select(_ => Usual(dice, spread)).ToArray();
        var (counts, clear) = (new int[5], new List<(int, int)>());
        for (var i = 0; i < volumes.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var nearness = Meeting.Between(volumes[i], volumes[j], Apart).Nearness;
                counts[(int)nearness]++;
                if (nearness == Nearness.Clear)
                    clear.Add((i, j));
            }
        }

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < volumes.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Meeting.Between(volumes[i], volumes[j], Apart);
        }

        var each = clock.Elapsed.TotalMicroseconds / counts.Sum();
        var before = GC.GetAllocatedBytesForCurrentThread();
        clock.Restart();
        foreach (var (i, j) in clear)
            Meeting.Between(volumes[i], volumes[j], Apart);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"within {spread / 1000} km: {each:0.00} us a pair, " +
            $"{clock.Elapsed.TotalMicroseconds / Math.Max(1, clear.Count):0.00} us a clear one; clear {counts[1]}, possible {counts[2]}, within {counts[3]}, meets {counts[4]}");
        Assert.Equal(0, allocated);
        Assert.InRange(each, 0, 100);
    }

    [Fact]
    public void The_hardest_of_the_usual()
    {
        // Polygons of 20 vertices with straight edges, and corridors of 10 legs, that cross each other.
        var dice = new Dice(23);
        foreach (var isPolygon in new[] { true, false })
        {
            var volumes = Enumerable.Range(0, 100).Select(_ => Globe.Destination(Places.At(54, 20), dice.Between(0, 360), dice.Between(0, 20_000))).Select(at =>
                Pairs.Laid(isPolygon
                ? Polygon.Make([.. Enumerable.Range(0, 20).Select(i => Globe.Destination(at, i * 18, 20_000 * dice.Between(0.6, 1)))], Edge.Straight).Must()
                : Corridor.Make([.. Walk(dice, at, 10, 10_000)], 1_000, Edge.Straight).Must())).ToArray();
            var (clock, count) = (new Stopwatch(), 0);
            for (var round = 0; round < 4; round++)
            {
                (clock, count) = (Stopwatch.StartNew(), 0);
                for (var i = 0; i < volumes.Length; i++)
                {
                    for (var j = 0; j < i; j++, count++)
                        Meeting.Between(volumes[i], volumes[j], Apart);
                }
            }

            var each = clock.Elapsed.TotalMicroseconds / count;
            TestContext.Current.TestOutputHelper?.WriteLine($"{(isPolygon ? "polygons of 20" : "corridors of 10")}: {each:0.00} us a pair");
            Assert.InRange(each, 0, 200);
        }
    }

    [Fact]
    public void The_longest_rings_there_are()
    {
        // Two combs whose teeth stand between each other, 50 m apart, and two stars inside each other.
        var combs = (One: Comb(0), Other: Comb(0.0009));
        var stars = (One: Star(1), Other: Star(0.999));
        foreach (var (name, (one, other)) in new[] { ("combs", combs), ("stars", stars) })
        {
            var clock = Stopwatch.StartNew();
            var (first, second) = (Pairs.Laid(one), Pairs.Laid(other));
            var laid = clock.Elapsed;
            foreach (var apart in new[] { 0, 30, 9_260 })
            {
                clock.Restart();
                var meeting = Meeting.Between(first, second, Pairs.Apart(apart));
                TestContext.Current.TestOutputHelper?.WriteLine($"{name} of {Bounds.Vertices} vertices: laid {laid.TotalMilliseconds / 2:0.0} ms, " +
                    $"at {apart} m {clock.Elapsed.TotalMilliseconds:0.00} ms, {meeting.Nearness} {meeting.Horizontal}");
                Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
            }
        }
    }

    [Fact]
    public void Memory_of_a_volume()
    {
        var dice = new Dice(22);
        foreach (var (name, shape, most) in new (string, Func<Shape>, int)[]
        {
            ("circle", () => Pairs.Circle(dice.Between(-80, 80), dice.Between(-180, 180), 5_000), 500),
            ("triangle", () => Pairs.Ring(Edge.Geodesic, (0, 0), (0, 1), (1, 0)), 1_000),
            ("comb", () => Comb(0), 200_000),
        })
        {
            var volumes = Enumerable.Range(0, 200).Select(_ => Pairs.Always(shape())).ToArray();
            var laid = new LaidVolume[volumes.Length];
            var before = GC.GetTotalMemory(true);
            for (var i = 0; i < laid.Length; i++)
                laid[i] = LaidVolume.Of(volumes[i]);
            var bytes = (GC.GetTotalMemory(true) - before) / laid.Length;
            GC.KeepAlive(laid);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {bytes} bytes");
            Assert.InRange(bytes, 1, most);
        }
    }

    /// <summary>A circle, polygon or corridor, of 1 to 30 km, somewhere within so many metres of a place.</summary>
    private static LaidVolume Usual(Dice dice, int spread)
    {
        var at = Globe.Destination(Places.At(54, 20), dice.Between(0, 360), spread * Math.Sqrt(dice.Between(0, 1)));
        var (size, vertices) = (dice.Scale(1_000, 30_000), 4 + dice.Below(17));
        return Pairs.Laid(dice.Below(3) switch
        {
            0 => Circle.Make(at, (int)size).Must(),
            1 => Polygon.Make([.. Enumerable.Range(0, vertices).Select(i => Globe.Destination(at, i * 360.0 / vertices, size * dice.Between(0.6, 1)))],
                dice.One(Edge.Geodesic, Edge.Rhumb, Edge.Straight)).Must(),
            _ => Corridor.Make([.. Walk(dice, at, 2 + dice.Below(9), size)], (int)(size / 10), dice.One(Edge.Geodesic, Edge.Rhumb, Edge.Straight)).Must(),
        });
    }

    private static IEnumerable<Position> Walk(Dice dice, Position at, int legs, double size)
    {
        for (var i = legs; i >= 0; i--)
        {
            yield return at;
            at = Globe.Destination(at, dice.Between(0, 180), size / 2);
        }
    }

    private static Shape Comb(double offset)
    {
        // 500 teeth, each 0.0018 degrees from the next and 0.0004 wide, 1 degree long.
        var teeth = Enumerable.Range(0, Bounds.Vertices / 4 - 1).SelectMany(i =>
            new[] { (0.0 + i * 1e-7, i * 0.0018), (1, i * 0.0018), (1, i * 0.0018 + 0.0004), (i * 1e-7, i * 0.0018 + 0.0004) });
        return Pairs.Ring(Edge.Straight, [.. teeth.Select(t => (offset > 0 ? 1.001 - t.Item1 - 0.0005 : t.Item1, t.Item2 + offset)), (offset > 0 ? 1.1 : -0.1, 0.5 + offset)]);
    }

    private static Shape Star(double size) => Pairs.Ring(Edge.Geodesic, [.. Enumerable.Range(0, Bounds.Vertices)
        .Select(i => (54 + size * (i % 2 == 0 ? 1 : 0.3) * Math.Cos(i * 2 * Math.PI / Bounds.Vertices),
            20 + size * (i % 2 == 0 ? 1 : 0.3) * Math.Sin(i * 2 * Math.PI / Bounds.Vertices)))]);
}
