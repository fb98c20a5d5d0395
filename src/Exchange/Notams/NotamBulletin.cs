using System.Globalization;
using System.Xml;
using Parley.Exchange.Imports;

namespace Parley.Exchange.Notams;

/// <summary>A pre-flight information bulletin of the European AIS database: XML with one <c>Notam</c> element a notice.
/// A bulletin that is not sound XML to its end is refused whole.</summary>
public static class NotamBulletin
{
    /// <summary>Everything in the file.</summary>
    public static Import Read(Stream file) => ImportBytes.Read(file, out var problem) is { } text ? Read(text) : Import.Refused(problem!);

    /// <summary>Everything in the text.</summary>
    public static Import Read(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Bounds.ImportLength,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        try
        {
            return Read(reader);
        }
        catch (XmlException fault)
        {
            // The reader refuses a document type without a kind and a line of its own; nothing before it was wrong then.
            var at = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
            var type = at < 0 ? int.MaxValue : 1 + text.AsSpan(0, at).Count('\n');
            return Import.Refused(fault.LineNumber <= type && at >= 0
                ? new ImportProblem(type, ImportFault.DocumentType, "a document type stands here; bulletins have none, and none is read")
                : new ImportProblem(Math.Max(1, fault.LineNumber), ImportFault.Malformed, $"this is not XML: {fault.Message}"));
        }
    }

    private static Import Read(XmlReader reader)
    {
        var basket = new ImportBasket();
        var at = (IXmlLineInfo)reader;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasAny = false;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.Depth > Bounds.BulletinDepth)
                return Import.Refused(new ImportProblem(at.LineNumber, ImportFault.Malformed, $"elements stand at most {Bounds.BulletinDepth} deep"));
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Notam")
            {
                reader.Read();
                continue;
            }

            hasAny = true;
            var line = at.LineNumber;
            if (Parts(reader) is not { } parts)
                return Import.Refused(new ImportProblem(line, ImportFault.NoticeTooLong, $"more than {Bounds.NoticeLength} characters, or elements within its parts"));
            if (seen.Add(Number(parts, "") + parts.GetValueOrDefault("NOF", "") + parts.GetValueOrDefault("ItemE", "")))
            {
                if (!basket.Add(One(parts, line)))
                    return basket.All();
            }
            else
            {
                basket.Repeated++;
            }
        }

        if (!hasAny)
            basket.Add(new ImportProblem(1, ImportFault.Unknown, "the bulletin has no Notam element"));
        return basket.All();
    }

    /// <summary>Texts of the elements of one notice by name; null when it is too long. Leaves the reader behind the notice.</summary>
    private static Dictionary<string, string>? Parts(XmlReader reader)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var (name, length, outside) = ("", 0, reader.Depth);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return parts;
        }

        while (reader.Read() && reader.Depth > outside)
        {
            if (reader.Depth > outside + 4)
                return null;
            if (reader.NodeType == XmlNodeType.Element)
                parts.TryAdd(name = reader.LocalName, "");
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                parts[name] = parts.GetValueOrDefault(name, "") + reader.Value;
            length += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 1;
            if (length > Bounds.NoticeLength)
                return null;
        }

        reader.Read();
        return parts;
    }

    private static Reading One(Dictionary<string, string> parts, int line)
    {
        string Part(string name) => parts.GetValueOrDefault(name, "").Trim();
        var number = Number(parts, "");
        if (number.Length == 0)
            return new ImportProblem(line, ImportFault.Part, "Series, Number and Year do not name the notice");
        var referred = Number(parts, "Referred");
        return NotamNotice.Of(new NotamItems
        {
            Line = line,
            Number = number,
            Kind = Part("Type") switch { "R" => NoticeKind.Replacement, "C" => NoticeKind.Cancellation, _ => NoticeKind.New },
            Refers = referred.Length > 0 ? [referred] : [],
            Code = Part("Code23") + Part("Code45"),
            Lower = Part("Lower"),
            Upper = Part("Upper"),
            Centre = Part("Coordinates"),
            Radius = Part("Radius"),
            B = Part("StartValidity"),
            C = Part("EndValidity") + (parts.ContainsKey("Estimation") ? " EST" : ""),
            D = Part("ItemD"),
            E = Part("ItemE"),
            F = Part("ItemF"),
            G = Part("ItemG"),
            Issued = DateTimeOffset.TryParseExact(Part("NotamStoreDate"), "ddMMyyyyHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            Original = string.Join('\n', parts.Select(p => $"{p.Key}: {p.Value}")),
        });
    }

    private static string Number(Dictionary<string, string> parts, string before) =>
        parts.GetValueOrDefault(before + "Series", "") is { Length: 1 } series &&
        int.TryParse(parts.GetValueOrDefault(before + "Number", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
        int.TryParse(parts.GetValueOrDefault(before + "Year", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? string.Create(CultureInfo.InvariantCulture, $"{series}{number:0000}/{year % 100:00}")
            : "";
}
