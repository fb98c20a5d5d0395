using System.Globalization;
using Parley.Control.Observations;
using Parley.Control.PublicWarnings;
using Parley.EndToEnd.Tests;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What others published for everybody, as officers see it beside what was seen.</summary>
public sealed class WarningTests(Chromium chromium)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_launch_leads_to_the_warning_that_explains_it_and_to_its_words()
    {
        await using var browser = await chromium.Fresh(width: 390, height: 844);
        await using var astra = await Watched.Create("astra", "Astra Republic");
        var page = await browser.SignIn(astra, "Dov");
        await page.Go("warnings");
        await Expect(page.Locator("main .empty")).ToContainTextAsync("No public warning is kept");
        await astra.As("Cleo").Must(new KeepWarnings([Rockets(), Rockets() with { Name = "HYDROLANT 2/26(24)", Effect = WarningEffect.Cancels, Refers = ["9/26"], Volumes = [] }]));
        await Expect(page.Locator(".warning-table tbody tr")).ToHaveCountAsync(1);
        await Access.HasNoViolation(page, page.Url);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await astra.As("Cleo").Must(new AddObservation(new ObservationInput("launch", Time(-1), "5", "radar", "A1", null, "69.3 16.0", "5000")));
        await page.Go("observations/1");
        await Expect(page.Locator(".seen-verdict")).ToContainTextAsync("Consistent with a notice");
        await Expect(page.Locator(".house-box")).ToContainTextAsync("It was published for everybody");
        await Expect(page.Locator(".explanation h3")).ToContainTextAsync("published for everybody");
        await page.Locator(".explanation h3 a").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("HYDROLANT 1/26(24)");
        await Expect(page.Locator(".warning-words")).ToHaveTextAsync("ROCKET LAUNCHING\nIN AREA.");
        await Expect(page.Locator("main")).ToContainTextAsync("NoHeights");
        await Access.HasNoViolation(page, page.Url);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private static WarningInput Rockets() => new(
        "HYDROLANT 1/26(24)", WarningEffect.Announces, [AnnouncedKind.SpaceLaunch],
        [$"volume 1\ncircle 69.3000000 16.0000000 50000\nband sfc .. unlimited\nvalid {Time(-120)} {Time(240)}\n"], "ROCKET LAUNCHING\nIN AREA.", Time(-1_440),
        Remarks: ["NoHeights"]);

    private static string Time(int minutes) => Now.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture);
}
