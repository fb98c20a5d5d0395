using System.Globalization;
using System.Text;
using Parley.Volumes;
using VolumesBounds = Parley.Volumes.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A notice as comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading apostrophe.</summary>
public static class NoticeCsv
{
    /// <summary>One row a line: <c>number</c>, <c>label</c>, <c>text</c>, <c>language</c>; the notice's own number, form and predecessors stand before the lines.</summary>
    public static string Lines(NoticeExport export)
    {
        var text = new StringBuilder();
        var mark = new[] { "EXERCISE", NoticePaper.Exercised, "", "" };
        Row(text, "number", "label", "text", "language");
        if (export.Head.IsExercise)
            Row(text, mark);
        Row(text, "notice", "", export.Number, "");
        Row(text, "format", "", export.FormatName, "");
        Row(text, "title", "", export.Title(export.Reader), export.Language(export.Reader));
        foreach (var before in export.Regards)
            Row(text, "regards", "", before, "");
        foreach (var line in export.Lines(export.Reader))
            Row(text, line.Number, line.Label, line.Text ?? "", line.Language ?? "");
        if (export.Head.IsExercise)
            Row(text, mark);
        return text.ToString();
    }

    /// <summary>One row a place or circle, as <see cref="Drawings.CsvFile"/> reads them; shapes of other kinds have no row.</summary>
    public static string Places(NoticeExport export)
    {
        var text = new StringBuilder("name,latitude,longitude,radius_m,valid_from,valid_until\r\n");
        foreach (var shape in ExportShape.All(export))
        {
            (Position At, int Radius)? round = shape.Shape switch
            {
                PointShape point => (point.At, 0),
                Circle circle => (circle.Centre, circle.Radius),
                _ => null,
            };
            if (round is not var (at, radius))
                continue;
            var validity = shape.Volume?.Schedule.Validity;
            text.Append(Cell(export.Marked($"{export.Title(export.Reader)} {export.Number}: {shape.Label}")));
            text.Append(',').Append(Degrees(at.LatitudeUnits)).Append(',').Append(Degrees(at.LongitudeUnits));
            text.Append(',').Append(radius == 0 ? "" : radius.ToString(CultureInfo.InvariantCulture));
            text.Append(',').Append(Time(validity?.From ?? export.Start)).Append(',').Append(Time(validity?.Until ?? export.End)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Degrees(int units) => (units / (decimal)VolumesBounds.UnitsInDegree).ToString("0.0000000", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time) => time is { } at ? ExportText.Instant(at) : "";

    private static void Row(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>A cell as it stands between commas.</summary>
    internal static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
