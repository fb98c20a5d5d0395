using Parley.Control.Notices;
using Parley.Lines.Notices;

namespace Parley.Station.Operations;

/// <summary>What a form says of what is filled in, as officers see it.</summary>
internal static class NoticeChecks
{
    public static NoticeClocksView NoClocks { get; } = new(null, null, null, LeadStanding.NoClock, null, null, null, null, []);

    public static IReadOnlyList<NoticeGapView> Gaps(NoticeFormat format, Notice notice) =>
        [.. NoticeCheck.Gaps(format, notice).Select(g => new NoticeGapView(g.Place, g.Field, g.Row, g.Column, NumberOf(format, g), g.Fault, g.Rule))];

    public static IReadOnlyList<NoticeMarkView> Marks(NoticeFormat format, Notice notice) =>
        [.. NoticeMarks.Of(format, notice, static _ => null).Select(m => new NoticeMarkView(m.Kind, m.Field, m.Rule, m.Limit, m.Value))];

    /// <param name="due">By when an answer is asked for.</param>
    public static NoticeClocksView Clocks(NoticeClocks clocks, DateTimeOffset? due) => new(
        clocks.Start, clocks.End, clocks.LeadDue, clocks.Lead, clocks.ValidUntil, due, clocks.AnswerDue?.Latest, clocks.CompletionDue, clocks.Reminders);

    /// <summary>Why a notice that follows another one counts for nothing; empty where it counts.</summary>
    public static string Words(StepEffect effect) => effect switch
    {
        StepEffect.Took => "",
        StepEffect.NoPredecessor => "NOT COUNTED: it names no notice that is here and that it could follow, or more than one.",
        StepEffect.NotAfterThat => "NOT COUNTED: its form does not follow that form.",
        StepEffect.NotTheirs => "NOT COUNTED: only its author changes a notice.",
        StepEffect.NoSuchEvent => "NOT COUNTED: the notice announces no event of that number.",
        _ => "NOT COUNTED: all that it is about is completed or cancelled already.",
    };

    /// <summary>A gap in a sentence.</summary>
    public static string Words(NoticeFormat format, NoticeGapView gap)
    {
        var wrong = NoticeGap.Words(gap.Fault, CodesOf(format, gap.Field, gap.Column));
        return $"line {(gap.Number.Length > 0 ? gap.Number : "?")} ({gap.Place}) {wrong}{(gap.Rule.Length > 0 ? $" ({gap.Rule})" : "")}";
    }

    private static IEnumerable<string> CodesOf(NoticeFormat format, string field, string column) =>
        (column.Length == 0 ? format[field] : format[field]?.Columns.FirstOrDefault(c => c.Name == column))?.Codes.Select(c => c.Code) ?? [];

    private static string NumberOf(NoticeFormat format, NoticeGap gap)
    {
        var at = format.Fields.ToList().FindIndex(f => f.Name == gap.Field) + 1;
        var column = at == 0 || gap.Column.Length == 0 ? 0 : format.Fields[at - 1].Columns.ToList().FindIndex(c => c.Name == gap.Column) + 1;
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return at == 0 ? ""
            : gap.Row == 0 ? string.Create(culture, $"{at}")
            : column == 0 ? string.Create(culture, $"{at}.{gap.Row}")
            : string.Create(culture, $"{at}.{gap.Row}.{column}");
    }
}
