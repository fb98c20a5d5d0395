using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Two stations that know nothing of each other meet through their consoles alone.</summary>
public sealed class CeremonyTests(Chromium chromium)
{
    [Fact]
    public async Task Two_stations_meet_and_open_a_line()
    {
        await using var browser = await chromium.Fresh();
        await using var astra = await Watched.Create("astra", "Astra Republic");
        await using var boreal = await Watched.Create("boreal", "Boreal Union");
        var (here, there) = (await Begin(browser, astra), await Begin(browser, boreal));
        var (ours, theirs) = (await here.Locator("#own-card").InputValueAsync(), await there.Locator("#own-card").InputValueAsync());

        await Take(here, theirs);
        await Take(there, ours);
        var (ourDigits, theirDigits) = (await Digits(here), await Digits(there));
        Assert.NotEqual(ourDigits, theirDigits);

        // Nothing on the page tells what will be read out, and what was misheard is named and stays.
        Assert.DoesNotContain(theirDigits, Spaced(await here.Locator("body").InnerTextAsync()), StringComparison.Ordinal);
        await Compare(here, ourDigits);
        await Expect(here.Locator(".ceremony > .trouble")).ToContainTextAsync("The digits are not those of this card");
        await Expect(here.GetByLabel("Digits that you hear")).ToHaveValueAsync(ourDigits);
        await Compare(here, theirDigits);
        await Compare(there, ourDigits);

        foreach (var page in new[] { here, there })
        {
            await Expect(page.Locator(".both-ways .told")).ToContainTextAsync("is verified here");
            await page.GetByLabel("They said that our digits were right there").CheckAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        }

        await here.GetByLabel("Name of the line").FillAsync("strait");
        await here.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Live ") }).CheckAsync();
        await here.Locator(".first-line").Press("Propose to boreal");
        await Expect(here.Locator(".warning-note")).ToContainTextAsync("They see the proposal under Lines");

        await Expect(there.Locator(".proposal")).ToContainTextAsync("two officers for: FLASH");
        await there.Locator(".proposal").Press("Accept");
        foreach (var page in new[] { here, there })
            await Expect(page.Locator(".ceremony .told").First).ToContainTextAsync("The line is open");
        await here.GetByRole(AriaRole.Link, new() { Name = "To the line" }).ClickAsync();
        await here.Write("This is a test.");
        await here.Locator(".writer").Press("Send");
        await Expect(here.Entry("This is a test.")).ToContainTextAsync("received by boreal: their station signed for it");
    }

    private static async Task<IPage> Begin(IBrowserContext browser, Watched station)
    {
        var page = await browser.SignIn(station, "Ada");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin a key ceremony" }).ClickAsync();
        await Expect(page.Locator("#own-card")).ToHaveValueAsync(new Regex("^parley-card/1 "));
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Give them our card" }).ClickAsync();
        return page;
    }

    private static async Task Take(IPage page, string card)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Take theirs" }).ClickAsync();
        // What is no card is refused, and stands there still.
        await page.Locator("#their-card").FillAsync("parley-card/1 nothing");
        await page.Locator(".ceremony").Press("Take this card");
        await Expect(page.Locator(".ceremony > .trouble")).ToContainTextAsync("This is not a sound card file");
        await Expect(page.Locator("#their-card")).ToHaveValueAsync("parley-card/1 nothing");
        await page.Locator("#their-card").FillAsync(card);
        await page.Locator(".ceremony").Press("Take this card");
        await page.WaitForSelectorAsync(".both-ways");
    }

    private static async Task Compare(IPage page, string digits)
    {
        await page.GetByLabel("Digits that you hear").FillAsync(digits);
        await page.Locator(".both-ways").Press("Compare");
    }

    private static async Task<string> Digits(IPage page) => Spaced(await page.Locator(".both-ways .digit-groups").InnerTextAsync());

    private static string Spaced(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
