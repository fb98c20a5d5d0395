using System.Globalization;
using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Cli.Rendering;

/// <summary>Overlaps for people: who, where, when, how close, since when known to whom, what was said, and what to do next. A distance is rounded so that it
/// holds what was computed.</summary>
internal static class OverlapLines
{
    public const string None = "no overlap of what is notified here; what nobody has notified, nobody sees";

    private const string Indent = "    ";

    public static IEnumerable<TintedLine> List(OverlapListView list, string place)
    {
        yield return new($"{SafeText.Line(list.Line)}: overlaps", Tint.Quiet);
        if (list.Overlaps.Count == 0)
            yield return new(None);
        foreach (var overlap in list.Overlaps)
        {
            yield return Head(overlap);
            yield return new(Indent + Close(overlap));
            yield return new($"{Indent}{When(overlap, "")}{(overlap.Where.Length > 0 ? $", near {SafeText.Line(overlap.Where)}" : "")}");
            yield return new($"{Indent}{State(overlap)}{Due(overlap)}", overlap.IsLate ? Tint.Warning : Tint.Plain);
            foreach (var line in OverlapNext.Of(overlap, place))
                yield return new(Indent + line, Tint.Quiet);
        }

        if (list.More > 0)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{list.More} more are not told; ask for those of one activity with --of"), Tint.Warning);
    }

    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<TintedLine> Whole(OverlapView overlap, string place) =>
    [
        .. Facts(overlap),
        .. overlap.Words.SelectMany(Word),
        .. Proposal(overlap),
        new($"{Indent}{State(overlap)}{Due(overlap)}", overlap.IsLate ? Tint.Warning : Tint.Plain),
        .. OverlapNext.Of(overlap, place).Select(l => new TintedLine(Indent + l, Tint.Quiet)),
    ];

    /// <summary>What an activity would meet that is not notified yet.</summary>
    public static IEnumerable<TintedLine> Check(ActivityCheckView check)
    {
        foreach (var warning in check.Warnings)
            yield return new(SafeText.Line(warning), Tint.Warning);
        foreach (var line in check.Overlaps.SelectMany(Met))
            yield return line;
        if (check.OverlapCount > check.Overlaps.Count)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"and {check.OverlapCount - check.Overlaps.Count} more"), Tint.Warning);
        if (check.OverlapCount == 0)
            yield return new("nothing that is notified here comes too close; what nobody has notified, nobody sees");
        yield return new("Nothing has left.", Tint.Quiet);
    }

    /// <summary>How grave it is, in words.</summary>
    public static string Severity(OverlapSeverity? severity) => severity switch
    {
        OverlapSeverity.Now => "OVERLAP NOW",
        OverlapSeverity.Meets => "OVERLAP",
        OverlapSeverity.Near => "CLOSER THAN AGREED",
        OverlapSeverity.Possible => "POSSIBLE",
        _ => "NO OVERLAP by what is notified here",
    };

    public static Tint TintOf(OverlapSeverity? severity) => severity switch
    {
        OverlapSeverity.Now => Tint.Flash,
        OverlapSeverity.Meets => Tint.Immediate,
        null => Tint.Plain,
        _ => Tint.Warning,
    };

    /// <summary>The first common time, and how many more there are.</summary>
    public static string When(OverlapView overlap, string before)
    {
        if (overlap is not { From: { } from, Until: { } until })
            return overlap.Severity is null ? $"{before}no common time" : $"{before}WHEN cannot be told";
        var more = overlap.Times > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {overlap.Times - 1} more {(overlap.Times == 2 ? "time" : "times")}") : "";
        return $"{before}{ActivityLines.Span(from, until)}{more}";
    }

    /// <summary>A word as a shell takes it.</summary>
    public static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "/._:-~".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{SafeText.Line(word).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Such as <c>0.0 to 3.2 km</c>: the least is rounded down and the most up.</summary>
    public static string Kilometres(GapView gap)
    {
        var least = Math.Floor(gap.Least / 100) / 10;
        return gap.Most is 0 ? "nothing between them"
            : gap.Most is { } most ? string.Create(CultureInfo.InvariantCulture, $"{least:0.0} to {Math.Ceiling(most / 100) / 10:0.0} km")
            : Unknown(gap, string.Create(CultureInfo.InvariantCulture, $"{least:0.0} km"));
    }

    private static string Metres(GapView gap) => gap.Most is 0 ? "nothing between them"
        : gap.Most is { } most ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(gap.Least):0} to {Math.Ceiling(most):0} m")
        : Unknown(gap, string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(gap.Least):0} m"));

    private static string Unknown(GapView gap, string least) => gap.Least > 0 ? $"{least} at least, at most cannot be told" : "how far cannot be told";

    /// <summary>How far apart two are along the ground and in height.</summary>
    public static string Close(GapView place, GapView height) => $"along the ground: {Kilometres(place)}; in height: {Metres(height)}";

    private static string Close(OverlapView overlap) => Close(overlap.Place, overlap.Height);

    private static TintedLine Head(OverlapView overlap) =>
        new($"{Severity(overlap.Severity)}  {ActivityLines.Named(overlap.One)}  |  {ActivityLines.Named(overlap.Other)}", TintOf(overlap.Severity));

    /// <summary>What would be met: the activity that is only asked about has no number, and nobody has had it.</summary>
    private static IEnumerable<TintedLine> Met(OverlapView overlap) =>
        [new(Severity(overlap.Severity), TintOf(overlap.Severity)), Row(overlap.One.IsOurs ? overlap.Other : overlap.One), .. Measures(overlap)];

    private static TintedLine Row(ActivityRowView row) =>
        new($"{Indent}{ActivityLines.Named(row)}  {ActivityLines.State(row)}, {ActivityLines.Span(row.From, row.Until)}; contact: {SafeText.Line(row.Contact)}");

    private static IEnumerable<TintedLine> Measures(OverlapView overlap)
    {
        yield return new(Indent + Close(overlap));
        yield return new(Indent + When(overlap, ""));
        if (overlap.Where.Length > 0)
            yield return new($"{Indent}closest near {SafeText.Line(overlap.Where)}");
    }

    private static IEnumerable<TintedLine> Facts(OverlapView overlap)
    {
        yield return new(Severity(overlap.Severity), TintOf(overlap.Severity));
        foreach (var line in new[] { Row(overlap.One), Row(overlap.Other) }.Concat(Measures(overlap)))
            yield return line;
        foreach (var known in overlap.Known)
        {
            yield return known.Since is { } since
                ? new($"{Indent}{SafeText.Line(known.Party)} has had both since {TranscriptText.Time(since)}")
                : new($"{Indent}{SafeText.Line(known.Party)} has NOT had both, as far as is known here", Tint.Warning);
        }

        foreach (var mark in overlap.Marks)
            yield return new(Indent + SafeText.Line(mark), Tint.Warning);
    }

    private static IEnumerable<TintedLine> Word(OverlapWordView word)
    {
        var said = SafeText.Lines(word.What).ToList();
        yield return new(
            $"{Indent}{TranscriptText.Time(word.At)}  {SafeText.Line(word.Number)}  {SafeText.Line(word.Party)}: {said[0]}",
            word.Effect == ActivityEffect.Took ? Tint.Plain : Tint.Warning);
        foreach (var line in said.Skip(1))
            yield return new(Indent + Indent + line);
        foreach (var line in word.Text is { } text ? SafeText.Lines($"({word.Language}) {text}") : [])
            yield return new(Indent + Indent + line);
        if (word.Why.Length > 0)
            yield return new($"{Indent}{Indent}{SafeText.Line(word.Why)}", Tint.Warning);
    }

    private static IEnumerable<TintedLine> Proposal(OverlapView overlap)
    {
        if (overlap.Proposal is not { } proposal)
            yield break;
        var moved = proposal.For == overlap.One.Entry ? overlap.One : overlap.Other;
        yield return new($"{Indent}proposed by {SafeText.Line(proposal.Party)}: {ActivityLines.Named(moved)} would be", Tint.Warning);
        foreach (var line in proposal.Volumes.SelectMany((v, i) => ActivityLines.Volume(v, i, proposal.Volumes.Count)))
            yield return line with { Text = Indent + line.Text };
    }

    private static string State(OverlapView overlap) => overlap.One.Kind.IsHumanitarian() || overlap.Other.Kind.IsHumanitarian()
        ? "there are no words on an overlap with a humanitarian site or movement"
        : overlap.State switch
        {
            CoordinationState.Unanswered => "nobody has said anything of it",
            CoordinationState.Acknowledged => "known, and no more",
            CoordinationState.Countered => "a proposal waits for its answer",
            CoordinationState.Objected => "OBJECTED",
            CoordinationState.ConsentedByOne => "one side would have it as it is",
            _ => "both sides would have it as it is",
        };

    private static string Due(OverlapView overlap) => overlap.Due is not { } due ? ""
        : overlap.IsLate ? $"; an answer is OVERDUE since {ActivityLines.Time(due)}" : $"; an answer is due {ActivityLines.Time(due)}";
}
