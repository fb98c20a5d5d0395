using Microsoft.Playwright;
using Parley.Control.Lines;
using Parley.EndToEnd.Tests;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Charters at the consoles of two stations.</summary>
public sealed class LinesTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task Other_terms_are_proposed_shown_old_and_new_and_accepted()
    {
        await using var browser = await chromium.Fresh();
        var here = await Lines(browser, floor.Astra, "strait");
        var there = await Lines(browser, floor.Boreal, "strait");
        await here.GetByText("Propose other terms", new() { Exact = true }).ClickAsync();

        // What is refused stays as it was typed.
        await here.GetByLabel("Languages").FillAsync("en, ?");
        await here.Press("Propose these terms");
        await Expect(here.Locator(".trouble")).ToContainTextAsync("Languages are tags");
        await Expect(here.GetByLabel("Languages")).ToHaveValueAsync("en, ?");

        await here.GetByLabel("Languages").FillAsync("en, eo, fr");
        await here.GetByLabel("IMMEDIATE", new() { Exact = true }).First.CheckAsync();
        await here.Press("Propose these terms");
        await Expect(here.Locator(".proposal")).ToContainTextAsync("Accepted by: astra");

        var changes = there.Locator(".changes tbody tr");
        await Expect(changes).ToHaveCountAsync(2);
        await Expect(changes.First).ToContainTextAsync("en, eo→ en, eo, fr");
        await Expect(changes.Last).ToContainTextAsync("two officers for: FLASH, IMMEDIATE");
        await there.Press("Accept");
        foreach (var page in new[] { here, there })
            await Expect(page.Locator(".proposal")).ToHaveCountAsync(0);
        await floor.Astra.As("Ada").Until(new ListLines(), l => l.Any(v => v.Handle == "strait" && v.Terms.Languages!.Contains("fr") && v.Terms.Release == "flash=2,immediate=2"));
    }

    [Fact]
    public async Task A_line_is_suspended_only_by_a_button_that_is_held_and_resumed()
    {
        await using var browser = await chromium.Fresh();
        var card = await Lines(browser, floor.Astra, "drill");
        await card.GetByText("Suspend, leave, confirm").ClickAsync();
        var button = card.GetByRole(AriaRole.Button, new() { Name = "Hold for a second: suspend" });
        await button.ClickAsync();
        await Expect(card.Locator(".badge")).ToHaveTextAsync("open");
        await button.HoverAsync();
        await card.Page.Mouse.DownAsync();
        await Expect(card.Locator(".badge")).ToHaveTextAsync("SUSPENDED");
        await card.Page.Mouse.UpAsync();
        await card.Press("Resume");
        await Expect(card.Locator(".badge")).ToHaveTextAsync("open");
    }

    [Fact]
    public async Task Without_the_role_charter_lines_are_shown_and_not_changed()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Cleo");
        await page.Locator(".ways a[href='lines']").ClickAsync();
        await Expect(page.Locator("article.charter").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Propose other terms")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Suspend, leave, confirm")).ToHaveCountAsync(0);
        await Expect(page.Locator(".ways a[href='journal']")).ToHaveCountAsync(0);
    }

    private static async Task<ILocator> Lines(IBrowserContext browser, Watched station, string line)
    {
        var page = await browser.SignIn(station, "Ada");
        await page.Locator(".ways a[href='lines']").ClickAsync();
        return page.Locator($"article.charter[data-line='{line}']");
    }
}
