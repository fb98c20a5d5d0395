using System.Globalization;
using System.Text;
using System.Xml;
using Parley.Lines.Notices;
using Parley.Volumes;
using VolumesBounds = Parley.Volumes.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A notice as an alert of the Common Alerting Protocol (OASIS CAP 1.2), one info block a language of the format. What a notice does not say is
/// <c>Unknown</c>: no urgency, severity or certainty is made up.</summary>
public static class NoticeCap
{
    /// <summary>Of the elements.</summary>
    public const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>The file's text, to be kept in UTF-8.</summary>
    public static string Write(NoticeExport export)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("alert", Namespace);
            Alert(xml, export);
            var areas = Areas(export);
            for (var language = 0; language < export.Format.Languages.Count; language++)
                Info(xml, export, export.Format.Languages[language], areas);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Alert(XmlWriter xml, NoticeExport export)
    {
        Element(xml, "identifier", ExportText.Token(export.Head.Number ?? "draft"));
        Element(xml, "sender", ExportText.Token(export.Sender));
        Element(xml, "sent", Time(export.Made));
        Element(xml, "status", export.Head.IsExercise ? "Exercise" : export.Head.Number is null ? "Draft" : "Actual");
        Element(xml, "msgType", export.Format.Effect == NoticeEffect.Cancels ? "Cancel" : export.IsChange ? "Update" : "Alert");
        Element(xml, "scope", "Restricted");
        Element(xml, "restriction", "For the parties of the line");
        Element(xml, "note", $"{(export.Head.IsExercise ? NoticePaper.Exercised + ". " : "")}{export.FormatName}, modelled on public sources, not official." +
            string.Concat(export.Regards.Select(n => $" Regards No. {n}.")));
        var before = export.Before.Take(Bounds.ExportBefore).Select(b => $"{ExportText.Token(b.Sender)},{ExportText.Token(b.Number)},{Time(b.Sent)}").ToList();
        if (before.Count > 0)
            Element(xml, "references", string.Join(' ', before));
    }

    private static void Info(XmlWriter xml, NoticeExport export, string language, IReadOnlyList<CapArea> areas)
    {
        xml.WriteStartElement("info");
        Element(xml, "language", language);
        Element(xml, "category", "Other");
        Element(xml, "event", export.Marked(export.Title(language)));
        Element(xml, "urgency", "Unknown");
        Element(xml, "severity", "Unknown");
        Element(xml, "certainty", "Unknown");
        if (export.Start is { } start)
            Element(xml, "onset", Time(start));
        if (export.End is { } end)
            Element(xml, "expires", Time(end));
        Element(xml, "headline", export.Marked($"{export.Title(language)} {export.Number}"));
        var mark = export.Head.IsExercise ? NoticePaper.Exercised : null;
        Element(xml, "description", string.Join('\n', new[] { mark, export.Numbered(language), mark }.OfType<string>()));
        foreach (var area in areas)
        {
            xml.WriteStartElement("area");
            area.Write(xml);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IReadOnlyList<CapArea> Areas(NoticeExport export)
    {
        var outlines = new ExportOutlines();
        return [.. ExportShape.All(export).Select(s => CapArea.Of(s, s.Shape is Circle or PointShape ? null : outlines.Of(s.Shape)))];
    }

    internal static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);

    // CAP 1.2, section 3.3.2: UTC is written -00:00, and no Z.
    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'", CultureInfo.InvariantCulture);

    /// <summary>An area of an info block, the same in every language.</summary>
    private sealed record CapArea(string Words, IReadOnlyList<string> Polygons, string? Circle, long? Altitude, long? Ceiling)
    {
        public static CapArea Of(ExportShape shape, ExportOutline? outline)
        {
            var note = outline is { Note.Length: > 0 } && shape.Shape is not (OceanQuadrant or NamedArea) ? $" ({outline.Note})" : "";
            var words = $"{shape.Line} {shape.Label}: {shape.Words}{note}{(shape.Band.Length > 0 ? $", {shape.Band}" : "")}";
            var altitude = shape.Volume is null ? null : Feet(shape.Volume.Band.Lower, Math.Floor);

            // A ceiling stands with an altitude only (CAP 1.2, section 3.2.4).
            var ceiling = altitude is null ? null : Feet(shape.Volume!.Band.Upper, Math.Ceiling);
            return new CapArea(words, [.. (outline?.Rings ?? []).Select(Polygon)], Round(shape.Shape), altitude, ceiling);
        }

        public void Write(XmlWriter xml)
        {
            Element(xml, "areaDesc", Words);
            foreach (var polygon in Polygons)
                Element(xml, "polygon", polygon);
            if (Circle is not null)
                Element(xml, "circle", Circle);
            if (Altitude is { } altitude)
                Element(xml, "altitude", altitude.ToString(CultureInfo.InvariantCulture));
            if (Ceiling is { } ceiling)
                Element(xml, "ceiling", ceiling.ToString(CultureInfo.InvariantCulture));
        }

        private static string? Round(Shape shape) => shape switch
        {
            Circle circle => $"{Pair(circle.Centre)} {(circle.Radius / 1000m).ToString("0.###", CultureInfo.InvariantCulture)}",
            PointShape point => $"{Pair(point.At)} 0",
            _ => null,
        };

        private static string Pair(Position at) => Pair(new ChartSpot(at.LatitudeUnits, at.LongitudeUnits));

        private static string Pair(ChartSpot spot) => string.Create(CultureInfo.InvariantCulture,
            $"{spot.Latitude / (decimal)VolumesBounds.UnitsInDegree:0.#######},{spot.Longitude / (decimal)VolumesBounds.UnitsInDegree:0.#######}");

        private static string Polygon(IReadOnlyList<ChartSpot> ring) => string.Join(' ', ring.Append(ring[0]).Select(Pair));

        // Feet above mean sea level; any other reference is not one, and stays in the words.
        private static long? Feet(Altitude altitude, Func<double, double> round) => altitude.Reference != AltitudeReference.AboveSea ? null
            : altitude.Unit == AltitudeUnit.Foot ? altitude.Value
            : (long)round(altitude.Metres / Volumes.Altitude.MetresInFoot);
    }
}
