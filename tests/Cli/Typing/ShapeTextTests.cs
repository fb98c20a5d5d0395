using System.Globalization;
using Parley.Cli.Typing;
using Parley.Volumes;

namespace Parley.Cli.Tests.Typing;

public sealed class ShapeTextTests
{
    private static readonly Position Here = Position.FromDegrees(69.5, 16)!.Value;

    [Theory]
    [InlineData("69.5000 16.0000")]
    [InlineData("69-30.0N 016-00.0E")]
    [InlineData("693000n  0160000e")]
    [InlineData(" 69°30.0'N 016°00.0'E ")]
    public void A_place_is_read_in_any_notation(string typed) => Assert.Equal(Here, ShapeText.Place("--point", typed));

    [Theory]
    [InlineData("16.0, 69.5")]
    [InlineData("69.5")]
    [InlineData("Tromsø")]
    [InlineData("91.0 16.0")]
    public void What_is_no_place_is_refused_with_how_one_is_written(string typed)
    {
        var fault = Assert.Throws<CommandFault>(() => ShapeText.Place("--at", typed));
        Assert.Equal(ExitCode.Usage, fault.Code);
        Assert.StartsWith($"--at: '{typed}' is no place; write it such as 69.3000 16.0000", fault.Message);
    }

    [Theory]
    [InlineData("69-30.0N 016-00.0E 5km", 5_000)]
    [InlineData("69.5 16.0 3 nm", 5_556)]
    public void A_circle_is_a_place_and_a_radius(string typed, int radius) => Assert.Equal(Circle.Make(Here, radius).Must(), ShapeText.Circle(typed));

    [Fact]
    public void The_radius_after_a_grid_reference_is_the_last_word()
    {
        var circle = Assert.IsType<Circle>(ShapeText.Circle("33WWT 39151 09948 800m"));
        Assert.Equal((800, ShapeText.Place("--point", "33WWT3915109948")), (circle.Radius, circle.Centre));
    }

    [Theory]
    [InlineData("5km")]
    [InlineData("5 km")]
    [InlineData("")]
    public void A_circle_without_a_place_is_refused(string typed) =>
        Assert.Contains("is not written PLACE RADIUS", Assert.Throws<CommandFault>(() => ShapeText.Circle(typed)).Message);

    [Fact]
    public void A_polygon_is_mended_and_that_is_said()
    {
        List<string> said = [];
        var polygon = ShapeText.Polygon("69.0 15.0; 69.0 15.0; 69.0 17.0; 70.0 16.0; 69.0 15.0", Edge.Rhumb, said);
        Assert.Equal(Polygon.Make([At(69, 15), At(69, 17), At(70, 16)], Edge.Rhumb).Must(), polygon);
        Assert.Equal(["--polygon: the first place stood again at the end, left out.", "--polygon: a place within 1 m of the one before, left out."], said);

        said.Clear();
        ShapeText.Polygon("69.0 15.0; 69.0 17.0; 70.0 16.0;", Edge.Geodesic, said);
        Assert.Empty(said);
    }

    [Fact]
    public void A_corridor_keeps_its_last_place()
    {
        List<string> said = [];
        var corridor = ShapeText.Corridor("69.0 15.0; 69.0 17.0; 69.000001 17.0", 3_704, Edge.Geodesic, said);
        Assert.Equal(Corridor.Make([At(69, 15), At(69.000001, 17)], 3_704, Edge.Geodesic).Must(), corridor);
        Assert.Single(said);
    }

    [Theory]
    [InlineData("69.0 15.0; 70.0 17.0; 69.0 17.0; 70.0 15.0", "refused (crossesItself): --polygon: its edges cross or touch each other")]
    [InlineData("69.0 15.0; 69.0 17.0", "refused (tooFewVertices): --polygon")]
    [InlineData("0.0 0.0; 0.0 180.0; 10.0 90.0", "refused (oppositeEnds): --polygon")]
    [InlineData("", "refused (tooFewVertices): --polygon")]
    public void What_is_no_polygon_is_refused_by_its_name(string typed, string words)
    {
        var fault = Assert.Throws<CommandFault>(() => ShapeText.Polygon(typed, Edge.Geodesic, []));
        Assert.Equal(ExitCode.Usage, fault.Code);
        Assert.StartsWith(words, fault.Message);
    }

    [Fact]
    public void More_places_than_the_bound_are_refused_by_that_name()
    {
        var typed = string.Join(';', Enumerable.Range(0, 2_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"{10 + (i * 0.02):0.000} {i % 2 * 0.02:0.000}")));
        Assert.StartsWith(
            "refused (tooManyVertices): --corridor: more than 2000 places", Assert.Throws<CommandFault>(() => ShapeText.Corridor(typed, 10, Edge.Geodesic, [])).Message);
    }

    private static Position At(double latitude, double longitude) => Position.FromDegrees(latitude, longitude)!.Value;
}
