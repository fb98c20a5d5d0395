using System.Text.Json;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Observations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using static Parley.Cli.Tests.ObservationSamples;

namespace Parley.Cli.Tests;

/// <summary>What was seen, entered on the command line, against a station that answers as the test says.</summary>
public sealed class ObserveTests : IAsyncLifetime
{
    private static readonly string[] Least = ["--kind", "launch", "--from", "2026-11-26T04:00", "--time-error", "30", "--source", "radar", "--grading", "B2"];

    private readonly Session session = Session.Signed();
    private ScriptedStation station = null!;

    public async ValueTask InitializeAsync()
    {
        station = await ScriptedStation.Start();
        station.On<AddObservation>(_ => Launch);
        station.On<AttachEntry>(_ => Alert);
        station.On<DecideReaction>(_ => Alert);
        station.On<SecondReaction>(_ => Alert);
    }

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await station.DisposeAsync();
    }

    [Fact]
    public async Task What_is_typed_goes_as_it_stands_a_time_without_a_zone_too()
    {
        await Observe("add", [.. Least]);
        await Observe(
            "add", [.. Least, "--party", "boreal", "--place", "-69.3 16.0", "--error", "8000 2000 45", "--altitude", "amsl 0 m .. amsl 900 m", "--until", "2026-11-26T05:00Z",
            "--strength", "1 2 launches", "--heading", "350 5", "--speed", "250 20", "--level", "two", "--text", "Bright.", "--supersedes", "3", "--supersedes", "4"]);
        await Observe("add", [.. Least, "--shape", "circle 69.3 16.0 20000"]);
        var asked = station.Asked.Cast<AddObservation>().Select(a => a.Seen).ToList();
        Assert.Equal(new ObservationInput("launch", "2026-11-26T04:00", "30", "radar", "B2"), asked[0]);
        Assert.Equal(
            new ObservationInput("launch", "2026-11-26T04:00", "30", "radar", "B2", "boreal", "-69.3 16.0", "8000 2000 45", null, "amsl 0 m .. amsl 900 m", "2026-11-26T05:00Z",
                "1 2 launches", "350 5", "250 20", "two", "Bright.", "3 4"),
            asked[1]);
        Assert.Equal("circle 69.3 16.0 20000", asked[2].Shape);
    }

    [Fact]
    public async Task The_answer_says_the_verdict_first_then_the_notice_our_house_and_what_can_be_done()
    {
        var run = await Observe("add", Least);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        Assert.StartsWith("UNEXPLAINED, ASK NOW. It goes another way than O12-3f0a: 350°.\n    Then: Unexplained. Nothing that was announced fits.\n", run.Out);
        string[] inOrder =
        [
            "\nobservation 12  2026-11-26 04:00:00Z  launch, boreal, 69.3000000 16.0000000, error 5 km\n",
            "    radar, graded B2, error of time 30 s, entered by rao", "heading 350 5",
            "    Two[U+001B] lights.\n", "\nin question: O12-3f0a on hot, boreal: Launch[U+001B][2J, down range\n",
            "    place     nothing against  It lies in the area",
            "    time      fits in part     A part of it", "    movement  DOES NOT FIT     It goes 350°", $"    ref {NoticeRef}\n",
            "\nOUR HOUSE: The warning centre has not acknowledged O12-3f0a.\n    warning centre: NOT ACKNOWLEDGED, was due 2026-11-26 02:30:00Z\n",
            "    navy: acknowledged 2026-11-26 03:50",
            "may be of the same thing: 10, 11\n",
            "NOT ASKED YET on hot by rao, 2026-11-26 04:03:00Z: The draft waits for release. Draft d7.\n",
            "weighed too: O9-77aa on hot, Firing\n",
            "    1. Ask boreal on hot", "    2. Do nothing,",
        ];
        Assert.Equal(inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)).Order(), inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)));
        Assert.All(inOrder, w => Assert.Contains(w, run.Out));
        Assert.DoesNotMatch("(?i)\\b(safe|attack|trust|%)", run.Out);
    }

    [Fact]
    public async Task What_is_explained_is_said_in_its_own_words_and_what_was_asked_is_not_asked_again()
    {
        station.On<AddObservation>(_ => Explained);
        Assert.StartsWith("Consistent with O12-3f0a.\n    Then: Unexplained", (await Observe("add", Least)).Out);
        station.On<AddObservation>(_ => Alert);
        var run = await Observe("add", Least);
        Assert.StartsWith("UNEXPLAINED, ASKED. Nothing that was announced fits.\n", run.Out);
        Assert.Contains("asked on hot as O9-3f00 by rao, 2026-11-26 04:04:00Z: Not answered yet. Answer due 2026-11-26 04:34:00Z.\n", run.Out);
    }

    [Fact]
    public async Task For_programs_it_is_the_answer_itself()
    {
        using var json = JsonDocument.Parse((await Observe("add", [.. Least, "--json"])).Out);
        Assert.Equal(("unexplained", 12), (json.RootElement.GetProperty("verdict").GetString(), json.RootElement.GetProperty("seen").GetProperty("number").GetInt32()));
    }

    [Theory]
    [InlineData("--grading", "--kind", "launch", "--from", "2026-11-26T04:00Z", "--time-error", "30", "--source", "radar")]
    [InlineData("meteor", "--kind", "meteor", "--from", "2026-11-26T04:00Z", "--time-error", "30", "--source", "radar", "--grading", "B2")]
    [InlineData("gossip", "--kind", "launch", "--from", "2026-11-26T04:00Z", "--time-error", "30", "--source", "gossip", "--grading", "B2")]
    public async Task What_is_mistyped_is_refused_before_the_station_is_asked(string words, params string[] rest)
    {
        var run = await Observe("add", rest);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Contains("See: parley observe add --help", run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task What_the_station_refuses_is_said_in_its_sentence()
    {
        station.On<AddObservation>(_ => new Refused<ExplainedView>(Refusal.Malformed, "from: The time has no zone. error: Say how far off the place may be."));
        var run = await Observe("add", Least);
        Assert.Equal((ExitCode.Refused, "parley: refused (malformed): from: The time has no zone. error: Say how far off the place may be.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_question_is_a_draft_of_several_observations()
    {
        var draft = new DraftView(LineMode.Live, "d1", "hot", "abc", "rao", At(0), Precedence.Flash, Status.Actual, "en", "", [], null, [], 2, false, null, []);
        var clocks = new NoticeClocksView(At(0), null, null, LeadStanding.NoClock, null, null, null, null, []);
        var written = new NoticeDraftView(draft, "query/1/ab", "Query", "en", [], [new("1", "What", "A launch", "en")], [], new([], [], clocks, null, "", []));
        station.On<DraftObservationQuestion>(_ => written);
        var run = await Observe("ask", "12", "13", "--line", "hot", "--format", "query", "--language", "fr");
        Assert.StartsWith("draft d1 on hot: Query (query), FLASH", run.Out);
        await Observe("ask", "12");
        var asked = station.Asked.Cast<DraftObservationQuestion>().ToList();
        Assert.Equal([12, 13], asked[0].Numbers);
        Assert.Equal(("fr", "hot", "query"), (asked[0].Language, asked[0].Line, asked[0].Format));
        Assert.Equal(("en", null, null), (asked[1].Language, asked[1].Line, asked[1].Format));
        Assert.Equal(ExitCode.Usage, (await Observe("ask")).Code);
    }

    [Fact]
    public async Task An_entry_is_attached_and_a_choice_recorded_and_seconded()
    {
        await Observe("attach", "13", "--line", "hot", "--entry", NoticeRef);
        await Observe("decide", "13", "--choice", "nothing");
        await Observe("decide", "13", "--choice", "mirror", "--reason", "They did.");
        var run = await Observe("second", "13");
        Assert.Equal(
            [
                new AttachEntry("hot", NoticeRef, 13), new DecideReaction(13, ReactionChoice.Nothing), new DecideReaction(13, ReactionChoice.Mirror, "They did."),
                new SecondReaction(13),
            ],
            station.Asked);
        Assert.Contains("REACTION: It may be a reaction to our Quiet Harbour", run.Out);
        Assert.Contains("    ours: O12-3f2a  Quiet Harbour, 2026-11-25 18:00:00Z to 2026-11-26 14:00:00Z: they were told\n    ours: plan 3  Two[U+0007] flights, ", run.Out);
        Assert.Contains(": THEY WERE TOLD NOTHING OF IT\nchosen: to say what we do ourselves, by rao, 2026-11-26 04:05:00Z\n", run.Out);
        Assert.Contains(
            "PROPOSED, NOT CHOSEN: to raise our own readiness in turn, by lin, 2026-11-26 04:06:00Z: They did[U+0007]. " +
            "Another officer seconds it with: parley observe second ", run.Out);
        Assert.Equal(ExitCode.Usage, (await Observe("decide", "13", "--choice", "strike")).Code);
        Assert.Equal(ExitCode.Usage, (await Observe("decide", "13")).Code);
    }

    [Fact]
    public async Task Terms_of_risk_stand_each_by_itself()
    {
        station.On<ShowRisk>(r => new RiskView(
            At(-100_000), At(0), r.Weeks == 4 ? new(5, 4, 45, 20, 130) : new(1, 0, null, null, null), [new(At(-20_000), 9, 2, 3, 60), new(At(-10_000), 0, 0, 0, 100)],
            ["12: outside the area of O12-3f0a by 4 km."]));
        var run = await Observe("risk", "--weeks", "4");
        foreach (var words in new[]
        {
            "there is no sum of them", "5 asked, 4 answered; half of them within 45 min (95 % sure: between 20 min and 2 h 10 min)", "2026-11-12  9     2            3 to 60 %",
            "2026-11-19  0     0            -", "    12: outside the area of O12-3f0a by 4 km.",
        })
            Assert.Contains(words, run.Out);
        Assert.Contains("nothing can be said of how long it takes", (await Observe("risk")).Out);
        Assert.Equal([new ShowRisk(4), new ShowRisk()], station.Asked);
    }

    private Task<Run> Observe(string verb, params string[] rest) => session.Parley(["observe", verb, station.Address, .. rest]);
}
