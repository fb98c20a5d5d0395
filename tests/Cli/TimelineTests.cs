using System.Text.Json;
using Parley.Control.Stations;
using Parley.Control.Timelines;
using Parley.Lines.Charters;

namespace Parley.Cli.Tests;

/// <summary>The timeline on the command line and as a page, against a station that answers as the test says.</summary>
public sealed class TimelineTests
{
    private static readonly TimelineItemView Flash = new(
        LineMode.Exercise, At(1), "drill", "boreal", TimelineKind.Messages, "FLASH", "Is it yours?\u001b[2J <b>now</b>\nAnswer.", TimelineSource.Signed, "entry 12 of boreal",
        "boreal/3f/ordinary/12");

    private static readonly TimelinePage Newest = new(
        LineMode.Exercise, At(0), At(600), ["drill", "dr\u001b[2Jill"],
        [
            Flash,
            Flash with { At = At(2), Party = null, Kind = TimelineKind.ByHand, Mark = "", Text = "Lost.", Source = TimelineSource.Outside, Label = "note 1 of rao", Entry = null },
            Flash with { At = At(3), Kind = TimelineKind.Silence, Mark = "", Text = "SILENCE of boreal began.", Source = TimelineSource.Journal, Label = "our own", Entry = null },
            Flash with { At = At(4), Kind = TimelineKind.Questions, Mark = "", Text = "NO ANSWER", Source = TimelineSource.Computed, Label = "and the time", Entry = null },
        ],
        null, ["of drill more is known than was read"]);

    [Fact]
    public async Task What_is_asked_for_goes_in_UTC_and_as_plain_texts()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley(
            "timeline", station.Address, "--line", "drill", "--line", "sea", "--party", "astra", "--party", "boreal", "--kind", "calls,by-hand", "--from", "2026-11-20 10:00Z",
            "--to", "2026-11-22T12:00Z", "--before", "2026-11-21T00:00:00.000Z drill x", "--limit", "7");
        Assert.Equal(ExitCode.Done, run.Code);
        await session.Parley("timeline", station.Address, "--exercise");
        Assert.Equal(
            [
                new ListTimeline(
                    "drill,sea", false, "astra,boreal", "calls,by-hand", "2026-11-20T10:00:00.000Z", "2026-11-22T12:00:00.000Z", "2026-11-21T00:00:00.000Z drill x", 7),
                new ListTimeline(Exercise: true),
            ],
            station.Asked);
    }

    [Fact]
    public async Task A_day_alone_is_meant_whole()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        await session.Parley("timeline", station.Address, "--from", "2026-11-20", "--to", "2026-11-21");
        Assert.Equal(new ListTimeline(From: "2026-11-20T00:00:00.000Z", To: "2026-11-21T23:59:59.999Z"), Assert.Single(station.Asked));
    }

    [Fact]
    public async Task A_clock_alone_is_the_last_one_before_the_end()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        await session.Parley("timeline", station.Address, "--from", "22:00", "--to", "2026-11-21T06:00Z");
        Assert.Equal(new ListTimeline(From: "2026-11-20T22:00:00.000Z", To: "2026-11-21T06:00:00.000Z"), Assert.Single(station.Asked));
    }

    [Theory]
    [InlineData("--from", "2026-11-20T10:00", "--from: '2026-11-20T10:00' is no time")]
    [InlineData("--to", "yesterday", "--to: 'yesterday' is no time")]
    [InlineData("--to", "2026-02-30", "--to: '2026-02-30' is no time")]
    [InlineData("--limit", "many", "many")]
    [InlineData("--lines", "drill", "--lines")]
    public async Task A_wrong_use_is_named_and_nothing_is_asked(string option, string value, string words)
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("timeline", station.Address, option, value);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task Each_item_says_whose_word_it_is_every_line_marked_and_safe()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListTimeline>(_ => Newest with { Before = "2026-11-22T12:01:00.000Z drill x\u001b" });
        var run = await session.Parley("timeline", station.Address, "--exercise");
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain('\u001b', run.Out);
        foreach (var words in new[]
        {
            "2026-11-22 12:01:00Z  drill  boreal  message  FLASH", "Is it yours?[U+001B]", "[signed: entry 12 of boreal] ref boreal/3f/ordinary/12",
            "2026-11-22 12:02:00Z  drill  -  by hand", "[told outside: note 1 of rao]", "[ours: our own]", "[follows: and the time]", "of drill more is known than was read",
            "older ones: --before \"2026-11-22T12:01:00.000Z drill x[U+001B]\"",
        })
            Assert.Contains(words, run.Out);
        station.On<ListTimeline>(_ => Newest with { Items = [], NotRead = [] });
        Assert.Contains("EXERCISE | nothing in this time", (await session.Parley("timeline", station.Address, "--exercise")).Out);
    }

    [Fact]
    public async Task As_JSON_an_exercise_says_so_first_and_last()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var run = await session.Parley("timeline", station.Address, "--exercise", "--json");
        using var json = JsonDocument.Parse(run.Out);
        foreach (var said in new[] { json.RootElement, json.RootElement.GetProperty("items")[0] })
        {
            Assert.Equal(("mode", "exercise"), (said.EnumerateObject().First().Name, said.EnumerateObject().First().Value.GetString()));
            Assert.Equal(("exercise", true), (said.EnumerateObject().Last().Name, said.EnumerateObject().Last().Value.GetBoolean()));
        }

        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public async Task The_page_holds_all_items_oldest_first_and_loads_nothing()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListTimeline>(l => l.Before is null ? Newest with { Before = "older" } : Newest with { Items = [Flash with { At = At(0), Text = "The first." }], NotRead = [] });
        var file = session.PathTo("timeline.html");
        var run = await session.Parley("timeline", station.Address, "--exercise", "--html", file);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.StartsWith("EXERCISE | ", run.Out);
        Assert.Contains("5 items", run.Out);
        var (first, second) = (station.Asked.OfType<ListTimeline>().First(), station.Asked.OfType<ListTimeline>().Last());
        Assert.Equal(new ListTimeline(Exercise: true, To: "2026-11-22T22:00:00.000Z", Limit: 500), first);
        Assert.Equal(first with { From = "2026-11-22T12:00:00.000Z", Before = "older" }, second);
        Assert.Equal(new PlotContacts(null, true, "2026-11-22T12:00:00.000Z", "2026-11-22T22:00:00.000Z"), Assert.Single(station.Asked.OfType<PlotContacts>()));
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("<title>EXERCISE - Timeline of astra</title>", page);
        Assert.Contains("&lt;b&gt;now", page);
        Assert.Contains("of drill more is known than was read", page);
        Assert.Contains("drill, ministers: 5 days at the end", page);
        Assert.True(page.IndexOf("The first.", StringComparison.Ordinal) < page.IndexOf("Is it yours?", StringComparison.Ordinal));
        foreach (var never in new[] { "\u001b", "<script", "src=", "href=", "url(", "<b>now" })
            Assert.DoesNotContain(never, page);
    }

    [Fact]
    public async Task A_page_never_goes_over_a_file_and_JSON_is_no_page()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var file = session.PathTo("notes.html");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var run = await session.Parley("timeline", station.Address, "--html", file);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("exists; name another file", run.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        foreach (var other in new string[][] { ["--json"], ["--limit", "3"] })
            Assert.Equal(ExitCode.Usage, (await session.Parley(["timeline", station.Address, "--html", session.PathTo("new.html"), .. other])).Code);
        Assert.False(File.Exists(session.PathTo("new.html")));
        Assert.Empty(station.Asked);
    }

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<ListTimeline>(_ => Newest);
        station.On<PlotContacts>(_ => new[] { new ContactPlotView(LineMode.Exercise, "drill", "ministers", [new(At(0), 4, null), new(At(600), 5, null)]) });
        station.On<ShowStatus>(_ => new StationStatus("astra", "Astra", "1", At(600), At(0), "", [], [], []));
        return station;
    }

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
