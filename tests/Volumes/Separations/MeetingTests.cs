using Parley.Volumes.Earth;
using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

public sealed class MeetingTests
{
    /// <summary>Metres of a degree of the equator on the ellipsoid.</summary>
    private const double DegreeOfEquator = 6_378_137 * Math.PI / 180;

    public static TheoryData<Edge> Edges => [.. Enum.GetValues<Edge>()];

    [Fact]
    public void Circles_along_the_equator()
    {
        // Their edges are 9,260 m apart and some; the sphere is off by 0.11 % there.
        var (one, apart) = (Pairs.Laid(Pairs.Circle(0, 0, 20_000)), Pairs.Apart(9_260));
        Assert.Equal(Nearness.Within, At(9_000).Nearness);
        Assert.Equal(Nearness.Possible, At(9_260).Nearness);
        Assert.Equal(Nearness.Clear, At(9_800).Nearness);
        Assert.Equal(Nearness.Meets, At(-1_000).Nearness);

        // A touch is closer than 9,260 m, and without a separation nobody can tell it from a miss.
        Assert.Equal(Nearness.Within, At(0).Nearness);
        apart = Pairs.Apart(0);
        Assert.Equal(Nearness.Possible, At(0).Nearness);
        apart = Pairs.Apart(9_260);
        var meeting = At(9_000);
        Assert.InRange(9_000, meeting.Horizontal!.Value.Least, meeting.Horizontal.Value.Most!.Value);
        Assert.InRange(meeting.Horizontal.Value.Most!.Value - meeting.Horizontal.Value.Least, 0, 600);

        // Half way between the edges, 24.5 km from the centre.
        Assert.InRange(Globe.Distance(meeting.Where!.Value, Places.At(0, 24_500 / DegreeOfEquator)), 0, 100);

        Meeting At(double metres) => Pairs.Between(one, Pairs.Laid(Pairs.Circle(0, (40_000 + metres) / DegreeOfEquator, 20_000)), apart);
    }

    [Fact]
    public void A_clear_pair_is_told_without_being_measured()
    {
        var meeting = Meeting.Between(Pairs.Laid(Pairs.Circle(0, 0, 20_000)), Pairs.Laid(Pairs.Circle(0, 10, 20_000)), Pairs.Apart(9_260));
        Assert.Equal((Nearness.Clear, Apart.Place), (meeting.Nearness, meeting.Apart!.Value));
        Assert.Null(meeting.Horizontal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void One_inside_the_other_meets(Edge edges)
    {
        var large = Pairs.Laid(Pairs.Ring(edges, (10, 10), (10, 20), (20, 20), (20, 10)));
        Assert.Equal(Nearness.Meets, Pairs.Between(large, Pairs.Laid(Pairs.Ring(edges, (14, 14), (14, 15), (15, 15))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(large, Pairs.Laid(Pairs.Circle(15, 15, 100)), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(large, Pairs.Laid(new PointShape(Places.At(15, 15))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(large, Pairs.Laid(Pairs.Way(edges, 1, (14, 14), (15, 16))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(large, large, Pairs.Apart(0)).Nearness);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_bay_is_outside(Edge edges)
    {
        // A horseshoe round a square: 0.5 degrees of the bay on each side of it.
        var horseshoe = Pairs.Laid(Pairs.Ring(edges, (0, 0), (0, 6), (6, 6), (6, 4), (2, 4), (2, 2), (6, 2), (6, 0)));
        var square = Pairs.Laid(Pairs.Ring(edges, (3, 2.5), (3, 3.5), (5, 3.5), (5, 2.5)));
        var meeting = Pairs.Between(horseshoe, square, Pairs.Apart(10_000));
        Assert.Equal(Nearness.Clear, meeting.Nearness);
        Assert.InRange(0.5 * DegreeOfEquator, meeting.Horizontal!.Value.Least - 1_000, meeting.Horizontal.Value.Most!.Value + 1_000);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Shapes_at_poles(Edge edges)
    {
        foreach (var south in new[] { 1, -1 })
        {
            var cap = Pairs.Laid(Pairs.Ring(edges, (80 * south, 10), (80 * south, 60), (80 * south, 130), (80 * south, -160), (80 * south, -100), (80 * south, -30)));
            Assert.Equal(Nearness.Meets, Pairs.Between(cap, Pairs.Laid(Pairs.Circle(90 * south, 0, 1_000)), Pairs.Apart(0)).Nearness);
            Assert.Equal(Nearness.Meets, Pairs.Between(cap, Pairs.Laid(new PointShape(Places.At(90 * south, 0))), Pairs.Apart(0)).Nearness);
            Assert.Equal(Nearness.Clear, Pairs.Between(cap, Pairs.Laid(new PointShape(Places.At(-90 * south, 0))), Pairs.Apart(1_000_000)).Nearness);
            Assert.Equal(Nearness.Clear, Pairs.Between(cap, Pairs.Laid(Pairs.Circle(78 * south, 77, 1_000)), Pairs.Apart(100_000)).Nearness);

            // Two sectors that have the pole alone in common.
            var sector = Pairs.Laid(Pairs.Ring(edges, (80 * south, 0), (80 * south, 40), (90 * south, 0)));
            var opposite = Pairs.Laid(Pairs.Ring(edges, (80 * south, 180), (80 * south, -140), (90 * south, 0)));
            Assert.InRange(Pairs.Between(sector, opposite, Pairs.Apart(0)).Nearness, Nearness.Possible, Nearness.Meets);
            Assert.Equal(Nearness.Within, Pairs.Between(sector, opposite, Pairs.Apart(5_000)).Nearness);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_meridian_of_180_degrees_is_no_edge(Edge edges)
    {
        var over = Pairs.Laid(Pairs.Ring(edges, (10, 178), (10, -178), (12, -178), (12, 178)));
        Assert.Equal(Nearness.Meets, Pairs.Between(over, Pairs.Laid(Pairs.Circle(11, 180, 10)), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(over, Pairs.Laid(Pairs.Way(edges, 10, (11, 177), (11, -177))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Clear, Pairs.Between(over, Pairs.Laid(Pairs.Circle(11, 0, 10)), Pairs.Apart(1_000_000)).Nearness);
        Assert.Equal(Nearness.Clear, Pairs.Between(over, Pairs.Laid(Pairs.Circle(11, -177, 10)), Pairs.Apart(100_000)).Nearness);
        Assert.Equal(Nearness.Within, Pairs.Between(over, Pairs.Laid(Pairs.Circle(11, -177, 10)), Pairs.Apart(115_000)).Nearness);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Neighbours_that_touch_or_overlap_by_a_centimetre_are_never_clear(Edge edges)
    {
        foreach (var (latitude, longitude) in new[] { (0.0, 0.0), (45, 12), (69.3, 179.9), (-83, -60) })
        {
            var one = Pairs.Laid(Pairs.Ring(edges, (latitude, longitude), (latitude, longitude + 0.1), (latitude + 0.1, longitude + 0.1), (latitude + 0.1, longitude)));
            foreach (var overlap in new[] { 0, 1e-7 })
            {
                var (west, south) = (longitude + 0.1 - overlap, latitude);
                var shares = Pairs.Laid(Pairs.Ring(edges, (south, Turned(west)), (south, Turned(west + 0.2)), (south + 0.1, Turned(west + 0.2)), (south + 0.1, Turned(west))));
                Assert.NotEqual(Nearness.Clear, Pairs.Between(one, shares, Pairs.Apart(0)).Nearness);
                var corner = Pairs.Laid(Pairs.Ring(edges, (south + 0.1 - overlap, Turned(west)), (south + 0.3, Turned(west)), (south + 0.3, Turned(west + 0.2))));
                Assert.NotEqual(Nearness.Clear, Pairs.Between(one, corner, Pairs.Apart(0)).Nearness);
            }
        }

        static double Turned(double longitude) => longitude > 180 ? longitude - 360 : longitude;
    }

    [Theory]
    [InlineData(Edge.Straight)]
    [InlineData(Edge.Rhumb)]
    public void A_narrow_gulf_turns_nothing_inside_out(Edge edges)
    {
        // 1 m wide and 150 km long, between two parallels whose points stand at different places, so that what joins them crosses.
        var area = Pairs.Laid(Pairs.Ring(edges, (60, 0), (60, 3), (60.5, 3), (60.5, 0.1), (60.50001, 0.1), (60.50001, 2.7), (60.6, 3), (61, 3), (61, 0)));
        for (var i = 1; i < 200; i++)
        {
            foreach (var metres in new[] { 3, 12, 25, 60, 500 })
            {
                var longitude = 0.1 + i * 0.013;
                Assert.NotEqual(Nearness.Clear, Pairs.Between(area, Pairs.Laid(new PointShape(Places.At(60.5 - metres / DegreeOfEquator, longitude))), Pairs.Apart(0)).Nearness);
                Assert.NotEqual(Nearness.Clear, Pairs.Between(area, Pairs.Laid(new PointShape(Places.At(60.50001 + metres / DegreeOfEquator, longitude))),
                    Pairs.Apart(0)).Nearness);
            }
        }
    }

    [Fact]
    public void Points_and_places_without_length()
    {
        var point = Pairs.Laid(new PointShape(Places.At(69.3, 16)));
        Assert.Equal(Nearness.Meets, Pairs.Between(point, Pairs.Laid(new PointShape(Places.At(69.3, 16))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Clear, Pairs.Between(point, Pairs.Laid(new PointShape(Places.At(69.3000001, 16))), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Within, Pairs.Between(point, Pairs.Laid(new PointShape(Places.At(69.3000001, 16))), Pairs.Apart(1)).Nearness);
        var spot = Pairs.Laid(Pairs.Way(Edge.Geodesic, 1, (69.3, 16), (69.3000001, 16)));
        Assert.Equal(Nearness.Meets, Pairs.Between(point, spot, Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Clear, Pairs.Between(point, Pairs.Laid(new PointShape(Places.At(-69.3, -164))), Pairs.Apart(1_000_000)).Nearness);
    }

    [Fact]
    public void What_has_no_edge_is_possible_and_never_clear_by_place()
    {
        var apart = Pairs.Apart(1_000);
        var quadrant = Pairs.Laid(new OceanQuadrant(Ocean.Atlantic, Quadrant.Northeast));
        var named = Pairs.Always(NamedArea.Make("strait").Must());
        var halved = Pairs.Laid(Pairs.Ring(Edge.Geodesic, (0, 0), (0, 120), (0, -120)));
        var circle = Pairs.Laid(Pairs.Circle(0, 0, 1_000));
        foreach (var area in new[] { quadrant, LaidVolume.Of(named), LaidVolume.Of(named, _ => new OceanQuadrant(Ocean.Arctic, Quadrant.Northeast)), halved })
        {
            Assert.False(area.IsDrawn);
            Assert.Equal(Nearness.Possible, Pairs.Between(area, circle, apart).Nearness);
            Assert.Equal(Nearness.Possible, Pairs.Between(area, area, apart).Nearness);
            Assert.Null(Pairs.Between(area, circle, apart).Horizontal!.Value.Most);
        }

        var known = LaidVolume.Of(named, _ => Pairs.Circle(0, 10, 1_000));
        Assert.Equal(Nearness.Clear, Pairs.Between(known, circle, apart).Nearness);

        // What is drawn beside it still counts.
        Assert.Equal(Nearness.Meets, Pairs.Between(Pairs.Laid(new OceanQuadrant(Ocean.Atlantic, Quadrant.Northeast), Pairs.Circle(0, 0, 5_000)), circle, apart).Nearness);
    }

    [Fact]
    public void The_greatest_extents_there_are()
    {
        var one = Pairs.Laid(Pairs.Circle(0, 0, Bounds.Extent));
        Assert.Equal(Nearness.Clear, Pairs.Between(one, Pairs.Laid(Pairs.Circle(0, 180, Bounds.Extent)), Pairs.Apart(1_000_000)).Nearness);
        Assert.Equal(Nearness.Meets, Pairs.Between(one, Pairs.Laid(Pairs.Circle(60, 60, Bounds.Extent)), Pairs.Apart(0)).Nearness);
        Assert.Equal(Nearness.Possible, Pairs.Between(one, Pairs.Laid(Pairs.Circle(0, 5_000_000 / DegreeOfEquator, 1)), Pairs.Apart(0)).Nearness);

        // A great circle nearly to the opposite end may run anywhere.
        var around = Pairs.Laid(Pairs.Way(Edge.Geodesic, 1, (0.1, 0), (0.1, 179.9)));
        Assert.Equal(Nearness.Possible, Pairs.Between(around, Pairs.Laid(new PointShape(Places.At(89, 0))), Pairs.Apart(0)).Nearness);
    }
}
