using Microsoft.Playwright;
using Parley.Control.Messages;
using Parley.Control.Shifts;
using Parley.EndToEnd.Tests;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as axe can tell, on every page, in both themes, at both sizes.</summary>
public sealed class AccessTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    /// <summary>Every page of a desk, and what must be there before it is looked at.</summary>
    private static readonly (string Path, string Ready)[] Pages =
    [
        ("lines/strait", ".entry"), ("board", ".line-card"), ("lines/drill", ".transcript"), ("drafts", "article.draft"), ("calls", "h1"),
        ("contacts", "h1"), ("questions", "h1"), ("checks", "h1"), ("help", "h1"), ("shift", ".waiting-handover"),
        ("officers", ".officers tbody tr"), ("account", ".session"),
    ];

    [Theory]
    [InlineData(false, 1280, "en")]
    [InlineData(true, 800, "en")]
    [InlineData(false, 1280, "ar")]
    public async Task No_page_has_a_violation(bool dark, int width, string language)
    {
        await using var browser = await chromium.Fresh(dark, width: width, height: 1000);
        await browser.AddCookiesAsync([new Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        await floor.Boreal.As("Ada").Must(new SendMessage("strait", Precedence.Priority, "eo", "Bonan matenon."));
        await floor.Astra.As("Ada").Must(new DraftMessage("strait", Precedence.Flash, "en", "A draft that waits."));
        await floor.Astra.As("Ben").Must(new StartShift());
        var quiet = new HandoverItem(LineMode.Exercise, "drill", "It was quiet.", null, null);
        var owed = quiet with { At = TimeProvider.System.GetUtcNow().AddHours(1) };
        await floor.Astra.As("Ben").Must(new HandOver(AlarmLevel.Watch, [quiet], [owed], "Notes.", [new("ru", "Sokolova")]));
        await floor.Astra.As("Ada").Must(new StartShift(AlarmLevel.Deputy));
        var page = await browser.SignIn(floor.Astra, "Ada");
        foreach (var (path, ready) in Pages)
        {
            await page.Go(path);
            await page.WaitForSelectorAsync(ready);
            await See(page, path);
        }

        if (language == "en")
            await See(await AtOfficers(browser), "officers of an admin");
        var door = await browser.NewPageAsync();
        foreach (var place in new[] { floor.Astra.Address, floor.Astra.Bare })
        {
            await door.GotoAsync(place + "sign-in?why=wait&until=2026-11-26T12:00:00Z");
            await See(door, $"sign-in at {place.Host}");
            await door.GotoAsync($"{place}enrol#{await floor.Astra.LinkFor("Cleo")}");
            await door.WaitForSelectorAsync("h2");
            await See(door, $"enrol at {place.Host}");
        }
    }

    [Fact]
    public async Task A_violation_is_seen()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<html lang='en'><title>A page</title><main><h1>A page</h1><img src='x'></main></html>");
        var seen = await Assert.ThrowsAnyAsync<Exception>(() => Access.HasNoViolation(page, "a page"));
        Assert.Contains("image-alt", seen.Message, StringComparison.Ordinal);
    }

    // With everything open that an admin can open.
    private async Task<IPage> AtOfficers(IBrowserContext browser)
    {
        var page = await browser.SignIn(floor.Astra, "Eve");
        await page.GotoAsync(page.Url.Replace("board", "officers", StringComparison.Ordinal));
        var row = page.Locator("tr[data-officer=Cleo]");
        await row.Press("New sign-in link");
        await row.Press("Revoke…");
        await page.WaitForSelectorAsync(".hand-over");
        return page;
    }

    private static async Task See(IPage page, string path)
    {
        await Access.HasNoViolation(page, path);
    }
}
