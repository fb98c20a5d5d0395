using System.Globalization;
using Parley.Cli.Commands;
using Parley.Control.PublicWarnings;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;

namespace Parley.Cli.Rendering;

/// <summary>Public warnings for people.</summary>
internal static class WarningLines
{
    private const string Indent = "    ";
    private const int Shown = 50;

    public static IEnumerable<TintedLine> Imported(WarningImportView view, bool isCheck)
    {
        var file = SafeText.Line(view.File);
        yield return new(isCheck
            ? $"{file}: {Text(view.Kept)} of {Text(view.Read)} would be kept. Nothing is kept."
            : $"{file}: kept {Text(view.Kept)} of {Text(view.Read)}.");
        if (view.Known > 0)
            yield return new($"{Indent}kept before: {Text(view.Known)}", Tint.Quiet);
        if (view.Other > 0)
            yield return new($"{Indent}left out, for they speak of no danger and close no airspace: {Text(view.Other)} (--all takes them)", Tint.Quiet);
        if (view.Nowhere > 0)
            yield return new($"{Indent}LEFT OUT, for no place was read in them: {Text(view.Nowhere)}", Tint.Warning);
        foreach (var line in view.Refused.Take(Shown))
            yield return new($"REFUSED  {SafeText.Line(line)}", Tint.Warning);
        if (view.Refused.Count > Shown)
            yield return new($"and {Text(view.Refused.Count - Shown)} more", Tint.Warning);
    }

    public static IEnumerable<TintedLine> List(WarningListView list)
    {
        yield return new($"standing {TranscriptText.Time(list.From)} to {TranscriptText.Time(list.To)}, by when they end", Tint.Quiet);
        foreach (var row in list.Warnings)
            yield return Row(row);
        if (list.Warnings.Count == 0)
            yield return new(list.Held == 0 ? "no public warning is kept: 'parley warning import' takes files of them" : $"none of that time, of {Text(list.Held)} that are kept");
        if (list.LeftOut > 0)
            yield return new($"LEFT OUT: {Text(list.LeftOut)} that end later; ask for a shorter time with --from and --to", Tint.Warning);
    }

    public static IEnumerable<TintedLine> Whole(WarningView view)
    {
        var row = view.Row;
        yield return Row(row);
        var issued = row.Issued is { } at ? $"published {TranscriptText.Time(at)}" : "when it was published is not said";
        yield return new(SafeText.Line($"{Indent}{issued}; entered by {view.Officer}, {TranscriptText.Time(view.Entered)}"), Tint.Quiet);
        if (view.Refers.Count > 0)
            yield return new(SafeText.Line($"{Indent}{(row.Effect == WarningEffect.Cancels ? "cancels" : "replaces")} {string.Join(", ", view.Refers)}"));
        if (row.Closed is { } closed)
            yield return new(SafeText.Line($"{Indent}NO LONGER STANDS since {TranscriptText.Time(closed)}, by warning {Text(view.ClosedBy ?? 0)}"), Tint.Warning);
        foreach (var remark in view.Remarks)
            yield return new($"{Indent}{SafeText.Line(remark)}", Tint.Warning);
        foreach (var line in row.Volumes.SelectMany(v => v.Text.TrimEnd('\n').Split('\n')))
            yield return new($"{Indent}{Indent}{SafeText.Line(line)}", Tint.Quiet);
        foreach (var line in SafeText.Lines(view.Words))
            yield return new(Indent + line);
    }

    private static TintedLine Row(WarningRowView row)
    {
        var what = row.Effect == WarningEffect.Cancels ? "cancellation" : string.Join(", ", row.Kinds.Select(k => k.Name()));
        var when = row.From is not { } from ? "" : row.Until is { } until
            ? $"  {TranscriptText.Time(from)} to {TranscriptText.Time(until, from)}"
            : $"  {TranscriptText.Time(from)} until further notice";
        var closed = row.Closed is { } at ? $"  CLOSED {TranscriptText.Time(at)}" : "";
        var half = row.HasRemarks ? "  read with remarks" : "";
        var words = $"{Text(row.Number)}  {row.Reference}{when}  {what}, {row.Party ?? "party not known"}{half}{closed}";
        return new(SafeText.Line(words), row.Closed is null ? Tint.Plain : Tint.Quiet);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
