using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests.Texts;

/// <summary>Any volume there can be.</summary>
internal static class Any
{
    private static Gen<Edge> Edges { get; } = Gen.Elements(Enum.GetValues<Edge>());

    private static Gen<int> Metres { get; } = Gen.OneOf(Gen.Choose(1, Bounds.Extent), Gen.Elements(1, Bounds.Extent));

    private static Gen<Shape> Shape { get; } = Gen.OneOf(
        Places.Anywhere.Select(Shape (at) => new PointShape(at)),
        from at in Places.Anywhere from metres in Metres select (Shape)Circle.Make(at, metres).Must(),
        from at in Places.Anywhere from a in Metres from b in Metres from azimuth in Gen.Choose(0, 179)
        select (Shape)Ellipse.Make(at, Math.Max(a, b), Math.Min(a, b), azimuth).Must(),
        Of(from ring in Places.Anywhere.ArrayOf() from edges in Edges select (Shape?)Polygon.Make(ring, edges).Value),
        Of(from way in Places.Anywhere.ArrayOf() from metres in Metres from edges in Edges select (Shape?)Corridor.Make(way, metres, edges).Value),
        from ocean in Gen.Elements(Enum.GetValues<Ocean>()) from quadrant in Gen.Elements(Enum.GetValues<Quadrant>()) select (Shape)new OceanQuadrant(ocean, quadrant),
        Gen.Elements("a", "strait-north", "0-9", new string('z', 64)).Select(Shape (n) => NamedArea.Make(n).Must()));

    private static Gen<Altitude> Altitude { get; } = (
        from reference in Gen.Elements(Enum.GetValues<AltitudeReference>())
        from value in Gen.OneOf(Gen.Choose(-1000, 100_000), Gen.Constant(0))
        from unit in Gen.Elements(Enum.GetValues<AltitudeUnit>())
        select Volumes.Altitude.Make(reference, value, unit).Value).Where(a => a is not null).Select(a => a!);

    private static Gen<AltitudeBand> Band { get; } =
        (from lower in Altitude from upper in Altitude select AltitudeBand.Make(lower, upper).Value).Where(b => b is not null).Select(b => b!);

    private static Gen<Schedule> Schedule { get; } =
        from schedule in Times.Any
        from ticks in Gen.Elements(0L, 1, 10_000, 12_340_000, TimeSpan.TicksPerSecond)
        select Volumes.Schedule.Make(
            Window.Make(schedule.Validity.From.AddTicks(ticks), schedule.Validity.Until.AddTicks(ticks * 7)).Must(),
            schedule.Windows,
            [.. schedule.Daily.Select(d => DailyRule.Make(d.First, d.Last, d.On, d.From.Add(TimeSpan.FromTicks(ticks)), d.Until).Must())],
            schedule.Alternates).Must();

    public static Gen<Volume> Volume { get; } =
        from shapes in Shape.NonEmptyListOf()
        from band in Band
        from schedule in Schedule
        select Volumes.Volume.Make([.. shapes.Take(Bounds.Shapes)], band, schedule).Must();

    private static Gen<Shape> Of(Gen<Shape?> made) => made.Where(s => s is not null).Select(s => s!);
}
