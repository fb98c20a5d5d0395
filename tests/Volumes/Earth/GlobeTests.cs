using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Earth;

namespace Parley.Volumes.Tests.Earth;

public sealed class GlobeTests
{
    private const double Degree = Globe.Radius * Math.PI / 180;

    [Fact]
    public void Known_ways()
    {
        Assert.Equal(90 * Degree, Globe.Distance(Places.At(90, 0), Places.At(0, 77)), 1e-3);
        Assert.Equal(180 * Degree, Globe.Distance(Places.At(10, 20), Places.At(-10, -160)), 1e-3);
        Assert.Equal(2 * Degree, Globe.Distance(Places.At(0, 179), Places.At(0, -179)), 1e-3);

        // One unit of latitude keeps its digits.
        Assert.Equal(Degree / 1e7, Globe.Distance(Places.At(69, 16), Places.At(69.0000001, 16)), 1e-6);
        Assert.Equal(0, Globe.Distance(Places.At(69.3, 16), Places.At(69.3, 16)));
    }

    /// <summary>Length of a degree on WGS 84 at its longest and shortest, from the radii of curvature a(1-e2) along the meridian at the equator, a/sqrt(1-e2) at
    /// the pole.</summary>
    [Theory]
    [InlineData(6_335_439.327)]
    [InlineData(6_399_593.626)]
    [InlineData(6_378_137.0)]
    public void The_error_of_the_sphere_is_within_what_is_said(double radius) => Assert.InRange(Math.Abs(radius / Globe.Radius - 1), 0, Globe.RelativeError);

    [Fact]
    public void Azimuths()
    {
        Assert.Equal(0, Globe.Azimuth(Places.At(10, 20), Places.At(30, 20)));
        Assert.Equal(90, Globe.Azimuth(Places.At(0, 20), Places.At(0, 30))!.Value, 1e-9);
        Assert.Equal(270, Globe.Azimuth(Places.At(0, 170), Places.At(0, 160))!.Value, 1e-9);
        Assert.Null(Globe.Azimuth(Places.At(10, 20), Places.At(10, 20)));
        Assert.Null(Globe.Azimuth(Places.At(10, 20), Places.At(-10, -160)));

        // At the poles, from the meridians that the documentation names.
        Assert.Equal(0, Globe.Azimuth(Places.At(90, 0), Places.At(0, 180))!.Value, 1e-9);
        Assert.Equal(0, Globe.Azimuth(Places.At(-90, 0), Places.At(0, 0))!.Value, 1e-9);
    }

    [Fact]
    public void A_destination_lies_at_the_distance_and_in_the_direction() => Prop.ForAll(
        Places.Anywhere.ToArbitrary(), Gen.Choose(0, 35_999).ToArbitrary(), Gen.Choose(1, 19_000_000).ToArbitrary(), (from, hundredths, metres) =>
        {
            var to = Globe.Destination(from, hundredths / 100.0, metres);
            var turned = Math.Abs(Math.IEEERemainder((Globe.Azimuth(from, to) ?? hundredths / 100.0) - hundredths / 100.0, 360)) * Math.PI / 180;

            // A position is rounded to 11 mm, across the way as along it.
            return Math.Abs(Globe.Distance(from, to) - metres) < 0.012 && turned * Math.Sin(metres / Globe.Radius) * Globe.Radius < 0.012;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void To_a_leg_of_each_kind()
    {
        var (from, to) = (Places.At(60, 0), Places.At(60, 90));
        Assert.InRange(Globe.DistanceToLeg(Places.At(61, 45), from, to, Edge.Straight)!.Value, Degree - 10, Degree + 10);
        Assert.InRange(Globe.DistanceToLeg(Places.At(61, 45), from, to, Edge.Rhumb)!.Value, Degree - 10, Degree + 10);

        // The great circle has its top at atan(tan 60 / cos 45) = 67.792 N.
        Assert.Equal(6.792346 * Degree, Globe.DistanceToLeg(Places.At(61, 45), from, to, Edge.Geodesic)!.Value, 5.0);

        // Beyond the ends.
        Assert.Equal(Degree, Globe.DistanceToLeg(Places.At(0, -1), Places.At(0, 0), Places.At(0, 10), Edge.Rhumb)!.Value, 1e-3);
        Assert.Equal(Degree, Globe.DistanceToLeg(Places.At(0, 11), Places.At(0, 0), Places.At(0, 10), Edge.Geodesic)!.Value, 1e-3);

        // A leg to a pole follows the meridian; there is no one way to the opposite end.
        Assert.Equal(0, Globe.DistanceToLeg(Places.At(85, 33), Places.At(80, 33), Places.At(90, 0), Edge.Straight)!.Value, 1e-3);
        Assert.Null(Globe.DistanceToLeg(from, Places.At(10, 0), Places.At(-10, 180), Edge.Geodesic));
    }

    [Fact]
    public void A_rhumb_line_keeps_its_heading()
    {
        // Half way in latitude from 0 N 0 E to 60 N 60 E, Mercator has gone atanh(sin 30) / atanh(sin 60) of the way east.
        var east = Math.Atanh(Math.Sin(Math.PI / 6)) / Math.Atanh(Math.Sin(Math.PI / 3)) * 60;
        Assert.InRange(Globe.DistanceToLeg(Places.At(30, east), Places.At(0, 0), Places.At(60, 60), Edge.Rhumb)!.Value, 0, 10);
        Assert.InRange(Globe.DistanceToLeg(Places.At(30, 30), Places.At(0, 0), Places.At(60, 60), Edge.Straight)!.Value, 0, 10);
        Assert.InRange(Globe.DistanceToLeg(Places.At(30, 30), Places.At(0, 0), Places.At(60, 60), Edge.Rhumb)!.Value, 200_000, 500_000);
    }
}
