using System.Globalization;
using Parley.Console.Words;
using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>What a map shows, in words.</summary>
internal static class MapWords
{
    /// <summary>Names of the words that the browser's part of a map says itself, and their keys.</summary>
    private static readonly (string Name, string Key)[] OfBrowser =
    [
        ("said", "map.said"), ("seen", "map.seen"), ("northPole", "map.north-pole"), ("southPole", "map.south-pole"), ("rough", "map.rough"),
        ("noCoast", "map.no-coast"), ("allTimes", "map.all-times"),
    ];

    public static IReadOnlyDictionary<string, string> ForBrowser(Language say) => OfBrowser.ToDictionary(w => w.Name, w => say[w.Key]);

    public static string Side(MapSide side, Language say) => say["map.side." + side.ToString().ToLowerInvariant()];

    public static string State(MapState state, Language say) => say["map.state." + state.ToString().ToLowerInvariant()];

    public static string Title(MapItem item, Language say) =>
        string.Join(" · ", new[] { item.Label, item.Party, Side(item.Side, say), item.Kind, State(item.State, say), When(item) }.Where(w => !string.IsNullOrEmpty(w)));

    /// <summary>A place as it is read out: <c>69.3000° N 16.0000° E</c>; to eleven metres.</summary>
    public static string Place(MapPoint at) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Abs(at.Latitude):0.0000}° {(at.Latitude < 0 ? 'S' : 'N')} {Math.Abs(at.Longitude):0.0000}° {(at.Longitude < 0 ? 'W' : 'E')}");

    /// <summary>How far the outline is from the centre at most, in kilometres rounded up; null for what has no outline.</summary>
    public static double? Extent(MapItem item)
    {
        if (item.Centre is not { } centre || item.Rings.All(r => r.Points.Count == 1))
            return null;
        var metres = item.Rings.SelectMany(r => r.Points).Max(p => Outlines.Metres(centre, p));

        // Metres that are whole kilometres but for the rounding of their places are no more than that.
        return metres < 10_000 ? Math.Ceiling((metres - 1) / 100) / 10 : Math.Ceiling((metres - 1) / 1000);
    }

    private static string? When(MapItem item) => (item.From, item.Until) switch
    {
        (null, null) => null,
        var (from, until) when from == until => Clock(from),
        var (from, until) => $"{Clock(from)} – {Clock(until)}",
    };

    private static string Clock(DateTimeOffset? at) => at is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "…";
}
