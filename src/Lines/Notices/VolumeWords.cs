using System.Globalization;
using Parley.Volumes;
using Parley.Volumes.Notations;

namespace Parley.Lines.Notices;

/// <summary>A volume in words for a reader, a line each for shapes, heights and times. It stands beside the text that was signed and never in its place.</summary>
public static class VolumeWords
{
    private const int MostVertices = 24;
    private const int MostWindows = 12;

    /// <summary>Null for a text that is no volume.</summary>
    /// <param name="language">Tag of the reader's language; English where it is none of those that the program speaks.</param>
    public static IReadOnlyList<string>? Of(string text, string language)
    {
        if (FieldText.Volume(text) is not { } volume)
            return null;
        var words = VolumeVocabulary.For(language);
        List<string> lines = [.. volume.Shapes.Select(s => Shape(s, words)), $"{words.Height}: {Altitude(volume.Band.Lower, words)} – {Altitude(volume.Band.Upper, words)}"];
        var schedule = volume.Schedule;
        lines.Add($"{words.Valid}: {Span(schedule.Validity)}");
        lines.AddRange(schedule.Windows.Take(MostWindows).Select(w => $"{words.Window}: {Span(w)}"));
        lines.AddRange(schedule.Daily.Take(MostWindows).Select(d => Daily(d, words)));
        lines.AddRange(schedule.Alternates.Take(MostWindows).Select(w => $"{words.Alternate}: {Span(w)}"));
        var more = new[] { schedule.Windows.Count, schedule.Daily.Count, schedule.Alternates.Count }.Sum(c => Math.Max(0, c - MostWindows));
        if (more > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… +{more}"));
        return lines;
    }

    private static string Shape(Shape shape, VolumeVocabulary words) => shape switch
    {
        PointShape point => $"{words.Point}: {At(point.At)}",
        Circle circle => $"{words.Circle}: {At(circle.Centre)}, {words.Radius} {Length(circle.Radius)}",
        Ellipse ellipse => $"{words.Ellipse}: {At(ellipse.Centre)}, {words.Axes} {Length(ellipse.Major)} × {Length(ellipse.Minor)}, {words.Direction} {Degrees(ellipse.Azimuth)}",
        Polygon polygon => $"{words.Polygon} ({Edges(polygon.Edges, words)}): {Vertices(polygon.Vertices)}",
        Corridor corridor => $"{words.Corridor} ± {Length(corridor.HalfWidth)} ({Edges(corridor.Edges, words)}): {Vertices(corridor.Vertices)}",
        OceanQuadrant quadrant => $"{words.Oceans[(int)quadrant.Ocean - 1]}, {words.Quadrants[(int)quadrant.Quadrant - 1]}",
        NamedArea area => $"{words.Area}: {area.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string Vertices(IReadOnlyList<Position> vertices) => string.Join("; ", vertices.Take(MostVertices).Select(At)) +
        (vertices.Count > MostVertices ? string.Create(CultureInfo.InvariantCulture, $"; … +{vertices.Count - MostVertices}") : "");

    private static string Edges(Edge edge, VolumeVocabulary words) => words.Edges[(int)edge - 1];

    private static string Altitude(Altitude altitude, VolumeVocabulary words) => altitude.Reference switch
    {
        AltitudeReference.Surface => words.Surface,
        AltitudeReference.Unlimited => words.Unlimited,
        AltitudeReference.FlightLevel => string.Create(CultureInfo.InvariantCulture, $"FL {altitude.Value:D3}"),
        var reference => string.Create(CultureInfo.InvariantCulture, $"{altitude.Value} {(altitude.Unit == AltitudeUnit.Foot ? "ft" : "m")} ") + reference switch
        {
            AltitudeReference.AboveGround => words.AboveGround,
            AltitudeReference.AboveSea => words.AboveSea,
            AltitudeReference.AboveEllipsoid => words.AboveEllipsoid,
            _ => words.Deep,
        },
    };

    private static string Daily(DailyRule rule, VolumeVocabulary words)
    {
        var days = rule.On == Days.All ? words.Every : string.Join(' ', words.Days.Where((_, i) => ((int)rule.On >> i & 1) != 0));
        return string.Create(
            CultureInfo.InvariantCulture, $"{words.Daily}: {rule.From:HH:mm}–{rule.Until:HH:mm}Z, {days}, {rule.First:yyyy-MM-dd} – {rule.Last:yyyy-MM-dd}");
    }

    private static string At(Position position) => ReadBack.ForEyes(position, Notation.DegreesMinutesSeconds);

    private static string Length(int metres) => metres >= 1000 && metres % 100 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{metres / 1000m:0.#} km")
        : string.Create(CultureInfo.InvariantCulture, $"{metres} m");

    private static string Degrees(int azimuth) => string.Create(CultureInfo.InvariantCulture, $"{azimuth:D3}°");

    private static string Span(Window window) => $"{Instant(window.From)} – {Instant(window.Until)}";

    private static string Instant(DateTimeOffset at) => at.ToString(at.Second == 0 ? "yyyy-MM-dd HH:mm'Z'" : "yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
