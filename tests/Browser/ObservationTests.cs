using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.Control.Observations;
using Parley.EndToEnd.Tests;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What was seen, beside what was announced, as officers see it in their browsers.</summary>
public sealed class ObservationTests(Chromium chromium)
{
    [Fact]
    public async Task Pages_say_all_of_it_on_a_narrow_screen_in_both_looks_and_from_right_to_left()
    {
        await using var browser = await chromium.Fresh(width: 390, height: 844);
        await using var astra = await Watched.Create("astra", "Astra Republic", through: static station => new Sightings(station));
        var page = await browser.SignIn(astra, "Ben");
        var board = page.Url;
        await page.Locator(".ways a[href='observations']").ClickAsync();
        await Expect(page.Locator(".seen-table tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator(".verdict-counts .unexplained")).ToContainTextAsync("Unexplained 3");
        await Expect(page.Locator("tr.differs-from")).ToContainTextAsync("Then: Unexplained. Nothing that was announced fits.");
        await Expect(page.Locator("tr.differs-from")).ToContainTextAsync("warning centre has not acknowledged O4-3f00.");
        await Expect(page.Locator(".seen-rows .seen-row")).ToHaveCountAsync(5);
        await Expect(page.Locator("main")).ToContainTextAsync("Left out here: 3.");
        await HasNoViolation(page);
        await page.Locator(".verdict-counts .unexplained").ClickAsync();
        await Expect(page.Locator(".seen-table tbody tr")).ToHaveCountAsync(2);

        (string Path, bool IsWhole)[] pages =
            [("observations/8", true), ("observations/posture/boreal", false), ("observations/new?kind=track&now=yes", true), ("observations/risk", true)];
        foreach (var (path, isWhole) in pages)
        {
            await page.GotoAsync(board.Replace("board", path, StringComparison.Ordinal));
            await Expect(page.Locator("main .activities-page :is(.verdict-word, form, .interval)").First).ToBeVisibleAsync();
            await (isWhole ? HasNoViolation(page) : Fits(page));
        }

        await Expect(page.Locator("#risk-answers ~ p").Last).ToHaveTextAsync("Half of them within 3 h 10 min (95 % sure: between 40 min and 33 h 20 min).");
        await page.GotoAsync(board.Replace("board", "observations/7", StringComparison.Ordinal));
        await Expect(page.Locator(".seen-verdict .verdict-word")).ToContainTextAsync("Larger than a notice");
        await Expect(page.Locator(".seen-verdict + .house-box .house-missing")).ToContainTextAsync("warning centre has not acknowledged O4-3f00.");
        Assert.Equal(
            ["• nothing against it", "◐ partly", "• nothing against it", "✗ does not fit", "• nothing against it"],
            await page.Locator("#about-head ~ .explanation .factors td:nth-child(2)").AllInnerTextsAsync());
        await page.Locator(".top select:has(option[lang=ar])").SelectOptionAsync("ar");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.Locator(".house-missing")).ToBeVisibleAsync();
        await Fits(page);
    }

    [Fact]
    public async Task An_officer_enters_decides_and_another_seconds()
    {
        await using var browser = await chromium.Fresh();
        Sightings? told = null;
        await using var astra = await Watched.Create("astra", "Astra Republic", through: station => told = new Sightings(station));
        var page = await browser.SignIn(astra, "Ben");
        await page.GotoAsync(page.Url.Replace("board", "observations", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Possible launch now" }).ClickAsync();
        await Expect(page.Locator("[data-field=from] input").First).ToHaveValueAsync(new Regex("^20..-"));
        await Expect(page.Field("time-error")).ToHaveValueAsync("10");
        await page.Field("time-error").FillAsync("");
        await page.Field("place").FillAsync("69.3 16.0");
        await page.Press("Keep it in our house");
        await Expect(page.Locator("[data-field=place] .gap-note")).ToContainTextAsync("Say how far off the place may be, in metres.");
        await Expect(page.Locator("[data-field=from] .gap-note")).ToContainTextAsync("Say how far off the time may be, in seconds.");
        await page.Field("error").FillAsync("5000");
        await page.Field("time-error").FillAsync("60");
        await page.Press("Keep it in our house");
        await Expect(page.Locator(".seen-verdict")).ToContainTextAsync("Unexplained – ask now");
        var seen = told!.Done.OfType<AddObservation>().Last().Seen;
        Assert.Equal(("track", "69.3 16.0", "5000", "60", "F6"), (seen.Kind, seen.Place, seen.Error, seen.TimeError, seen.Grading));

        // To mirror an alert needs a reason, and another officer than the one who proposed it.
        var mirror = page.Locator($"[data-choice={ReactionChoice.Mirror}]");
        await Expect(mirror).ToBeDisabledAsync();
        await page.Locator("#decision-reason").FillAsync("They raised theirs.");
        await mirror.ClickAsync();
        await Expect(page.Locator(".waiting-decision")).ToContainTextAsync("They raised theirs.");
        await Expect(page.Locator(".waiting-decision button")).ToHaveCountAsync(0);
        await using var second = await chromium.Fresh();
        var other = await second.SignIn(astra, "Ada");
        await other.GotoAsync(other.Url.Replace("board", "observations/8", StringComparison.Ordinal));
        await other.Press("Second it");
        await Expect(other.Locator(".told")).ToContainTextAsync("Nothing was sent.");
        Assert.Single(told.Done.OfType<SecondReaction>());
    }

    [Fact]
    public async Task What_is_entered_is_seen_at_once_by_whoever_may_see_it()
    {
        await using var browser = await chromium.Fresh();
        await using var astra = await Watched.Create("astra", "Astra Republic");
        var page = await browser.SignIn(astra, "Dov");
        await page.GotoAsync(page.Url.Replace("board", "observations", StringComparison.Ordinal));
        await Expect(page.Locator("main .empty")).ToContainTextAsync("Nothing was seen in this time");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Enter what was seen" })).ToHaveCountAsync(0);
        var from = FieldText.OfTime(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        await astra.As("Cleo").Must(new AddObservation(new ObservationInput("track", from, "30", "radar", "B2", "boreal", "69.3 16.0", "5000")));
        await Expect(page.Locator(".seen-table tr.unexplained")).ToContainTextAsync("Unexplained Nothing that was announced fits.");
        await page.Locator(".seen-table tr.unexplained th a").ClickAsync();
        await Expect(page.Locator(".seen-verdict")).ToContainTextAsync("Unexplained – ask now");

        await using var second = await chromium.Fresh();
        var writer = await second.SignIn(astra, "Cleo");
        await writer.GotoAsync(writer.Url.Replace("board", "observations/new?correct=1", StringComparison.Ordinal));
        await writer.Field("error").FillAsync("0");
        await writer.Press("Keep it in our house");
        await Expect(writer.Locator("[data-field=place] .gap-note")).ToContainTextAsync("An error is metres from 1 to 2,000,000");
        await writer.Field("error").FillAsync("7000");
        await writer.Press("Keep it in our house");
        await Expect(writer.Locator("h1")).ToContainTextAsync("Observation 2");
        await Expect(page.Locator(".warning-note")).ToContainTextAsync("Observation 2");

        await writer.Go("observations/risk");
        await Expect(writer.Locator("main .trouble")).ToContainTextAsync("turned off");
        await Expect(writer.Locator("main h2")).ToHaveCountAsync(0);

        // What is played stands apart, and says so on every page of it.
        await astra.As("Cleo").Must(new AddObservation(new ObservationInput("ships", from, "30", "radar", "B2", "boreal", "69.3 16.0", "5000"), Exercise: true));
        await page.GotoAsync(page.Url.Replace("observations/1", "observations?exercise=yes", StringComparison.Ordinal));
        await Expect(page.Locator(".exercise-frame .seen-table tbody tr")).ToHaveCountAsync(1);
        await page.Locator(".seen-table tr.unexplained th a").ClickAsync();
        await Expect(page.Locator(".observation-page.exercise-frame[data-mode=Exercise] .exercise-banner")).ToContainTextAsync("EXERCISE");

        await using var third = await chromium.Fresh();
        var none = await third.SignIn(astra, "Eve");
        await Expect(none.Locator(".ways a[href='observations']")).ToHaveCountAsync(0);
        await none.GotoAsync(none.Url.Replace("board", "observations", StringComparison.Ordinal));
        await Expect(none.Locator("main")).ToContainTextAsync("Your roles do not show you what was seen.");
    }

    private static async Task HasNoViolation(IPage page)
    {
        await Access.HasNoViolation(page, page.Url);
        await Fits(page);
    }

    private static async Task Fits(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{page.Url}: wider than the screen");
}
