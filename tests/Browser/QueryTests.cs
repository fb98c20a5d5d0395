using Microsoft.Playwright;
using Parley.Control.Observations;
using Parley.EndToEnd.Tests;
using Parley.Lines.Notices;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Is it yours; the answer; and that an observation knows of it.</summary>
public sealed class QueryTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task What_was_seen_is_asked_about_where_it_stands_and_answered_on_the_line()
    {
        await using var browser = await chromium.Fresh();
        var here = await browser.SignIn(floor.Astra, "Ben");
        var from = FieldText.OfTime(TimeProvider.System.GetUtcNow().AddMinutes(-2));
        await floor.Astra.As("Ben").Must(new AddObservation(new ObservationInput("track", from, "30", "radar", "B2", "boreal", "69.34 16.02", "5000")));
        await here.Go("observations/1");
        var option = here.Locator("[data-option=AskOwnership]");
        await option.GetByText("Ask it here").ClickAsync();
        // No more than a question needs: the place to a tenth of a degree, and nothing of where it is known from.
        await Expect(option.GetByLabel("Where")).ToHaveValueAsync("69.3 16.0");
        await Expect(option.GetByLabel("What is seen there")).ToHaveValueAsync("a track that may be a missile or rocket");
        await Access.HasNoViolation(here, here.Url);
        var button = option.GetByRole(AriaRole.Button, new() { Name = "Hold for a second to send: Is it yours?" });
        await button.ClickAsync();
        await Expect(here.Locator("#asked-head")).ToContainTextAsync("0");
        await Hold(button, here.Locator("#asked-head", new() { HasText = "1" }));

        await using var second = await chromium.Fresh();
        var there = await (await second.SignIn(floor.Boreal, "Ben")).Open("strait");
        var query = there.Entry("QUERY: at 69.3 16.0, is this yours?");
        await query.Press("Answer this query");
        var say = query.GetByRole(AriaRole.Button, new() { Name = "Hold for a second to send: the answer" });
        // Nothing is chosen before the officer chooses.
        await Expect(say).ToBeDisabledAsync();
        await query.GetByLabel("Our answer").SelectOptionAsync("No");
        await Access.HasNoViolation(there, there.Url);
        await Hold(say, there.Entry("ANSWER: no"));
        await here.Open("strait");
        await Expect(here.Entry("ANSWER: no")).ToBeVisibleAsync();
        // One's own query has no answer to give.
        await Expect(here.GetByRole(AriaRole.Button, new() { Name = "Answer this query" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_line_it_is_asked_to_hold_fire()
    {
        await using var browser = await chromium.Fresh(width: 390, height: 844);
        var page = await browser.SignIn(floor.Astra, "Cleo");
        await page.Go("lines/drill");
        await page.Locator(".writer-modes .grave").ClickAsync();
        var grave = page.Locator(".grave-words");
        await grave.Locator("select").First.SelectOptionAsync("query");
        await grave.GetByLabel("What is asked").SelectOptionAsync("HoldFire");
        var button = grave.GetByRole(AriaRole.Button, new() { Name = "Hold for a second to send: Hold fire there" });
        await grave.GetByLabel("Where").FillAsync("the bridge");
        await Expect(button).ToBeDisabledAsync();
        await grave.GetByLabel("What is seen there").FillAsync("Two lorries with our people.");
        await Hold(button, page.Entry("REQUEST: hold fire at the bridge."));
        await Expect(page.Entry("REQUEST: hold fire at the bridge.")).ToContainTextAsync("Two lorries with our people.");
    }

    /// <param name="done">What stands then.</param>
    private static async Task Hold(ILocator button, ILocator done)
    {
        await button.HoverAsync();
        await button.Page.Mouse.DownAsync();
        await Expect(done).ToBeVisibleAsync();
        await button.Page.Mouse.UpAsync();
    }
}
