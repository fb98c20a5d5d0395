using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Exchange.Places;
using Parley.Volumes;

namespace Parley.Exchange.Drawings;

/// <summary>Points and circles as comma-separated values (RFC 4180): a first line of names, then <c>name</c>, <c>latitude</c>, <c>longitude</c> in degrees or in a
/// notation of notices, and, if wanted, <c>radius_m</c>, <c>valid_from</c>, <c>valid_until</c>. Every row is a notice.</summary>
public static class CsvFile
{
    private static readonly string[] Known = ["name", "latitude", "longitude", "radius_m", "valid_from", "valid_until"];

    /// <param name="validity">That of the import, for rows that state none.</param>
    public static Import Read(Stream file, Window validity) => ImportBytes.Read(file, out var problem) is { } text ? Read(text, validity) : Import.Refused(problem!);

    /// <inheritdoc cref="Read(Stream, Window)"/>
    public static Import Read(string text, Window validity)
    {
        var basket = new ImportBasket();
        string[]? heads = null;
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            if (written.IsWhiteSpace())
                continue;
            var row = written.ToString();
            if (row.Length > Bounds.NoticeLength || Cells(row) is not { } cells)
            {
                if (!basket.Add(new ImportProblem(line, ImportFault.Malformed, "a quote is open at the end of the line, or the line is too long")))
                    break;
                continue;
            }

            if (heads is null)
            {
                heads = cells;
                if (heads.Except(Known).FirstOrDefault() is { } other || (other = Known[..3].Except(heads).FirstOrDefault()) is not null ||
                    heads.Distinct().Count() != heads.Length)
                    return Import.Refused(new ImportProblem(line, ImportFault.Part, $"the first line names each of these once, the first three always: {string.Join(',', Known)}"));
            }
            else if (!basket.Add(One(row, cells, heads, line, validity)))
            {
                break;
            }
        }

        return basket.All();
    }

    private static Reading One(string row, string[] cells, string[] heads, int line, Window assumed)
    {
        string Cell(string head) => Array.IndexOf(heads, head) is >= 0 and var at ? cells[at].Trim() : "";
        if (cells.Length != heads.Length)
            return new ImportProblem(line, ImportFault.Malformed, $"{cells.Length} cells; the first line names {heads.Length}");
        var remarks = new Remarks();
        if (Place(Cell("latitude"), Cell("longitude"), remarks) is not { } place)
            return new ImportProblem(line, ImportFault.Part, $"'{Cell("latitude")}' '{Cell("longitude")}' is no place of the earth");
        Shape? shape = new PointShape(place);
        if (Cell("radius_m") is { Length: > 0 } radius)
            shape = int.TryParse(radius, NumberStyles.None, CultureInfo.InvariantCulture, out var metres) ? Circle.Make(place, metres).Value : null;
        if (shape is null)
            return new ImportProblem(line, ImportFault.Part, $"'{Cell("radius_m")}' is no radius: whole metres, 1 to {Volumes.Bounds.Extent}");
        var validity = DrawingHours.Validity(Cell("valid_from"), Cell("valid_until"), assumed, remarks);
        remarks.Add(ImportRemarkKind.NoHeights, "");
        var volume = Volume.Make([shape], AltitudeBand.Everything, Schedule.Make(validity).Must()).Must();
        return new ImportedNotice("", NoticeKind.New, [], Cell("name"), NoticeClass.Other, null, validity, [volume],
            ShapeOrigin.Geometry, WindowOrigin.Unstated, row, remarks.All, line);
    }

    private static Position? Place(string latitude, string longitude, Remarks remarks)
    {
        const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(latitude, Signed, CultureInfo.InvariantCulture, out var north) && double.TryParse(longitude, Signed, CultureInfo.InvariantCulture, out var east))
            return Position.FromDegrees(north, east);
        return SpotScan.All($"{latitude} {longitude}".ToUpperInvariant(), remarks) is [{ } spot] ? spot.At : null;
    }

    /// <summary>The cells of a row; null when a quote stays open or stands within a cell.</summary>
    internal static string[]? Cells(string row)
    {
        var cells = new List<string>();
        var at = 0;
        while (true)
        {
            if (at < row.Length && row[at] == '"')
            {
                var cell = new System.Text.StringBuilder();
                for (at++; ; at++)
                {
                    if (at >= row.Length)
                        return null;
                    if (row[at] == '"' && (at + 1 >= row.Length || row[at + 1] != '"'))
                        break;
                    at += row[at] == '"' ? 1 : 0;
                    cell.Append(row[at]);
                }

                cells.Add(cell.ToString());
                at++;
                if (at < row.Length && row[at] != ',')
                    return null;
            }
            else
            {
                var end = row.IndexOf(',', at);
                cells.Add(row[at..(end < 0 ? row.Length : end)]);
                at = end < 0 ? row.Length : end;
            }

            if (at >= row.Length)
                return [.. cells];
            at++;
        }
    }
}
