using System.Text.Json;
using Parley.Exchange.Imports;

namespace Parley.Exchange.Notams;

/// <summary>NOTAMs as JSON lines, one object a line: <c>id</c>, <c>q_subject</c>, <c>q_condition</c>, <c>centre</c>, <c>radius_nm</c>, <c>lower_fl</c>,
/// <c>upper_fl</c>, <c>b</c>, <c>c</c>, <c>d</c>, <c>e</c>, and <c>x</c> with N, R or C. Every line stands for itself.</summary>
public static class NotamArchive
{
    /// <summary>The length at which the archive cuts a text, characters.</summary>
    private const int Cut = 400;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Bounds.FileDepth };

    /// <summary>Everything in the file.</summary>
    public static Import Read(Stream file) => ImportBytes.Read(file, out var problem) is { } text ? Read(text) : Import.Refused(problem!);

    /// <summary>Everything in the text.</summary>
    public static Import Read(string text)
    {
        var basket = new ImportBasket();
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            if (!written.IsWhiteSpace() && !basket.Add(One(written.ToString(), line)))
                break;
        }

        return basket.All();
    }

    private static Reading One(string written, int line)
    {
        if (written.Length > Bounds.NoticeLength)
            return new ImportProblem(line, ImportFault.NoticeTooLong, $"more than {Bounds.NoticeLength} characters");
        try
        {
            using var document = JsonDocument.Parse(written, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || ImportText.Of(root, "id") is not { Length: > 0 } number)
                return new ImportProblem(line, ImportFault.Part, "an object with an id must stand on the line");
            var text = ImportText.Of(root, "e");
            return NotamNotice.Of(new NotamItems
            {
                Line = line,
                Number = number,
                Kind = ImportText.Of(root, "x") switch { "R" => NoticeKind.Replacement, "C" => NoticeKind.Cancellation, _ => NoticeKind.New },
                Code = ImportText.Of(root, "q_subject") + ImportText.Of(root, "q_condition"),
                Lower = ImportText.Of(root, "lower_fl"),
                Upper = ImportText.Of(root, "upper_fl"),
                Centre = ImportText.Of(root, "centre"),
                Radius = ImportText.Of(root, "radius_nm"),
                B = ImportText.Of(root, "b"),
                C = ImportText.Of(root, "c"),
                D = ImportText.Of(root, "d"),
                E = text,
                F = ImportText.Of(root, "f"),
                G = ImportText.Of(root, "g"),
                Original = written,
                IsCutOff = text.Length == Cut,
            });
        }
        catch (JsonException fault)
        {
            return new ImportProblem(line, ImportFault.Malformed, $"this is not JSON: {fault.Message}");
        }
    }
}
