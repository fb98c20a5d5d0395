using Parley.Control.Timelines;
using Parley.Exchange.Timelines;
using Parley.Lines.Charters;

namespace Parley.Cli.Rendering;

/// <summary>A timeline for people: an item's head on one line, its words below, and whose word it is.</summary>
internal static class TimelineLines
{
    private const string Indent = "    ";

    public static void Show(Screen screen, TimelinePage page)
    {
        var mark = TranscriptText.Mark(page.Mode);
        screen.Line($"{mark}timeline {TranscriptText.Time(page.From)} to {TranscriptText.Time(page.To)} of {SafeText.Line(string.Join(", ", page.Lines))}", Tint.Quiet);
        foreach (var note in page.NotRead)
            screen.Line(mark + SafeText.Line(note), Tint.Warning);
        screen.Lines(page.Items.SelectMany(Item).Select(l => l with { Text = mark + l.Text }));
        if (page.Items.Count == 0)
            screen.Line($"{mark}nothing in this time");
        if (page.Before is { } cursor)
            screen.Line($"{mark}older ones: --before \"{SafeText.Line(cursor)}\"", Tint.Quiet);
    }

    public static string Name(TimelineKind kind) => kind switch
    {
        TimelineKind.Messages => "message",
        TimelineKind.Calls => "call",
        TimelineKind.Contacts => "contact",
        TimelineKind.Checks => "check",
        TimelineKind.Questions => "question",
        TimelineKind.Silence => "silence",
        TimelineKind.Outside => "outside",
        TimelineKind.ByHand => "by hand",
        _ => "charter",
    };

    /// <summary>What is written into a file.</summary>
    public static TimelineSheet Sheet(
        string party, DateTimeOffset made, string selection, IReadOnlyList<TimelinePage> pages, IReadOnlyList<string> notes, IReadOnlyList<ContactPlotView> plots)
    {
        var newest = pages[0];
        return new TimelineSheet(
            party, newest.Mode == LineMode.Exercise, newest.From, newest.To, made, newest.Lines, selection, [.. newest.NotRead, .. notes],
            [.. pages.Reverse().SelectMany(p => p.Items).Select(i => new TimelineRow(
                i.At, i.Line, i.Party ?? "", Name(i.Kind), i.Mark, i.Text, (TimelineRowSource)(int)i.Source, i.Label))],
            [.. plots.Select(p => new TimelinePlot(p.Line, p.Pair, [.. p.Points.Select(q => new TimelinePoint(q.At, q.Days, q.OneSidedDays))]))]);
    }

    private static string Whose(TimelineSource source) => source switch
    {
        TimelineSource.Signed => "signed",
        TimelineSource.Computed => "follows",
        TimelineSource.Journal => "ours",
        _ => "told outside",
    };

    private static IEnumerable<TintedLine> Item(TimelineItemView item)
    {
        var tint = item.Source == TimelineSource.Signed ? item.Mark == "FLASH" ? Tint.Flash : Tint.Plain : Tint.Warning;
        var head = string.Join("  ", new[] { TranscriptText.Time(item.At), item.Line, item.Party ?? "-", Name(item.Kind), item.Mark }.Where(w => w.Length > 0));
        yield return new(SafeText.Line(head), tint);
        foreach (var line in SafeText.Lines(item.Text))
            yield return new(Indent + line);
        yield return new(SafeText.Line($"{Indent}[{Whose(item.Source)}: {item.Label}]{(item.Entry is { } entry ? $" ref {entry}" : "")}"), Tint.Quiet);
    }
}
