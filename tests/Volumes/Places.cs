using FsCheck;
using FsCheck.Fluent;

namespace Parley.Volumes.Tests;

/// <summary>Positions for tests.</summary>
internal static class Places
{
    /// <summary>Anywhere, with poles, the equator, the meridian of 180 degrees and its neighbours more often than chance has them.</summary>
    public static Gen<Position> Anywhere { get; } =
        from latitude in Gen.OneOf(Gen.Choose(-900_000_000, 900_000_000), Gen.Elements(-900_000_000, -899_999_999, -1, 0, 1, 899_999_999, 900_000_000, 840_000_000, -800_000_000))
        from longitude in Gen.OneOf(Gen.Choose(-1_800_000_000, 1_800_000_000), Gen.Elements(-1_799_999_999, -1, 0, 1, 1_799_999_999, 1_800_000_000))
        select Position.FromUnits(latitude, longitude)!.Value;

    public static Position At(double latitude, double longitude) => Position.FromDegrees(latitude, longitude)!.Value;

    public static Position[] Ring(params (double Latitude, double Longitude)[] places) => [.. places.Select(p => At(p.Latitude, p.Longitude))];
}
