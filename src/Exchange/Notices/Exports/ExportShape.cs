using System.Globalization;
using Parley.Lines.Notices;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A shape that a notice names, and the line that names it.</summary>
/// <param name="Volume">Null: a place alone.</param>
internal sealed record ExportShape(string Line, string Label, Shape Shape, Volume? Volume)
{
    /// <summary>Every readable place and shape in the order of the form, labels in the reader's language; what is not readable has none.</summary>
    public static IReadOnlyList<ExportShape> All(NoticeExport export) => [.. Found(export).Take(Bounds.ExportShapes)];

    /// <summary>From one height to another, as the volume's text has it; empty: none is said.</summary>
    public string Band => Volume is null
        ? ""
        : VolumeText.Write(Volume).Split('\n').First(l => l.StartsWith("band ", StringComparison.Ordinal))[5..];

    /// <summary>In words, where nothing is drawn too: <c>northeast quarter of the atlantic</c>.</summary>
    public string Words => Shape switch
    {
        PointShape => "point",
        Circle => "circle",
        Ellipse => "ellipse",
        Polygon => "polygon",
        Corridor => "corridor",
        OceanQuadrant quarter => $"{quarter.Quadrant.ToString().ToLowerInvariant()} quarter of the {quarter.Ocean.ToString().ToLowerInvariant()}",
        NamedArea area => $"area {area.Name}, drawn in the charter",
        _ => "shape",
    };

    private static IEnumerable<ExportShape> Found(NoticeExport export)
    {
        var language = export.Format.LanguageFor(export.Reader);
        foreach (var (index, field) in export.Format.Fields.Index())
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var items = export.Notice.Values.FirstOrDefault(v => v.Field == field.Name)?.Items ?? [];
            if (field.Kind != FieldKind.Rows)
            {
                foreach (var shape in items is [var text] ? Of(field, number, text, language) : [])
                    yield return shape;
                continue;
            }

            for (var at = 0; at < items.Count; at++)
            {
                var (row, column) = (at / field.Columns.Count, at % field.Columns.Count);
                foreach (var shape in Of(field.Columns[column], string.Create(CultureInfo.InvariantCulture, $"{number}.{row + 1}.{column + 1}"), items[at], language))
                    yield return shape;
            }
        }
    }

    private static IEnumerable<ExportShape> Of(NoticeField field, string line, string text, int language)
    {
        var label = ExportText.OneLine(field.Texts[language], Bounds.ExportLine);
        if (field.Kind == FieldKind.Place && FieldText.Place(text) is { } place)
            return [new(line, label, new PointShape(place), null)];
        return field.Kind == FieldKind.Volume && FieldText.Volume(text) is { } volume ? volume.Shapes.Select(s => new ExportShape(line, label, s, volume)) : [];
    }
}
