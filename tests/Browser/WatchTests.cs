using Microsoft.Playwright;
using Parley.Control.Messages;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>A watch at the consoles of two stations, in real browsers.</summary>
public sealed class WatchTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task Two_officers_release_a_flash_and_it_rings_at_the_other_console()
    {
        await using var browser = await chromium.Fresh();
        var ada = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        var ben = await (await browser.SignIn(floor.Astra, "Ben")).Open("strait");
        var there = await browser.SignIn(floor.Boreal, "Ada");

        await ada.Write("An unarmed drone of ours drifts toward your coast.");
        await ada.GetByLabel("Precedence").SelectOptionAsync("FLASH");
        await ada.Locator(".writer").Press("Approve, and let a second officer release");
        await Expect(ada.Locator(".told")).ToContainTextAsync("It waits for another officer");

        var draft = ben.Locator("article.draft", new() { HasText = "An unarmed drone" });
        await Expect(draft).ToContainTextAsync("Approved: 1 of 2");
        await draft.Press("Approve as it stands: it leaves");

        await Expect(there.Locator(".alarm.live")).ToContainTextAsync("FLASH");
        await Expect(there).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("FLASH"));
        await there.Locator(".alarm.live").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        var entry = there.Entry("An unarmed drone");
        await Expect(entry).ToBeVisibleAsync();
        await entry.Press("I have read it");
        await Expect(there.Locator(".alarm.live")).ToHaveCountAsync(0);

        // Their station has signed for it; that somebody read it is what they report, if the charter shows it.
        await Expect(ada.Entry("An unarmed drone")).ToContainTextAsync("received by boreal: their station signed for it");
    }

    [Fact]
    public async Task A_draft_is_approved_once_when_two_officers_press_at_the_same_time()
    {
        await using var browser = await chromium.Fresh();
        var ada = await (await browser.SignIn(floor.Astra, "Ada")).Open("drill");
        var ben = await (await browser.SignIn(floor.Astra, "Ben")).Open("drill");
        await ada.Write("Both at once.");
        await ada.Locator(".writer").Press("Keep as draft");
        var drafts = new[] { ada, ben }.Select(p => p.Locator("article.draft", new() { HasText = "Both at once." })).ToList();
        foreach (var draft in drafts)
            await Expect(draft).ToBeVisibleAsync();
        await Task.WhenAll(drafts.Select(d => d.Locator("button.main").EvaluateAsync("button => button.click()")));
        await Expect(ada.Entry("Both at once.")).ToHaveCountAsync(1);
        var page = await Parley.EndToEnd.Tests.ControlAsserts.Must(floor.Astra.As("Ada"), new ReadTranscript("drill"));
        Assert.Single(page.Entries, e => e.Text == "Both at once.");
    }

    [Fact]
    public async Task The_other_side_has_spoken_since_the_text_that_is_answered()
    {
        await using var browser = await chromium.Fresh();
        var ada = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        var there = await (await browser.SignIn(floor.Boreal, "Ada")).Open("strait");
        await there.Write("First word of boreal.");
        await there.Locator(".writer").Press("Send");
        await ada.Entry("First word of boreal.").Press("Answer");
        await ada.Write("About your first word:");
        await there.Write("Second word of boreal.");
        await there.Locator(".writer").Press("Send");
        await Expect(ada.Locator(".text-writer .spoken-since")).ToContainTextAsync("The other side has spoken since the text you answer");
        // What was typed stands there still.
        await Expect(ada.Locator("#words")).ToHaveValueAsync("About your first word:");
    }

    [Fact]
    public async Task A_cut_is_told_by_the_board_and_so_is_its_end()
    {
        await using var browser = await chromium.Fresh();
        var ada = await browser.SignIn(floor.Astra, "Ada");
        var card = ada.Locator(".line-card", new() { HasText = "strait" });
        await Expect(card).ToContainTextAsync("Circuits to boreal1 open");
        try
        {
            floor.Astra.Station.Circuits!.Cut(true);
            await Expect(card).ToContainTextAsync("Circuits to boreal0 open");
            await Expect(card).ToContainTextAsync("One lost since");
        }
        finally
        {
            floor.Astra.Station.Circuits!.Cut(false);
        }

        await Expect(card).ToContainTextAsync("Circuits to boreal1 open", new() { Timeout = 30_000 });
        await Expect(card).Not.ToContainTextAsync("One lost since");
    }
}
