using FsCheck;
using FsCheck.Fluent;

namespace Parley.Volumes.Tests.Schedules;

/// <summary>Times and schedules for tests.</summary>
internal static class Times
{
    /// <summary>Monday, 2 November 2026, 00:00 UTC.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Any schedule of some weeks, in quarters of an hour.</summary>
    public static Gen<Schedule> Any { get; } =
        from validity in Window(0, 3000)
        from windows in Window(0, 3000).ListOf().Where(l => l.Count < 6)
        from daily in Rule.ListOf().Where(l => l.Count < 6)
        from alternates in Window(0, 3000).ListOf().Where(l => l.Count < 3)
        select Schedule.Make(validity, [.. windows], [.. daily], [.. alternates]).Must();

    private static Gen<DailyRule> Rule { get; } =
        from first in Gen.Choose(0, 30)
        from days in Gen.Choose(0, 30)
        from named in Gen.OneOf(Gen.Choose(1, 127), Gen.Constant(127))
        from begin in Gen.Choose(0, 95)
        from end in Gen.OneOf(Gen.Choose(0, 95), Gen.Constant(begin))
        select DailyRule.Make(Day(first), Day(first + days), (Days)named, Clock(begin), Clock(end)).Must();

    public static Window Of(DateTimeOffset from, double hours) => Volumes.Window.Make(from, from.AddHours(hours)).Must();

    public static DateOnly Day(int after) => DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(after);

    private static TimeOnly Clock(int quarters) => new(quarters / 4, quarters % 4 * 15);

    private static Gen<Window> Window(int first, int last) =>
        from begin in Gen.Choose(first, last) from length in Gen.Choose(1, 1000) select Of(Monday.AddMinutes(begin * 15), length / 4.0);
}
