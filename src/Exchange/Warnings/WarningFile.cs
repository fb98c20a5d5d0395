using System.Globalization;
using System.Text.Json;
using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Exchange.Places;
using Parley.Volumes;

namespace Parley.Exchange.Warnings;

/// <summary>Navigational warnings: a file of GeoJSON features, one a line, or the text of one warning.</summary>
public static class WarningFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Bounds.FileDepth };

    /// <summary>Everything in the file of features.</summary>
    public static Import Read(Stream file) => ImportBytes.Read(file, out var problem) is { } text ? Read(text) : Import.Refused(problem!);

    /// <summary>Everything in the lines. Features that repeat the words of a warning, with another part of its drawing, are one notice.</summary>
    public static Import Read(string text)
    {
        var basket = new ImportBasket();
        var seen = new HashSet<(string, string)>();
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            if (!written.IsWhiteSpace() && One(written.ToString(), line, seen, basket) is { } reading && !basket.Add(reading))
                break;
        }

        return basket.All();
    }

    /// <summary>One warning as it was sent: the instant of issue, its number, its words.</summary>
    public static Import ReadText(string text)
    {
        var basket = new ImportBasket();
        basket.Add(Text(text));
        return basket.All();
    }

    private static Reading Text(string text)
    {
        if (text.Length > Bounds.NoticeLength)
            return new ImportProblem(1, ImportFault.NoticeTooLong, $"more than {Bounds.NoticeLength} characters");
        var upper = text.ToUpperInvariant().ReplaceLineEndings("\n");
        var head = upper.Length > Heading ? upper[..Heading] : upper;
        if (WarningParts.Instant(head) is not { } issued)
            return new ImportProblem(1, ImportFault.Part, "the instant of issue must stand at the head: 182300Z APR 16");
        var number = WarningParts.Number(head);
        if (number.Length == 0)
            return new ImportProblem(1, ImportFault.Part, "the number of the warning must stand at the head: NAVAREA IV 123/16");
        // The head holds an instant of its own, which is no time of the warning's.
        var at = head.IndexOf('\n', head.LastIndexOf(number.Split(' ')[0], StringComparison.Ordinal));
        var body = at < 0 ? upper : upper[at..];
        return WarningNotice.Of(new WarningItems(1, number, issued, Subject(body), body, [], text), new Remarks());
    }

    private const int Heading = 160;

    private static string Subject(string body) => body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";

    /// <summary>Null for a repetition, which is counted.</summary>
    private static Reading? One(string written, int line, HashSet<(string, string)> seen, ImportBasket basket)
    {
        if (written.Length > Bounds.NoticeLength)
            return new ImportProblem(line, ImportFault.NoticeTooLong, $"more than {Bounds.NoticeLength} characters");
        try
        {
            using var document = JsonDocument.Parse(written, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                return new ImportProblem(line, ImportFault.Part, "a GeoJSON feature with properties must stand on the line");
            var body = ImportText.Of(properties, "body");
            var number = ImportText.Of(properties, "parent_id") is { Length: > 0 } parent ? parent : ImportText.Of(root, "id");
            if (body.Length == 0 || number.Length == 0)
                return new ImportProblem(line, ImportFault.Part, "the feature needs an id and a body");
            if (!seen.Add((number, body)))
            {
                basket.Repeated++;
                return null;
            }

            return Feature(root, properties, number, body, written, line);
        }
        catch (JsonException fault)
        {
            return new ImportProblem(line, ImportFault.Malformed, $"this is not JSON: {fault.Message}");
        }
    }

    private static Reading Feature(JsonElement root, JsonElement properties, string number, string body, string written, int line)
    {
        var remarks = new Remarks();
        var issued = WarningParts.Instant(ImportText.Of(properties, "raw_dtg")) ?? Instant(ImportText.Of(properties, "dtg"));
        if (issued is null && Instant(ImportText.Of(properties, "valid_from")) is { } from)
        {
            remarks.Add(ImportRemarkKind.ValidityAssumed, "no instant of issue: the begin that the file states is taken");
            issued = from;
        }

        if (issued is null)
            return new ImportProblem(line, ImportFault.Part, $"{number}: no instant of issue");
        var radius = properties.TryGetProperty("radius_nm", out var miles) && miles.ValueKind == JsonValueKind.Number &&
            miles.TryGetDouble(out var value) && value is > 0 and < 2000
            ? (int)(value * Length.NauticalMile)
            : 0;
        IReadOnlyList<Shape> drawn = root.TryGetProperty("geometry", out var geometry) ? GeoJson.Shapes(geometry, radius, new Remarks()) : [];
        return WarningNotice.Of(new WarningItems(line, number, issued.Value, ImportText.Of(properties, "hazard_type"), body, drawn, body), remarks);
    }

    private static DateTimeOffset? Instant(string words) =>
        DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is > 1900 and < 9000
            ? at
            : null;
}
