using Parley.Control.Activities;
using Parley.Exchange.Humanitarian;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using static Parley.Cli.Tests.ActivitySamples;

namespace Parley.Cli.Tests;

/// <summary>Sites and movements of a line as a list in a file.</summary>
public sealed class AidExportTests
{
    private const string Daily =
        "volume 1\ncircle 69.5000000 16.0000000 5000\nband sfc .. fl 100\nvalid 2027-11-26T10:00:00Z 2027-11-28T14:00:00Z\n" +
        "daily 2027-11-26 2027-11-28 fri,sat 08:00:00 18:00:00\n";

    [Theory]
    [InlineData("list.csv")]
    [InlineData("list.geojson")]
    public async Task What_is_written_is_read_back_and_what_is_left_out_is_named(string name)
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var path = session.PathTo(name);
        var run = await session.Parley("site", "export", station.Address, "--line", "hot", "--output", path);
        Assert.Equal(
            $"EXERCISE | 1 site is in {path}, readable by whoever gets the file. It is of an EXERCISE.\n" +
            "EXERCISE | LEFT OUT, for such a file cannot say them exactly: O13-3f0a\nEXERCISE | LEFT OUT, for they are tests: O14-3f0a\n",
            run.Out);
        await using var file = File.OpenRead(path);
        var defaults = new AidDefaults(At(0), IsExercise: true);
        var back = name.EndsWith("csv", StringComparison.Ordinal) ? AidCsv.Read(file, defaults) : AidGeoJson.Read(file, defaults);
        var item = Assert.Single(back.Items);
        Assert.Equal(("Hospital", "3 white trucks", Text.TrimEnd('\n')), (item.Content.Title, item.Content.Aid!.Vehicles, item.Volume.TrimEnd('\n')));
        Assert.Equal(ExitCode.Refused, (await session.Parley("site", "export", station.Address, "--line", "hot", "--output", path)).Code);
    }

    [Fact]
    public async Task Theirs_are_asked_for_and_the_name_says_what_is_written()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var run = await session.Parley("movement", "export", station.Address, "--line", "hot", "--theirs", "-o", session.PathTo("theirs.csv"));
        Assert.Contains("1 movement is in", run.Out);
        Assert.Contains("Amber 7", await File.ReadAllTextAsync(session.PathTo("theirs.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Usage, (await session.Parley("site", "export", station.Address, "--line", "hot", "-o", session.PathTo("theirs.txt"))).Code);
    }

    private static async Task<ScriptedStation> Scripted()
    {
        var station = await ActivitySamples.Station();
        ActivityRowView[] rows =
        [
            Site(12, "Hospital"), Site(13, "Daily") with { Volumes = [new(Daily, [], "")] }, Site(14, "Drill") with { Status = Status.Test },
            Row(Convoy, ActivityKind.Movement, "Amber 7"),
        ];
        station.On<ListActivities>(l => new[] { new ActivityListView(LineMode.Exercise, "hot", "", [.. rows.Where(r => r.Kind == l.Kind)], 0) });
        station.On<ShowActivity>(s => Whole(rows.First(r => r.Entry == s.Entry)) with { Behalf = "Relief" });
        return station;
    }

    private static ActivityRowView Site(int index, string title)
    {
        var entry = $"{Ours[..Ours.LastIndexOf('/')]}/{index}";
        return Row(entry, ActivityKind.Site, title) with { IsOurs = true };
    }
}
