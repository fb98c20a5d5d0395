using System.Globalization;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Cli.Rendering;

/// <summary>One observation for people, in the order in which whoever warns needs it: the verdict, the notice in question, our own house, and what can be done.</summary>
internal static class ObservationLines
{
    private const string Indent = "    ";

    /// <summary>As it is answered at once: other notices that were weighed are named alone.</summary>
    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<TintedLine> Whole(ExplainedView view, string place) => TranscriptText.Marked(
        view.Seen.Mode, Lines(view, place, view.Others.Count == 0 ? [] : [Named(view.Others)]));

    /// <summary>With all that was weighed.</summary>
    /// <inheritdoc cref="Whole"/>
    public static IEnumerable<TintedLine> Full(ExplainedView view, string place) =>
        TranscriptText.Marked(view.Seen.Mode, Lines(view, place, view.Others.SelectMany(o => ExplanationLines.Notice(o, "weighed too"))));

    /// <summary>Another party prepares itself: what of ours may have been seen, what was chosen, and what can be.</summary>
    /// <inheritdoc cref="Whole"/>
    public static IEnumerable<TintedLine> Reaction(ExplainedView view, string place)
    {
        if (view.Reaction is { } reaction)
        {
            yield return new($"REACTION: {SafeText.Line(reaction.Sentence)}", Tint.Warning);
            foreach (var matter in reaction.Ours)
                yield return Ours(matter);
        }

        if (view.Standing is { } standing)
            yield return new(SafeText.Line($"chosen: {Choice(standing)}"));
        if (view.Waiting is { } waiting)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"parley observe second {OverlapLines.Quoted(place)} {view.Seen.Number}");
            yield return new(SafeText.Line($"PROPOSED, NOT CHOSEN: {Choice(waiting).TrimEnd('.')}. Another officer seconds it with: {next}"), Tint.Warning);
        }

        if (view.Options.Count > 0)
            yield return new("what can be done; nothing is done by itself:", Tint.Quiet);
        foreach (var (index, option) in view.Options.Index())
            yield return new(SafeText.Line(string.Create(CultureInfo.InvariantCulture, $"{Indent}{index + 1}. {option.Sentence}")));
    }

    public static TintedLine Ours(OwnMatterView matter)
    {
        var told = matter.IsAnnounced ? "they were told" : "THEY WERE TOLD NOTHING OF IT";
        return new(
            SafeText.Line($"{Indent}ours: {matter.Reference}  {matter.Title}, {TranscriptText.Time(matter.From)} to {TranscriptText.Time(matter.Until)}: {told}"),
            matter.IsAnnounced ? Tint.Plain : Tint.Warning);
    }

    private static IEnumerable<TintedLine> Lines(ExplainedView view, string place, IEnumerable<TintedLine> others) =>
    [
        ExplanationLines.Verdict(view),
        .. view.Then is { } then ? [ExplanationLines.Then(then)] : Array.Empty<TintedLine>(),
        .. Seen(view.Seen),
        .. view.About is { } about ? ExplanationLines.Notice(about, "in question").Concat(ExplanationLines.House(about)) : [new("no notice is in question")],
        .. ExplanationLines.Doubles(view) is { } doubles ? [doubles] : Array.Empty<TintedLine>(),
        .. view.Asked.Select(ExplanationLines.Asked),
        .. others,
        .. Reaction(view, place),
    ];

    private static IEnumerable<TintedLine> Seen(ObservationView seen)
    {
        var typed = seen.Typed;
        yield return new(SafeText.Line($"observation {ExplanationLines.Head(seen)}"));
        var entered = $"entered by {seen.Officer}, {TranscriptText.Time(seen.Entered)}";
        yield return new(SafeText.Line($"{Indent}{typed.Source}, graded {typed.Grading}, error of time {typed.TimeError} s, {entered}"), Tint.Quiet);
        var more = new (string Name, string? Text)[]
        {
            ("strength", typed.Strength), ("heading", typed.Heading), ("speed", typed.Speed), ("altitude", typed.Altitude), ("level", typed.Level),
            ("takes the place of", typed.Supersedes),
        }.Where(m => !string.IsNullOrEmpty(m.Text)).Select(m => $"{m.Name} {m.Text}").ToList();
        if (more.Count > 0)
            yield return new(SafeText.Line($"{Indent}{string.Join("; ", more)}"));
        foreach (var line in string.IsNullOrEmpty(typed.Text) ? [] : SafeText.Lines(typed.Text))
            yield return new(Indent + line);
        if (seen.SupersededBy is { } later)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{Indent}NO LONGER STANDS: observation {later} took its place"), Tint.Warning);
    }

    private static TintedLine Named(IReadOnlyList<ExplanationView> others) =>
        new(SafeText.Line($"weighed too: {string.Join("; ", others.Select(o => $"{o.Reference}{(o.Warning is null ? $" on {o.Line}" : "")}, {o.Title}"))}"), Tint.Quiet);

    private static string Choice(DecisionView decision)
    {
        var what = decision.Choice switch
        {
            ReactionChoice.Nothing => "to do nothing",
            ReactionChoice.Posture => "to say what we do ourselves",
            ReactionChoice.Pause => "to pause a phase of ours",
            _ => "to raise our own readiness in turn",
        };
        var second = decision is { Second: { } other, SecondedAt: { } at } ? $", seconded by {other}, {TranscriptText.Time(at)}" : "";
        var why = decision.Reason.Length > 0 ? $": {decision.Reason}" : "";
        return $"{what}, by {decision.Officer}, {TranscriptText.Time(decision.At)}{second}{why}";
    }
}
