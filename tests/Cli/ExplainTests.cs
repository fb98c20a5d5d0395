using System.Text.Json;
using Parley.Control;
using Parley.Control.Observations;
using static Parley.Cli.Tests.ObservationSamples;

namespace Parley.Cli.Tests;

/// <summary>What was seen beside what was announced, on the command line, against a station that answers as the test says.</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    private readonly Session session = Session.Signed();
    private ScriptedStation station = null!;

    public async ValueTask InitializeAsync()
    {
        station = await ScriptedStation.Start();
        station.On<ExplainObservations>(_ => List);
        station.On<ShowObservation>(s => s.Number == 12 ? Launch : Refusal.UnknownObservation);
    }

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await station.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_asked_for_as_it_was_typed()
    {
        await session.Parley("explain", station.Address);
        await session.Parley(
            "explain", station.Address, "--from", "2026-11-01", "--to", "2026-11-30", "--party", "boreal", "--as-of", "2026-11-02T04:00Z", "--unexplained");
        Assert.Equal([new ExplainObservations(), new ExplainObservations("2026-11-01", "2026-11-30", "boreal", "2026-11-02T04:00Z", true)], station.Asked);
    }

    [Fact]
    public async Task Each_observation_stands_with_its_verdict_then_and_now_and_the_rest_below()
    {
        var run = await session.Parley("explain", station.Address);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        string[] inOrder =
        [
            "the newest first, by what is known now\n12  2026-11-26 04:00:00Z  launch, boreal, 69.3",
            "    UNEXPLAINED, ASK NOW. It goes another way", "    Then: Unexplained. Nothing",
            "    OUR HOUSE: The warning centre has not", "    may be of the same thing: 10, 11\n    NOT ASKED YET on hot", "\n13  2026-11-26", "    UNEXPLAINED, ASKED. Nothing",
            "    asked on hot as O9-3f00", "\n9  2026-11-26", "    Consistent with O12-3f0a.\n    Then: ", "LEFT OUT: 4 older ones",
            "all in all: 2 unexplained, 5 consistent with a notice\n",
            "over time: boreal, ground-forces: 90 to 110", "announced and not seen: O7-3f0a", "NOT READ: hot: notices before X",
        ];
        Assert.All(inOrder, w => Assert.Contains(w, run.Out));
        Assert.Equal(inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)).Order(), inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)));
        Assert.DoesNotMatch("(?i)\\b(safe|attack|trust)", run.Out);
    }

    [Fact]
    public async Task As_of_a_time_it_says_so_and_nothing_entered_is_no_all_clear()
    {
        station.On<ExplainObservations>(_ => List with { AsOf = At(0), Seen = [], LeftOut = 0, Counts = [], Trends = [], Unseen = [], NotRead = [] });
        var run = await session.Parley("explain", station.Address);
        Assert.EndsWith(
            "by what was known at 2026-11-26 04:00:00Z\nnothing of that kind was entered; that does not say that nothing was there\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_shown_with_all_that_was_weighed()
    {
        var run = await session.Parley("explain", station.Address, "12");
        Assert.Equal(new ShowObservation(12), Assert.Single(station.Asked));
        Assert.StartsWith("UNEXPLAINED, ASK NOW. It goes", run.Out);
        Assert.Contains("\nweighed too: O9-77aa on hot, boreal: Firing, down range\n", run.Out);
        Assert.Equal(2, run.Out.Split("DOES NOT FIT").Length - 1);
        var unknown = await session.Parley("explain", station.Address, "99");
        Assert.Equal((ExitCode.Refused, "parley: refused (unknownObservation): Do this instead.\n"), (unknown.Code, unknown.Error));
    }

    [Theory]
    [InlineData("NUMBER shows one observation by itself", "12", "--party", "boreal")]
    [InlineData("twelve", "twelve")]
    [InlineData("--loud", "--loud")]
    public async Task What_is_mistyped_is_refused_before_the_station_is_asked(string words, params string[] rest)
    {
        var run = await session.Parley(["explain", station.Address, .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task For_programs_it_is_the_answer_itself()
    {
        using var list = JsonDocument.Parse((await session.Parley("explain", station.Address, "--json")).Out);
        Assert.Equal((3, 4), (list.RootElement.GetProperty("seen").GetArrayLength(), list.RootElement.GetProperty("leftOut").GetInt32()));
        using var one = JsonDocument.Parse((await session.Parley("explain", station.Address, "12", "--json")).Out);
        Assert.Equal("unexplained", one.RootElement.GetProperty("verdict").GetString());
    }
}
