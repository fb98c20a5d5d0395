using Parley.Console.Maps;
using Parley.Lines.Maps;

namespace Parley.Console.Tests.Maps;

/// <summary>Items for tests of maps.</summary>
internal static class SomeItems
{
    public static readonly DateTimeOffset Noon = new(2027, 2, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A circle of 50 km at 70 north, on for so many hours after noon.</summary>
    public static MapItem Circle(string key, double? from = 0, double? until = 2)
    {
        var outline = Outlines.OfText("volume 1\ncircle 70.0000000 20.0000000 50000\nband sfc .. fl 195\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z")!;
        return new MapItem(key, "Circle " + key, MapSide.Theirs, "exercise", MapState.Announced, outline.Rings, outline.Centre, At(from), At(until));
    }

    private static DateTimeOffset? At(double? hours) => hours is { } known ? Noon.AddHours(known) : null;
}
