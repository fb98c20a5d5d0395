using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>What is said of observations, in the reader's language. It says what fits and what does not, and nowhere what that means.</summary>
internal static class SeenWords
{
    private const int Whole = 1000;

    /// <summary>Whether an officer of those roles may see what was seen; the station checks it again.</summary>
    public static bool MaySee(Roles roles) => (roles & (Roles.Watch | Roles.Release | Roles.Audit)) != 0;

    public static string Kind(ObservationKind kind, Language say) => say["observation.kind." + kind.Name()];

    public static string Verdict(VerdictKind verdict, Language say) => say["observation.verdict." + verdict.ToString().ToLowerInvariant()];

    /// <summary>What stands before it for those who do not see colours.</summary>
    public static string Sign(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Unexplained => "▲",
        VerdictKind.ConsistentWith => "○",
        _ => "◇",
    };

    /// <summary>What a row or a box looks like.</summary>
    public static string ClassOf(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Unexplained => "unexplained",
        VerdictKind.ConsistentWith => "consistent",
        _ => "differs-from",
    };

    /// <summary>How far one factor fits: three words and no number.</summary>
    /// <param name="thousandths">0 to 1000.</param>
    public static string Fit(int thousandths, Language say) => say["observation.fit." + (thousandths >= Whole ? "whole" : thousandths > 0 ? "part" : "not")];

    public static string FitSign(int thousandths) => thousandths >= Whole ? "•" : thousandths > 0 ? "◐" : "✗";

    public static string Factor(FactorKind factor, Language say) => say["observation.factor." + factor.ToString().ToLowerInvariant()];

    public static string Option(OptionKind option, Language say) => say["observation.option." + option.ToString().ToLowerInvariant()];

    public static string Choice(ReactionChoice choice, Language say) => say["observation.choice." + choice.ToString().ToLowerInvariant()];

    public static string Trend(TrendDirection direction, Language say) => say["observation.trend." + direction.ToString().ToLowerInvariant()];

    public static string Unit(StrengthUnit unit, Language say) => say["observation.unit." + unit.ToString().ToLowerInvariant()];

    /// <summary>What was asked and decided about it, for a cell of a table; empty: nothing.</summary>
    public static string Done(ExplainedView one, Language say) => string.Join(" · ", new[]
    {
        one.Asked.Count > 0 ? say["observation.asked-count", say.Number(one.Asked.Count)] : "",
        one.Standing is { } standing ? Choice(standing.Choice, say) : "",
        one.Waiting is { } waiting ? say["observation.waits", Choice(waiting.Choice, say)] : "",
    }.Where(w => w.Length > 0));
}
