using System.Globalization;
using System.Text;
using Parley.Exchange.Files;

namespace Parley.Exchange.Timelines;

/// <summary>A timeline as one page of HTML: nothing is loaded from elsewhere, no script, light and dark by the reader's own setting, black on white on paper. Each source
/// has its word and its sign beside the colour. Whose lines they are, and that they are of an exercise, stands at the head of each printed sheet.</summary>
public static class TimelineHtml
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #111; --paper: #fff; --quiet: #4a4a4a; --rule: #c4c4c4; --loud: #a11212; --shade: #f3f3f3; --plot: #0b4f9e; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #14171a; --quiet: #b4b8bc; --rule: #474c52; --loud: #ff9a8f; --shade: #1e2327; --plot: #8cc4ff; }
        }
        @page { size: A4 landscape; margin: 10mm; }
        * { box-sizing: border-box; }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 0; padding: 1rem clamp(0.5rem, 3vw, 2rem); color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.4rem; margin: 0 0 0.3rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 0.5rem; }
        p { margin: 0 0 0.6rem; max-width: 70rem; overflow-wrap: anywhere; } .quiet { color: var(--quiet); }
        .exercise { border: 3px solid var(--loud); color: var(--loud); font-weight: bold; padding: 0.4rem 0.7rem; margin: 1rem 0; max-width: none; letter-spacing: 0.06em; }
        .note { border-inline-start: 4px solid var(--loud); padding-inline-start: 0.7rem; }
        table { border-collapse: collapse; width: 100%; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border-bottom: 1px solid var(--rule); padding: 0.4rem 0.6rem 0.4rem 0; vertical-align: top; text-align: start; }
        th { font-size: 0.85rem; color: var(--quiet); font-weight: 600; } th.which { color: var(--ink); }
        time { font-family: ui-monospace, monospace; font-size: 0.9em; white-space: nowrap; }
        .day th { background: var(--shade); color: var(--ink); padding-inline-start: 0.5rem; }
        .what { overflow-wrap: anywhere; white-space: pre-line; } .who { overflow-wrap: anywhere; min-width: 5rem; max-width: 11rem; }
        .mark { font-weight: bold; color: var(--loud); border: 1px solid; padding: 0 0.3em; margin-inline-end: 0.4em; white-space: nowrap; }
        .source { font-size: 0.85rem; color: var(--quiet); overflow-wrap: anywhere; min-width: 15rem; } .source b { color: var(--ink); white-space: nowrap; }
        .outside .what, .journal .what, .computed .what { font-style: italic; }
        .items .names th:first-child { padding-inline-start: calc(0.5rem + 4px); }
        .items td:first-child { border-inline-start: 4px solid transparent; padding-inline-start: 0.5rem; }
        .items .outside td:first-child { border-inline-start: 4px double var(--loud); }
        .items .journal td:first-child { border-inline-start: 4px dotted var(--quiet); }
        .items .computed td:first-child { border-inline-start: 4px dashed var(--quiet); }
        .plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1rem; }
        figure { margin: 0; break-inside: avoid; } figcaption { overflow-wrap: anywhere; } svg { width: 100%; height: auto; display: block; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } .axis { stroke: var(--rule); fill: none; }
        .both { stroke: var(--plot); stroke-width: 2.5; fill: none; } .alone { stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 5 4; fill: none; }
        .dot { stroke-dasharray: none; } .both.dot { fill: var(--plot); }
        @media screen and (max-width: 46rem) {
          .items thead tr.names { display: none; }
          .items tbody tr { display: block; border-bottom: 1px solid var(--rule); padding: 0.4rem 0; }
          .items tbody td, .items tbody th { display: block; border: 0; padding: 0.1rem 0; }
          .items td { min-width: 0; }
          .items td:first-child { padding-inline-start: 0 !important; border-inline-start: 0 !important; }
          .items td[data-name] { display: inline-block; margin-inline-end: 1rem; max-width: 100%; }
          .items td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
        }
        @media print {
          :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #333; --rule: #888; --loud: #000; --shade: #eee; --plot: #000; }
          body { font-size: 9pt; padding: 0; } h2 { break-after: avoid; } .items + .exercise { break-before: avoid; } th, .source { font-size: inherit; }
        }
        """;

    /// <summary>The whole page.</summary>
    public static string Write(TimelineSheet sheet)
    {
        var html = new StringBuilder();
        var mark = sheet.IsExercise ? "EXERCISE - " : "";
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Text($"{mark}Timeline of {sheet.Party}")).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n");
        Exercise(html, sheet);
        html.Append("<h1>").Append(Text($"{mark}Timeline of {sheet.Party}")).Append("</h1>\n<p>").Append(Time(sheet.From)).Append(" to ").Append(Time(sheet.To))
            .Append(", UTC, oldest first. Lines: ").Append(Text(sheet.Lines.Count == 0 ? "none" : string.Join(", ", sheet.Lines))).Append(".</p>\n");
        if (sheet.Selection.Length > 0)
            html.Append("<p>Shown is a part: ").Append(Text(sheet.Selection)).Append(".</p>\n");
        foreach (var note in sheet.Notes)
            html.Append("<p class=\"note\">").Append(Text(note)).Append("</p>\n");
        html.Append("<p class=\"quiet\">Each item says whose word it is. What is told outside or judged here is nobody's signed word; no answer is neither yes nor no. Made ")
            .Append(Time(sheet.Made)).Append(".</p>\n");
        Plots(html, sheet);
        Rows(html, sheet);
        Exercise(html, sheet);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Exercise(StringBuilder html, TimelineSheet sheet)
    {
        if (sheet.IsExercise)
            html.Append("<p class=\"exercise\">EXERCISE EXERCISE EXERCISE: nothing here is meant</p>\n");
    }

    private static void Rows(StringBuilder html, TimelineSheet sheet)
    {
        html.Append("<h2>What happened</h2>\n");
        if (sheet.Rows.Count == 0)
        {
            html.Append("<p>Nothing in this time.</p>\n");
            return;
        }

        var head = $"{(sheet.IsExercise ? "EXERCISE, nothing here is meant: " : "")}timeline of {sheet.Party}, {Clock(sheet.From)} to {Clock(sheet.To)}";
        html.Append("<table class=\"items\">\n<thead><tr><th class=\"which\" colspan=\"6\">").Append(Text(head))
            .Append("</th></tr>\n<tr class=\"names\"><th>time, UTC</th><th>line</th><th>party</th><th>kind</th><th>what</th><th>source</th></tr></thead>\n<tbody>\n");
        DateTime? day = null;
        foreach (var row in sheet.Rows)
        {
            if (day != row.At.UtcDateTime.Date)
            {
                day = row.At.UtcDateTime.Date;
                html.Append("<tr class=\"day\"><th colspan=\"6\" scope=\"colgroup\">")
                    .Append(day.Value.ToString("yyyy-MM-dd, dddd", CultureInfo.InvariantCulture)).Append("</th></tr>\n");
            }

            Row(html, row, sheet.IsExercise);
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Row(StringBuilder html, TimelineRow row, bool isExercise)
    {
        html.Append("<tr class=\"").Append(Class(row.Source)).Append("\"><td>").Append(Time(row.At)).Append("</td><td class=\"who\" data-name=\"line\">")
            .Append(Text(row.Line))
            .Append("</td><td class=\"who\" data-name=\"party\">").Append(Text(row.Party.Length > 0 ? row.Party : "-"))
            .Append("</td><td data-name=\"kind\">").Append(Text(row.Kind)).Append("</td><td class=\"what\">");
        foreach (var mark in new[] { isExercise ? "EXERCISE" : "", row.Mark }.Where(m => m.Length > 0))
            html.Append("<span class=\"mark\">").Append(Text(mark)).Append("</span>");
        html.Append("<bdi>").Append(Text(row.Text)).Append("</bdi></td><td class=\"source\"><b>")
            .Append(Sign(row.Source)).Append("</b> ").Append(Text(row.Label)).Append("</td></tr>\n");
    }

    private static string Class(TimelineRowSource source) => source switch
    {
        TimelineRowSource.Signed => "signed",
        TimelineRowSource.Computed => "computed",
        TimelineRowSource.Journal => "journal",
        _ => "outside",
    };

    private static string Sign(TimelineRowSource source) => source switch
    {
        TimelineRowSource.Signed => "SIGNED",
        TimelineRowSource.Computed => "FOLLOWS",
        TimelineRowSource.Journal => "OURS",
        _ => "OUTSIDE",
    };

    private static void Plots(StringBuilder html, TimelineSheet sheet)
    {
        if (sheet.Plots.Count == 0)
            return;
        html.Append("<h2>Days since contact</h2>\n<p class=\"quiet\">Solid line: since the last talk that both sides state. ")
            .Append("Dashed line: since a later one that one side alone states. Each day by what had been said until then.</p>\n<div class=\"plots\">\n");
        foreach (var plot in sheet.Plots)
            TimelineChart.Write(html, plot, sheet.IsExercise);
        html.Append("</div>\n");
    }

    internal static string Time(DateTimeOffset at) => $"<time datetime=\"{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{Clock(at)}</time>";

    internal static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Text(string text) => Html.Escape(text);
}
