using Microsoft.Playwright;
using Parley.Control.Messages;
using Parley.EndToEnd.Tests;
using Parley.Lines.Entries;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What goes wrong: the page says what happened, and no text that was typed is lost.</summary>
public sealed class BadInputTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task Ten_megabytes_that_are_pasted_are_refused_and_what_was_typed_stays()
    {
        await using var browser = await chromium.Fresh();
        await browser.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        await page.Write("Typed before.");
        await page.EvaluateAsync("() => navigator.clipboard.writeText('many words '.repeat(950_000))");
        await page.Locator("#words").PressAsync("Control+V");
        await Expect(page.Locator(".length")).ToContainTextAsync("10,450,000 characters are too many to put in here; a message has at most 65,536");
        await Expect(page.Locator("#words")).ToHaveValueAsync("Typed before.");
    }

    [Fact]
    public async Task A_text_that_is_somewhat_too_long_is_kept_and_can_be_shortened()
    {
        await using var browser = await chromium.Fresh();
        var page = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        await page.Write(string.Concat(Enumerable.Repeat("seven x ", 10_000)));
        await Expect(page.Locator(".length")).ToContainTextAsync("This text has 80,000 characters; a message has at most 65,536. Nothing was cut off.");
        await Expect(page.Locator(".writer").GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeDisabledAsync();
        await page.Write("Short again.");
        await page.Locator(".writer").Press("Send");
        await Expect(page.Entry("Short again.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_longest_text_that_is_allowed_leaves_whole()
    {
        await using var browser = await chromium.Fresh();
        var page = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        var text = "Ж" + new string('ю', Parley.Lines.Bounds.TextLength - 2) + "!";
        await page.Write(text);
        await page.Locator(".writer").Press("Send");
        await Expect(page.Locator(".told")).ToContainTextAsync("It has left");
        var there = await floor.Boreal.As("Ada").Until(new ReadTranscript("strait"), p => p.Entries.Any(e => e.Text?.Length == text.Length));
        Assert.Contains(there.Entries, e => e.Text == text);
    }

    [Fact]
    public async Task Signs_that_turn_a_sentence_round_are_shown_and_letters_that_look_alike_are_marked()
    {
        await using var browser = await chromium.Fresh();
        await floor.Boreal.As("Ada").Must(new SendMessage("strait", Precedence.Routine, "en", "Do \u202Enot\u202C fire at p\u0430tr\u043El."));
        var page = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        var entry = page.Entry("fire at");
        await Expect(entry.Locator(".hidden-sign").First).ToHaveTextAsync("[U+202E]");
        await Expect(entry.Locator(".mixed")).ToHaveTextAsync("p\u0430tr\u043El");
    }

    [Fact]
    public async Task What_is_typed_outlives_a_lost_connection_and_a_reload()
    {
        await using var browser = await chromium.Fresh();
        var page = await (await browser.SignIn(floor.Astra, "Ada")).Open("strait");
        await page.Write("Half a sentence that must not be l");
        await browser.SetOfflineAsync(true);
        await page.EvaluateAsync("() => document.getElementById('words').value");
        await browser.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Expect(page.Locator("#words")).ToHaveValueAsync("Half a sentence that must not be l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(page.Locator("#words")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_line_that_is_not_there_is_told()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", "lines/nowhere", StringComparison.Ordinal));
        await Expect(page.Locator(".trouble")).ToContainTextAsync("There is no line nowhere here");
    }
}
