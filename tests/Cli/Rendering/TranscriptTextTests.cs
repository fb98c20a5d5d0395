using Parley.Cli.Rendering;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Cli.Tests.Rendering;

public sealed class TranscriptTextTests
{
    private static readonly EntryView Sent = new(
        LineMode.Live, "astra/3f/urgent/3", "c", "astra", Lane.Urgent, 3, "message", Precedence.Flash, Status.Actual, At(1), At(1), Readability.Readable,
        "en", "Two aircraft\nleft their corridor.", [], null, [],
        [new ReceiptView("boreal", true, At(3), false, false), new ReceiptView("celt", false, null, false, false)], [], []);

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
    public void What_the_other_side_did_is_what_it_reports_and_what_is_missing_has_its_time() => Assert.Equal(
        """
            for boreal's warning centre: received by the station, relayed 2026-11-22 12:00:05Z, they report; NOT acknowledged by it, due 2026-11-22 12:00:59Z
            for boreal's navy: received by the station, acknowledged by it 2026-11-22 12:00:09Z, they report
            boreal reports: read 2026-11-22 12:00:04Z, 3 s after receipt, by duty officer
            boreal reports: sight translation 2026-11-22 12:00:05Z, 4 s after receipt, 1 s after the stage before, by translator
                sight translation (ru), not the original: Два самолёта.

        """.ReplaceLineEndings("\n"),
        Text(Sent with
        {
            Addressees =
            [
                new("boreal", "warning centre", At(59), true, At(5), null, null, false),
                new("boreal", "navy", At(59), true, null, At(9), null, false),
            ],
            Handling =
            [
                new("boreal", 0, HandlingStage.Read, At(4), At(4), "duty officer", null, null, null, null, true, "boreal/1f/ordinary/3", 0.05, null, false),
                new("boreal", 0, HandlingStage.Sight, At(5), At(5), "translator", null, null, "ru", "Два самолёта.", true, "boreal/1f/ordinary/4", 0.07, 0.02, false),
            ],
        })[Text(Sent).TrimEnd('\n').Length..].TrimStart('\n'));

    [Fact]
    public void What_was_destroyed_is_neither_damaged_nor_absent()
    {
        const string words = "DESTROYED here on 2026-11-25 12:00:00Z, after it had expired or ended. What proves that it was said stays.";
        var gone = Sent with { Kind = "activity", Precedence = Precedence.Priority, Readable = Readability.Destroyed, Text = words };
        Assert.StartsWith($"2026-11-22 12:00:01Z  PRIORITY  astra  [activity]  DESTROYED\n    {words[..60]}", Text(gone));
        Assert.Contains("received by boreal 12:00:03Z\n", Text(gone));
        Assert.Contains("\n    DESTROYED here. What proves that it was said stays.\n", Text(gone with { Text = null }));
        Assert.All(["cannot be read", "not arrived", "GAP"], w => Assert.DoesNotContain(w, Text(gone)));
    }

    [Fact]
    public void What_stays_at_home_says_so()
    {
        var text = Text(Sent with
        {
            Party = "boreal", Handling = [new("astra", 2, HandlingStage.Passed, At(4), At(4), "aide", "chen", null, null, null, false, null, 0.05, null, true)],
        });
        Assert.Contains("[2] here, not shown to them: passed to principal 2026-11-22 12:00:04Z, 3 s after receipt, by aide chen - PUT RIGHT BY A LATER ENTRY", text);
    }

    [Fact]
    public void Every_line_of_an_exercise_says_so()
    {
        Assert.All(Text(Sent, exercise: true).Split('\n'), line => Assert.StartsWith("EXERCISE |", line));
        Assert.All(Text(Sent with { Mode = LineMode.Exercise }).Split('\n'), line => Assert.StartsWith("EXERCISE |", line));
    }

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
