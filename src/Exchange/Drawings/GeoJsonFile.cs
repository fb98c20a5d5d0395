using System.Text.Json;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Drawings;

/// <summary>A GeoJSON document (RFC 7946): a feature collection, a feature or a geometry. Each feature is a notice; its properties are kept as remarks.</summary>
public static class GeoJsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Bounds.FileDepth };

    /// <param name="validity">That of the import, for features without <c>valid_from</c> and <c>valid_until</c>.</param>
    public static Import Read(Stream file, Window validity) => ImportBytes.Read(file, out var problem) is { } text ? Read(text, validity) : Import.Refused(problem!);

    /// <inheritdoc cref="Read(Stream, Window)"/>
    public static Import Read(string text, Window validity)
    {
        var basket = new ImportBasket();
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var root = document.RootElement;
            var isMany = ImportText.Of(root, "type") == "FeatureCollection";
            var features = isMany && root.TryGetProperty("features", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [root];
            for (var i = 0; i < features.Length; i++)
            {
                if (!basket.Add(One(features[i], i, validity)))
                    break;
            }
        }
        catch (JsonException fault)
        {
            basket.Add(new ImportProblem((int)Math.Min(int.MaxValue, (fault.LineNumber ?? 0) + 1), ImportFault.Malformed, $"this is not JSON: {fault.Message}"));
        }

        return basket.All();
    }

    private static Reading One(JsonElement feature, int index, Window assumed)
    {
        // The library keeps no lines; the place in the list says where.
        var where = $"feature {index + 1}";
        if (feature.ValueKind != JsonValueKind.Object)
            return new ImportProblem(1, ImportFault.Part, $"{where} is no object");
        var remarks = new Remarks();
        var geometry = feature.TryGetProperty("geometry", out var found) ? found : feature;
        var shapes = GeoJson.Shapes(geometry, 0, remarks);
        if (shapes.Count is 0 or > Parley.Volumes.Bounds.Shapes)
            return new ImportProblem(1, ImportFault.Part, $"{where} draws {shapes.Count} shapes; 1 to {Parley.Volumes.Bounds.Shapes} are taken");
        var properties = feature.TryGetProperty("properties", out var table) && table.ValueKind == JsonValueKind.Object ? table : default;
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject().Take(Properties))
                remarks.Add(ImportRemarkKind.Property, $"{property.Name}: {Text(property.Value)}");
        }

        var original = feature.GetRawText();
        if (original.Length > Bounds.FileLength)
            return new ImportProblem(1, ImportFault.NoticeTooLong, $"{where} has more than {Bounds.FileLength} characters");
        var validity = DrawingHours.Validity(ImportText.Of(properties, "valid_from"), ImportText.Of(properties, "valid_until"), assumed, remarks);
        remarks.Add(ImportRemarkKind.NoHeights, "");
        var volume = Volume.Make(shapes, AltitudeBand.Everything, Schedule.Make(validity).Must()).Must();
        var number = feature.TryGetProperty("id", out var id) ? Text(id) : "";
        return new ImportedNotice(number, NoticeKind.New, [], ImportText.Of(properties, "name"), NoticeClass.Other, null, validity, [volume],
            ShapeOrigin.Geometry, WindowOrigin.Unstated, original, remarks.All, 1);
    }

    private const int Properties = 32;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? ImportText.Of(value) : value.GetRawText();
}
