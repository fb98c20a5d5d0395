using Parley.Volumes.Earth;
using Parley.Volumes.Index;
using Parley.Volumes.Separations;
using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests.Separations;

public sealed class BoxesTests
{
    /// <summary>Whether some boxes of two volumes meet.</summary>
    public static bool Meet(LaidVolume one, LaidVolume other, Separation apart)
    {
        var (first, second) = (Boxes.Of(one, apart), Boxes.Of(other, apart));
        Assert.InRange(first.Count, 0, Bounds.IndexBoxes);
        return first.Any(a => second.Any(b => a.Meets(b)));
    }

    [Fact]
    public void A_circle_has_one_small_box()
    {
        var box = Assert.Single(Boxes.Of(Pairs.Laid(Pairs.Circle(0, 90, 10_000)), Pairs.Apart(9_260)));

        // 14.63 km to each side, in units of the radius, with the 0.56 % of the sphere.
        Assert.InRange(box.MaxZ, 14_630 / 6_371_009.0, 14_630 / 6_371_009.0 * 1.006);
        Assert.InRange(box.MinX, -14_630 / 6_371_009.0 * 1.006, -14_630 / 6_371_009.0);
        Assert.Equal(1, box.MaxY);
        Assert.InRange(box.MinY, 0.997f, 1);
        Assert.Equal(-600, box.MinAltitude);
        Assert.Equal(float.PositiveInfinity, box.MaxAltitude);
        var from = (Times.Monday - new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;
        Assert.Equal((from - 5, from + 24 * 60 + 5), (box.MinMinute, box.MaxMinute));
    }

    [Fact]
    public void What_is_long_has_several_boxes_that_take_less_room()
    {
        var way = Pairs.Laid(Pairs.Way(Edge.Geodesic, 10_000, (-30, -30), (30, 40)));
        var boxes = Boxes.Of(way, Pairs.Apart(0));
        Assert.InRange(boxes.Count, 10, Bounds.IndexBoxes);
        Assert.True(boxes.Sum(Room) < 0.1 * Room(new IndexBox(boxes.Min(b => b.MinX), boxes.Max(b => b.MaxX), boxes.Min(b => b.MinY), boxes.Max(b => b.MaxY),
            boxes.Min(b => b.MinZ), boxes.Max(b => b.MaxZ), 0, 0, 0, 0)));

        static double Room(IndexBox box) => (double)(box.MaxX - box.MinX) * (box.MaxY - box.MinY) * (box.MaxZ - box.MinZ);
    }

    [Fact]
    public void Every_place_of_an_area_is_in_a_box()
    {
        var dice = new Dice(5);
        foreach (var edges in Enum.GetValues<Edge>())
        {
            foreach (var polygon in new[]
            {
                Polygon.Make(Places.Ring((60, 10), (60, 100), (60, -170), (60, -80)), edges), Polygon.Make(Places.Ring((-20, 150), (-20, -150), (40, -150), (40, 150)), edges),
                Polygon.Make(Places.Ring((0, 0), (1, 0), (40, 60), (39, 60)), edges), Polygon.Make(Places.Ring((89, 0), (89, 120), (80, 240 - 360)), edges),
            })
            {
                var boxes = Boxes.Of(Pairs.Laid(polygon.Must()), Pairs.Apart(0));
                var figure = Figure.Of(polygon.Must())!;
                for (var i = 0; i < 1_000; i++)
                {
                    var at = Places.At(Math.Asin(dice.Between(-1, 1)) * 180 / Math.PI, dice.Between(-180, 180));
                    if (!figure.Contains(at))
                        continue;
                    var point = Boxes.Of(Pairs.Laid(new PointShape(at)), Pairs.Apart(0));
                    Assert.True(boxes.Any(b => b.Meets(point[0])), $"{edges} {at}");
                }
            }
        }
    }

    [Fact]
    public void What_has_no_edge_has_the_whole_earth()
    {
        var box = Assert.Single(Boxes.Of(Pairs.Laid(new OceanQuadrant(Ocean.Indian, Quadrant.Southeast), Pairs.Circle(0, 0, 5)), Pairs.Apart(0)));
        Assert.Equal((-1f, 1f, -1f, 1f, -1f, 1f), (box.MinX, box.MaxX, box.MinY, box.MaxY, box.MinZ, box.MaxZ));
    }

    [Fact]
    public void Windows_that_are_far_apart_have_boxes_of_their_own()
    {
        var validity = Times.Of(Times.Monday, 24 * 300);
        var windows = Enumerable.Range(0, 100).Select(i => Times.Of(Times.Monday.AddHours(i * 24 + (i < 50 ? 0 : 2_000)), 2)).ToArray();
        var boxes = Boxes.Of(LaidVolume.Of(Pairs.When(Schedule.Make(validity, windows).Must())), Pairs.Apart(0));
        Assert.Equal(4, boxes.Count);
        Assert.DoesNotContain(boxes, b => b.MinMinute < Minute(windows[49].Until.AddHours(1)) && b.MaxMinute > Minute(windows[50].From.AddHours(-1)));

        static double Minute(DateTimeOffset at) => (at - new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;
    }

    [Fact]
    public void Without_a_known_end_a_box_goes_on_for_ever()
    {
        var open = Schedule.Make(Window.Make(Times.Monday, DateTimeOffset.MaxValue).Must()).Must();
        Assert.Equal(float.PositiveInfinity, Assert.Single(Boxes.Of(LaidVolume.Of(Pairs.When(open)), Pairs.Apart(0))).MaxMinute);
        var ever = Schedule.Make(Window.Make(DateTimeOffset.MinValue, Times.Monday).Must()).Must();
        Assert.Equal(float.NegativeInfinity, Assert.Single(Boxes.Of(LaidVolume.Of(Pairs.When(ever)), Pairs.Apart(0))).MinMinute);
        Assert.Empty(Boxes.Of(LaidVolume.Of(Pairs.When(Schedule.Make(Times.Of(Times.Monday, 1), [Times.Of(Times.Monday.AddHours(5), 1)]).Must())), Pairs.Apart(0)));
    }
}
