using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Activities;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Exchange.Humanitarian;

/// <summary>A site or movement as it stands, for a file.</summary>
/// <param name="Number">As it is called.</param>
/// <param name="State">In one word, as its author said it; never that it is safe.</param>
/// <param name="Aid">Its expiry as it was last renewed.</param>
public sealed record AidSheet(string Number, string State, ActivityKind Kind, string Title, string Contact, IReadOnlyList<Volume> Volumes, Aid Aid, bool IsExercise = false);

/// <summary>Sites and movements as files that <see cref="AidCsv"/> and <see cref="AidGeoJson"/> read back. What a file cannot say exactly is left out of it and named.</summary>
public static class AidExport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Comma-separated values, and the numbers of those that are left out: a row has one volume of one circle, point, route or area, and one stretch of time.</summary>
    public static (string Text, IReadOnlyList<string> LeftOut) Csv(IReadOnlyList<AidSheet> sheets)
    {
        var text = new StringBuilder().AppendJoin(',', AidCsv.Columns).Append("\r\n");
        var left = new List<string>();
        foreach (var sheet in sheets)
        {
            if (Fields(sheet) is { } fields && sheet.Volumes[0].Shapes is [var only] && Place(only) is { } place)
                text.AppendJoin(',', AidCsv.Columns.Select(c => (fields.GetValueOrDefault(c) ?? place.GetValueOrDefault(c)) is { } cell ? Cell(c, cell) : "")).Append("\r\n");
            else
                left.Add(sheet.Number);
        }

        return (text.ToString(), left);
    }

    /// <summary>GeoJSON, and the numbers of those that are left out; several areas with edges of one sort are one feature.</summary>
    public static (string Text, IReadOnlyList<string> LeftOut) GeoJson(IReadOnlyList<AidSheet> sheets)
    {
        var left = new List<string>();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var sheet in sheets)
            {
                if (Fields(sheet) is { } fields && IsDrawn(sheet.Volumes[0].Shapes))
                    Feature(json, sheet.Volumes[0].Shapes, fields);
                else
                    left.Add(sheet.Number);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return (Encoding.UTF8.GetString(stream.ToArray()) + "\n", left);
    }

    private static Dictionary<string, string>? Fields(AidSheet sheet)
    {
        if (sheet.Volumes is not [{ Schedule: { Windows.Count: 0, Daily.Count: 0, Alternates.Count: 0 } schedule } volume])
            return null;
        var fields = new Dictionary<string, string>
        {
            ["number"] = sheet.Number,
            ["state"] = sheet.State,
            ["mode"] = sheet.IsExercise ? "exercise" : "live",
            ["kind"] = sheet.Kind.Name(),
            ["title"] = sheet.Title,
            ["contact"] = sheet.Contact,
            ["expires"] = Time(sheet.Aid.Expires.ToDateTimeOffset()),
        };
        // Heights and times are written as volumes write them.
        foreach (var line in VolumeText.Write(volume).Split('\n'))
        {
            if (line.Split(' ') is ["valid", var from, var until])
                (fields["from"], fields["until"]) = (from, until);
            if (line.StartsWith("band ", StringComparison.Ordinal) && line[5..].Split(" .. ") is [var lower, var upper])
                (fields["lower"], fields["upper"]) = (lower, upper);
        }

        foreach (var (name, said) in new[] { ("behalf", sheet.Aid.Behalf), ("vehicles", sheet.Aid.Vehicles), ("marks", sheet.Aid.Marks) })
        {
            if (said is not null)
                fields[name] = said;
        }

        return schedule.Validity.From < schedule.Validity.Until ? fields : null;
    }

    private static Dictionary<string, string>? Place(Shape shape) => shape switch
    {
        PointShape point => new() { ["latitude"] = Degrees(point.At.LatitudeUnits), ["longitude"] = Degrees(point.At.LongitudeUnits) },
        Circle circle => new()
        {
            ["latitude"] = Degrees(circle.Centre.LatitudeUnits), ["longitude"] = Degrees(circle.Centre.LongitudeUnits), ["radius_m"] = Whole(circle.Radius),
        },
        Corridor way => new() { ["route"] = Places(way.Vertices), ["half_width_m"] = Whole(way.HalfWidth), ["edges"] = Word(way.Edges) },
        Polygon area => new() { ["area"] = Places(area.Vertices), ["edges"] = Word(area.Edges) },
        _ => null,
    };

    private static bool IsDrawn(IReadOnlyList<Shape> shapes) => shapes is [PointShape or Circle or Corridor or Polygon] ||
        (shapes.All(s => s is Polygon) && shapes.Select(s => ((Polygon)s).Edges).Distinct().Count() == 1);

    private static void Feature(Utf8JsonWriter json, IReadOnlyList<Shape> shapes, Dictionary<string, string> fields)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", shapes switch { [PointShape or Circle] => "Point", [Corridor] => "LineString", [Polygon] => "Polygon", _ => "MultiPolygon" });
        json.WritePropertyName("coordinates");
        switch (shapes[0])
        {
            case PointShape point:
                Write(json, point.At);
                break;
            case Circle circle:
                Write(json, circle.Centre);
                break;
            case Corridor way:
                Write(json, way.Vertices);
                break;
            default:
                Areas(json, shapes);
                break;
        }

        json.WriteEndObject();
        json.WriteStartObject("properties");
        foreach (var (name, value) in fields.Concat(Place(shapes[0])!.Where(p => p.Key is "radius_m" or "half_width_m" or "edges")))
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Areas(Utf8JsonWriter json, IReadOnlyList<Shape> shapes)
    {
        if (shapes.Count > 1)
            json.WriteStartArray();
        foreach (var area in shapes.Cast<Polygon>())
        {
            json.WriteStartArray();
            Write(json, [.. area.Vertices, area.Vertices[0]]);
            json.WriteEndArray();
        }

        if (shapes.Count > 1)
            json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Position> places)
    {
        json.WriteStartArray();
        foreach (var place in places)
            Write(json, place);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Position at)
    {
        json.WriteStartArray();
        json.WriteRawValue(Degrees(at.LongitudeUnits));
        json.WriteRawValue(Degrees(at.LatitudeUnits));
        json.WriteEndArray();
    }

    // Numbers are as safe as they look; what somebody wrote may be a formula.
    private static string Cell(string column, string text) => column is "latitude" or "longitude" or "route" or "area" ? text : NoticeCsv.Cell(text);

    private static string Places(IReadOnlyList<Position> places) => string.Join("; ", places.Select(p => $"{Degrees(p.LatitudeUnits)} {Degrees(p.LongitudeUnits)}"));

    private static string Word(Edge edges) => edges switch { Edge.Straight => "straight", Edge.Geodesic => "geodesic", _ => "rhumb" };

    private static string Whole(int metres) => metres.ToString(CultureInfo.InvariantCulture);

    private static string Degrees(int units) => (units / (decimal)Volumes.Bounds.UnitsInDegree).ToString("0.0000000", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(AidFields.TimeFormat, CultureInfo.InvariantCulture);
}
