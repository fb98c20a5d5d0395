using System.Text.Json;
using Parley.Control;
using Parley.Control.PublicWarnings;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;

namespace Parley.Cli.Tests;

/// <summary>Public warnings on the command line, against a station that answers as the test says.</summary>
public sealed class WarningTests : IAsyncLifetime
{
    private const string Rockets =
        "200900Z APR 16\nHYDROLANT 123/16(24).\nSOUTH SEA.\nDNC 01.\n1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 222300Z TO 230200Z APR\n" +
        "   IN AREAS BOUND BY:\n   A. 08-03S 010-08W, 09-20S 008-23W, 09-43S 008-39W.\n2. CANCEL HYDROLANT 100/16.\n3. CANCEL THIS MSG 260300Z APR 16.";

    private const string Notam =
        """
        (A0001/27 NOTAMN
        Q) XXAA/QRTCA/IV/BO/W/000/195/5200N00400E005
        A) XXAA B) 2703080600 C) 2703121800
        E) TEMPORARY RESTRICTED AREA WI 5NM RADIUS OF 520000N 0040000E
        F) SFC G) FL195)

        (A0002/27 NOTAMN
        Q) XXAA/QOLAS/IV/M/AE/000/005/5200N00400E001
        A) XXAA B) 2703080600 C) 2703121800
        E) OBSTACLE LIGHT OUT OF SERVICE)

        """;

    private readonly Session session = Session.Signed();
    private ScriptedStation station = null!;

    public async ValueTask InitializeAsync()
    {
        station = await ScriptedStation.Start();
        station.On<KeepWarnings>(k => new WarningBatchView(1, k.Warnings.Count, 0, []));
    }

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await station.DisposeAsync();
    }

    [Fact]
    public async Task A_warning_is_read_and_kept_with_what_it_is_about_and_its_words()
    {
        var run = await Import(Rockets, "warning");
        Assert.Equal((ExitCode.Done, "file: kept 1 of 1.\n"), (run.Code, run.Out));
        var one = Assert.Single(Assert.Single(Asked).Warnings);
        Assert.Equal(("HYDROLANT 123/16(24)", WarningEffect.Replaces, "2016-04-20T09:00:00Z", null), (one.Name, one.Effect, one.Issued, one.Party));
        Assert.Equal((AnnouncedKind.SpaceLaunch, "HYDROLANT 100/16"), (Assert.Single(one.Kinds), Assert.Single(one.Refers!)));
        Assert.StartsWith("volume 1\npolygon", Assert.Single(one.Volumes), StringComparison.Ordinal);
        Assert.Equal(Rockets, one.Words);
        Assert.Empty(one.Remarks!);
    }

    [Fact]
    public async Task What_speaks_of_no_danger_is_left_out_and_said()
    {
        var run = await Import(Notam, "notam", "--party", "astra", "--exercise");
        Assert.Equal("file: kept 1 of 2.\n    left out, for they speak of no danger and close no airspace: 1 (--all takes them)\n", run.Out);
        Assert.True(Asked[0].Exercise);
        Assert.Equal(("A0001/27", "astra"), (Asked[0].Warnings[0].Name, Asked[0].Warnings[0].Party));
        Assert.Equal("file: 2 of 2 would be kept. Nothing is kept.\n", (await Import(Notam, "notam", "--all", "--check")).Out);
        Assert.True(Asked[1].CheckOnly);
    }

    [Fact]
    public async Task Flaws_stand_with_their_line_and_what_was_known_is_said()
    {
        station.On<KeepWarnings>(_ => new WarningBatchView(null, 0, 1, [new(1, WarningFlaw.Volumes, "Too many\u001b.")]));
        var run = await Import(Notam, "notam", "--all");
        Assert.Equal((ExitCode.Refused, "file: kept 0 of 2.\n    kept before: 1\nREFUSED  line 1, A0001/27: Too many[U+001B].\n"), (run.Code, run.Out));
        Assert.Equal("parley: 1 of 2 were refused\n", run.Error);
        Assert.Equal(ExitCode.Usage, (await Import(Notam, "notam", "--party", "No One")).Code);
    }

    [Fact]
    public async Task Many_go_in_batches_that_a_request_holds()
    {
        var many = string.Join("\n", Enumerable.Range(1, 150).Select(i => Notam.Split("\n\n")[0].Replace("A0001", $"A{i:0000}", StringComparison.Ordinal) + "\n"));
        Assert.Equal("file: kept 150 of 150.\n", (await Import(many, "notam")).Out);
        Assert.Equal([64, 64, 22], Asked.Select(a => a.Warnings.Count));
        Assert.All(Asked, a => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(a, ControlJson.Options).Length, 1, (int)Control.Bounds.RequestSize));
    }

    [Fact]
    public async Task One_is_listed_and_shown_with_its_words_as_they_are()
    {
        var at = new DateTimeOffset(2027, 3, 8, 6, 0, 0, TimeSpan.Zero);
        WarningRowView row = new(3, "A0001/27", null, WarningEffect.Announces, [AnnouncedKind.ClosedArea], at.AddDays(-1), at, null, null, [new("volume 1\n", [], "")], true);
        station.On<ListWarnings>(l => l.Closed
            ? new WarningListView(at, at.AddDays(14), [row, row with { Number = 4, Closed = at, Until = at.AddDays(1) }], 2, 9)
            : new WarningListView(at, at, [], 0, 0));
        station.On<ShowWarning>(s => s.Number == 3 ? new WarningView(row, ["A0000/27"], null, "AREA\u202e CLOSED", ["NoHeights"], "Ada", at) : Refusal.UnknownWarning);
        Assert.Contains("no public warning is kept: 'parley warning import' takes files of them", (await session.Parley("warning", "list", station.Address)).Out);
        var list = (await session.Parley("warning", "list", station.Address, "--closed", "--party", "astra")).Out;
        Assert.Contains("3  A0001/27  2027-03-08 06:00:00Z until further notice  closed area, party not known  read with remarks\n", list);
        Assert.Contains("CLOSED 2027-03-08 06:00:00Z", list);
        Assert.Contains("LEFT OUT: 2 that end later", list);
        var one = await session.Parley("warning", "show", station.Address, "3");
        Assert.Contains("AREA[U+202E] CLOSED", one.Out);
        Assert.Contains("replaces A0000/27", one.Out);
        Assert.Equal(ExitCode.Refused, (await session.Parley("warning", "show", station.Address, "5")).Code);
    }

    private List<KeepWarnings> Asked => [.. station.Asked.OfType<KeepWarnings>()];

    private async Task<Run> Import(string text, string kind, params string[] more)
    {
        await File.WriteAllTextAsync(session.PathTo("file"), text, TestContext.Current.CancellationToken);
        return await session.Parley(["warning", "import", station.Address, session.PathTo("file"), "--as", kind, .. more]);
    }
}
