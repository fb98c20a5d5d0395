using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.EndToEnd.Tests;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>A list of sites and movements from a file: read, seen, and notified one by one, with a stop where something is to be seen first.</summary>
public sealed class ImportTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_list_leaves_item_by_item_and_stops_at_a_warning_and_knows_what_stands()
    {
        await using var browser = await chromium.Fresh(width: 390, height: 844);
        var line = await Agree();
        await floor.Boreal.As("Ada").Must(new NotifyActivity(
            line, ActivityKind.Flight, "HAWK 21", "126.7 MHz", [$"volume 1\ncircle 34.0000000 45.0000000 5000\nband sfc .. fl 195\nvalid {Time(1)} {Time(9)}\n"], Despite: true));
        await floor.Astra.As("Ada").Until(new ListActivities(line), l => l is [{ Activities.Count: 1 }]);
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", $"activities?line={line}", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Import a list" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Import a list");
        await Choose(page, "sites.txt");
        await Expect(page.Locator("main .trouble")).ToContainTextAsync(".csv, .geojson or .json");
        await Choose(page, "sites.csv");
        await Expect(page.Locator(".import-problems")).ToContainTextAsync("line 5: ");
        await Expect(page.Locator(".import-table tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".import-counts")).ToContainTextAsync("Done: 0 of 3");

        // The second one meets a flight of the other side: nothing after the first has left.
        await page.Press("Notify all of them: 3");
        await Expect(page.Locator(".warned")).ToContainTextAsync("HAWK 21");
        await Expect(page.Locator(".import-counts")).ToContainTextAsync("Done: 1 of 3");
        await Expect(page.Locator(".import-table .next")).ToContainTextAsync("Shelter B");
        Assert.Equal(["HAWK 21", "Hospital A"], await Titles(line));

        await page.Press("Send this one in spite of the warnings, and go on");
        await Expect(page.Locator(".import-counts")).ToContainTextAsync("Done: 3 of 3");
        await Expect(page.Locator(".import-counts")).ToContainTextAsync("Nothing of the file is left to do.");
        Assert.Equal(["HAWK 21", "Hospital A", "Shelter B", "Store C"], await Titles(line));

        await Choose(page, "sites.csv");
        await Expect(page.Locator(".import-counts")).ToContainTextAsync("Left out, for the same stands or waits as a draft already: 3");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "wider than the screen");
    }

    private static Task Choose(IPage page, string name) => page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
    {
        Name = name,
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(
            $"""
            kind,title,contact,from,until,expires,latitude,longitude,radius_m
            site,Hospital A,channel 16,{Time(1)},{Time(9)},{Time(9)},33.5,44.4,300
            site,Shelter B,channel 16,{Time(1)},{Time(9)},{Time(9)},34.0,45.0,300
            site,Store C,channel 16,{Time(1)},{Time(9)},{Time(9)},33.0,44.0,300
            site,Nowhere,channel 16,{Time(1)},{Time(9)},{Time(9)},133.0,44.0,300

            """.ReplaceLineEndings("\r\n")),
    });

    private async Task<IEnumerable<string>> Titles(string line) =>
        (await floor.Astra.As("Ada").Must(new ListActivities(line)))[0].Activities.Select(a => a.Title).Order(StringComparer.Ordinal);

    private static string Time(int hours) => Now.AddHours(hours).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<string> Agree()
    {
        const string name = "aid";
        var (here, there) = (floor.Astra.As("Ada"), floor.Boreal.As("Ada"));
        await here.Must(new ProposeLine(name, LineKind.Deconfliction, LineMode.Live, ["boreal"], new TermsView(["en"])));
        await there.Until(new ListLines(true), l => l.Any(v => v.Handle == name));
        await there.Must(new AcceptLine(name));
        foreach (var side in new[] { here, there })
            await side.Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
        return name;
    }
}
