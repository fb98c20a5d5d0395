using System.Globalization;
using System.Text.Json;

namespace Parley.Bench;

/// <summary>One measured value with its goal, in one unit: <paramref name="Most"/> or <paramref name="Least"/>; both null: no goal.
/// <paramref name="Note"/> says what else belongs to it.</summary>
internal sealed record Row(string What, double Value, string Unit, double? Most = null, string Note = "", double? Least = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Whether the goal is met; null when there is none.</summary>
    public bool? Met => Most is { } most ? Value <= most : Least is { } least ? Value >= least : null;

    /// <summary>Writes all of them as a table or as JSON.</summary>
    public static void Write(IReadOnlyList<Row> rows, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Json));
            return;
        }

        string[][] lines = [["what", "measured", "goal", "", ""], .. rows.Select(r => r.Cells())];
        var widths = Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(l => l[i].Length)).ToArray();
        foreach (var line in lines)
            Console.WriteLine(string.Join("  ", line.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }

    private string[] Cells() =>
    [
        What,
        Text(Value),
        (Most ?? Least) is { } goal ? Text(goal) : "",
        Met switch { true => "met", false => "MISSED", null => "" },
        Note,
    ];

    private string Text(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Unit}");
}
