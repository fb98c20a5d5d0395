using System.Text.Json;
using Parley.Exchange.Imports;
using Parley.Exchange.Places;
using Parley.Volumes;

namespace Parley.Exchange.Drawings;

/// <summary>Geometries of GeoJSON (RFC 7946, section 3.1): longitude stands first, edges are straight in longitude and latitude.</summary>
internal static class GeoJson
{
    /// <summary>Shapes of a geometry; what makes none is left out with a remark.</summary>
    /// <param name="radius">Metres round each point; 0 for points alone.</param>
    public static IReadOnlyList<Shape> Shapes(JsonElement geometry, int radius, Remarks remarks)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
            return [];
        var coordinates = geometry.TryGetProperty("coordinates", out var found) ? found : default;
        return ImportText.Of(geometry, "type") switch
        {
            "Point" => [.. Points([coordinates], radius, remarks)],
            "MultiPoint" => [.. Points(Items(coordinates), radius, remarks)],
            "Polygon" => [.. Polygon(coordinates, remarks)],
            "MultiPolygon" => [.. Items(coordinates).SelectMany(p => Polygon(p, remarks))],
            "LineString" => [.. Line(coordinates, remarks)],
            "MultiLineString" => [.. Items(coordinates).SelectMany(l => Line(l, remarks))],
            "GeometryCollection" => [.. Items(geometry.TryGetProperty("geometries", out var parts) ? parts : default).SelectMany(g => Shapes(g, radius, remarks))],
            _ => [],
        };
    }

    private static IEnumerable<Shape> Points(IEnumerable<JsonElement> points, int radius, Remarks remarks)
    {
        foreach (var point in points)
        {
            if (Place(point, remarks) is not { } place)
                continue;
            if (radius > 0 && Circle.Make(place, radius).Value is { } circle)
                yield return circle;
            else
                yield return new PointShape(place);
        }
    }

    private static IEnumerable<Shape> Polygon(JsonElement rings, Remarks remarks)
    {
        var isFirst = true;
        foreach (var ring in Items(rings))
        {
            if (!isFirst)
            {
                remarks.Add(ImportRemarkKind.ShapeRefused, "a hole in an area is not kept: the area is taken whole");
                continue;
            }

            isFirst = false;
            var places = Items(ring).Select(p => Place(p, remarks)).ToArray();
            if (places.All(p => p is not null) && Ring.Make([.. places.Select(p => p!.Value)], Edge.Straight, mustClose: true, remarks) is { } shape)
                yield return shape;
        }
    }

    private static IEnumerable<Shape> Line(JsonElement line, Remarks remarks)
    {
        var places = Items(line).Select(p => Place(p, remarks)).OfType<Position>().ToArray();
        var way = places.Where((p, i) => i == 0 || p != places[i - 1]).ToArray();
        if (Corridor.Make(way, 1, Edge.Straight).Value is not { } corridor)
            yield break;
        remarks.Add(ImportRemarkKind.NoWidth, $"line from {way[0]} to {way[^1]}");
        yield return corridor;
    }

    private static Position? Place(JsonElement point, Remarks remarks)
    {
        var numbers = Items(point).Take(2).Select(n => n.ValueKind == JsonValueKind.Number && n.TryGetDouble(out var value) ? value : double.NaN).ToArray();
        if (numbers.Length < 2 || double.IsNaN(numbers[0]) || double.IsNaN(numbers[1]))
        {
            remarks.Add(ImportRemarkKind.ShapeRefused, "a position is two numbers: longitude, latitude");
            return null;
        }

        if (Math.Abs(numbers[1]) > 90 && Math.Abs(numbers[0]) <= 90)
        {
            remarks.Add(ImportRemarkKind.Reversed, $"{numbers[0]} {numbers[1]}");
            return Position.FromDegrees(numbers[0], numbers[1]);
        }

        var place = Position.FromDegrees(numbers[1], numbers[0]);
        if (place is null)
            remarks.Add(ImportRemarkKind.ShapeRefused, $"no place of the earth: {numbers[0]} {numbers[1]}");
        return place;
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
