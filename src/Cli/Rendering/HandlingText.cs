using System.Globalization;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Handling;

namespace Parley.Cli.Rendering;

/// <summary>What was done with a message, under it. The words of the other side about it are what it reports, and are never shown as more.</summary>
internal static class HandlingText
{
    private const string Indent = "    ";
    private const int LeastWidth = 30;

    public static IEnumerable<TintedLine> Of(EntryView entry, string own, int width)
    {
        foreach (var addressee in entry.Addressees)
            yield return Addressee(addressee, own);
        foreach (var stage in entry.Handling)
        {
            yield return Stage(stage);
            foreach (var line in Text(stage, width))
                yield return line;
        }
    }

    private static TintedLine Addressee(AddresseeView addressee, string own)
    {
        var name = addressee.Party == own ? $"our {SafeText.Line(addressee.Role)}" : $"{addressee.Party}'s {SafeText.Line(addressee.Role)}";
        var report = addressee.Party == own ? "" : ", they report";
        List<string> done = [addressee.Received ? "received by the station" : "NOT received"];
        if (addressee.Relayed is { } relayed)
            done.Add($"relayed {Clock(relayed)}{report}");
        if (addressee.Confirmed is { } confirmed)
            done.Add($"acknowledged by it {Clock(confirmed)}{report}");
        if (addressee.Acted is { } acted)
            done.Add($"acted on {Clock(acted)}{report}");
        var missing = addressee.Confirmed is null
            ? $"; NOT acknowledged by it, {(addressee.Late ? "was due" : "due")} {Clock(addressee.By)}"
            : addressee.Late ? $", LATE: was due {Clock(addressee.By)}" : "";
        var tint = addressee is { Confirmed: not null, Late: false } ? Tint.Good : Tint.Warning;
        return new($"{Indent}for {name}: {string.Join(", ", done)}{missing}", tint);
    }

    private static TintedLine Stage(HandlingView stage)
    {
        var who = stage.OneSided ? $"{stage.Party} by hand, ONE-SIDED, UNAUTHENTICATED"
            : stage.TheyReport ? $"{stage.Party} reports"
            : stage.Told is null ? "here, not shown to them" : "here";
        var number = stage.Number > 0 ? $"[{stage.Number}] " : "";
        var about = stage.Addressee is { } addressee ? $" ({SafeText.Line(addressee)})" : "";
        var by = SafeText.Line(stage.Officer is { } officer ? $"{stage.Role} {officer}" : stage.Role);
        var entered = Math.Abs((stage.Entered - stage.At).TotalMinutes) >= 1 ? $", entered {Clock(stage.Entered)}" : "";
        var took = stage.Took is { } minutes ? $", {Minutes(minutes)} after the stage before" : "";
        var head = $"{Indent}{number}{who}: {stage.Stage.Words()}{about} {Clock(stage.At)}, {Minutes(stage.Minutes)} after receipt{took}, by {by}{entered}";
        return stage.Corrected ? new($"{head} - PUT RIGHT BY A LATER ENTRY", Tint.Quiet) : new(head, stage.TheyReport ? Tint.Plain : Tint.Quiet);
    }

    private static IEnumerable<TintedLine> Text(HandlingView stage, int width)
    {
        if (stage.Text is not { } text)
            yield break;
        var label = stage.Stage.IsTranslation() ? $"{stage.Stage.Words()} ({stage.Language}), not the original: " : $"note ({stage.Language}): ";
        foreach (var line in SafeText.Lines(label + text))
        {
            foreach (var part in SafeText.Wrap(line, Math.Max(LeastWidth, width - (2 * Indent.Length))))
                yield return new(Indent + Indent + part, stage.Corrected ? Tint.Quiet : Tint.Plain);
        }
    }

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Minutes(double minutes) => Math.Abs(minutes) < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes * 60:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(minutes < 10 ? Math.Round(minutes, 1) : Math.Round(minutes)):0.#} min");
}
