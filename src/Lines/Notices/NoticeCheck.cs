namespace Parley.Lines.Notices;

/// <summary>What is wrong with what stands in a field.</summary>
public enum NoticeFault
{
    /// <summary>It may not be left out.</summary>
    Missing,

    /// <summary>It is not written as its kind asks.</summary>
    NotReadable,
    TooSmall,
    TooGreat,
    TooLong,
    UnknownCode,

    /// <summary>The format has no such field, or it stands twice.</summary>
    UnknownField,
    TooManyRows,
    EndBeforeStart,
}

/// <summary>A gap of a notice, in the words of its form.</summary>
/// <param name="Row">Of a field of rows, from 1; 0: the field itself.</param>
/// <param name="Column">Of a row; empty: none.</param>
/// <param name="Rule">What asks for it; empty: the format alone.</param>
public sealed record NoticeGap(string Field, int Row, string Column, NoticeFault Fault, string Rule)
{
    /// <summary>Such as <c>phases[2].name</c>.</summary>
    public string Place => Row == 0 ? Field : $"{Field}[{Row}]{(Column.Length > 0 ? "." + Column : "")}";

    /// <summary>What is wrong, in English.</summary>
    /// <param name="codes">Those that the field knows.</param>
    public static string Words(NoticeFault fault, IEnumerable<string> codes) => fault switch
    {
        NoticeFault.Missing => "is missing",
        NoticeFault.NotReadable => "is not written as the form asks",
        NoticeFault.TooSmall => "is too small",
        NoticeFault.TooGreat => "is too great",
        NoticeFault.TooLong => "is too long",
        NoticeFault.UnknownCode => $"is none of {string.Join(", ", codes)}",
        NoticeFault.UnknownField => "is no field of the form, or stands twice",
        NoticeFault.TooManyRows => "has too many rows",
        _ => "ends before it begins",
    };
}

/// <summary>Whether a notice says all that its format asks for: line by line, with the rule that asks.</summary>
public static class NoticeCheck
{
    /// <summary>Every gap in the order of the form, what the form does not know at the end; empty: it is complete.</summary>
    public static IReadOnlyList<NoticeGap> Gaps(NoticeFormat format, Notice notice)
    {
        var gaps = new List<NoticeGap>();
        foreach (var field in format.Fields)
        {
            var items = notice.Values.FirstOrDefault(v => v.Field == field.Name)?.Items ?? [];
            if (field.Kind == FieldKind.Rows)
                OfRows(gaps, field, items, IsNeeded(field, name => notice[name]));
            else if (items is [] or [""])
                Add(gaps, field, IsNeeded(field, name => notice[name]) ? NoticeFault.Missing : null);
            else
                Add(gaps, field, items is [var text] ? FaultOf(field, text) : NoticeFault.NotReadable);
        }

        if (!gaps.Any(g => g.Field == format.Start || g.Field == format.End) && SpanOf(format, notice) is { } span && span.Until < span.From)
            gaps.Add(new(format.End, 0, "", NoticeFault.EndBeforeStart, format[format.End]!.Rule));
        var known = new HashSet<string>();
        gaps.AddRange(notice.Values.Where(v => !known.Add(v.Field) || format[v.Field] is null).Select(v => new NoticeGap(v.Field, 0, "", NoticeFault.UnknownField, "")));
        return gaps;
    }

    /// <summary>When what is announced begins and ends, as far as both are readable.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until)? SpanOf(NoticeFormat format, Notice notice)
    {
        var start = SpanOf(format, notice, format.Start);
        var end = SpanOf(format, notice, format.End);
        return start is { } from && end is { } until ? (from.From, until.Until) : null;
    }

    /// <summary>The same, each as far as it is readable. A volume is read once where it says both.</summary>
    internal static (DateTimeOffset? From, DateTimeOffset? Until) BoundsOf(NoticeFormat format, Notice notice)
    {
        var start = SpanOf(format, notice, format.Start);
        return (start?.From, (format.End == format.Start ? start : SpanOf(format, notice, format.End))?.Until);
    }

    /// <summary>When a field begins and ends; null when it is not there or not readable.</summary>
    internal static (DateTimeOffset From, DateTimeOffset Until)? SpanOf(NoticeFormat format, Notice notice, string field) =>
        format[field] is { } known && notice[field] is { } text ? FieldText.Span(known.Kind, text) : null;

    private static void OfRows(List<NoticeGap> gaps, NoticeField field, IReadOnlyList<string> items, bool isNeeded)
    {
        var width = field.Columns.Count;
        if (items.Count == 0)
        {
            Add(gaps, field, isNeeded ? NoticeFault.Missing : null);
            return;
        }

        if (items.Count % width != 0 || items.Count / width > field.Most)
        {
            Add(gaps, field, items.Count % width != 0 ? NoticeFault.NotReadable : NoticeFault.TooManyRows);
            return;
        }

        for (var at = 0; at < items.Count; at++)
        {
            var (row, column) = (at / width, field.Columns[at % width]);
            string? Cell(string name) => field.Columns.ToList().FindIndex(c => c.Name == name) is >= 0 and var i ? items[row * width + i] : null;
            var fault = items[at].Length > 0 ? FaultOf(column, items[at]) : IsNeeded(column, Cell) ? NoticeFault.Missing : (NoticeFault?)null;
            if (fault is { } wrong)
                gaps.Add(new(field.Name, row + 1, column.Name, wrong, column.Rule.Length > 0 ? column.Rule : field.Rule));
        }
    }

    private static void Add(List<NoticeGap> gaps, NoticeField field, NoticeFault? fault)
    {
        if (fault is { } wrong)
            gaps.Add(new(field.Name, 0, "", wrong, field.Rule));
    }

    private static bool IsNeeded(NoticeField field, Func<string, string?> valueOf) =>
        field.Need is { } need && (need.Field is null || valueOf(need.Field) == need.Code);

    private static NoticeFault? FaultOf(NoticeField field, string text) => field.Kind switch
    {
        _ when text.Length > Bounds.NoticeItemLength => NoticeFault.TooLong,
        FieldKind.Text => text.Length > field.Most ? NoticeFault.TooLong : IsProse(text) ? null : NoticeFault.NotReadable,
        FieldKind.Number => FieldText.Number(text) switch
        {
            null => NoticeFault.NotReadable,
            { } number when number < field.Least => NoticeFault.TooSmall,
            { } number when number > field.Most => NoticeFault.TooGreat,
            _ => null,
        },
        FieldKind.Code => field.Codes.Any(c => c.Code == text) ? null : NoticeFault.UnknownCode,
        FieldKind.Time => FieldText.Time(text) is null ? NoticeFault.NotReadable : null,
        FieldKind.Window => FieldText.Times(text) switch
        {
            null => NoticeFault.NotReadable,
            var (from, until) when until <= from => NoticeFault.EndBeforeStart,
            _ => null,
        },
        FieldKind.Place => FieldText.Place(text) is null ? NoticeFault.NotReadable : null,
        FieldKind.Volume => FieldText.Volume(text) is null ? NoticeFault.NotReadable : null,
        FieldKind.Yes => text is "yes" or "no" ? null : NoticeFault.NotReadable,
        _ => NoticeFault.NotReadable,
    };

    // Several lines are allowed where an author writes; signs that are not seen or turn a line round are not.
    private static bool IsProse(string text) => text.Split('\n').All(line => line.Length == 0 || PlainText.IsLine(line, Bounds.TextLength));
}
