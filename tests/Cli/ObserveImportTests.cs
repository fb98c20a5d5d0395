using System.Globalization;
using System.Text.Json;
using Parley.Control;
using Parley.Control.Observations;

namespace Parley.Cli.Tests;

/// <summary>A list of observations on the command line, against a station that answers as the test says.</summary>
public sealed class ObserveImportTests : IAsyncLifetime
{
    private const string Heads = "kind,from,time-error,source,grading,place,error,text";
    private const string Row = "launch,2026-11-25T14:05Z,30,radar,B2,69.3 16.0,5000,";

    private readonly Session session = Session.Signed();
    private ScriptedStation station = null!;
    private int next = 12;

    public async ValueTask InitializeAsync()
    {
        station = await ScriptedStation.Start();
        station.On<AddObservations>(a => new ObservationBatchView(a.CheckOnly ? null : (next += a.Seen.Count) - a.Seen.Count, a.CheckOnly ? 0 : a.Seen.Count, []));
    }

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await station.DisposeAsync();
    }

    [Fact]
    public async Task All_rows_are_checked_and_then_kept_in_batches_each_with_its_key()
    {
        var run = await Import(600);
        Assert.Equal((ExitCode.Done, "list.csv: kept 600, as numbers 12 to 611. 'parley explain' says what fits them.\n"), (run.Code, run.Out));
        Assert.Equal([(256, true), (256, true), (88, true), (256, false), (256, false), (88, false)], Asked.Select(a => (a.Seen.Count, a.CheckOnly)));
        Assert.Equal("row 256", Asked[4].Seen[0].Text);
        Assert.All(Asked[..3], a => Assert.Null(a.Key));
        Assert.Equal(3, Asked[3..].Select(a => a.Key).Distinct().Count());
        Assert.All(Asked[3..], a => Assert.InRange(a.Key!.Length, 1, Control.Bounds.KeyLength));
        await Import(600);
        Assert.Equal(Asked[3..6].Select(a => a.Key), Asked[9..12].Select(a => a.Key));
        await Import(601);
        Assert.Empty(Asked[3..6].Select(a => a.Key).Intersect(Asked[15..].Select(a => a.Key)));
    }

    [Fact]
    public async Task Long_rows_go_in_smaller_batches()
    {
        var text = new string('я', 4000);
        await Write(Enumerable.Range(0, 60).Select(_ => Row + text));
        Assert.Equal(ExitCode.Done, (await session.Parley("observe", "import", station.Address, session.PathTo("list.csv"))).Code);
        Assert.All(Asked, a => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(a, ControlJson.Options).Length, 1, (int)Control.Bounds.RequestSize));
        Assert.Equal(60, Asked.Where(a => !a.CheckOnly).Sum(a => a.Seen.Count));
    }

    [Fact]
    public async Task A_flaw_is_told_with_its_line_and_nothing_is_kept()
    {
        ObservationFlawView[] flaws = [new(2, "from", "The time has no zone."), new(3, "", "error: Say\u001b how.")];
        station.On<AddObservations>(a => new ObservationBatchView(null, 0, a.Seen.Count == 256 ? [] : flaws));
        var run = await Import(300);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Equal("REFUSED  line 259: from: The time has no zone.\nREFUSED  line 260: error: Say[U+001B] how.\n", run.Out);
        Assert.Equal("parley: 2 refused, and nothing is kept: mend the file, then say the same command again\n", run.Error);
        Assert.All(Asked, a => Assert.True(a.CheckOnly));
    }

    [Fact]
    public async Task A_file_that_is_not_sound_is_refused_before_the_station_is_asked()
    {
        await File.WriteAllTextAsync(session.PathTo("list.csv"), $"{Heads},mood\n", TestContext.Current.CancellationToken);
        var run = await session.Parley("observe", "import", station.Address, session.PathTo("list.csv"), "--json");
        Assert.Equal((ExitCode.Refused, 0), (run.Code, Asked.Count));
        using var json = JsonDocument.Parse(run.Out);
        Assert.StartsWith("line 1: there is no field 'mood'", json.RootElement.GetProperty("refused")[0].GetString());
        Assert.Equal(ExitCode.Refused, (await session.Parley("observe", "import", station.Address, session.PathTo("none.csv"))).Code);
    }

    [Fact]
    public async Task Check_keeps_nothing()
    {
        var run = await Import(1, "--check");
        Assert.Equal((ExitCode.Done, "list.csv: 1 observation without a flaw. Nothing is kept.\n"), (run.Code, run.Out));
        Assert.True(Assert.Single(Asked).CheckOnly);
        Assert.Equal("list.csv: nothing is kept.\n", (await Import(0)).Out);
    }

    [Fact]
    public async Task Where_it_stops_is_said_and_how_to_go_on()
    {
        station.On<AddObservations>(a => a.CheckOnly ? new ObservationBatchView(null, 0, [])
            : a.Seen[0].Text == "row 256" ? Refusal.Busy : new ObservationBatchView(a.Seen[0].Text == "row 0" ? 12 : 400, a.Seen.Count, []));
        var run = await Import(600);
        Assert.Equal((ExitCode.Refused, "list.csv: kept 256 of 600, as numbers 12 to 267. 'parley explain' says what fits them.\n"), (run.Code, run.Out));
        Assert.Contains("parley: stopped at line 258: Do this instead. What comes before it is kept. Mend the cause and say the same command again with the same file", run.Error);
        station.On<AddObservations>(a => a.CheckOnly ? new ObservationBatchView(null, 0, []) : throw new InvalidOperationException());
        Assert.Equal(ExitCode.Unreachable, (await Import(3)).Code);
    }

    private List<AddObservations> Asked => [.. station.Asked.OfType<AddObservations>()];

    private async Task<Run> Import(int rows, params string[] more)
    {
        await Write(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Row}row {i}")));
        return await session.Parley(["observe", "import", station.Address, session.PathTo("list.csv"), .. more]);
    }

    private Task Write(IEnumerable<string> rows) => File.WriteAllLinesAsync(session.PathTo("list.csv"), rows.Prepend(Heads), TestContext.Current.CancellationToken);
}
