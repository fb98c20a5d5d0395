using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Who comes in, and what a browser is told.</summary>
public sealed class DoorTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task Two_officers_of_one_station_and_one_of_the_other_fit_in_one_browser()
    {
        await using var browser = await chromium.Fresh();
        var ada = await browser.SignIn(floor.Astra, "Ada");
        var ben = await browser.SignIn(floor.Astra, "Ben");
        var there = await browser.SignIn(floor.Boreal, "Ada");
        foreach (var (page, party, officer) in new[] { (ada, "Astra Republic", "Ada"), (ben, "Astra Republic", "Ben"), (there, "Boreal Union", "Ada") })
        {
            await page.ReloadAsync();
            await Expect(page.Locator(".top .party")).ToHaveTextAsync(party);
            await Expect(page.Locator(".top .officer")).ToHaveTextAsync(officer);
        }
    }

    [Fact]
    public async Task A_wrong_token_is_told_and_gets_nowhere()
    {
        await floor.Astra.SetPin("Ada", "seven seas");
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(floor.Astra.Address + "desk/Ada/lines/strait");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.GetByText("Without a passkey: token and PIN").ClickAsync();
        await page.Knock("not-a-token", "seven seas");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("Token or PIN is wrong");

        // With the right one the officer stands where he wanted to be.
        await page.Knock(floor.Astra.TokenOf("Ada"), "seven seas");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk/Ada/lines/strait$"));
        await Expect(page.Locator("h1")).ToContainTextAsync("strait");
    }

    [Fact]
    public async Task Signing_out_ends_every_page_of_the_session()
    {
        await using var browser = await chromium.Fresh();
        var one = await browser.SignIn(floor.Astra, "Cleo");
        var other = await browser.NewPageAsync();
        await other.GotoAsync(one.Url);
        await other.WaitForSelectorAsync(".glance");
        await one.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(one.Locator(".told")).ToContainTextAsync("You have signed out");
        await Expect(other).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in.*why=out"));
    }

    [Fact]
    public async Task Every_answer_bears_the_strict_headers_and_no_page_holds_a_script_or_style_of_its_own()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                refused.Add(message.Text);
        };
        var answer = (await page.GotoAsync(floor.Astra.Address + "sign-in"))!;
        Assert.Contains("script-src 'self';", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
        Assert.Equal("no-referrer", answer.Headers["referrer-policy"]);
        Assert.Contains("no-store", answer.Headers["cache-control"], StringComparison.Ordinal);
        await page.Enter(floor.Astra, "Ada", floor.Astra.TokenOf("Ada"));
        await page.Open("strait");
        Assert.Equal(0, await page.Locator("script:not([src]), style, [style], [onclick]").CountAsync());
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Forms_of_other_pages_and_sockets_of_other_pages_are_refused()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Ada");
        var cookies = await browser.CookiesAsync([page.Url]);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = floor.Astra.Bare };
        client.DefaultRequestHeaders.Host = floor.Astra.Address.Authority;
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
        Assert.All(cookies.Where(c => c.Name == "parley-astra-Ada"), c => Assert.True(c.HttpOnly && c.SameSite == SameSiteAttribute.Strict));

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", floor.Astra.TokenOf("Ben"))]);
        using var began = await client.PostAsync(new Uri("/sessions", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?why=form", began.Headers.Location?.OriginalString);

        using var socket = new HttpRequestMessage(HttpMethod.Post, "/desk/Ada/_blazor/negotiate?negotiateVersion=1");
        socket.Headers.Add("Origin", "http://evil.example");
        using var opened = await client.SendAsync(socket, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, opened.StatusCode);

        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = floor.Astra.Bare };
        using var nobody = await stranger.PostAsync(new Uri("/desk/Ada/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task A_revoked_officer_is_out_at_once()
    {
        await using var browser = await chromium.Fresh();
        var token = (await Parley.EndToEnd.Tests.ControlAsserts.Must(
            floor.Astra.Station.Owner, new Parley.Control.Officers.AddOfficer("Gone", Parley.Control.Roles.Watch))).Token;
        var page = await (await browser.NewPageAsync()).Enter(floor.Astra, "Gone", token);
        await Parley.EndToEnd.Tests.ControlAsserts.Must(floor.Astra.Station.Owner, new Parley.Control.Officers.RevokeOfficer("Gone"));
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("What you had signed in with is not valid any more");
    }

    [Fact]
    public async Task A_link_with_a_token_does_not_sign_in_where_the_station_does_not_say_so()
    {
        await using var browser = await chromium.Fresh();
        await using var strict = await Watched.Create("strict", "Strict Land", directSignIn: false);
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{strict.Address}enter#Ada:{strict.TokenOf("Ada")}");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Links do not sign in at this station");
    }
}
