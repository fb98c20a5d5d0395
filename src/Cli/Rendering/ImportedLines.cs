using System.Globalization;
using Parley.Cli.Commands;

namespace Parley.Cli.Rendering;

/// <summary>A list of observations that was read out of a file, for people.</summary>
internal static class ImportedLines
{
    private const int Shown = 50;

    public static string Sound(ObservationImportView view) => $"{SafeText.Line(view.File)}: {Count(view.Rows)} without a flaw. Nothing is kept.";

    public static string Kept(ObservationImportView view)
    {
        var numbers = string.Join(", ", view.Kept.Select(k => k.First == k.Last ? Text(k.First) : $"{Text(k.First)} to {Text(k.Last)}"));
        var of = view.Count == view.Rows ? "" : $" of {Text(view.Rows)}";
        return view.Count == 0 ? $"{SafeText.Line(view.File)}: nothing is kept."
            : $"{SafeText.Line(view.File)}: kept {Text(view.Count)}{of}, as {(view.Count == 1 ? "number" : "numbers")} {numbers}. 'parley explain' says what fits them.";
    }

    public static IEnumerable<TintedLine> Refused(ObservationImportView view)
    {
        foreach (var line in view.Refused.Take(Shown))
            yield return new($"REFUSED  {SafeText.Line(line)}", Tint.Warning);
        if (view.Refused.Count > Shown)
            yield return new($"and {Text(view.Refused.Count - Shown)} more", Tint.Warning);
    }

    private static string Count(int rows) => rows == 1 ? "1 observation" : $"{Text(rows)} observations";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
