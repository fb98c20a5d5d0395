using System.Globalization;
using Parley.Control.Observations;

namespace Parley.Cli.Rendering;

/// <summary>Terms of risk for people, each by itself and with how sure it is.</summary>
internal static class RiskLines
{
    private const string Indent = "    ";

    public static void Show(Screen screen, RiskView risk)
    {
        screen.Line($"{TranscriptText.Time(risk.From)} to {TranscriptText.Time(risk.To)}: each term by itself; there is no sum of them, and none foretells anything", Tint.Quiet);
        screen.Line(Answers(risk.Answers));
        screen.Table(
            ["WEEK FROM", "SEEN", "UNEXPLAINED", "SHARE, 95 % SURE"],
            risk.Weeks.Select(w => new[]
            {
                w.From.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(w.Seen), Text(w.Unexplained),
                w.Seen == 0 ? "-" : $"{Text(w.LowPercent)} to {Text(w.HighPercent)} %",
            }));
        screen.Line(risk.NearMisses.Count == 0 ? "no near misses" : "near misses, the newest first:");
        foreach (var miss in risk.NearMisses)
            screen.Line(Indent + SafeText.Line(miss));
    }

    private static string Answers(ClarificationView answers)
    {
        var asked = $"questions about what was seen: {Text(answers.Asked)} asked, {Text(answers.Answered)} answered";
        return answers.Median is not { } median ? $"{asked}; nothing can be said of how long it takes"
            : answers is { Low: { } low, High: { } high } ? $"{asked}; half of them within {Span(median)} (95 % sure: between {Span(low)} and {Span(high)})"
            : $"{asked}; half of them within {Span(median)}, too few to say how sure that is";
    }

    private static string Span(int minutes) =>
        minutes < 120 ? $"{Text(minutes)} min" : minutes < 2 * 24 * 60 ? $"{Text(minutes / 60)} h {Text(minutes % 60)} min" : $"{Text(minutes / (24 * 60))} d";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
