using Microsoft.Playwright;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.EndToEnd.Tests;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What a hub alone sees: its own sites beside what others do on its other lines; and who of its officers was shown a site.</summary>
public sealed class AcrossTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task What_is_ours_alone_is_said_to_be_and_exercise_stands_apart()
    {
        await using var browser = await chromium.Fresh(width: 390, height: 844);
        foreach (var (one, other, mode) in new[] { ("north", "south", LineMode.Live), ("drill-north", "drill-south", LineMode.Exercise) })
        {
            await Agree(one, mode);
            await Agree(other, mode);
            await Notified(floor.Astra, one, ActivityKind.Site, "Hospital 2");
            await Notified(floor.Boreal, other, ActivityKind.Flight, "HAWK 21");
        }

        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", "overlaps", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Across our lines" }).ClickAsync();
        await Expect(page.Locator(".ours-alone-note")).ToContainTextAsync("names what another line told him gives it away");
        foreach (var (section, lines) in new[] { ("section[data-mode=Live]", ("north", "south")), ("section[data-mode=Exercise]", ("drill-north", "drill-south")) })
        {
            // The other test of this class has a site of its own.
            var row = page.Locator($"{section} .ours-alone", new() { HasText = "Hospital 2" });
            await Expect(row).ToHaveCountAsync(1);
            await Expect(row).ToContainTextAsync($"OURS ALONE boreal was not notified of ours on line {lines.Item2}, and does not know of this.");
            Assert.Equal([lines.Item1, lines.Item2], await row.Locator(".across-pair dd > b").AllInnerTextsAsync());
        }

        await Expect(page.Locator("section[data-mode=Live] .exercise-word")).ToHaveCountAsync(0);
        await Expect(page.Locator("section[data-mode=Exercise].exercise-frame .exercise-word").First).ToContainTextAsync("EXERCISE");
        await HasNoViolation(page);

        // The other side sees nothing of it.
        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.GotoAsync(there.Url.Replace("board", "overlaps/across", StringComparison.Ordinal));
        await Expect(there.Locator("main")).ToContainTextAsync("Nothing across our lines");
    }

    [Fact]
    public async Task The_page_of_a_site_says_who_was_shown_it_to_whom_it_may()
    {
        await using var browser = await chromium.Fresh();
        await Agree("relief");
        var entry = await Notified(floor.Astra, "relief", ActivityKind.Site, "Shelter 9");
        await floor.Boreal.As("Cleo").Must(new ShowActivity("relief", entry));
        var path = $"activity?line=relief&entry={Uri.EscapeDataString(entry)}";
        foreach (var (officer, sees) in new[] { ("Dov", true), ("Eve", false) })
        {
            var page = await browser.SignIn(floor.Boreal, officer);
            await page.GotoAsync(page.Url.Replace("board", path, StringComparison.Ordinal));
            await Expect(page.Locator("h1")).ToContainTextAsync("Shelter 9");
            await Expect(page.Locator(".aid-readers")).ToHaveCountAsync(sees ? 1 : 0);
            if (!sees)
                continue;
            await page.Press("Look through the journal");
            await Expect(page.Locator(".aid-readers tbody tr", new() { HasText = "Cleo" })).ToContainTextAsync("this one");
            await Expect(page.Locator(".aid-readers")).ToContainTextAsync("Not covered: what the other side's officers read");
            await HasNoViolation(page);
        }
    }

    private static async Task HasNoViolation(IPage page)
    {
        await Access.HasNoViolation(page, page.Url);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "wider than the screen");
    }

    private async Task<string> Notified(Watched by, string line, ActivityKind kind, string title)
    {
        var volume = $"volume 1\ncircle 54.5000000 19.2000000 5000\nband sfc .. fl 195\nvalid {FieldText.OfTime(Now.AddHours(2))} {FieldText.OfTime(Now.AddHours(5))}\n";
        var draft = await by.As("Ada").Must(new NotifyActivity(
            line, kind, title, "126.7 MHz", [volume], kind.IsHumanitarian() ? new AidInput(Now.AddHours(8)) : null, Despite: true));
        foreach (var side in new[] { floor.Astra, floor.Boreal })
            await side.As("Ada").Until(new ListActivities(line), l => l is [var only] && only.Activities.Any(a => a.Title == title));
        return draft.Released!;
    }

    private async Task Agree(string name, LineMode mode = LineMode.Live)
    {
        var (here, there) = (floor.Astra.As("Ada"), floor.Boreal.As("Ada"));
        await here.Must(new ProposeLine(name, LineKind.Deconfliction, mode, ["boreal"], new TermsView(["en"])));
        await there.Until(new ListLines(true), l => l.Any(v => v.Handle == name));
        await there.Must(new AcceptLine(name));
        foreach (var side in new[] { here, there })
            await side.Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
    }
}
