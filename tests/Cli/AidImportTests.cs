using System.Text.Json;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using static Parley.Cli.Tests.ActivitySamples;

namespace Parley.Cli.Tests;

/// <summary>A list of sites or movements on the command line, against a station that answers as the test says.</summary>
public sealed class AidImportTests : IAsyncLifetime
{
    private const string Heads = "kind,title,contact,latitude,longitude,radius_m,expires,from,route,half_width_m,marks,language,text";

    private static readonly string[] Rows =
    [
        "site,Hospital 2,+1 555,69.5,16,300,2036-12-26T10:00:00Z,2027-01-01T00:00:00Z,,,red cross,en,By the river.",
        "site,Shelter,,69.6,16.1,,,,,,,,",
        "movement,Amber 7,+1 556,,,,2036-12-26T10:00:00Z,2027-01-01T00:00:00Z,69.5 16; 69.6 16,200,,,",
    ];

    private readonly Session session = Session.Signed();
    private readonly List<ActivityRowView> standing = [];
    private readonly List<DraftView> drafts = [];
    private ScriptedStation station = null!;

    public async ValueTask InitializeAsync()
    {
        station = await ActivitySamples.Station();
        station.On<ListActivities>(_ => new[] { new ActivityListView(LineMode.Exercise, "hot", "", [.. standing], 0) });
        station.On<ListDrafts>(_ => drafts.ToArray());
        station.On<CheckActivity>(_ => new ActivityCheckView(LineMode.Exercise, [], [], 0));
        station.On<NotifyActivity>(n => Draft with { Released = $"astra/3f0a1b2c3d4e5f60718293a4b5c6d7e8/ordinary/{20 + Asked.Count}" });
    }

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await station.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_shown_and_then_each_item_is_an_entry_of_its_own()
    {
        session.Typed = "yes\n";
        var run = await Import(Rows, "--contact", "tower", "--expires", "2036-12-26T10:00Z", "--addressee", "boreal:artillery=30", "--precedence", "routine");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("EXERCISE | Notify 2 sites on hot? Type yes: ", run.Error);
        foreach (var words in new[]
        {
            "EXERCISE | line 2  Hospital 2  to notify until 2036-12-26 10:00Z; contact: +1 555\n",
            "EXERCISE |     circle 69.5000000 16.0000000 300; band sfc .. unlimited; valid 2027-01-01T00:00:00Z 2036-12-26T10:00:00Z\n",
            "EXERCISE |     remark: no radius or width is stated: a point without extent at",
            "EXERCISE |     remark: no heights are stated: from the surface up, without limit\n",
            "EXERCISE | 2 sites to notify.\nEXERCISE | 1 movement of the file is left to 'parley movement import'.\n",
            "EXERCISE | 1 of 2  line 2  Hospital 2: has left as O21-3f0a\nEXERCISE | 2 of 2  line 3  Shelter: has left as O22-3f0a\nEXERCISE | 2 sites have left.\n",
        })
            Assert.Contains(words, run.Out);
        Assert.Equal([("Hospital 2", "+1 555", "en", "By the river."), ("Shelter", "tower", null, null)], Asked.Select(n => (n.Title, n.Contact, n.Language, n.Text)));
        Assert.All(Asked, n => Assert.Equal(
            ("hot", ActivityKind.Site, Precedence.Routine, new DateTimeOffset(2036, 12, 26, 10, 0, 0, TimeSpan.Zero), false, "boreal:artillery"),
            (n.Line, n.Kind, n.Precedence!.Value, n.Aid!.Expires, n.Despite, n.Addressees![0].Addressee)));
        Assert.Equal("red cross", Asked[0].Aid!.Marks);
    }

    [Fact]
    public async Task The_other_command_takes_the_other_kind()
    {
        var run = await Noun("movement", Rows, "--yes", "--contact", "x", "--expires", "2036-12-26T10:00Z");
        Assert.Equal((ExitCode.Done, "Amber 7"), (run.Code, Assert.Single(Asked).Title));
        Assert.Contains("2 sites of the file are left to 'parley site import'", run.Out);
    }

    [Theory]
    [InlineData(ExitCode.Refused, "nothing has left", "no\n")]
    [InlineData(ExitCode.Usage, "nobody can be asked here; say --yes", null)]
    [InlineData(ExitCode.Done, "", null, "--check")]
    [InlineData(ExitCode.Usage, "with --json nobody is asked", "yes\n", "--json")]
    public async Task Nothing_leaves_that_nobody_has_agreed_to(int code, string words, string? typed, params string[] more)
    {
        session.Typed = typed;
        var run = await Import(Rows[..1], more);
        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(Asked);
    }

    [Fact]
    public async Task One_row_that_is_refused_holds_up_all_unless_the_rest_is_asked_for()
    {
        string[] rows = [Rows[0], "site,Wrong,+1,120,16,,2036-12-26T10:00:00Z,,,,,,", "site,Past,+1,69,16,5,2020-01-01T10:00:00Z,2019-01-01T00:00:00Z,,,,,"];
        var run = await Import(rows, "--yes");
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("EXERCISE | REFUSED  line 3: latitude 120, longitude 16 is no place of the earth; LATITUDE OUT OF RANGE", run.Out);
        Assert.Contains("EXERCISE | REFUSED  line 4: it expired at 2020-01-01 10:00Z\nEXERCISE | 1 site to notify, 2 refused.\nEXERCISE | Nothing has left.\n", run.Out);
        Assert.Contains("2 refused: mend the list, or let the rest leave with --skip-refused", run.Error);
        Assert.Empty(Asked);
        Assert.Equal(ExitCode.Refused, (await Import(rows, "--check")).Code);
        Assert.Equal((ExitCode.Done, 1), ((await Import(rows, "--yes", "--skip-refused")).Code, Asked.Count));
    }

    [Fact]
    public async Task What_stands_or_waits_already_is_left_out_even_where_the_file_says_no_begin()
    {
        const string row = "site,Hospital 2,+1 555,69.5,16,300,2036-12-26T10:00:00Z,,,,,,";
        await Import([row], "--yes");
        var volume = Asked[0].Volumes[0].Replace("valid 20", "valid 19", StringComparison.Ordinal);
        var there = Row(Ours, ActivityKind.Site, "Hospital 2") with { Contact = "+1 777", Expires = At(0), Volumes = [new(volume, [], "")] };
        standing.Add(there);
        var run = await Import([row], "--yes");
        Assert.Equal((ExitCode.Done, 1), (run.Code, Asked.Count));
        Assert.Contains("Hospital 2  already notified as O12-3f0a: left out", run.Out);
        Assert.Contains("it stands until 2027-11-26 10:00Z, and the list has 2036-12-26 10:00Z; what stands is not changed", run.Out);
        Assert.Contains("it stands with the contact +1 777", run.Out);
        Assert.Contains("0 sites to notify, 1 already notified.\nEXERCISE | There is nothing to notify.", run.Out);
        Assert.Equal(2, (await Import([row], "--yes", "--test")).Code + 2 * (Asked.Count - 1));

        standing[0] = there with { IsOurs = false };
        drafts.Add(Draft with { Activity = new DraftedActivityView(ActivityKind.Site, "Hospital 2", [volume]) });
        Assert.Contains("Hospital 2  waits already as draft d1: left out", (await Import([row], "--yes")).Out);
        drafts.Clear();
        standing[0] = there with { Volumes = [new(volume.Replace("69.5", "69.7", StringComparison.Ordinal), [], "")] };
        Assert.Contains("    O12-3f0a of the same title stands elsewhere or at another time: this would be one more", (await Import([row], "--yes")).Out);
        Assert.Contains("--from", (await session.Parley("site", "import", "--help")).Out);
    }

    [Fact]
    public async Task A_list_that_is_cut_is_read_on()
    {
        var row = Row(Ours, ActivityKind.Site, "Other");
        station.On<ListActivities>(l => new[] { new ActivityListView(LineMode.Exercise, "hot", "", [row], l.After is null ? 1 : 0) });
        await Import(Rows[..1], "--check");
        Assert.Equal([new ListActivities("hot", Kind: ActivityKind.Site), new ListActivities("hot", Kind: ActivityKind.Site, After: Ours)], station.Asked.OfType<ListActivities>());
    }

    [Fact]
    public async Task Warnings_are_shown_first_and_asked_about()
    {
        station.On<CheckActivity>(c => new ActivityCheckView(LineMode.Exercise, c.Volumes[0].Contains("69.5", StringComparison.Ordinal) ? ["It meets theirs."] : [], [], 0));
        string[] rest = ["--contact", "x", "--expires", "2036-12-26T10:00Z"];
        var run = await Import(Rows, ["--yes", .. rest]);
        Assert.Equal((ExitCode.Refused, 0), (run.Code, Asked.Count));
        Assert.Contains("EXERCISE |     WARNING: It meets theirs.\n", run.Out);
        Assert.Contains("2 sites to notify, 1 of them with warnings.", run.Out);
        Assert.Contains("say it again with --despite-warnings", run.Error);
        session.Typed = "yes\n";
        Assert.Contains("Notify 2 sites on hot, 1 of them in spite of warnings? Type yes: ", (await Import(Rows, ["--yes", .. rest])).Error);
        Assert.Equal([true, false], Asked.Select(a => a.Despite));
        session.Typed = null;
        await Import(Rows, ["--yes", "--despite-warnings", .. rest]);
        Assert.All(Asked.Skip(2), a => Assert.True(a.Despite));
    }

    [Fact]
    public async Task Where_it_stops_is_said_and_how_to_go_on()
    {
        station.On<NotifyActivity>(n => n.Title == "Shelter" ? new Refused<DraftView>(Refusal.Warned, "Before it leaves:\nIt meets theirs.") : Draft);
        string[] rows = [Rows[0], Rows[1], Rows[0].Replace("Hospital 2", "Store", StringComparison.Ordinal)];
        var run = await Import(rows, "--yes", "--contact", "x", "--expires", "2036-12-26T10:00Z");
        Assert.Equal((ExitCode.Refused, 2), (run.Code, Asked.Count));
        Assert.Contains("1 of 3  line 2  Hospital 2: HAS NOT LEFT: waits for another officer as draft d1\n", run.Out);
        Assert.Contains("EXERCISE | 0 sites have left, 1 waits for another officer, 2 have NOT left.\n", run.Out);
        Assert.Contains($"parley drafts {station.Address} --line hot", run.Out);
        Assert.Contains(
            "stopped at line 3, site Shelter: Before it leaves: It meets theirs. Mend that, then say the same command again: what is notified or waits is not notified twice.",
            run.Error);
    }

    [Fact]
    public async Task Where_the_station_fails_it_is_not_known_whether_the_item_has_left()
    {
        station.On<NotifyActivity>(n => n.Title == "Shelter" ? throw new InvalidOperationException() : Draft with { Released = Ours });
        var run = await Import(Rows, "--yes", "--contact", "x", "--expires", "2036-12-26T10:00Z");
        Assert.Equal(ExitCode.Unreachable, run.Code);
        Assert.Contains("1 site has left; of 1 it is NOT KNOWN.\n", run.Out);
        Assert.Contains("; whether it has left is not known. See that the station runs, then say the same command again", run.Error);
    }

    [Fact]
    public async Task For_programs_it_is_one_answer()
    {
        var run = await Import(Rows, "--yes", "--json", "--contact", "x", "--expires", "2036-12-26T10:00Z");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal(("exercise", 1, true), (root.GetProperty("mode").GetString(), root.GetProperty("ofOtherKind").GetInt32(), root.GetProperty("exercise").GetBoolean()));
        Assert.Equal(["notified", "notified"], root.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("state").GetString()));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Geojson_is_read_too_and_nothing_else()
    {
        const string text = """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[16,69.5]},
            "properties":{"kind":"site","title":"Clinic","contact":"x","expires":"2036-12-26T10:00:00Z","radius_m":50}}, {"type":"Feature"}]}
            """;
        await File.WriteAllTextAsync(session.PathTo("list.geojson"), text, TestContext.Current.CancellationToken);
        var run = await session.Parley("site", "import", station.Address, session.PathTo("list.geojson"), "--line", "hot", "--check", "--skip-refused");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("feature 1  Clinic  to notify", run.Out);
        Assert.Contains("REFUSED  feature 2: it is no Feature", run.Out);
        Assert.Equal(ExitCode.Usage, (await session.Parley("site", "import", station.Address, session.PathTo("list.xls"), "--line", "hot", "--check")).Code);
        Assert.Equal(ExitCode.Refused, (await session.Parley("site", "import", station.Address, session.PathTo("none.csv"), "--line", "hot", "--check")).Code);
    }

    private List<NotifyActivity> Asked => [.. station.Asked.OfType<NotifyActivity>()];

    private Task<Run> Import(string[] rows, params string[] more) => Noun("site", rows, more);

    private async Task<Run> Noun(string noun, string[] rows, params string[] more)
    {
        var path = session.PathTo("list.csv");
        await File.WriteAllTextAsync(path, string.Join("\r\n", rows.Prepend(Heads)), TestContext.Current.CancellationToken);
        return await session.Parley([noun, "import", station.Address, path, "--line", "hot", .. more]);
    }
}
