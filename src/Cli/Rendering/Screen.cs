using Spectre.Console;

namespace Parley.Cli.Rendering;

/// <summary>What a line of output is, for its colour.</summary>
internal enum Tint
{
    Plain,
    Quiet,
    Good,
    Warning,
    Flash,
    Immediate,
    Test,
}

/// <summary>A line of output. Colour only repeats what its words say.</summary>
internal readonly record struct TintedLine(string Text, Tint Tint = Tint.Plain);

/// <summary>Output for people: plain lines in a file, coloured ones on a terminal. Nothing is wrapped here.</summary>
internal sealed class Screen
{
    private readonly Terminal terminal;
    private readonly IAnsiConsole? console;

    public Screen(Terminal terminal)
    {
        this.terminal = terminal;
        if (!terminal.HasColor)
            return;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(terminal.Out) });
        console.Profile.Width = int.MaxValue / 2;
    }

    public int Width => terminal.Width;

    public void Line(string text = "", Tint tint = Tint.Plain)
    {
        if (console is null || tint == Tint.Plain)
            terminal.Out.WriteLine(text);
        else
            console.WriteLine(text, StyleOf(tint));
    }

    public void Lines(IEnumerable<TintedLine> lines)
    {
        foreach (var line in lines)
            Line(line.Text, line.Tint);
    }

    /// <summary>Rows under headings, in columns as wide as they must be.</summary>
    public void Table(string[] headings, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        var widths = headings.Select((h, i) => all.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        Line(Row(headings, widths), Tint.Quiet);
        foreach (var row in all)
            Line(Row(row, widths));
    }

    /// <summary>Empties a terminal before it is written anew; leaves a file alone.</summary>
    public void Clear() => console?.Clear();

    private static string Row(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((c, i) => c.PadRight(widths[i]))).TrimEnd();

    private static Style StyleOf(Tint tint) => tint switch
    {
        Tint.Quiet => new Style(decoration: Decoration.Dim),
        Tint.Good => new Style(Color.Green),
        Tint.Warning => new Style(Color.Yellow),
        Tint.Flash => new Style(Color.Red, decoration: Decoration.Bold),
        Tint.Immediate => new Style(Color.Orange1, decoration: Decoration.Bold),
        Tint.Test => new Style(Color.Aqua, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
