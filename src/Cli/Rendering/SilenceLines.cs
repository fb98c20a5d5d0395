using Parley.Control.Silence;
using Parley.Lines.Silence;

namespace Parley.Cli.Rendering;

/// <summary>Silences for people: what is not excluded first, then the states that are never merged, then the evidence.</summary>
internal static class SilenceLines
{
    private const string Indent = "    ";

    public static IEnumerable<TintedLine> Of(SilenceView view)
    {
        var mark = TranscriptText.Mark(view.Mode);
        return Plain(view).Select(l => l with { Text = mark + l.Text });
    }

    /// <summary>Our own test of ourselves.</summary>
    public static IEnumerable<TintedLine> Of(SelfTestView test)
    {
        if (test.At is not { } at)
            return [new("our own station was not tested yet: a fault of ours is not excluded", Tint.Warning)];
        return test.Failures.Count == 0
            ? [new($"our own test passed at {TranscriptText.Time(at)}{(test.IsValid ? "" : ", too long ago to count")}", test.IsValid ? Tint.Plain : Tint.Warning)]
            : [new($"OUR OWN TEST FAILED at {TranscriptText.Time(at)}", Tint.Flash), .. test.Failures.Select(f => new TintedLine(Indent + SafeText.Line(f), Tint.Warning))];
    }

    private static IEnumerable<TintedLine> Plain(SilenceView view)
    {
        var isSilent = view.Causes.Count > 0;
        yield return new($"{SafeText.Line(view.Handle)} | {view.Party}: {view.Title}", isSilent ? Tint.Warning : Tint.Plain);
        if (view.IsOursToMove)
            yield return new($"{Indent}the next word is OURS", Tint.Warning);
        if (view.From is { } from)
        {
            // Whoever talks is not silent, whatever else is the matter.
            var talks = view.Machines == MachineState.Working && view.Observed is HumanState.NothingDue or HumanState.Answering;
            var judged = view.Since is { } since ? $"; judged the same since {TranscriptText.Time(since)}" : "";
            yield return new($"{Indent}{(talks ? "so" : "silent")} since {TranscriptText.Time(from)}{judged}");
        }

        yield return new(
            $"{Indent}agreement {SilenceText.Name(view.Agreement)} | line {SilenceText.Name(view.Machines)} | declared {SilenceText.Name(view.Declared)} | " +
            $"observed {SilenceText.Name(view.Observed)}");
        foreach (var pair in view.Pairs)
            yield return new($"{Indent}{pair.Pair}: {pair.Title}{(pair.IsOursToMove ? "; the next word is OURS" : "")}", pair.Causes.Count > 0 ? Tint.Warning : Tint.Plain);
        foreach (var item in view.Evidence)
            yield return new($"{Indent}- {(item.At is { } at ? $"{TranscriptText.Time(at)}  " : "")}{SafeText.Line(item.Text)}{Cite(item.Cite)}", Tint.Quiet);
        foreach (var past in view.Past.TakeLast(3))
        {
            yield return new($"{Indent}over: {TranscriptText.Time(past.From)} to {TranscriptText.Time(past.Until, past.From)}: {past.Named ?? string.Join(", ", past.Causes)}");
            yield return new($"{Indent}      {SafeText.Line(past.Why)}{Cite(past.Cite)}", Tint.Quiet);
        }
    }

    private static string Cite(string? cite) => string.IsNullOrEmpty(cite) ? "" : $" [{SafeText.Line(cite)}]";
}
