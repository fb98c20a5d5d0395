using System.Text;
using System.Text.Json;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Humanitarian;

/// <summary>Sites and movements as GeoJSON (RFC 7946): a feature collection, each feature one of them; properties are in docs/formats/humanitarian.md. Longitude stands first. A
/// point (with <c>radius_m</c>), a line (with <c>half_width_m</c>), a polygon and a multipolygon are taken; everything else is refused by its name, and so is a hole.</summary>
public static class AidGeoJson
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Bounds.FileDepth, AllowDuplicateProperties = false };

    public static AidImport Read(Stream file, AidDefaults defaults) => ImportBytes.Read(file, out var problem) is { } text ? Read(text, defaults) : AidImport.Refused(problem!);

    /// <inheritdoc cref="Read(Stream, AidDefaults)"/>
    public static AidImport Read(string text, AidDefaults defaults)
    {
        using var document = Parsed(text, out var problem);
        if (document is null)
            return AidImport.Refused(problem!);
        var root = document.RootElement;
        if (ImportText.Of(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            return AidImport.Refused(new ImportProblem(1, ImportFault.Unknown, "this is no FeatureCollection with features"));
        if (root.TryGetProperty("crs", out _))
            return AidImport.Refused(new ImportProblem(1, ImportFault.Unknown, "crs: another coordinate system is named; write WGS 84 (RFC 7946, section 4) and leave it out"));
        var basket = new AidBasket();
        foreach (var (index, feature) in features.EnumerateArray().Index())
        {
            var where = $"feature {index + 1}";
            if (!basket.Add(1, where, One(where, feature, defaults, out var why), why))
                break;
        }

        return basket.All();
    }

    private static JsonDocument? Parsed(string text, out ImportProblem? problem)
    {
        problem = new ImportProblem(1, ImportFault.NotText, "there is half a sign in it");
        try
        {
            return JsonDocument.Parse(Utf8.GetBytes(text), Strict);
        }
        catch (JsonException fault)
        {
            var line = (int)Math.Min(int.MaxValue, (fault.LineNumber ?? 0) + 1);
            problem = new ImportProblem(line, ImportFault.Malformed, $"this is not JSON, or a key stands twice: {fault.Message}");
            return null;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // In a name, written as an escape: the library does not compare it with the others.
            return null;
        }
    }

    private static AidItem? One(string where, JsonElement feature, AidDefaults defaults, out string why)
    {
        why = "it is no Feature with a geometry and properties";
        if (ImportText.Of(feature, "type") != "Feature" || !feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object ||
            !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return null;
        why = $"its properties are texts, numbers, or nothing, at most {Bounds.AidTextLength} characters each";
        if (properties.EnumerateObject().Any(p => AidFields.Names.Contains(p.Name) && Text(p.Value) is null))
            return null;
        var remarks = new Remarks();
        foreach (var other in properties.EnumerateObject().Where(p => !AidCsv.Columns.Contains(p.Name)).Take(Properties))
            remarks.Add(ImportRemarkKind.Property, $"{other.Name} is left out");
        string Field(string name) => properties.TryGetProperty(name, out var value) ? Text(value)! : "";
        return Shapes(geometry, Field, remarks, out why) is { } shapes ? AidFields.Make(where, Field, shapes, defaults, remarks, out why) : null;
    }

    private const int Properties = 32;

    /// <summary>Null for what is no field.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => value.GetRawText() is { Length: <= Bounds.AidTextLength } number ? number : null,
        JsonValueKind.String when value.GetRawText().Length <= Bounds.AidTextLength => ImportText.Of(value),
        _ => null,
    };

    private static IReadOnlyList<Shape>? Shapes(JsonElement geometry, Func<string, string> field, Remarks remarks, out string why)
    {
        why = $"radius_m and half_width_m are whole metres, 1 to {Volumes.Bounds.Extent}; edges are straight, geodesic or rhumb";
        if (!AidFields.Metres(field("radius_m"), out var radius) || !AidFields.Metres(field("half_width_m"), out var half) || AidFields.Edges(field("edges")) is not { } edges)
            return null;
        var coordinates = geometry.TryGetProperty("coordinates", out var found) ? found : default;
        var type = ImportText.Of(geometry, "type");
        switch (type)
        {
            case "Point":
                return Place(coordinates, remarks, out why) is { } at ? [AidShapes.Round(at, radius, remarks)] : null;
            case "LineString":
                return Places(coordinates, remarks, out why) is { } way && AidShapes.Way(way, half, edges, remarks, out why) is { } corridor ? [corridor] : null;
            case "Polygon":
                return Area(coordinates, edges, remarks, out why) is { } area ? [area] : null;
            case "MultiPolygon" when coordinates.ValueKind == JsonValueKind.Array:
                return Areas(coordinates, edges, remarks, out why);
            default:
                why = $"a geometry '{type}' is not taken: Point, LineString, Polygon, MultiPolygon";
                return null;
        }
    }

    private static List<Shape>? Areas(JsonElement coordinates, Edge edges, Remarks remarks, out string why)
    {
        var areas = new List<Shape>();
        why = $"a MultiPolygon has 1 to {Volumes.Bounds.Shapes} areas";
        if (coordinates.GetArrayLength() is 0 or > Volumes.Bounds.Shapes)
            return null;
        foreach (var polygon in coordinates.EnumerateArray())
        {
            if (Area(polygon, edges, remarks, out why) is not { } area)
                return null;
            areas.Add(area);
        }

        return areas;
    }

    private static Shape? Area(JsonElement rings, Edge edges, Remarks remarks, out string why)
    {
        why = "a polygon is a list of one ring";
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
            return null;
        if (rings.GetArrayLength() > 1)
        {
            why = "a hole in an area cannot be notified; draw the area whole, or as several";
            return null;
        }

        if (Places(rings[0], remarks, out why) is not { } ring)
            return null;
        if (ring[0] != ring[^1])
            remarks.Add(ImportRemarkKind.RingClosed, $"from {ring[^1]} to {ring[0]}");
        return AidShapes.Area(ring, edges, remarks, out why);
    }

    private static List<Position>? Places(JsonElement list, Remarks remarks, out string why)
    {
        why = $"a line or ring is a list of 2 to {Volumes.Bounds.Vertices} positions";
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is < 2 or > Volumes.Bounds.Vertices + 1)
            return null;
        var places = new List<Position>();
        foreach (var point in list.EnumerateArray())
        {
            if (Place(point, remarks, out why) is not { } place)
                return null;
            places.Add(place);
        }

        return places;
    }

    private static Position? Place(JsonElement point, Remarks remarks, out string why)
    {
        why = "a position is two numbers, longitude and latitude, and may have a height";
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() is not (2 or 3) || point.EnumerateArray().Any(n => n.ValueKind != JsonValueKind.Number))
            return null;
        if (point.GetArrayLength() == 3)
            remarks.Add(ImportRemarkKind.HeightsUnread, "heights of positions are left out; lower and upper say them");
        return AidFields.Place(point[1].GetDouble(), point[0].GetDouble(), out why);
    }
}
