using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using static Parley.Cli.Tests.ActivitySamples;

namespace Parley.Cli.Tests;

/// <summary>Activities on the command line, against a station that answers as the test says.</summary>
public sealed class ActivityTests
{
    private static readonly string[] Plan =
        ["--line", "hot", "--kind", "flight", "--title", "Falcon 3", "--contact", "tower 121.5", "--circle", "69-30.0N 016-00.0E 5km", "--from", "2027-11-26T10:00Z"];

    [Fact]
    public async Task What_was_typed_goes_as_one_volume()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley([
            "activity", "plan", station.Address, .. Plan, "--until", "2027-11-26T14:00Z", "--altitude", "surface..FL100", "--reserve", "20", "--text", "By the north.",
            "--language", "en", "--precedence", "immediate", "--test", "--addressee", "boreal:air defence=30",
        ]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var asked = Assert.Single(station.Asked.OfType<NotifyActivity>());
        Assert.Equal([Text], asked.Volumes);
        Assert.Equal(
            ("hot", ActivityKind.Flight, "Falcon 3", "tower 121.5", 20, "en", "By the north."),
            (asked.Line, asked.Kind, asked.Title, asked.Contact, asked.ReserveMinutes, asked.Language, asked.Text));
        Assert.Equal((Precedence.Immediate, Status.Test, false, null), (asked.Precedence, asked.Status, asked.Despite, asked.Aid));
        Assert.Equal(new AddresseeInput("boreal:air defence", 30), Assert.Single(asked.Addressees!));
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
    }

    [Fact]
    public async Task Shapes_make_one_volume_and_each_file_another()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        session.Typed = Text;
        var file = session.PathTo("area.txt");
        await File.WriteAllTextAsync(file, Text.ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);
        var run = await session.Parley([
            "activity", "plan", station.Address, .. Plan, "--until", "2027-11-26T14:00Z", "--polygon", "69.0 15.0; 69.0 17.0; 70.0 16.0; 69.0 15.0",
            "--corridor", "-69.0 -15.0; -69.0 -14.0", "--half-width", "2nm", "--edges", "rhumb", "--point", "-69.5 16.0", "--volume", file, "--volume", "-",
        ]);
        Assert.Equal((ExitCode.Done, "parley: mended: --polygon: the first place stood again at the end, left out.\n"), (run.Code, run.Error));
        var volumes = Assert.Single(station.Asked.OfType<NotifyActivity>()).Volumes;
        Assert.Equal(
            "volume 1\npoint -69.5000000 16.0000000\ncircle 69.5000000 16.0000000 5000\npolygon rhumb\nvertex 69.0000000 15.0000000\nvertex 69.0000000 17.0000000\n" +
            "vertex 70.0000000 16.0000000\ncorridor rhumb 3704\nvertex -69.0000000 -15.0000000\nvertex -69.0000000 -14.0000000\nband sfc .. unlimited\n" +
            "valid 2027-11-26T10:00:00Z 2027-11-26T14:00:00Z\n", volumes[0]);
        Assert.Equal([Text, Text], volumes.Skip(1));
    }

    [Theory]
    [InlineData(2, "say where, with --circle")]
    [InlineData(2, "--corridor and --half-width go together", "--corridor", "69.0 15.0; 69.0 17.0")]
    [InlineData(2, "--edges says how", "--edges", "rhumb", "--volume", "x")]
    [InlineData(2, "belong to a shape", "--altitude", "surface..FL100", "--volume", "x")]
    [InlineData(2, "say until when", "--point", "69.0 15.0")]
    [InlineData(2, "refused (crossesItself): --polygon", "--polygon", "69.0 15.0; 70.0 17.0; 69.0 17.0; 70.0 15.0", "--until", "2027-11-26T14:00Z")]
    [InlineData(2, "refused (upsideDown): --altitude", "--point", "69.0 15.0", "--until", "2027-11-26T14:00Z", "--altitude", "FL200..FL100")]
    [InlineData(2, "--text and --language go together", "--point", "69.0 15.0", "--text", "Words")]
    [InlineData(2, "write PARTY:ROLE=MINUTES", "--point", "69.0 15.0", "--until", "2027-11-26T14:00Z", "--addressee", "boreal:navy")]
    [InlineData(1, "refused (noVolume): -: line 2 is wrong", "--volume", "-")]
    public async Task What_is_mistyped_is_refused_before_it_is_sent(int code, string words, params string[] where)
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        session.Typed = "volume 1\ncircle here 5\n";
        var run = await session.Parley(["activity", "plan", station.Address, "--line", "hot", "--kind", "patrol", "--title", "A", "--contact", "B", .. where]);
        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Empty(station.Asked.OfType<NotifyActivity>());
    }

    [Fact]
    public async Task More_than_a_station_takes_is_refused_by_that_name()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var file = session.PathTo("area.txt");
        await File.WriteAllTextAsync(file, Text, TestContext.Current.CancellationToken);
        var run = await session.Parley([
            "activity", "plan", station.Address, .. Plan, "--until", "2027-11-26T14:00Z", .. Enumerable.Repeat(new[] { "--volume", file }, 16).SelectMany(o => o),
        ]);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("refused (noVolume): an activity has at most 16 volumes", run.Error);
    }

    [Fact]
    public async Task A_site_or_movement_is_no_kind_of_a_plan()
    {
        using var session = Session.Signed();
        var run = await session.Parley("activity", "plan", "x", "--line", "hot", "--kind", "site", "--title", "A", "--contact", "B", "--point", "69.0 15.0");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'site' not recognized", run.Error);
    }

    [Theory]
    [InlineData(null, 1, "refused (warned): nothing has left; if it is right, say it again with --despite-warnings")]
    [InlineData("no\n", 1, "nothing has left")]
    [InlineData("yes\n", 0, null)]
    public async Task Warnings_are_told_one_a_line_and_it_leaves_only_in_spite_of_them(string? typed, int code, string? last)
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        session.Typed = typed;
        station.On<NotifyActivity>(n => n.Despite
            ? Draft
            : new Refused<DraftView>(Refusal.Warned, "Before it leaves:\nOVERLAP with boreal's patrol A\u001b[2J.\nVolume 1 is past."));
        var run = await session.Parley(["activity", "plan", station.Address, .. Plan, "--until", "2027-11-26T14:00Z"]);
        Assert.Equal(code, run.Code);
        Assert.StartsWith("EXERCISE | Before it leaves:\nEXERCISE | OVERLAP with boreal's patrol A[U+001B][2J.\nEXERCISE | Volume 1 is past.\n", run.Error);
        Assert.Equal(last is not null, run.Out.Length == 0);
        Assert.EndsWith(last is null ? "Let it leave in spite of that? Type yes: " : $"{last}\n", run.Error);
        Assert.Equal(last is null ? new[] { false, true } : [false], station.Asked.OfType<NotifyActivity>().Select(n => n.Despite));
    }

    [Fact]
    public async Task Who_knows_the_warnings_is_not_asked()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        await session.Parley(["activity", "plan", station.Address, .. Plan, "--until", "2027-11-26T14:00Z", "--despite-warnings"]);
        Assert.True(Assert.Single(station.Asked.OfType<NotifyActivity>()).Despite);
    }

    [Theory]
    [InlineData("confirm", ActivityStep.Confirm)]
    [InlineData("activate", ActivityStep.Activate)]
    [InlineData("emergency", ActivityStep.Emergency)]
    [InlineData("end", ActivityStep.End)]
    [InlineData("cancel", ActivityStep.Cancel)]
    public async Task A_step_names_its_activity_by_number_or_by_ref(string verb, ActivityStep step)
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        foreach (var name in new[] { "O12-3f0a", "o12-3F0A", "O12", Ours })
            Assert.Equal(ExitCode.Done, (await session.Parley("activity", verb, station.Address, name, "--line", "hot")).Code);
        Assert.All(station.Asked.OfType<StepActivity>(), s => Assert.Equal(("hot", Ours, step, null), (s.Line, s.Entry, s.Step, s.Volumes)));
        var run = await session.Parley("activity", verb, station.Address, "O99-3f0a", "--line", "hot");
        Assert.Equal((ExitCode.Refused, 4), (run.Code, station.Asked.OfType<StepActivity>().Count()));
        Assert.Contains("has the number O99-3f0a", run.Error);
    }

    [Fact]
    public async Task What_is_not_typed_of_a_change_stays_and_that_is_said()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley("activity", "amend", station.Address, "O12", "--line", "hot", "--until", "2027-11-26T18:00Z");
        Assert.Equal((ExitCode.Done, "parley: as they stand: shapes, heights\n"), (run.Code, run.Error));
        await session.Parley("activity", "deviate", station.Address, "O12", "--line", "hot", "--point", "70.0 16.0");
        var asked = station.Asked.OfType<StepActivity>().ToList();
        Assert.Equal([Text.Replace("T14:00", "T18:00", StringComparison.Ordinal)], asked[0].Volumes);
        Assert.Equal([Text.Replace("circle 69.5000000 16.0000000 5000", "point 70.0000000 16.0000000", StringComparison.Ordinal)], asked[1].Volumes);

        foreach (var verb in new[] { "amend", "deviate" })
            Assert.Contains("say what is different: where", (await session.Parley("activity", verb, station.Address, "O12", "--line", "hot")).Error);
        Assert.Equal(2, station.Asked.OfType<StepActivity>().Count());
    }

    [Fact]
    public async Task A_place_is_read_back_in_any_notation_and_how_far_it_is_is_told()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        station.On<ReadBackActivity>(_ => Entry);
        station.On<ShowActivity>(_ => Whole(Row(Theirs, ActivityKind.Patrol, "A")) with
        {
            ReadBacks = [new(Entry.Entry, "astra", At(1), 1, "69.5000000 16.0000000", 111_196, true), new("astra/3f/ordinary/2", "astra", At(1), 1, "1.0 1.0", 5, false)],
        });
        var run = await session.Parley("activity", "read-back", station.Address, "O4-77aa", "--line", "hot", "--at", "693000N 0160000E", "--at", "", "--at", "33wwt 39151 09948");
        Assert.Equal(
            $"EXERCISE | read back as {Entry.Entry}\n" +
            "EXERCISE |     astra read back volume 1 as 69.5000000 16.0000000: 111196 m from what was notified  DIFFERS: ask again\n",
            run.Out);
        var asked = Assert.Single(station.Asked.OfType<ReadBackActivity>());
        Assert.Equal((Theirs, "69.5000000 16.0000000", ""), (asked.Entry, asked.Positions[0], asked.Positions[1]));
        Assert.Equal(3, asked.Positions.Count);
        Assert.Equal(ExitCode.Usage, (await session.Parley("activity", "read-back", station.Address, "O4-77aa", "--line", "hot", "--at", "there")).Code);
    }

    [Fact]
    public async Task A_check_says_what_would_be_met_and_that_nothing_has_left()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        string[] check = ["activity", "check", station.Address, "--line", "hot", "--kind", "site", "--point", "69.0 15.0", "--until", "2027-11-26T14:00Z"];
        station.On<CheckActivity>(_ => new ActivityCheckView(LineMode.Exercise, [], [], 0));
        Assert.Equal(
            "EXERCISE | nothing that is notified here comes too close; what nobody has notified, nobody sees\nEXERCISE | Nothing has left.\n",
            (await session.Parley(check)).Out);
        station.On<CheckActivity>(_ => new ActivityCheckView(
            LineMode.Exercise, ["Volume 1 is past."], [Overlap(Row(Ours, ActivityKind.Flight, "planned"), Row(Theirs, ActivityKind.Fire, "Guns"))], 3));
        var run = await session.Parley(check);
        foreach (var words in new[] { "Volume 1 is past.", "OVERLAP NOW\n", "O4-77aa boreal: fire Guns  planned", "and 2 more", "Nothing has left." })
            Assert.Contains(words, run.Out);
        Assert.All(["next:", "has had", "O12-3f0a"], w => Assert.DoesNotContain(w, run.Out));
        Assert.Equal(ActivityKind.Site, station.Asked.OfType<CheckActivity>().Last().Kind);
    }

    [Fact]
    public async Task The_list_is_a_table_of_a_terminal_s_width_every_line_marked_and_safe()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley("activity", "list", station.Address, "--line", "hot", "--past");
        Assert.Equal(
            """
            EXERCISE | hot: activities; the parties keep 9.26 km, 305 m of height or 15 min apart
            EXERCISE | O12-3f0a  ours    flight      planned   2027-11-26 10:00Z to 14:00Z  Falcon[U+001B][2J 3
            EXERCISE | O4-77aa   boreal  no-go-area  active    2027-11-26 10:00Z to 14:00Z  Range B
            EXERCISE | O9-77aa   boreal  movement    notified  2027-11-26 10:00Z to 14:00Z  Amber 7
            EXERCISE |     notified until 2027-11-26 20:00Z
            EXERCISE | 2 more are not told; ask for one kind with --kind
            EXERCISE | Sites and movements whose words were destroyed here, some days after they were over, are in no list: 'parley read' tells when each was said, and by whom.

            """, run.Out);
        Assert.Equal(new ListActivities("hot", true), Assert.Single(station.Asked.OfType<ListActivities>()));
        await session.Parley("activity", "list", station.Address, "--kind", "no-go-area");
        Assert.Equal(new ListActivities(Kind: ActivityKind.NoGoArea), station.Asked.OfType<ListActivities>().Last());

        var rows = new[] { "Ж", "\U0001f681" }.Select(c => Row(Ours, ActivityKind.Flight, string.Concat(Enumerable.Repeat(c, 100)))).ToList();
        station.On<ListActivities>(_ => new[] { new ActivityListView(LineMode.Exercise, "hot", "?", rows, 0) });
        var cut = (await session.Parley("activity", "list", station.Address)).Out.TrimEnd().Split('\n')[1..];
        Assert.All(cut, l => Assert.True(l.Length is 99 or 100 && l.EndsWith('…') && !char.IsHighSurrogate(l[^2]), l));
    }

    [Fact]
    public async Task An_activity_is_shown_with_all_that_was_said_of_it()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var row = Row(Ours, ActivityKind.Flight, "Falcon 3", ActivityState.Deviating) with { Status = Status.Test };
        station.On<ShowActivity>(_ => Whole(row) with
        {
            Followed =
            [
                new("astra/3f/ordinary/15", "O15-3f0a", "boreal", At(3), "AMENDED.\ncircle 1 1 1", "en", "Wind.", ActivityEffect.NotTheirs,
                    "NOT COUNTED: it is not that party's to say."),
            ],
            Overlaps = [Overlap(row, Row(Theirs, ActivityKind.Fire, "Guns"))],
            OverlapCount = 2,
        });
        var run = await session.Parley("activity", "show", station.Address, "O12", "--line", "hot");
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var words in new[]
        {
            "O12-3f0a ours: flight Falcon 3  DEVIATING", "*** TEST *** it is not meant", "contact: tower 121.5", "Circle: 69°30'", "(en) By the north road.",
            "O15-3f0a  boreal: AMENDED.", "NOT COUNTED", "boreal:artillery: relayed 2027-11-26 10:05:00Z, they report; NOT ACKNOWLEDGED, was due 2027-11-26 10:30:00Z",
            "received by boreal 2027-11-26 10:02:00Z", "comes too close to 2, or may:", "OVERLAP NOW  O4-77aa boreal: fire Guns, 2027-11-26 10:00Z to 11:00Z, and 2 more times",
            "and 1 more", $"parley overlap list {station.Address} --line hot --of O12-3f0a", $"ref {Ours}",
        })
            Assert.Contains(words, run.Out);
        Assert.DoesNotContain("protection under law", run.Out);
    }

    [Fact]
    public async Task Programs_get_what_the_station_says()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        station.On<ReadBackActivity>(_ => Entry);
        var list = await session.Parley("activity", "list", station.Address, "--json");
        Assert.Equal("hot", System.Text.Json.JsonDocument.Parse(list.Out).RootElement[0].GetProperty("line").GetString());
        var read = await session.Parley("activity", "read-back", station.Address, Theirs, "--line", "hot", "--at", "69.5 16.0", "--json");
        Assert.Equal(Entry.Entry, System.Text.Json.JsonDocument.Parse(read.Out).RootElement.GetProperty("entry").GetString());
    }
}
