using System.Globalization;
using System.Text.Json;
using Parley.Control.Plans;
using Parley.Lines.Notices;
using Parley.Lines.Plans;

namespace Parley.Cli.Rendering;

/// <summary>Plans, the calendar and what the other side will see, for people. What is not said stands first and in capitals.</summary>
internal static class PlanLines
{
    private const string Indent = "    ";

    public static IEnumerable<TintedLine> Of(PlanView plan, DateTimeOffset now)
    {
        yield return Marked(plan, string.Create(CultureInfo.InvariantCulture, $"plan {plan.Number}  {plan.Title}"));
        yield return Marked(plan, $"{Indent}{Time(plan.Start)} to {Time(plan.End)}, {(plan.Line is { } line ? $"line {line}" : "every live line")}, kept by {plan.Officer}");
        yield return Due(plan, now);
        foreach (var entry in plan.Due.Announced)
            yield return Marked(plan, $"{Indent}announced by {entry}", Tint.Quiet);
        if (plan.Signs.Count > 0)
            yield return Marked(plan, $"{Indent}can be seen: {string.Join(", ", plan.Signs.Select(Name))}");
        foreach (var note in plan.Note is { } text ? SafeText.Lines(text) : [])
            yield return Marked(plan, Indent + note);
    }

    public static void Show(Screen screen, PlanSignsView view, DateTimeOffset now)
    {
        screen.Lines(Of(view.Plan, now));
        foreach (var line in view.Lines)
        {
            var mark = TranscriptText.Mark(line.Mode);
            screen.Line();
            screen.Line(mark + SafeText.Line($"on {line.Line} they will see, and are told:"));
            if (line.NotRead is { } unread)
                screen.Line(mark + SafeText.Line(unread), Tint.Warning);
            if (line.Signs.Count == 0)
                screen.Line($"{mark}{Indent}the plan names nothing that can be seen");
            screen.Lines(line.Signs.SelectMany(Of).Select(l => l with { Text = mark + SafeText.Line(l.Text) }));
        }

        screen.Line();
        screen.Line("Nothing of this leaves the station, and nothing is sent by itself.", Tint.Quiet);
    }

    public static void Show(Screen screen, PlanCalendarView calendar)
    {
        var mark = TranscriptText.Mark(calendar.Mode);
        screen.Line($"{mark}calendar {Time(calendar.From)} to {Time(calendar.To)}", Tint.Quiet);
        foreach (var unread in calendar.NotRead)
            screen.Line(mark + SafeText.Line(unread), Tint.Warning);
        foreach (var row in calendar.Rows)
            screen.Line(mark + SafeText.Line($"{Time(row.From)} to {Time(row.Until)}  {Named(row)}, {State(row)}"), row.Plan is null ? Tint.Plain : Tint.Quiet);
        if (calendar.Rows.Count == 0)
            screen.Line($"{mark}nothing in this time");
        if (calendar.RowsLeftOut > 0)
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{mark}left out: {calendar.RowsLeftOut}; ask for a shorter time"), Tint.Warning);
        if (calendar.Overlaps.Count > 0)
            screen.Line($"{mark}at the same time:");
        foreach (var overlap in calendar.Overlaps)
            screen.Line(mark + SafeText.Line($"{Indent}{Time(overlap.From)} to {Time(overlap.Until)}  {Named(overlap.One)} | {Named(overlap.Other)}"), Tint.Warning);
        if (calendar.OverlapsLeftOut > 0)
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{mark}overlaps left out: {calendar.OverlapsLeftOut}; ask for a shorter time"), Tint.Warning);
    }

    public static string Name(Sign sign) => JsonNamingPolicy.KebabCaseLower.ConvertName(sign.ToString());

    private static TintedLine Due(PlanView plan, DateTimeOffset now)
    {
        var form = $"{plan.Format}{(plan.Due.Voluntary ? " (voluntary)" : "")}";
        var by = plan.Due.By is { } due ? due >= now ? $"by {Time(due)}, {Span(due - now)} left" : $"by {Time(due)}, {Span(now - due)} ago" : "";
        return plan.Due.Standing switch
        {
            PlanStanding.NoFormat => Marked(plan, $"{Indent}no form is named, so no notice is due"),
            PlanStanding.NotAgreed => Marked(plan, $"{Indent}NO NOTICE: the charter of its line does not name the form {form}", Tint.Warning),
            PlanStanding.Announced => Marked(plan, $"{Indent}notice {form}: announced", Tint.Good),
            PlanStanding.AnnouncedInPart => Marked(plan, $"{Indent}notice {form}: ANNOUNCED FOR A PART of its time alone", Tint.Warning),
            PlanStanding.Due => Marked(plan, $"{Indent}notice {form}: DUE {by}"),
            _ => Marked(plan, $"{Indent}notice {form}: OVERDUE, it was due {by}; a late one is accepted and marked", Tint.Warning),
        };
    }

    private static IEnumerable<TintedLine> Of(SignView sign)
    {
        var isSaid = sign.Said.Count > 0;
        yield return new($"{Indent}{(isSaid ? "said    " : "NOT SAID")}  {Alarm(sign.Alarm),-6}  {sign.Words}", isSaid ? Tint.Good : Tint.Warning);
        foreach (var said in sign.Said)
        {
            var part = said.Throughout ? "" : ": NOT FOR ALL OF THE TIME";
            yield return new($"{Indent}{Indent}by {said.Number} ({said.Title}), {Time(said.From)} to {Time(said.Until)}{part}", said.Throughout ? Tint.Quiet : Tint.Warning);
        }

        foreach (var offer in sign.Offers)
            yield return new($"{Indent}{Indent}{offer.Format} ({offer.Title}) says it{(offer.Field is { } field ? $" in '{field}'" : "")}", Tint.Quiet);
        if (!isSaid && sign.Offers.Count == 0)
            yield return new($"{Indent}{Indent}no form of the line has a place for it: say it in words", Tint.Quiet);
    }

    private static string Named(CalendarRowView row) =>
        row.Plan is { } plan ? string.Create(CultureInfo.InvariantCulture, $"our plan {plan}: {row.Title}")
        : $"{(row.IsOurs ? "ours" : row.Party)} on {row.Line}: {row.Title}{(row.Event > 1 ? string.Create(CultureInfo.InvariantCulture, $", event {row.Event}") : "")}";

    private static string State(CalendarRowView row) => row.State switch
    {
        null => "planned",
        EventState.Announced => "announced",
        EventState.Started => "started",
        EventState.Completed => "completed",
        _ => "CANCELLED",
    };

    private static string Alarm(AlarmPotential alarm) => alarm.ToString().ToLowerInvariant();

    private static TintedLine Marked(PlanView plan, string text, Tint tint = Tint.Plain) => new(TranscriptText.Mark(plan.Mode) + SafeText.Line(text), tint);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan span) =>
        span.TotalDays >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays)} d")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h {span.Minutes} min");
}
