using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;

namespace Parley.Exchange.Observations;

/// <summary>One row of a list of observations.</summary>
/// <param name="Where">In the file, for a reader: the line on which it begins.</param>
/// <param name="Fields">As they stand there, unread; empty ones are left out.</param>
public sealed record ObservationRow(string Where, IReadOnlyDictionary<string, string> Fields);

/// <summary>What a list of observations gave.</summary>
public sealed record ObservationImport(IReadOnlyList<ObservationRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    internal static ObservationImport Refused(ImportProblem problem) => new([], [problem]);
}

/// <summary>Observations as comma-separated values (RFC 4180), one a row, under a first line that names their fields in any order. A quoted cell may have lines. What the cells say
/// is read by the station alone, with the same rules as what an officer types.</summary>
public static class ObservationCsv
{
    private static readonly string[] Always = ["kind", "from", "time-error", "source", "grading"];

    /// <summary>The columns that a file may have; docs/formats/observation.md says what stands in them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "kind", "party", "place", "error", "shape", "altitude", "from", "until", "time-error", "strength", "heading", "speed", "level", "source", "grading", "text", "supersedes",
    ];

    public static ObservationImport Read(Stream file) => ImportBytes.Read(file, out var problem) is { } text ? Read(text) : ObservationImport.Refused(problem!);

    /// <inheritdoc cref="Read(Stream)"/>
    public static ObservationImport Read(string text)
    {
        var (rows, problems, lines) = (new List<ObservationRow>(), new List<ImportProblem>(), new RecordReader(text));
        string[]? heads = null;
        while (lines.Next() is { } record)
        {
            var cells = record.Why is null ? CsvFile.Cells(record.Text) : null;
            if (heads is null)
            {
                heads = cells;
                if ((record.Why ?? (cells is null ? RecordReader.Stray : Heading(cells))) is { } fault)
                    return ObservationImport.Refused(new ImportProblem(record.Line, ImportFault.Part, fault));
                continue;
            }

            if (rows.Count + problems.Count == Bounds.ObservationRows)
            {
                problems.Add(new ImportProblem(record.Line, ImportFault.TooMany, $"more than {Bounds.ObservationRows} rows; split the file"));
                break;
            }

            if (cells is not null && cells.Length == heads.Length)
                rows.Add(new ObservationRow($"line {record.Line}", Filled(heads, cells)));
            else
                problems.Add(new ImportProblem(record.Line, ImportFault.Malformed, record.Why ?? (cells is null ? RecordReader.Stray : Count(cells, heads))));
        }

        return heads is null ? ObservationImport.Refused(new ImportProblem(1, ImportFault.Part, $"the file is empty; its first line names columns, such as {Names(Always)}"))
            : new ObservationImport(rows, problems);
    }

    private static string? Heading(string[] heads)
    {
        if (heads.FirstOrDefault(h => !Columns.Contains(h)) is { } unknown)
            return $"there is no field '{Short(unknown)}'; the first line names some of {Names(Columns)}";
        if (heads.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"the column '{twice.Key}' stands twice";
        if (Always.Except(heads).ToList() is { Count: > 0 } missing)
            return $"the first line lacks {Names(missing)}";
        return heads.Contains("shape") || (heads.Contains("place") && heads.Contains("error")) ? null : "the first line lacks place and error, or shape";
    }

    private static Dictionary<string, string> Filled(string[] heads, string[] cells)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < heads.Length; at++)
        {
            if (cells[at].Length > 0)
                fields.Add(heads[at], cells[at]);
        }

        return fields;
    }

    private static string Count(string[] cells, string[] heads) => $"cells: {cells.Length}; the first line names {heads.Length}";

    private static string Short(string text) => text.Length <= Bounds.RemarkLength ? text : text[..Bounds.RemarkLength] + "…";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>A record of the file with the line on which it begins.</summary>
    /// <param name="Why">Why it is not read; null: it is.</param>
    private sealed record Record(int Line, string Text, string? Why);

    // Within a record that is sound, a line break belongs to a cell when the quotes before it are odd in number.
    private sealed class RecordReader(string text)
    {
        public const string Stray = "a quote stands within a cell; a cell with quotes is quoted whole, and each quote in it doubled";

        private int at;
        private int line = 1;

        public Record? Next()
        {
            while (at < text.Length)
            {
                var (from, first, quotes) = (at, line, 0);
                do
                {
                    var end = text.IndexOf('\n', at);
                    var stop = end < 0 ? text.Length : end;
                    quotes += text.AsSpan(at, stop - at).Count('"');
                    (at, line) = (end < 0 ? text.Length : end + 1, line + 1);
                }
                while (quotes % 2 == 1 && at < text.Length && at - from <= Bounds.ObservationRowLength);

                var record = text.AsSpan(from, at - from).TrimEnd('\n').TrimEnd('\r');
                if (record.IsWhiteSpace())
                    continue;
                if (quotes % 2 == 1)
                    at = text.Length;
                return quotes % 2 == 1 ? new Record(first, "", "a quote is opened here and not closed; nothing after it was read")
                    : record.Length > Bounds.ObservationRowLength ? new Record(first, "", $"the row is longer than {Bounds.ObservationRowLength} characters")
                    : new Record(first, record.ToString(), null);
            }

            return null;
        }
    }
}
