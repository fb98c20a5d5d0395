using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Token and PIN, where no passkey can be.</summary>
public sealed class PinTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task At_an_address_of_figures_the_door_takes_token_and_pin_and_says_why()
    {
        await floor.Astra.SetPin("Ada", "seven seas");
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(floor.Astra.Bare + "sign-in");
        await Expect(page.Locator("main")).ToContainTextAsync("a passkey is bound to a name, and 127.0.0.1 is an address of figures");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToHaveCountAsync(0);
        await page.Knock(floor.Astra.TokenOf("Ada"), "seven sins");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("Token or PIN is wrong");
        await page.Knock(floor.Astra.TokenOf("Ada"), "seven seas");
        await page.WaitForSelectorAsync(".glance");
        await page.Locator(".top .officer").ClickAsync();
        await Expect(page.Locator(".session")).ToContainTextAsync("with token and PIN");
        await Expect(page.Locator(".account-passkeys")).ToContainTextAsync("127.0.0.1 is an address of figures");
    }

    [Fact]
    public async Task After_five_wrong_pins_the_wait_is_told()
    {
        await floor.Astra.SetPin("Ben", "six of one");
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(floor.Astra.Bare + "sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await page.Knock(floor.Astra.TokenOf("Ben"), "half a dozen");
            await Expect(page.Locator(".trouble").First).ToContainTextAsync("Token or PIN is wrong");
        }

        await page.Knock(floor.Astra.TokenOf("Ben"), "six of one");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("Too many wrong PINs");
        await Expect(page.Locator(".trouble time")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d\d:\d\d:\d\dZ$"));
    }

    [Fact]
    public async Task A_token_without_a_pin_is_told_what_to_ask_for()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(floor.Astra.Bare + "sign-in");
        await page.Knock(floor.Astra.TokenOf("Cleo"), "anything");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("This token has no PIN yet. An administrator can give you a sign-in link");
    }

    [Fact]
    public async Task A_browser_without_passkeys_says_so_and_shows_token_and_pin()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.AddInitScriptAsync("delete window.PublicKeyCredential");
        await page.GotoAsync(floor.Astra.Address + "sign-in");
        await Expect(page.Locator("[data-no-passkey]")).ToContainTextAsync("This browser offers no passkeys here");
        await Expect(page.GetByLabel("Your PIN")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
    }
}
