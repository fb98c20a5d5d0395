using Parley.Lines.Notices;

namespace Parley.Lines.Plans;

/// <summary>One announced event, or one plan of ours.</summary>
/// <param name="Line">What officers call the line; empty: a plan that names none.</param>
/// <param name="Party">Whose activity it is.</param>
/// <param name="Entry">Of the announcement; null: it is a plan, which nobody else sees.</param>
/// <param name="Plan">The plan's number; null: it is a notice.</param>
/// <param name="Format">Id of the form; of a plan the one that it names, or an empty text.</param>
/// <param name="Event">Which of the announced ones, from 1; 0 for a plan.</param>
/// <param name="State">Null for a plan.</param>
public sealed record CalendarRow(
    string Line, string Party, string? Entry, int? Plan, string Format, string Title, int Event, NoticeSpan Span, EventState? State)
{
    public bool IsOpen => State is EventState.Announced or EventState.Started;
}

/// <summary>Two activities of different parties with a common time.</summary>
public sealed record CalendarOverlap(CalendarRow One, CalendarRow Other, NoticeSpan Common);

/// <summary>The matters of one line.</summary>
public sealed record CalendarLine(string Line, IReadOnlyList<NoticeMatter> Matters);

/// <summary>Who has announced what and when, on several lines, with what we plan beside it.</summary>
/// <param name="Rows">In order of their start.</param>
/// <param name="RowsLeftOut">How many more there are.</param>
/// <param name="Overlaps">In order of when they begin; what is cancelled overlaps nothing.</param>
/// <param name="OverlapsLeftOut">How many more there are.</param>
public sealed record PlanCalendar(IReadOnlyList<CalendarRow> Rows, int RowsLeftOut, IReadOnlyList<CalendarOverlap> Overlaps, long OverlapsLeftOut)
{
    /// <summary>Everything that has a time within the period.</summary>
    /// <param name="plans">What we plan, and what officers call its line.</param>
    public static PlanCalendar Of(IEnumerable<CalendarLine> lines, IEnumerable<(Plan Plan, string Line)> plans, string own, NoticeSpan period)
    {
        List<CalendarRow> rows =
        [
            .. lines.SelectMany(l => l.Matters.SelectMany(m => m.Events.Select(e => RowOf(l.Line, m, e)).OfType<CalendarRow>()))
                .Concat(plans.Select(p => new CalendarRow(p.Line, own, null, p.Plan.Number, p.Plan.Format, p.Plan.Title, 0, p.Plan.Span, null)))
                .Where(r => r.Span.Overlaps(period)),
        ];
        rows.Sort(Compare);
        List<CalendarRow> standing = [.. rows.Where(r => r.State != EventState.Cancelled)];
        var overlaps = OverlapsOf(standing);
        return new(
            rows.Count > Bounds.CalendarRows ? rows[..Bounds.CalendarRows] : rows, Math.Max(0, rows.Count - Bounds.CalendarRows), overlaps, Pairs(standing) - overlaps.Count);
    }

    private static CalendarRow? RowOf(string line, NoticeMatter matter, NoticeEvent one)
    {
        var first = matter.First;
        return NoticeSpan.Of(matter, one) is { } span
            ? new(line, first.Party, first.Entry, null, first.Format.Id,
                first.Notice["designation"] ?? first.Notice["name"] ?? first.Format.Titles[first.Format.LanguageFor("en")], one.Number, span, one.State)
            : null;
    }

    // One pass in order of the start. Of each party those are kept that have not ended, so a row is looked at until it has ended and in the pairs that it makes.
    private static List<CalendarOverlap> OverlapsOf(List<CalendarRow> rows)
    {
        var found = new List<CalendarOverlap>();
        var running = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < rows.Count && found.Count < Bounds.CalendarOverlaps; at++)
        {
            var row = rows[at];
            var others = new List<int>();
            foreach (var (party, of) in running)
            {
                if (party == row.Party)
                    continue;
                of.RemoveAll(i => !rows[i].Span.Overlaps(row.Span));
                others.AddRange(of);
            }

            others.Sort();
            found.AddRange(others.Take(Bounds.CalendarOverlaps - found.Count).Select(i => new CalendarOverlap(rows[i], row, rows[i].Span.With(row.Span))));
            if (!running.TryGetValue(row.Party, out var own))
                running.Add(row.Party, own = []);
            own.Add(at);
        }

        return found;
    }

    // All pairs with a common time less those of one party.
    private static long Pairs(List<CalendarRow> rows) => Overlapping(rows) - rows.GroupBy(r => r.Party).Sum(g => Overlapping([.. g]));

    // Of the rows that begin before a row, or with it, those do not overlap it that have ended by then.
    private static long Overlapping(List<CalendarRow> rows)
    {
        List<long> ends = [.. rows.Select(r => Math.Max(r.Span.Until.UtcTicks, r.Span.From.UtcTicks + 1)).Order()];
        var (pairs, ended) = (0L, 0);
        for (var at = 0; at < rows.Count; at++)
        {
            while (ended < ends.Count && ends[ended] <= rows[at].Span.From.UtcTicks)
                ended++;
            pairs += at - ended;
        }

        return pairs;
    }

    private static int Compare(CalendarRow a, CalendarRow b)
    {
        var order = a.Span.From.CompareTo(b.Span.From);
        order = order != 0 ? order : a.Span.Until.CompareTo(b.Span.Until);
        order = order != 0 ? order : string.CompareOrdinal(a.Party, b.Party);
        order = order != 0 ? order : string.CompareOrdinal(a.Line, b.Line);
        order = order != 0 ? order : string.CompareOrdinal(a.Entry, b.Entry);
        order = order != 0 ? order : Nullable.Compare(a.Plan, b.Plan);
        return order != 0 ? order : a.Event.CompareTo(b.Event);
    }
}
