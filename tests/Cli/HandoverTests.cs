using Parley.Control;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Cli.Tests;

/// <summary>The handover of a shift from the command line, against a station that answers as the test says.</summary>
public sealed class HandoverTests
{
    private static readonly HandoverItem Began = new(null, null, "ann went on duty as watch WITHOUT HANDOVER: nobody signed what was owed before.", At(0), null);
    private static readonly HandoverItem Debt = new(LineMode.Live, "hot", "We owe boreal an answer to its question O3-3f0a.", At(30), "boreal/3f/ordinary/3");
    private static readonly HandoverItem Drill = new(LineMode.Exercise, "drill", "The next check is ours to send.", null, null);
    private static readonly HandoverDraft Draft = new(AlarmLevel.Watch, "ann", At(0), At(5), [Began], [Debt, Drill], []);

    private static readonly HandoverView Signed = new(
        4, AlarmLevel.Watch, HandoverState.Waits, "ann", At(0), At(6), [Began], [Debt, Drill], "Keys: drawer.\nQuiet.", [new("ru", "Sokolova, tel. 12")], "ab12", null, null);

    [Fact]
    public async Task The_draft_shows_what_would_be_signed_and_marks_every_line_of_an_exercise()
    {
        var run = await Run(s => s.On<DraftHandover>(_ => Draft), "shift", "handover", "--interpreter", "ru: Sokolova, tel. 12");
        Assert.Equal(
            """
            handover of the watch, NOT SIGNED, composed 2026-11-22 12:05:00Z; ann is on duty since 2026-11-22 12:00:00Z
            happened
                2026-11-22 12:00:00Z ann went on duty as watch WITHOUT HANDOVER: nobody signed what was owed before.
            owed
                2026-11-22 12:30:00Z hot: We owe boreal an answer to its question O3-3f0a.
                    ref boreal/3f/ordinary/3
            EXERCISE |     drill: The next check is ours to send.
            interpreter on call, ru: Sokolova, tel. 12

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task Signing_sends_exactly_what_was_composed()
    {
        HandOver? sent = null;
        var run = await Run(
            s =>
            {
                s.On<DraftHandover>(_ => Draft);
                s.On<HandOver>(h => (sent = h) is not null ? Signed : Refusal.Malformed);
            },
            "shift", "handover", "--notes", "Keys: drawer.", "--interpreter", "ru: Sokolova, tel. 12", "--sign");
        Assert.Equal(Draft.Happened, sent!.Happened);
        Assert.Equal(Draft.Owed, sent.Owed);
        Assert.Equal(("Keys: drawer.", "ru", "Sokolova, tel. 12"), (sent.Notes, sent.Interpreters![0].Language, sent.Interpreters[0].Name));
        Assert.StartsWith("handover 4 of the watch, signed by ann 2026-11-22 12:06:00Z, WAITS for the next officer", run.Out);
        Assert.Contains("notes\n    Keys: drawer.\n    Quiet.\n", run.Out);
        Assert.EndsWith("digest ab12\n", run.Out);
    }

    [Fact]
    public async Task Taking_over_names_the_text_that_was_read()
    {
        TakeOver? sent = null;
        var run = await Run(
            s => s.On<TakeOver>(t => (sent = t) is not null ? Signed with { State = HandoverState.Taken, TakenBy = "bob", EndedAt = At(7) } : Refusal.Malformed),
            "shift", "take-over", "4", "--digest", "ab12");
        Assert.Equal((4, "ab12"), (sent!.Number, sent.Digest));
        Assert.StartsWith("handover 4 of the watch, signed by ann 2026-11-22 12:06:00Z, taken over by bob 2026-11-22 12:07:00Z\n", run.Out);
    }

    [Fact]
    public async Task Nobody_signs_what_nobody_was_shown_and_an_interpreter_has_a_language()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListHandovers>(_ => (IReadOnlyList<HandoverView>)[Signed]);
        var run = await session.Parley("shift", "take-over", station.Address, "4");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain(station.Asked, o => o is TakeOver);
        Assert.Equal(ExitCode.Usage, (await session.Parley("shift", "handover", station.Address, "--interpreter", "Sokolova")).Code);
    }

    [Fact]
    public async Task A_note_is_shown_with_the_shift_and_handovers_are_listed()
    {
        var board = new ShiftBoard([new ShiftView(AlarmLevel.Watch, "ann", At(0), true)], null, [new WatchNoteView(At(2), "ann", "All quiet.")]);
        var run = await Run(s => s.On<AddWatchNote>(n => n.Text == "All quiet." ? board : Refusal.Malformed), "shift", "note", "All quiet.");
        Assert.Contains("watch: ann since 2026-11-22 12:00:00Z, by a handover\n", run.Out);
        Assert.Contains("2026-11-22 12:02:00Z ann: All quiet.\n", run.Out);
        run = await Run(s => s.On<ListHandovers>(_ => Array.Empty<HandoverView>()), "shift", "handovers");
        Assert.Equal("No handover was signed yet.\n", run.Out);
        run = await Run(s => s.On<WithdrawHandover>(_ => Signed with { State = HandoverState.Withdrawn, EndedAt = At(8) }), "shift", "withdraw", "4");
        Assert.Contains("withdrawn 2026-11-22 12:08:00Z", run.Out);
    }

    private static async Task<Run> Run(Action<ScriptedStation> script, params string[] command)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        script(station);
        var run = await session.Parley([.. command[..2], station.Address, .. command[2..]]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run;
    }

    private static DateTimeOffset At(int minute) => new(2026, 11, 22, 12, minute, 0, TimeSpan.Zero);
}
