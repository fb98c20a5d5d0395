using Parley.Console.Words;
using Parley.Control.Notices;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>What a form says of a notice, in the reader's language.</summary>
internal static class NoticeWords
{
    /// <summary>What is wrong, with the rule that asks.</summary>
    public static string Fault(NoticeGapView gap, Language say) =>
        gap.Rule.Length > 0 ? say["gap.by-rule", say["gap." + gap.Fault.ToString().ToLowerInvariant()], gap.Rule] : say["gap." + gap.Fault.ToString().ToLowerInvariant()];

    /// <summary>The label of a gap's line; its place where the form has no such field.</summary>
    public static string Label(NoticeGapView gap, NoticeFormat format, Language say)
    {
        if (format[gap.Field] is not { } field)
            return gap.Place;
        var language = format.LanguageFor(say.Tag);
        return field.Columns.FirstOrDefault(c => c.Name == gap.Column) is { } column ? $"{field.Texts[language]}: {column.Texts[language]}" : field.Texts[language];
    }

    /// <summary>A number with its thousands parted.</summary>
    public static string Grouped(long number, Language say)
    {
        var plain = say.Number(Math.Abs(number));
        for (var at = plain.Length - 3; at > 0; at -= 3)
            plain = plain.Insert(at, "\u202F");
        return number < 0 ? "−" + plain : plain;
    }

    /// <summary>Where announced events stand: how many are closed, or what holds of all of them.</summary>
    public static string Standing(IReadOnlyList<NoticeEventView> events, Language say)
    {
        var closed = say["notices.closed-of", say.Number(events.Count(e => e.State is EventState.Completed or EventState.Cancelled)), say.Number(events.Count)];
        var states = events.Select(e => e.State).Distinct().ToList();
        return states is [var only] ? say["notices.state." + only.ToString().ToLowerInvariant()] + (events.Count > 1 ? " · " + closed : "") : closed;
    }

    /// <summary>A time as people count it: two of days, hours and minutes.</summary>
    public static string Span(TimeSpan span, Language say)
    {
        var length = span.Duration();
        var parts = new[] { ("span.days", length.Days), ("span.hours", length.Hours), ("span.minutes", length.Minutes) }
            .SkipWhile(p => p.Item2 == 0).Take(2).Where(p => p.Item2 > 0).Select(p => say[p.Item1, say.Number(p.Item2)]).ToList();
        return parts.Count == 0 ? say["span.minutes", say.Number(0)] : string.Join(' ', parts);
    }

    /// <summary>How a notice stands to the time that is asked for before the start, as if it were received now; null: there is nothing to say.</summary>
    public static string? LeadNow(NoticeClocksView clocks, int? leadMinutes, DateTimeOffset now, Language say) => (clocks.Lead, clocks.LeadDue, leadMinutes) switch
    {
        (LeadStanding.Short, { } due, { } minutes) => say["form.lead.short", Span(now - due, say), Span(TimeSpan.FromMinutes(minutes), say)],
        (LeadStanding.InTime, not null, { } minutes) => say["form.lead.in-time", Span(TimeSpan.FromMinutes(minutes), say)],
        _ => null,
    };

    /// <summary>What is said beside the gaps: a threshold, or how near a place is.</summary>
    public static string Mark(NoticeMarkView mark, NoticeFormat? format, Language say)
    {
        var label = format?[mark.Field] is { } field ? field.Texts[format.LanguageFor(say.Tag)] : mark.Field;
        return mark.Kind switch
        {
            NoticeMarkKind.Duty => say["mark.duty", label, Grouped(mark.Value ?? 0, say), Grouped(mark.Limit, say), mark.Rule],
            NoticeMarkKind.BelowThresholds => say["mark.below"],
            NoticeMarkKind.TooNear => say["mark.near", label, Grouped(mark.Value ?? 0, say), Grouped(mark.Limit, say), mark.Rule],
            _ => say["mark.near-unknown", label, Grouped(mark.Limit, say), mark.Rule],
        };
    }

    public static string ClassOf(NoticeMarkKind mark) => mark switch
    {
        NoticeMarkKind.TooNear => "bad",
        NoticeMarkKind.BelowThresholds => "hint",
        _ => "half",
    };
}
