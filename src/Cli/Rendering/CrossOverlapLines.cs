using Parley.Control.Activities;

namespace Parley.Cli.Rendering;

/// <summary>Our sites and movements beside what others do on other lines, for people. Where the other side does not know, the first words of it say so.</summary>
internal static class CrossOverlapLines
{
    public const string None = "none of our sites and movements comes too close to what is notified on any line; what nobody has notified, nobody sees";

    private const string Indent = "    ";

    /// <summary>Those of one mode.</summary>
    public static IEnumerable<TintedLine> List(CrossOverlapListView list)
    {
        yield return new("OURS ALONE: seen at this station and nowhere else. Nothing of it is told to any other side.", Tint.Warning);
        foreach (var line in list.Overlaps.SelectMany(One))
            yield return line;
        if (list.HasMore)
            yield return new("There are more, and they are not told.", Tint.Warning);
        yield return new("A message that names what another line told you gives it away. To tell the other side, notify yours on its line: parley site, parley movement.");
    }

    private static IEnumerable<TintedLine> One(CrossOverlapView overlap)
    {
        var mark = overlap.IsNotified ? "" : "OURS ALONE  ";
        yield return new(
            $"{mark}{OverlapLines.Severity(overlap.Severity)}  {Named(overlap.Ours, overlap.OurLine)}  |  {Named(overlap.Theirs, overlap.TheirLine)}",
            OverlapLines.TintOf(overlap.Severity));
        yield return new($"{Indent}{SafeText.Line(overlap.Mark)}", overlap.IsNotified ? Tint.Plain : Tint.Warning);
        yield return new(Indent + OverlapLines.Close(overlap.Place, overlap.Height));
        var when = overlap is { From: { } from, Until: { } until } ? ActivityLines.Span(from, until) : "WHEN cannot be told";
        yield return new($"{Indent}{when}{(overlap.Where.Length > 0 ? $", near {SafeText.Line(overlap.Where)}" : "")}");
        yield return new($"{Indent}contact of ours: {SafeText.Line(overlap.Ours.Contact)}; of theirs: {SafeText.Line(overlap.Theirs.Contact)}");
    }

    private static string Named(ActivityRowView row, string line) => $"{ActivityLines.Named(row)} on {SafeText.Line(line)}";
}
