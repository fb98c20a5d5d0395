using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What a browser shows where there is no page: never a bare number, never a text for programs.</summary>
public sealed class BarePageTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Theory]
    [InlineData("en", "There is no such page", "To the sign-in")]
    [InlineData("ar", "لا توجد صفحة كهذه", "إلى تسجيل الدخول")]
    public async Task An_unknown_address_says_so_and_leads_back(string language, string title, string back)
    {
        await using var browser = await chromium.Fresh();
        await browser.AddCookiesAsync(
            [new Microsoft.Playwright.Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        var page = await browser.NewPageAsync();
        var answer = await page.GotoAsync(floor.Astra.Address + "no/such/page");
        Assert.Equal(404, answer!.Status);
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.GetByRole(AriaRole.Link, new() { Name = back }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }

    [Fact]
    public async Task A_program_still_gets_a_problem()
    {
        if (Chromium.Program is null)
            Assert.Skip("Chromium is not on this machine: install Debian's package chromium");
        using var client = new HttpClient { BaseAddress = floor.Astra.Bare };
        using var answer = await client.GetAsync(new Uri("/no/such/page", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Too_many_attempts_are_told_what_to_wait_for()
    {
        await using var browser = await chromium.Fresh();
        await using var station = await Watched.Create("patient", "Patient Land");
        using var client = new HttpClient { BaseAddress = station.Bare };
        for (var i = 0; i < Parley.Console.Bounds.AttemptsAMinute; i++)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", "wrong")]);
            using var answer = await client.PostAsync(new Uri("/sessions", UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        var page = await browser.NewPageAsync();
        await page.GotoAsync(station.Bare + "sign-in");
        var refused = page.WaitForResponseAsync(r => r.Url.EndsWith("/sessions", StringComparison.Ordinal));
        await page.Knock(station.TokenOf("Ada"), "any pin");
        Assert.Equal("60", (await refused).Headers["retry-after"]);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Too many attempts");
        await Expect(page.Locator("main")).ToContainTextAsync("Wait a minute and try again");
    }
}
