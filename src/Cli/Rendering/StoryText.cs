using Parley.Scenarios.Play;

namespace Parley.Cli.Rendering;

/// <summary>A story for people: wrapped to the width, each line of output with its mark.</summary>
internal sealed class StoryText(Screen screen)
{
    private const int PartyWidth = 8;
    private const int MostWidth = 110;
    private int timeWidth = "00:00".Length;
    private StoryKind? before;

    /// <summary>Shows a line of the story.</summary>
    public Task Tell(StoryLine line)
    {
        var head = line.ToString().Split("  ", 2)[0];
        var time = head[StoryLine.Mark.Length..].Trim();
        timeWidth = line.Clock is null ? timeWidth : Math.Max(timeWidth, time.Length);
        // A breath before the scenario speaks, none within what it says.
        if (line.Kind is StoryKind.Title or StoryKind.Told && before is not (null or StoryKind.Title or StoryKind.Told))
            Write("", "", Tint.Plain);
        before = line.Kind;
        Write(time, Sided(line), TintOf(line.Kind));
        return Task.CompletedTask;
    }

    /// <summary>Says something beside the story.</summary>
    public void Say(string text, Tint tint) => Write("", text, tint);

    private static string Sided(StoryLine line) => line.Party is null ? line.Text : $"{line.Party.PadRight(PartyWidth)} {line.Text}";

    private void Write(string time, string text, Tint tint)
    {
        var mark = $"{StoryLine.Mark} {time.PadRight(timeWidth)} | ";
        var room = Math.Max(30, Math.Min(screen.Width, MostWidth) - mark.Length);
        var first = true;
        foreach (var part in SafeText.Wrap(SafeText.Line(text), room))
        {
            screen.Line(((first ? mark : $"{StoryLine.Mark} {new string(' ', timeWidth)} |     ") + part).TrimEnd(), tint);
            first = false;
        }
    }

    private static Tint TintOf(StoryKind kind) => kind switch
    {
        StoryKind.Flash => Tint.Flash,
        StoryKind.Proof => Tint.Good,
        StoryKind.Trouble or StoryKind.Failed => Tint.Warning,
        StoryKind.Source or StoryKind.Varies => Tint.Quiet,
        StoryKind.Title => Tint.Test,
        _ => Tint.Plain,
    };
}
