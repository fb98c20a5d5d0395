using System.Text.Json;
using Parley.Control.Lines;
using Parley.Control.Outside;
using Parley.Lines.Charters;

namespace Parley.Cli.Tests;

/// <summary>What was said elsewhere on the command line, against a station that answers as the test says.</summary>
public sealed class OutsideTests
{
    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(), null, [], [], [], []);

    private static readonly OutsideView Note = new(
        LineMode.Exercise, "hot", 4, "Ministry\u001b[2J", At(0), "en", "It is suspended.\nFrom today.\u001b[2J", "the radio\u0007", "rao", At(20),
        OutsideDeclares.Suspended, "boreal");

    [Fact]
    public async Task A_statement_goes_as_it_was_typed_in_UTC()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        string[] add =
        [
            "outside", "add", station.Address, "--line", "hot", "--speaker", "Ministry", "--at", "2026-11-22 12:00Z", "--language", "en", "--quote", "It is suspended.",
            "--source", "the radio",
        ];
        await session.Parley(add);
        await session.Parley([.. add, "--declares", "suspended", "--party", "boreal"]);
        await session.Parley([.. add, "--declares", "resumed", "--party", "boreal"]);
        var plain = new AddOutside("hot", "Ministry", At(0), "en", "It is suspended.", "the radio");
        Assert.Equal(
            [plain, plain with { Declares = OutsideDeclares.Suspended, Party = "boreal" }, plain with { Declares = OutsideDeclares.Resumed, Party = "boreal" }],
            station.Asked.OfType<AddOutside>());
    }

    [Theory]
    [InlineData("--declares", "--declares", "suspended")]
    [InlineData("--declares", "--party", "boreal")]
    [InlineData("left", "--declares", "left", "--party", "boreal")]
    public async Task What_declares_names_whose_word_it_is(string words, params string[] rest)
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley(
            ["outside", "add", station.Address, "--line", "hot", "--speaker", "M", "--at", "2026-11-22T12:00Z", "--language", "en", "--quote", "x", "--source", "y", .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task A_time_without_its_zone_is_refused()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley(
            "outside", "add", station.Address, "--line", "hot", "--speaker", "M", "--at", "2026-11-22T12:00", "--language", "en", "--quote", "x", "--source", "y");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--at: '2026-11-22T12:00' is no time", run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task It_is_shown_as_told_outside_every_line_marked_and_safe()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("outside", "list", station.Address, "--line", "hot");
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        foreach (var words in new[]
        {
            "--- OUTSIDE 4, UNAUTHENTICATED, entered by rao 2026-11-22 12:20:00Z: Ministry[U+001B]", "--- It is suspended.", "--- From today.[U+001B]",
            "--- source: the radio[U+0007]", "--- told outside: boreal declares the line suspended",
        })
            Assert.Contains(words, run.Out);
    }

    [Fact]
    public async Task As_JSON_it_says_what_it_declares_and_of_an_exercise_so_first_and_last()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("outside", "list", station.Address, "--line", "hot", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var note = json.RootElement[0];
        Assert.Equal(("mode", "exercise"), (note.EnumerateObject().First().Name, note.EnumerateObject().First().Value.GetString()));
        Assert.Equal(("exercise", true), (note.EnumerateObject().Last().Name, note.EnumerateObject().Last().Value.GetBoolean()));
        Assert.Equal(("suspended", "boreal"), (note.GetProperty("declares").GetString(), note.GetProperty("party").GetString()));
        Assert.DoesNotContain('\u001b', run.Out);
    }

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<ListLines>(_ => new[] { Line });
        station.On<AddOutside>(_ => Note);
        station.On<ListOutside>(_ => new[] { Note });
        return station;
    }

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
