using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Maps;

namespace Parley.Console.Activities;

/// <summary>What is said of activities, in the reader's language. Nothing here says that anything is safe.</summary>
internal static class ActivityWords
{
    private const string Until = "Notified until ";

    public static string Kind(ActivityKind kind, Language say) => say["activity.kind." + kind.Name()];

    /// <summary>How it stands by its author's word; or that its time is past, which nobody need have said.</summary>
    public static string State(ActivityRowView row, Language say) =>
        row.IsOver && row.State is not (ActivityState.Ended or ActivityState.Cancelled) ? say["activity.state.over"]
            : say["activity.state." + row.State.ToString().ToLowerInvariant()];

    /// <summary>Whether an eye should stop at it.</summary>
    public static bool IsGrave(ActivityRowView row) => !row.IsOver && row.State is ActivityState.Deviating or ActivityState.Emergency;

    /// <summary>A word that followed, by the sentence that the station has for it; null where this language has none. A new expiry stands with it.</summary>
    public static string? What(string sentence, Language say)
    {
        var first = sentence.Split('\n')[0];
        var key = string.Concat(first.TakeWhile(c => c is not ('.' or ':'))).Replace(' ', '-').ToLowerInvariant();
        var until = first.IndexOf(Until, StringComparison.Ordinal);
        return say.Find("activity.said." + key) is not { } said ? null
            : until < 0 ? said
            : $"{said} {say["activity.expires"]}: {first[(until + Until.Length)..].TrimEnd('.')}";
    }

    /// <summary>Why a word counts for nothing; empty where it counts.</summary>
    public static string Why(ActivityEffect effect, Language say) => effect == ActivityEffect.Took ? "" : say["activity.effect." + effect.ToString().ToLowerInvariant()];

    /// <summary>A title or a contact of others, with every sign that nobody sees, or that turns the direction of writing, shown by its number.</summary>
    public static string Shown(string text) => string.Concat(SaidText.Pieces(text).Select(p => p.Kind == SaidKind.Hidden ? $"[{p.Text}]" : p.Text));

    /// <summary>Shapes, heights and times that travelled with a sentence, as a text of a volume has them: its lines beyond the first, and those of its author's words are not among
    /// them.</summary>
    public static string Volumes(string sentence) => string.Join('\n', sentence.Split('\n').Skip(1));

    /// <summary>The line of heights among a volume's words, which follows its shapes.</summary>
    public static string? Height(ActivityVolumeView volume) =>
        Outlines.OfText(volume.Text) is { } outline ? volume.Words.ElementAtOrDefault(outline.Rings.Count + outline.NotDrawn) : null;
}
