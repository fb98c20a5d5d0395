using System.Globalization;
using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Humanitarian;

/// <summary>Sites and movements as comma-separated values (RFC 4180), one a row; columns are in docs/formats/humanitarian.md. A place is <c>latitude</c> and <c>longitude</c>, a
/// way <c>route</c>, an area <c>area</c>: degrees, latitude first, places parted by semicolons.</summary>
public static class AidCsv
{
    private static readonly string[] Places = ["latitude", "longitude", "route", "area"];

    /// <summary>The columns that a file may have, in the order in which ours has them.</summary>
    internal static readonly string[] Columns = ["number", "state", .. AidFields.Names[..14], .. Places, .. AidFields.Names[14..]];

    public static AidImport Read(Stream file, AidDefaults defaults) => ImportBytes.Read(file, out var problem) is { } text ? Read(text, defaults) : AidImport.Refused(problem!);

    /// <inheritdoc cref="Read(Stream, AidDefaults)"/>
    public static AidImport Read(string text, AidDefaults defaults)
    {
        var basket = new AidBasket();
        string[]? heads = null;
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            if (written.IsWhiteSpace())
                continue;
            var cells = written.Length > Bounds.AidRowLength ? null : CsvFile.Cells(written.ToString());
            if (heads is null)
            {
                if (cells is null || cells.Except(Columns).Any() || cells.Distinct().Count() != cells.Length || !cells.Contains("kind") || !cells.Contains("title"))
                {
                    return AidImport.Refused(new ImportProblem(
                        line, ImportFault.Part, $"the first line names each of these once at most, kind and title always: {string.Join(',', Columns)}"));
                }

                heads = cells;
                continue;
            }

            var (where, why, fault) = ($"line {line}", "a quote is open at the end of the line, or the line is too long", ImportFault.Malformed);
            AidItem? item = null;
            if (cells is not null && cells.Length != heads.Length)
                why = $"{cells.Length} cells; the first line names {heads.Length}";
            else if (cells is not null)
                (item, fault) = (One(where, name => Array.IndexOf(heads, name) is >= 0 and var at ? cells[at] : "", defaults, out why), ImportFault.Part);
            if (!basket.Add(line, where, item, why, fault))
                break;
        }

        return basket.All();
    }

    private static AidItem? One(string where, Func<string, string> cell, AidDefaults defaults, out string why)
    {
        var remarks = new Remarks();
        return ShapeOf(cell, remarks, out why) is { } shape ? AidFields.Make(where, cell, [shape], defaults, remarks, out why) : null;
    }

    private static Shape? ShapeOf(Func<string, string> cell, Remarks remarks, out string why)
    {
        var (isPlace, route, area) = (cell("latitude").Length + cell("longitude").Length > 0, cell("route"), cell("area"));
        why = "each row has one of a place (latitude and longitude), a route and an area";
        if ((isPlace ? 1 : 0) + (route.Length > 0 ? 1 : 0) + (area.Length > 0 ? 1 : 0) != 1)
            return null;
        why = $"radius_m and half_width_m are whole metres, 1 to {Volumes.Bounds.Extent}; edges are straight, geodesic or rhumb";
        if (!AidFields.Metres(cell("radius_m"), out var radius) || !AidFields.Metres(cell("half_width_m"), out var half) || AidFields.Edges(cell("edges")) is not { } edges)
            return null;
        if (isPlace)
            return PlacesOf($"{cell("latitude")} {cell("longitude")}", out why) is [var at] ? AidShapes.Round(at, radius, remarks) : null;
        return PlacesOf(route + area, out why) is not { } places ? null
            : route.Length > 0 ? AidShapes.Way(places, half, edges, remarks, out why)
            : AidShapes.Area(places, edges, remarks, out why);
    }

    private static List<Position>? PlacesOf(string text, out string why)
    {
        var places = new List<Position>();
        foreach (var written in text.Split(';', StringSplitOptions.TrimEntries))
        {
            why = $"'{written}' is no place: latitude and longitude in degrees, such as 33.51 -44.4";
            if (written.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var north, var east] ||
                Degrees(north) is not { } latitude || Degrees(east) is not { } longitude || AidFields.Place(latitude, longitude, out why) is not { } place)
                return null;
            places.Add(place);
        }

        why = "";
        return places;
    }

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
