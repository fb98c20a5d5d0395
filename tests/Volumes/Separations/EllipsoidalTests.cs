using System.Diagnostics;
using System.Globalization;
using Parley.Volumes.Earth;
using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

/// <summary>The bounds between sphere and ellipsoid, against GeographicLib (Debian package geographiclib-tools), where it is installed.</summary>
public sealed class EllipsoidalTests
{
    private static readonly double[] Parts = [0.25, 0.4, 0.5, 0.6, 0.75];

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    [InlineData(5_000_000)]
    [InlineData(12_000_000)]
    [InlineData(18_000_000)]
    public void A_great_circle_keeps_to_the_geodesic_within_what_is_said(double metres)
    {
        var (dice, worst) = (new Dice(7), 0.0);
        var starts = Enumerable.Range(0, 1_000).Select(_ => (Latitude: dice.Between(-90, 90), Azimuth: dice.Between(0, 360))).ToArray();
        var ways = Solved("GeodSolve", starts.SelectMany(s => Parts.Append(1).Select(p => Line(s.Latitude, 0, s.Azimuth, metres * p))));
        for (var i = 0; i < starts.Length; i++)
        {
            var way = ways[(i * 6)..(i * 6 + 6)];
            var (from, to) = (Vector.OfUnits(starts[i].Latitude * Bounds.UnitsInDegree, 0),
                Vector.OfUnits(way[5].Latitude * Bounds.UnitsInDegree, way[5].Longitude * Bounds.UnitsInDegree));
            var off = way[..5].Max(p => Arc.Distance(Vector.OfUnits(p.Latitude * Bounds.UnitsInDegree, p.Longitude * Bounds.UnitsInDegree), from, to));
            worst = Math.Max(worst, off / (Ellipsoidal.OfGreatCircle(from.AngleTo(to)) + 1e-13));
            Assert.InRange(metres, Ellipsoidal.Least * Globe.Radius * from.AngleTo(to), Ellipsoidal.Most * Globe.Radius * from.AngleTo(to));

            // The latitude bounds it more closely.
            var (least, most) = (way.Select(p => Math.Abs(p.Latitude)).Append(Math.Abs(starts[i].Latitude)).Min(),
                way.Select(p => Math.Abs(p.Latitude)).Append(Math.Abs(starts[i].Latitude)).Max());
            var wider = metres / 111_000;
            Assert.InRange(metres, Ellipsoidal.LeastMetres(Sine(least - wider)) * from.AngleTo(to), Ellipsoidal.MostMetres(Sine(most + wider)) * from.AngleTo(to) + 1e-6);
        }

        // Never over it, and not far below: a bound that were twice too wide would be of little use.
        Assert.InRange(worst, 0.7, 1);

        static double Sine(double degrees) => Math.Sin(Math.Clamp(degrees, 0, 90) * Math.PI / 180);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    [InlineData(5_000_000)]
    public void A_rhumb_line_keeps_to_that_of_the_ellipsoid_within_what_is_said(double metres)
    {
        var (dice, worst) = (new Dice(8), 0.0);
        var starts = Enumerable.Range(0, 300).Select(_ => (Latitude: dice.Between(-80, 80), Azimuth: dice.Between(0, 360)))
            .Where(s => Math.Abs(s.Latitude + Math.Cos(s.Azimuth * Math.PI / 180) * metres / 111_000) < 89).ToArray();
        var ways = Solved("RhumbSolve", starts.SelectMany(s => Parts.Append(1).Select(p => Line(s.Latitude, 0, s.Azimuth, metres * p))));
        for (var i = 0; i < starts.Length; i++)
        {
            var way = ways[(i * 6)..(i * 6 + 6)];
            if (way.Zip(way.Skip(1)).Any(p => Math.Abs(p.First.Longitude - p.Second.Longitude) > 120) || Math.Abs(way[5].Longitude) > 170 || Math.Abs(way[0].Longitude) > 90)
                continue;
            var (from, to) = (Places.At(starts[i].Latitude, 0), Places.At(way[5].Latitude, way[5].Longitude));
            var leg = Legs.Of([from, to], Edge.Rhumb, closed: false)[0];
            var fine = Enumerable.Range(0, 1_001).Select(p => leg.At(p / 1_000.0)).ToArray();
            var off = way[..5].Max(p => Arc.Distance(Vector.OfUnits(p.Latitude * Bounds.UnitsInDegree, p.Longitude * Bounds.UnitsInDegree), fine));
            worst = Math.Max(worst, off / (Ellipsoidal.OfRhumb(metres / Globe.Radius * 1.0056) + 3e-9));
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(5_000_000)]
    public void A_place_by_direction_and_distance_is_off_by_no_more_than_is_said(double metres)
    {
        var (dice, worst) = (new Dice(9), 0.0);
        var starts = Enumerable.Range(0, 3_000).Select(_ => (Latitude: dice.Between(-90, 90), Azimuth: dice.Between(0, 360))).ToArray();
        var ends = Solved("GeodSolve", starts.Select(s => Line(s.Latitude, 0, s.Azimuth, metres)));
        for (var i = 0; i < starts.Length; i++)
        {
            var to = Ellipsoidal.Towards(Vector.OfUnits(starts[i].Latitude * Bounds.UnitsInDegree, 0), starts[i].Azimuth * Math.PI / 180, metres);
            var off = to.AngleTo(Vector.OfUnits(ends[i].Latitude * Bounds.UnitsInDegree, ends[i].Longitude * Bounds.UnitsInDegree));
            worst = Math.Max(worst, off / (Ellipsoidal.OfDirection(Ellipsoidal.Angle(metres)) + 1e-11));
        }

        Assert.InRange(worst, 0.7, 1);
    }

    private static string Line(params double[] numbers) => string.Join(' ', numbers.Select(n => n.ToString("0.000000000000", CultureInfo.InvariantCulture)));

    /// <summary>What the tool answers to lines of latitude, longitude, azimuth and metres: where that leads.</summary>
    private static (double Latitude, double Longitude)[] Solved(string tool, IEnumerable<string> lines)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, tool)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{tool} of GeographicLib is not installed");
        var input = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(input, lines);
            using var solving = Process.Start(new ProcessStartInfo(path!, ["-p", "9", "--input-file", input]) { RedirectStandardOutput = true })!;
            var answers = solving.StandardOutput.ReadToEnd();
            solving.WaitForExit();
            return [.. answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
                .Select(w => (double.Parse(w[0], CultureInfo.InvariantCulture), double.Parse(w[1], CultureInfo.InvariantCulture)))];
        }
        finally
        {
            File.Delete(input);
        }
    }
}
