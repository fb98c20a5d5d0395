using Parley.Cli.Rendering;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Cli.Tests.Rendering;

public sealed class TranscriptTextTests
{
    private static readonly EntryView Sent = new(
        "astra/3f/urgent/3", "c", "astra", Lane.Urgent, 3, "message", Precedence.Flash, Status.Actual, At(1), At(1), Readability.Readable,
        "en", "Two aircraft\nleft their corridor.", [], null, [],
        [new ReceiptView("boreal", true, At(3), false, false), new ReceiptView("celt", false, null, false, false)]);

    [Fact]
    public void An_entry_says_who_when_how_urgent_and_who_received_it() => Assert.Equal(
        """
        2026-11-22 12:00:01Z  FLASH  astra  (en)
            Two aircraft
            left their corridor.
            ref astra/3f/urgent/3
            received by boreal 12:00:03Z
            not received by celt

        """.ReplaceLineEndings("\n"),
        Text(Sent));

    [Fact]
    public void Every_line_of_an_exercise_says_so() =>
        Assert.All(Text(Sent, exercise: true).Split('\n'), line => Assert.StartsWith("EXERCISE |", line));

    [Fact]
    public void A_test_is_unmistakable()
    {
        var text = Text(Sent with { Status = Status.Test });
        Assert.Contains("FLASH  TEST  astra", text);
        Assert.Contains("*** TEST ***", text);
    }

    [Fact]
    public void Words_of_others_cannot_move_the_cursor()
    {
        var text = Text(Sent with { Text = "ok\u001b[2J\u202ekcatta\r\nx", Party = "boreal\u0007" });
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.Contains("ok[U+001B][2J[U+202E]kcatta", text);
    }

    [Fact]
    public void What_cannot_be_read_or_is_disputed_is_said()
    {
        Assert.Contains("have not arrived", Text(Sent with { Text = null, Readable = Readability.Absent }));
        Assert.Contains("cannot be read here", Text(Sent with { Text = null, Readable = Readability.Unreadable }));
        Assert.Contains("by their clock", TranscriptText.Receipt(new ReceiptView("b", true, At(9), true, false), At(1)).Text);
        Assert.Contains("not readable there", TranscriptText.Receipt(new ReceiptView("b", false, null, false, true), At(1)).Text);
        Assert.Contains("crossed with boreal/1", Text(Sent with { Crossed = ["boreal/1"] }));
    }

    [Fact]
    public void Long_lines_are_wrapped_and_lose_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        var lines = SafeText.Wrap(words, 40).ToList();
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 40));
        Assert.Equal(words, string.Join(' ', lines));
        Assert.Equal(new string('x', 100), string.Concat(SafeText.Wrap(new string('x', 100), 40)));
    }

    private static string Text(EntryView entry, bool exercise = false) =>
        string.Join('\n', new TranscriptText("astra", exercise, 100).Entry(entry).Select(l => l.Text));

    private static DateTimeOffset At(int second) => new(2026, 11, 22, 12, 0, second, TimeSpan.Zero);
}
