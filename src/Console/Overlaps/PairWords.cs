using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Console.Overlaps;

/// <summary>What is said of overlaps, in the reader's language.</summary>
internal static class PairWords
{
    private const double Kilometre = 1000;
    private const double Tenth = 10;

    /// <summary>How grave it is. Two that keep their distance are said to be that far apart, and no more.</summary>
    public static string Severity(OverlapView overlap, Language say) => Severity(overlap.Severity, say);

    /// <param name="severity">Null: they keep their distance.</param>
    public static string Severity(OverlapSeverity? severity, Language say) => say["overlap.severity." + (severity?.ToString().ToLowerInvariant() ?? "apart")];

    /// <summary>Along the ground, in kilometres: the least rounded down and the most rounded up, so that it never says more than is known.</summary>
    public static string Place(GapView gap, Language say) => gap.Most == 0 ? say["overlap.gap.same-place"] : gap.Most is { } most
        ? say["overlap.gap.place", say.Number(Math.Floor(gap.Least / Kilometre * Tenth) / Tenth, 1), say.Number(Math.Ceiling(most / Kilometre * Tenth) / Tenth, 1)]
        : say["overlap.gap.place-least", say.Number(Math.Floor(gap.Least / Kilometre * Tenth) / Tenth, 1)];

    /// <summary>In height, in metres, rounded in the same way.</summary>
    public static string Height(GapView gap, Language say) => gap.Most == 0 ? say["overlap.gap.same-height"] : gap.Most is { } most
        ? say["overlap.gap.height", say.Number(Math.Floor(gap.Least)), say.Number(Math.Ceiling(most))]
        : gap.Least > 0 ? say["overlap.gap.height-least", say.Number(Math.Floor(gap.Least))] : say["overlap.gap.unknown"];

    /// <summary>How far the two parties have come; where a site or movement is concerned there is nothing to come to.</summary>
    public static string State(OverlapView overlap, Language say) => say[OverlapMoves.IsHumanitarian(overlap) ? "overlap.state.aid"
        : "overlap.state." + overlap.State.ToString().ToLowerInvariant()];

    public static string Word(OverlapWord word, Language say) => say["overlap.word." + word.ToString().ToLowerInvariant()];

    /// <summary>What a card or a row looks like.</summary>
    public static string ClassOf(OverlapView overlap) => ClassOf(overlap.Severity);

    public static string ClassOf(OverlapSeverity? severity) => severity switch
    {
        OverlapSeverity.Now => "now",
        OverlapSeverity.Meets => "meets",
        OverlapSeverity.Near => "near",
        OverlapSeverity.Possible => "possible",
        _ => "apart",
    };

    /// <summary>What stands before it for those who do not see colours.</summary>
    public static string Sign(OverlapView overlap) => Sign(overlap.Severity);

    public static string Sign(OverlapSeverity? severity) => severity switch
    {
        OverlapSeverity.Now => "▲▲",
        OverlapSeverity.Meets => "▲",
        OverlapSeverity.Near => "≈",
        OverlapSeverity.Possible => "?",
        _ => "○",
    };
}
