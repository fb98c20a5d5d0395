using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Earth;
using Parley.Volumes.Notations;

namespace Parley.Volumes.Tests.Notations;

public sealed class MgrsTests
{
    /// <summary>From the documentation of the libraries mgrs (42 N 93 W) and geodesy by C. Veness (the Eiffel Tower), and the poles.</summary>
    [Theory]
    [InlineData(42.0, -93.0, "15TWG 00000 49776")]
    [InlineData(48.8582, 2.2945, "31UDQ 48251 11932")]
    [InlineData(0.0, 3.0, "31NEA 00000 00000")]
    [InlineData(90.0, 0.0, "ZAH 00000 00000")]
    [InlineData(-90.0, 0.0, "BAN 00000 00000")]
    public void Published_references(double latitude, double longitude, string reference) =>
        Assert.Equal(reference, PositionText.Write(Places.At(latitude, longitude), Notation.Mgrs));

    /// <summary>From the documentation of the library utm.</summary>
    [Fact]
    public void Published_coordinates()
    {
        var (east, north) = Utm.Forward(51.2, 7.5, 32);
        Assert.Equal(395201.3103811303, east, 1e-3);
        Assert.Equal(5673135.241182375, north, 1e-3);
        var (latitude, longitude) = Utm.Inverse(395201.3103811303, 5673135.241182375, 32, south: false);
        Assert.Equal(51.2, latitude, 1e-8);
        Assert.Equal(7.5, longitude, 1e-8);
    }

    /// <summary>On the central meridian the northing is the length of the meridian times the scale; a quarter of it is 10,001,965.729 m on WGS 84.</summary>
    [Fact]
    public void The_meridian_has_its_length() => Assert.Equal(10_001_965.729 * 0.9996, Utm.Forward(90, 3, 31).North, 1e-2);

    [Theory]
    [InlineData(60, 4, 32)]
    [InlineData(63.99, 11.99, 32)]
    [InlineData(64, 4, 31)]
    [InlineData(78, 8.99, 31)]
    [InlineData(78, 9, 33)]
    [InlineData(78, 21, 35)]
    [InlineData(78, 33, 37)]
    [InlineData(78, 42, 38)]
    [InlineData(0, -180, 1)]
    [InlineData(0, 179.99, 60)]
    public void Zones_are_those_of_the_atlas(double latitude, double longitude, int zone) => Assert.Equal(zone, Utm.Zone(latitude, longitude));

    [Fact]
    public void Every_place_lies_in_its_square_and_is_written_so_again() => Prop.ForAll(Places.Anywhere.ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (at, digits) =>
    {
        var text = PositionText.Write(at, Notation.Mgrs, digits);
        var read = PositionText.Parse(text);
        if (read is null)
            throw new InvalidOperationException(text);
        var side = Math.Pow(10, 5 - digits);
        return read.Notation == Notation.Mgrs && read.Precision == side && Globe.Distance(at, read.Position) <= side * 1.5 + 0.02
            && PositionText.Parse(text.Replace(" ", "")) == read && PositionText.Parse(ReadBack.ForVoice(at, Notation.Mgrs, digits)) == read;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void A_reference_to_the_metre_is_written_again() => Prop.ForAll(Places.Anywhere.ToArbitrary(), at =>
    {
        var text = PositionText.Write(at, Notation.Mgrs);
        var again = PositionText.Write(PositionText.Parse(text)!.Position, Notation.Mgrs);

        // Slivers at the edge of a zone or band have their middle beyond it.
        return again == text || again.Split(' ')[0][..^2] != text.Split(' ')[0][..^2];
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Polar_coordinates_come_back() => Prop.ForAll(Gen.Choose(800_000_000, 900_000_000).ToArbitrary(), Gen.Choose(-1_800_000_000, 1_800_000_000).ToArbitrary(), (y, x) =>
    {
        var at = Position.FromUnits(y, x)!.Value;
        var (east, north) = Ups.Forward(at.Latitude, at.Longitude);
        var (latitude, longitude) = Ups.Inverse(east, north, south: false);
        return Globe.Distance(at, Position.FromDegrees(latitude, longitude)!.Value) < 0.02;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("33WWT 39151 0994")]
    [InlineData("33WWT 391510994")]
    [InlineData("33WWT  39151 09948")]
    [InlineData("61WWT 39151 09948")]
    [InlineData("33IWT 39151 09948")]
    [InlineData("33WOT 39151 09948")]
    [InlineData("33WAT 39151 09948")]
    [InlineData("33WWA 39151 09948")]
    [InlineData("33wwt 39151 09948")]
    [InlineData("ZDH 00000 00000")]
    [InlineData("32XNG 00000 00000")]
    [InlineData("33WWT 39151 09948 ")]
    public void What_names_no_square_is_refused(string text) => Assert.Null(PositionText.Parse(text));
}
