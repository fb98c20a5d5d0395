using Parley.Console.Words;
using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>An item as the browser draws it. Degrees, longitude first, rounded to a metre; times in milliseconds since 1970.</summary>
/// <param name="Title">What is said of it where a pointer rests.</param>
/// <param name="Mark">What stands before its label.</param>
internal sealed record WireItem(
    string Key, string Label, string Title, string Mark, string Side, string State, long? From, long? Until, IReadOnlyList<double[]> Rings, double[]? Centre, string? Symbol);

/// <summary>What meets, as the browser draws it.</summary>
internal sealed record WireMeeting(string Key, string First, string Second, double[] Where, string Title);

/// <summary>What is being drawn.</summary>
internal sealed record WireSketch(IReadOnlyList<double[]> Vertices, IReadOnlyList<double[]> Rings);

/// <summary>What the browser is told of a map: of items only those that are other than before.</summary>
internal sealed class MapWire
{
    private const int Decimals = 5;
    private readonly Dictionary<string, MapItem> told = new(StringComparer.Ordinal);

    /// <summary>Items that are new or another than before, and keys of those that are gone.</summary>
    public (IReadOnlyList<WireItem> Set, IReadOnlyList<string> Gone) Change(IReadOnlyList<MapItem> items, Language say)
    {
        var drawn = items.Take(Bounds.MapItems).ToArray();
        var gone = told.Keys.Except(drawn.Select(i => i.Key)).ToArray();
        foreach (var key in gone)
            told.Remove(key);
        var set = drawn.Where(i => !told.TryGetValue(i.Key, out var before) || !IsSame(before, i)).ToArray();
        foreach (var item in set)
            told[item.Key] = item;
        return ([.. set.Select(i => Of(i, say))], gone);
    }

    public static WireMeeting Of(MapMeeting meeting) => new(meeting.Key, meeting.First, meeting.Second, Pair(meeting.Where), meeting.Words);

    public static WireSketch Of(IEnumerable<MapPoint> vertices, MapOutline? outline) => new([.. vertices.Select(Pair)], [.. (outline?.Rings ?? []).Select(Flat)]);

    public static WireItem Of(MapItem item, Language say) => new(
        item.Key,
        item.Label,
        MapWords.Title(item, say),
        item.State is MapState.Over or MapState.Cancelled or MapState.Draft or MapState.Unexplained ? MapWords.State(item.State, say) + ": " : "",
        item.Side.ToString().ToLowerInvariant(),
        item.State.ToString().ToLowerInvariant(),
        item.From?.ToUnixTimeMilliseconds(),
        item.Until?.ToUnixTimeMilliseconds(),
        [.. item.Rings.Select(Flat)],
        item.Centre is { } centre ? Pair(centre) : null,
        item.Symbol);

    private static bool IsSame(MapItem one, MapItem other) => one with { Rings = other.Rings } == other && one.Rings.SequenceEqual(other.Rings);

    private static double[] Pair(MapPoint at) => [Math.Round(at.Longitude, Decimals), Math.Round(at.Latitude, Decimals)];

    private static double[] Flat(MapRing ring) => [.. ring.Points.SelectMany(Pair)];
}
