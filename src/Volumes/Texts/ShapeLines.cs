using System.Globalization;
using System.Text;
using Parley.Volumes.Notations;

namespace Parley.Volumes.Texts;

/// <summary>The lines of a shape: one, and one more for each vertex.</summary>
internal static class ShapeLines
{
    public static void Write(StringBuilder text, Shape shape)
    {
        text.Append(CultureInfo.InvariantCulture, $"{First(shape)}\n");
        var vertices = shape switch { Polygon polygon => polygon.Vertices, Corridor corridor => corridor.Vertices, _ => [] };
        foreach (var vertex in vertices)
            text.Append(CultureInfo.InvariantCulture, $"vertex {vertex}\n");
    }

    public static Shape? Read(LineReader lines) => lines.Take() switch
    {
        ["point", var latitude, var longitude] when At(latitude, longitude) is { } at => new PointShape(at),
        ["circle", var latitude, var longitude, var radius] when At(latitude, longitude) is { } at && Number(radius) is { } metres => Circle.Make(at, metres).Value,
        ["ellipse", var latitude, var longitude, .. var measures] when At(latitude, longitude) is { } at => Ellipse(at, measures),
        ["polygon", var word] when Edges(word) is { } edges && Vertices(lines) is { } vertices => Polygon(vertices, edges),
        ["corridor", var word, var width] when Edges(word) is { } edges && Number(width) is { } metres && Vertices(lines) is { } vertices =>
            Corridor.Make(vertices, metres, edges).Value,
        ["quadrant", var ocean, var quadrant] when Named<Ocean>(ocean) is { } of && Named<Quadrant>(quadrant) is { } part => new OceanQuadrant(of, part),
        ["area", var name] => NamedArea.Make(name).Value,
        _ => null,
    };

    private static string First(Shape shape) => shape switch
    {
        PointShape point => $"point {point.At}",
        Circle circle => Invariant($"circle {circle.Centre} {circle.Radius}"),
        Ellipse ellipse => Invariant($"ellipse {ellipse.Centre} {ellipse.Major} {ellipse.Minor} {ellipse.Azimuth}"),
        Polygon polygon => $"polygon {Word(polygon.Edges)}",
        Corridor corridor => Invariant($"corridor {Word(corridor.Edges)} {corridor.HalfWidth}"),
        OceanQuadrant quadrant => $"quadrant {Word(quadrant.Ocean)} {Word(quadrant.Quadrant)}",
        NamedArea area => $"area {area.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static Shape? Ellipse(Position centre, string[] measures) =>
        measures is [var major, var minor, var azimuth] && Number(major) is { } longer && Number(minor) is { } shorter && Number(azimuth) is { } direction
            ? Volumes.Ellipse.Make(centre, longer, shorter, direction).Value
            : null;

    private static Shape? Polygon(IReadOnlyList<Position> vertices, Edge edges) => Volumes.Polygon.Make(vertices, edges).Value;

    private static List<Position>? Vertices(LineReader lines)
    {
        var vertices = new List<Position>();
        while (lines.Next == "vertex")
        {
            if (vertices.Count == Bounds.Vertices || lines.Take() is not [_, var latitude, var longitude] || At(latitude, longitude) is not { } at)
                return null;
            vertices.Add(at);
        }

        return vertices;
    }

    private static Position? At(string latitude, string longitude) =>
        latitude.Length + longitude.Length < Bounds.PositionTextLength && PositionText.Parse($"{latitude} {longitude}") is { Notation: Notation.DecimalDegrees } read
            ? read.Position
            : null;

    private static Edge? Edges(string word) => Named<Edge>(word);

    private static T? Named<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == word)
                return value;
        }

        return null;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value) is { } name
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : throw new ArgumentOutOfRangeException(nameof(value));

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
