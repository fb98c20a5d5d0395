using Parley.Control.Service;
using Parley.Lines.Service;

namespace Parley.Cli.Rendering;

/// <summary>What crews told each other, for people.</summary>
internal static class ServiceLines
{
    private const string Exercise = ":exercise";

    public static IEnumerable<TintedLine> Of(ServiceBoardView board)
    {
        var mark = board.Line.EndsWith(Exercise, StringComparison.Ordinal) ? "EXERCISE | " : "";
        return All(board).Select(l => l with { Text = $"{mark}{SafeText.Line(board.Line)}: {l.Text}" });
    }

    private static IEnumerable<TintedLine> All(ServiceBoardView board)
    {
        foreach (var window in board.Maintenance)
        {
            var standing = window.Standing switch { MaintenanceStanding.Open => "NOW", MaintenanceStanding.Coming => "to come", _ => "over" };
            var of = window.Scope switch
            {
                ServiceScope.Station => "the whole station",
                ServiceScope.Line => $"line {SafeText.Line(window.Name ?? "")}",
                _ => $"circuit {SafeText.Line(window.Name ?? "")}",
            };
            var when = $"{TranscriptText.Time(window.From)} until {TranscriptText.Time(window.Until, window.From)}";
            yield return new(
                $"{window.Party}: maintenance of {of} {when}, {standing}{Note(window.Text)}  ref {window.Entry}",
                window.Standing == MaintenanceStanding.Open ? Tint.Warning : Tint.Plain);
        }

        foreach (var asked in board.Asked)
            yield return Asked(asked);
        foreach (var told in board.Circuits)
        {
            var circuits = told.Circuits.Count == 0 ? "none" : string.Join(", ", told.Circuits.Select(c => $"{SafeText.Line(c.Name)} {(c.IsOpen ? "open" : "not open")}"));
            yield return new($"{told.Party}: circuits as its station had them {TranscriptText.Time(told.At)}: {circuits}{Note(told.Text)}");
        }
    }

    private static TintedLine Asked(ServiceAskedView asked)
    {
        var what = asked.About is { } about
            ? $"please send again {SafeText.Line(about)} of {SafeText.Line(asked.AboutLine ?? "")}{(asked.StillLacking == true ? " (still not readable)" : "")}"
            : "is anybody there?";
        var head = $"{asked.Party} {TranscriptText.Time(asked.At)}: {what}{Note(asked.Text)}  ref {asked.Entry}; ";
        if (asked.Answer is not { } answer)
            return new(head + (asked.Received ? "received, NOBODY HAS ANSWERED" : "NOT RECEIVED"), Tint.Warning);
        var words = answer switch { ServiceAnswer.Present => "an officer is here", ServiceAnswer.Resent => "it was sent again", _ => "it cannot be sent again" };
        var at = TranscriptText.Time(asked.AnsweredAt!.Value, asked.At);
        return new($"{head}answered {at}: {words}{Note(asked.AnswerText)}", answer == ServiceAnswer.Cannot ? Tint.Warning : Tint.Good);
    }

    private static string Note(string? text) => text is null ? "" : $" ({SafeText.Line(text)})";
}
