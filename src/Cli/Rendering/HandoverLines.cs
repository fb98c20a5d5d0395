using System.Globalization;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Cli.Rendering;

/// <summary>Handovers for people: what happened, what is owed by when, notes, interpreters, and who has signed.</summary>
internal static class HandoverLines
{
    private const string Indent = "    ";

    public static void Draft(Screen screen, HandoverDraft draft, string notes, IReadOnlyList<HandoverInterpreter> interpreters)
    {
        screen.Line($"handover of the {draft.Level.Name()}, NOT SIGNED, composed {TranscriptText.Time(draft.At)}; " +
            $"{SafeText.Line(draft.Officer ?? "nobody")} is on duty since {TranscriptText.Time(draft.Since ?? draft.At)}", Tint.Warning);
        Text(screen, draft.Happened, draft.Owed, notes, interpreters);
        foreach (var note in draft.NotRead)
            screen.Line(SafeText.Line(note), Tint.Warning);
    }

    public static void Show(Screen screen, HandoverView handover)
    {
        var (how, tint) = handover.State switch
        {
            HandoverState.Taken => ($"taken over by {SafeText.Line(handover.TakenBy ?? "")} {TranscriptText.Time(handover.EndedAt!.Value)}", Tint.Good),
            HandoverState.Withdrawn => ($"withdrawn {TranscriptText.Time(handover.EndedAt!.Value)}", Tint.Quiet),
            _ => (string.Create(CultureInfo.InvariantCulture, $"WAITS for the next officer: parley shift take-over DIR {handover.Number}"), Tint.Warning),
        };
        screen.Line(string.Create(CultureInfo.InvariantCulture,
            $"handover {handover.Number} of the {handover.Level.Name()}, signed by {SafeText.Line(handover.Officer)} {TranscriptText.Time(handover.SignedAt)}, {how}"), tint);
        Text(screen, handover.Happened, handover.Owed, handover.Notes, handover.Interpreters);
        screen.Line($"digest {handover.Digest}", Tint.Quiet);
    }

    private static void Text(
        Screen screen, IReadOnlyList<HandoverItem> happened, IReadOnlyList<HandoverItem> owed, string notes, IReadOnlyList<HandoverInterpreter> interpreters)
    {
        Items(screen, "happened", happened);
        Items(screen, "owed", owed);
        if (notes.Length > 0)
            screen.Line("notes");
        foreach (var line in notes.Length > 0 ? SafeText.Lines(notes) : [])
            screen.Line(Indent + line);
        foreach (var one in interpreters)
            screen.Line($"interpreter on call, {SafeText.Line(one.Language)}: {SafeText.Line(one.Name)}");
    }

    private static void Items(Screen screen, string what, IReadOnlyList<HandoverItem> items)
    {
        screen.Line(items.Count == 0 ? $"{what}: nothing" : what);
        foreach (var item in items.OrderBy(i => i.Mode == LineMode.Exercise))
        {
            var at = item.At is { } time ? TranscriptText.Time(time) + " " : "";
            var line = item.Line is { } name ? SafeText.Line(name) + ": " : "";
            screen.Line($"{TranscriptText.Mark(item.Mode)}{Indent}{at}{line}{SafeText.Line(item.Text)}");
            if (item.Entry is { } entry)
                screen.Line($"{TranscriptText.Mark(item.Mode)}{Indent}{Indent}ref {SafeText.Line(entry)}", Tint.Quiet);
        }
    }
}
