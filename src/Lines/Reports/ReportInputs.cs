using System.Buffers.Text;
using System.Text.Json;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Reports;

/// <summary>Reads from a report's JSON what its claims start from. The claims themselves are not read: they are worked out anew.</summary>
internal static class ReportInputs
{
    // An object in an array, three times over, and a list in it.
    private const int Depth = 12;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    /// <summary>Null: it is no report.</summary>
    public static (ReportFrame Frame, IReadOnlyList<LineInput> Lines, byte[] Signature)? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("report", out var report) &&
                Text(document.RootElement, "signature") is { } signed && Bytes(signed) is { } signature && Frame(report) is { } frame &&
                List(report, "lines", Bounds.ReportLines, Line) is { Count: > 0 } lines
                    ? (frame, lines, signature)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
        // A string in it is no text.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ReportFrame? Frame(JsonElement report) =>
        Text(report, "format") == ReportJson.Format && Party(report, "by") is { } by && Time(report, "made") is { } made && Time(report, "from") is { } from &&
        Time(report, "until") is { } until && from <= until && until <= made && Flag(report, "year") is { } year && Flag(report, "words") is { } words
            ? new ReportFrame(by, made, from, until, year, words)
            : null;

    private static LineInput? Line(JsonElement line) =>
        Text(line, "name") is { Length: <= Bounds.LineNameLength + Bounds.PartyIdLength + 1 } name && Text(line, "proof") is { } encoded && Bytes(encoded) is { } proof &&
        line.TryGetProperty("statedByTheMakerAlone", out var stated) &&
        List(stated, "silences", Bounds.ReportStated, Silence) is { } silences && List(stated, "maintenance", Bounds.ReportStated, Maintenance) is { } maintenance
            ? new LineInput(name, proof, silences, maintenance)
            : null;

    private static StatedSilence? Silence(JsonElement silence) =>
        Party(silence, "party") is { } party && Time(silence, "from") is { } from && IsOptionalTime(silence, "until", out var until) &&
        List(silence, "notExcluded", Bounds.Fields, Cause) is { } causes
            ? new StatedSilence(party, from, until, causes)
            : null;

    private static string? Cause(JsonElement cause) => cause.ValueKind == JsonValueKind.String && cause.GetString() is { Length: <= Bounds.ShortText } name ? name : null;

    private static StatedMaintenance? Maintenance(JsonElement window) =>
        Party(window, "by") is { } by && Time(window, "said") is { } said && Time(window, "from") is { } from && IsOptionalTime(window, "until", out var until)
            ? new StatedMaintenance(by, said, from, until)
            : null;

    private static List<T>? List<T>(JsonElement parent, string name, int most, Func<JsonElement, T?> read)
        where T : class
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() > most)
            return null;
        var items = new List<T>();
        foreach (var element in array.EnumerateArray())
        {
            if (read(element) is not { } item)
                return null;
            items.Add(item);
        }

        return items;
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True : null;

    private static PartyId? Party(JsonElement parent, string name) => Text(parent, name) is { } text ? PartyId.Parse(text) : null;

    private static Timestamp? Time(JsonElement parent, string name) => Text(parent, name) is { } text && Timestamp.TryParse(text, out var time) ? time : null;

    private static bool IsOptionalTime(JsonElement parent, string name, out Timestamp? time)
    {
        time = Time(parent, name);
        return time is not null || !parent.TryGetProperty(name, out _);
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        try
        {
            return Base64Url.TryDecodeFromChars(text, bytes, out var written) ? bytes[..written] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
