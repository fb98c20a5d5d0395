using Parley.Control.Ultimatums;

namespace Parley.Cli.Rendering;

/// <summary>A message that was marked as an ultimatum, for people.</summary>
internal static class UltimatumLines
{
    private const string Indent = "    ";

    public static IEnumerable<TintedLine> Of(UltimatumView view, TranscriptText text) =>
        text.Marked([Head(view), .. text.Plain(view.Message), .. view.Marks.Select(Mark), .. Answers(view), new("")]);

    private static TintedLine Head(UltimatumView view)
    {
        var line = SafeText.Line(view.Line);
        return view switch
        {
            { IsUltimatum: false } => new($"NO ULTIMATUM after all, on {line}; known here alone", Tint.Quiet),
            { Past: true } => new($"ULTIMATUM on {line}: its deadline {Time(view.Deadline)} HAS PASSED; known here alone", Tint.Warning),
            _ => new($"ULTIMATUM on {line}: its deadline is {Time(view.Deadline)}; known here alone", Tint.Warning),
        };
    }

    private static TintedLine Mark(UltimatumMarkView mark)
    {
        var what = mark.Deadline is { } deadline ? $"marked, deadline {TranscriptText.Time(deadline, mark.At)}" : "the mark was taken away";
        var note = mark.Note is { } words ? $": {SafeText.Line(words)}" : "";
        return new($"{Indent}[{mark.Number}] {what}, by {SafeText.Line(mark.Officer)} {TranscriptText.Time(mark.At)}{note}", Tint.Quiet);
    }

    private static IEnumerable<TintedLine> Answers(UltimatumView view)
    {
        if (view.Acknowledged is { } acknowledged)
            yield return new($"{Indent}its receipt was acknowledged {Reply(acknowledged, view)}", Tint.Good);
        else if (view.Draft is { } draft)
            yield return new($"{Indent}the acknowledgment waits as draft {draft}", Tint.Warning);
        else
            yield return new($"{Indent}its receipt was not acknowledged");
        foreach (var answer in view.Answers)
        {
            yield return new($"{Indent}answered {Reply(answer, view)}");
            foreach (var line in SafeText.Lines(answer.Text ?? ""))
                yield return new($"{Indent}{Indent}{line}");
        }

        if (view.Answers.Count == 0)
            yield return new($"{Indent}nothing was answered");
    }

    private static string Reply(UltimatumReplyView reply, UltimatumView view) =>
        $"{TranscriptText.Time(reply.At, view.Message.Time)} ({(reply.Received ? "received" : "not received by all")})  ref {SafeText.Line(reply.Entry)}";

    private static string Time(DateTimeOffset? time) => time is { } at ? TranscriptText.Time(at) : "not known";
}
