using System.Globalization;
using Parley.Console.Activities;
using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Maps;

namespace Parley.Console.Overlaps;

/// <summary>What overlaps across lines, for a map and the table below it. The same number may stand on two lines, so a key has its line before it.</summary>
internal static class AcrossPlaces
{
    /// <summary>Each site, movement and activity once, ours first.</summary>
    public static IReadOnlyList<MapItem> Of(IReadOnlyList<CrossOverlapView> overlaps, DateTimeOffset now, Language say)
    {
        var lines = Lines(overlaps);
        return
        [
            .. overlaps.Select(o => (Line: o.OurLine, Row: o.Ours)).Concat(overlaps.Select(o => (Line: o.TheirLine, Row: o.Theirs)))
                .DistinctBy(a => (a.Line, a.Row.Entry))
                .SelectMany(a => ActivityPlaces.Of(a.Row, a.Line, now, say).Select(i => i with { Key = Key(lines, a.Line, i.Key), Detail = $"{a.Line} · {i.Detail}" })),
        ];
    }

    /// <summary>Places where two of the items are closest.</summary>
    public static IReadOnlyList<MapMeeting> Meetings(IReadOnlyList<CrossOverlapView> overlaps, IReadOnlyList<MapItem> items, Language say)
    {
        var (lines, keys) = (Lines(overlaps), items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. overlaps.Select(o => (Overlap: o, First: KeyOf(o.OurLine, o.Ours), Second: KeyOf(o.TheirLine, o.Theirs), Where: Outlines.Place(o.Where)))
                .Where(m => m.Where is not null && keys.Contains(m.First) && keys.Contains(m.Second))
                .Select(m => new MapMeeting($"m.{m.First}.{m.Second}", m.First, m.Second, m.Where!.Value, Words(m.Overlap, say))),
        ];

        // That of its first volume.
        string KeyOf(string line, ActivityRowView row) => Key(lines, line, ActivityPlaces.Key(row) + ".1");
    }

    private static string Words(CrossOverlapView overlap, Language say) =>
        $"{(overlap.IsNotified ? "" : say["across.alone"] + " · ")}{PairWords.Severity(overlap.Severity, say)}: {PairWords.Place(overlap.Place, say)}";

    private static List<string> Lines(IReadOnlyList<CrossOverlapView> overlaps) =>
        [.. overlaps.SelectMany(o => new[] { o.OurLine, o.TheirLine }).Distinct().Order(StringComparer.Ordinal)];

    // A line's handle may have signs that a name on the page cannot have.
    private static string Key(List<string> lines, string line, string key) => string.Create(CultureInfo.InvariantCulture, $"l{lines.IndexOf(line)}.{key}");
}
