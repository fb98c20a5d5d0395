using Parley.Volumes.Separations;
using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests.Separations;

/// <summary>Volumes and separations for tests.</summary>
internal static class Pairs
{
    public static Separation Apart(int horizontal, int vertical = 300, int minutes = 10) => Separation.Make(horizontal, vertical, minutes).Must();

    /// <summary>Shapes on all heights, for the first day of the times of tests.</summary>
    public static Volume Always(params Shape[] shapes) => Volume.Make(shapes, AltitudeBand.Everything, Schedule.Make(Times.Of(Times.Monday, 24)).Must()).Must();

    public static LaidVolume Laid(params Shape[] shapes) => LaidVolume.Of(Always(shapes));

    public static Volume At(AltitudeBand band) => Volume.Make([new PointShape(Places.At(0, 0))], band, Schedule.Make(Times.Of(Times.Monday, 24)).Must()).Must();

    public static Volume When(Schedule schedule) => Volume.Make([new PointShape(Places.At(0, 0))], AltitudeBand.Everything, schedule).Must();

    public static Shape Circle(double latitude, double longitude, int radius) => Volumes.Circle.Make(Places.At(latitude, longitude), radius).Must();

    public static Shape Ring(Edge edges, params (double Latitude, double Longitude)[] vertices) => Polygon.Make(Places.Ring(vertices), edges).Must();

    public static Shape Way(Edge edges, int halfWidth, params (double Latitude, double Longitude)[] vertices) => Corridor.Make(Places.Ring(vertices), halfWidth, edges).Must();

    /// <summary>The verdict on two lots of shapes, asked for both ways round.</summary>
    public static Meeting Between(LaidVolume one, LaidVolume other, Separation apart)
    {
        var meeting = Meeting.Between(one, other, apart);
        Assert.Equal(meeting, Meeting.Between(other, one, apart));
        var measured = Meeting.Measured(one, other, apart);
        Assert.Equal(measured, Meeting.Measured(other, one, apart));
        Assert.Equal(meeting.Nearness, measured.Nearness);
        return meeting.Nearness == Nearness.Clear ? measured : meeting;
    }
}
