using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Parley.Lines.Notices;
using Parley.Volumes;
using VolumesBounds = Parley.Volumes.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A notice as GeoJSON (RFC 7946): a collection with one feature a shape. What has no drawn edge, and a notice without shapes, has a null geometry.</summary>
public static class NoticeGeoJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The file's text, one line.</summary>
    public static string Write(NoticeExport export)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            if (export.Head.IsExercise)
                writer.WriteString("exercise", NoticePaper.Exercised);
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            Features(writer, export);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Features(Utf8JsonWriter writer, NoticeExport export)
    {
        var lines = export.Lines(export.Reader);
        var repeats = lines.Sum(l => l.Label.Length + (l.Text?.Length ?? 0)) <= Bounds.ExportRepeated;
        var outlines = new ExportOutlines();
        var shapes = ExportShape.All(export);
        foreach (var (index, shape) in shapes.Cast<ExportShape?>().DefaultIfEmpty().Index())
        {
            var outline = shape is null ? null : outlines.Of(shape.Shape);
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{export.Number}#{index + 1}"));
            writer.WritePropertyName("geometry");
            Geometry(writer, shape?.Shape, outline);
            writer.WriteStartObject("properties");
            Head(writer, export, shape);
            if (shape is not null)
                OfShape(writer, shape, outline!);
            if (repeats || index == 0)
                Lines(writer, lines);
            else
                writer.WriteString("lines", "in the first feature");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void Head(Utf8JsonWriter writer, NoticeExport export, ExportShape? shape)
    {
        writer.WriteBoolean("exercise", export.Head.IsExercise);
        writer.WriteString("name", export.Marked($"{export.Title(export.Reader)}{(shape is null ? "" : $": {shape.Label}")}"));
        writer.WriteString("number", export.Number);
        writer.WriteString("format", export.FormatName);
        writer.WriteString("title", export.Marked(export.Title(export.Reader)));
        writer.WriteString("regards", string.Join(", ", export.Regards));
        var validity = shape?.Volume?.Schedule.Validity;
        Time(writer, "valid_from", validity?.From ?? export.Start);
        Time(writer, "valid_until", validity?.Until ?? export.End);
    }

    private static void Time(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } at)
            writer.WriteString(name, ExportText.Instant(at));
    }

    private static void OfShape(Utf8JsonWriter writer, ExportShape shape, ExportOutline outline)
    {
        writer.WriteString("line", shape.Line);
        writer.WriteString("shape", shape.Words);
        switch (shape.Shape)
        {
            case Circle circle:
                writer.WriteString("centre", circle.Centre.ToString());
                writer.WriteNumber("radius_m", circle.Radius);
                break;
            case Ellipse ellipse:
                writer.WriteString("centre", ellipse.Centre.ToString());
                writer.WriteNumber("major_m", ellipse.Major);
                writer.WriteNumber("minor_m", ellipse.Minor);
                writer.WriteNumber("azimuth", ellipse.Azimuth);
                break;
            case Corridor corridor:
                writer.WriteString("centre_line", string.Join(", ", corridor.Vertices));
                writer.WriteNumber("half_width_m", corridor.HalfWidth);
                writer.WriteString("edges", corridor.Edges.ToString().ToLowerInvariant());
                break;
            case Polygon polygon:
                writer.WriteString("edges", polygon.Edges.ToString().ToLowerInvariant());
                break;
        }

        if (outline.Note.Length > 0 && shape.Shape is not PointShape)
            writer.WriteString("drawn", outline.Note);
        if (shape.Volume is not null)
            writer.WriteString("band", shape.Band);
    }

    private static void Lines(Utf8JsonWriter writer, IReadOnlyList<NoticeLine> lines)
    {
        writer.WriteStartObject("lines");
        foreach (var line in lines)
            writer.WriteString($"{line.Number} {line.Label}", line.Text ?? "");
        writer.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter writer, Shape? shape, ExportOutline? outline)
    {
        if (shape is PointShape point)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WritePropertyName("coordinates");
            Spot(writer, new(point.At.LatitudeUnits, point.At.LongitudeUnits));
            writer.WriteEndObject();
            return;
        }

        if (outline is null or { Rings.Count: 0 })
        {
            writer.WriteNullValue();
            return;
        }

        var isMany = outline.Rings.Count > 1;
        writer.WriteStartObject();
        writer.WriteString("type", isMany ? "MultiPolygon" : "Polygon");
        writer.WriteStartArray("coordinates");
        foreach (var ring in outline.Rings)
        {
            if (isMany)
                writer.WriteStartArray();
            writer.WriteStartArray();
            foreach (var spot in ring.Append(ring[0]))
                Spot(writer, spot);
            writer.WriteEndArray();
            if (isMany)
                writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Longitude first (RFC 7946, section 3.1.1).
    private static void Spot(Utf8JsonWriter writer, ChartSpot spot)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(spot.Longitude / (decimal)VolumesBounds.UnitsInDegree);
        writer.WriteNumberValue(spot.Latitude / (decimal)VolumesBounds.UnitsInDegree);
        writer.WriteEndArray();
    }
}
