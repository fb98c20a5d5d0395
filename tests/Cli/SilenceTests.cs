using Parley.Control.Silence;
using Parley.Lines.Charters;
using Parley.Lines.Silence;

namespace Parley.Cli.Tests;

/// <summary>Silences on the command line, against a station that answers as the test says.</summary>
public sealed class SilenceTests
{
    private static readonly SilenceView View = new(
        LineMode.Exercise, "a", "drill", "boreal", "line open; suspended", ["suspended"], AgreementState.InForce, MachineState.Working, DeclaredState.Suspended,
        HumanState.NothingDue, At(0), At(10), At(20), true, [new PairSilenceView("ministers", "line open", [], true)],
        [new SilenceItemView(default, At(5), "boreal/3f/ordinary/2", "Their last word\u001b[2J.")], []);

    [Theory]
    [InlineData(MachineState.Working, HumanState.NothingDue, "so since")]
    [InlineData(MachineState.Working, HumanState.Answering, "so since")]
    [InlineData(MachineState.Working, HumanState.Missed, "silent since")]
    [InlineData(MachineState.Lost, HumanState.NothingDue, "silent since")]
    [InlineData(MachineState.Lost, HumanState.Answering, "silent since")]
    public async Task Who_talks_is_not_called_silent(MachineState machines, HumanState observed, string words)
    {
        var run = await Shown(View with { Machines = machines, Observed = observed });
        Assert.Contains($"    {words} 2026-11-22 12:00:00Z; judged the same since 2026-11-22 12:10:00Z", run.Out);
    }

    [Fact]
    public async Task Each_line_of_an_exercise_says_so_and_the_words_are_safe()
    {
        var run = await Shown(View);
        Assert.StartsWith("our own test passed at 2026-11-22 12:20:00Z\n", run.Out);
        Assert.All(run.Out.TrimEnd().Split('\n').Skip(1), l => Assert.StartsWith("EXERCISE | ", l));
        Assert.DoesNotContain('\u001b', run.Out);
        foreach (var words in new[] { "drill | boreal: line open; suspended", "the next word is OURS", "ministers: line open", "Their last word[U+001B]" })
            Assert.Contains(words, run.Out);
    }

    private static async Task<Run> Shown(SilenceView view)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListSilence>(_ => new[] { view });
        station.On<ShowSelfTest>(_ => new SelfTestView(At(20), [], true));
        var run = await session.Parley("silence", station.Address, "--line", "drill");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("drill", Assert.Single(station.Asked.OfType<ListSilence>()).Line);
        return run;
    }

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
