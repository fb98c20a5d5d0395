using System.Security.Cryptography;
using Microsoft.Playwright;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Control.Stations;
using Parley.EndToEnd.Tests;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Officers come in by passkey, and go out with it.</summary>
public sealed class PasskeyTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task A_link_sets_up_a_passkey_once_and_the_passkey_signs_in()
    {
        await using var browser = await chromium.Fresh();
        var code = await floor.Astra.LinkFor("Ada");
        var page = await browser.NewPageAsync();
        await DeviceKey.PlugIn(page);
        var seen = new List<string>();
        page.Request += (_, request) => seen.Add(request.Url.Split('#')[0]);
        await page.GotoAsync($"{floor.Astra.Address}enrol#{code}");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Set up how Ada signs in");
        await page.GetByLabel("What you call it").FillAsync("Desk 3");
        await page.Press("Make a passkey");
        await Expect(page.Locator(".told")).ToContainTextAsync("Your passkey is set up");

        // By the device, which knows who he is.
        await page.GetByLabel("Your name").FillAsync("");
        await page.Press("Sign in with a passkey");
        await page.WaitForSelectorAsync(".glance");
        await page.Locator(".top .officer").ClickAsync();
        await Expect(page.Locator(".session")).ToContainTextAsync("with a passkey");
        await Expect(page.Locator(".passkeys")).ToContainTextAsync("Desk 3");
        await page.Press("Sign out");
        await Expect(page.Locator(".told")).ToContainTextAsync("You have signed out");

        // By name.
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.Press("Sign in with a passkey");
        await page.WaitForSelectorAsync(".glance");

        // The code was in no address that left the browser; a second opening is told.
        Assert.DoesNotContain(seen, url => url.Contains(code, StringComparison.Ordinal));
        var other = await browser.NewPageAsync();
        await other.GotoAsync($"{floor.Astra.Address}enrol#{code}");
        await Expect(other.Locator(".trouble").First).ToContainTextAsync("This sign-in link is over");
        await floor.Astra.As("Dov").Until(
            new ReadJournal(), all => all.Any(r => r is { Act: "SignedOut", Officer: "Ada" }) && all.Count(r => r is { Act: "SignedIn", Officer: "Ada" }) >= 3);
    }

    [Fact]
    public async Task A_passkey_that_is_removed_ends_its_session_and_is_told_at_the_door()
    {
        await using var browser = await chromium.Fresh();
        var (page, _) = await DeviceKey.Enrol(browser, floor.Astra, "Ben");
        await SignIn(page);
        await page.Locator(".top .officer").ClickAsync();
        await page.Locator(".passkeys").Press("Remove Desk 3");
        await page.Locator(".passkeys").Press("Yes, remove it: whoever signed in by it is out");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("What you had signed in with is not valid any more");
        await page.GetByLabel("Your name").FillAsync("");
        await page.Press("Sign in with a passkey");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("This passkey is not known here");
        Assert.Contains(await floor.Astra.As("Dov").Must(new ReadJournal()), r => r is { Act: "SignInRefused", Note: "unknown passkey" });
    }

    [Fact]
    public async Task A_passkey_of_another_key_and_one_that_counts_backwards_are_refused()
    {
        await using var browser = await chromium.Fresh();
        var (page, device) = await DeviceKey.Enrol(browser, floor.Boreal, "Cleo");
        await SignIn(page);
        await page.Press("Sign out");
        var passkey = Assert.Single(await device.Passkeys());

        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await device.Replace(new(passkey) { ["privateKey"] = Convert.ToBase64String(another.ExportPkcs8PrivateKey()) });
        await page.Press("Sign in with a passkey");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("its answer could not be verified");

        await device.Replace(new(passkey) { ["signCount"] = 0 });
        await page.Press("Sign in with a passkey");
        await Expect(page.Locator(".trouble").First).ToContainTextAsync("This passkey counts backwards");

        // The page that was fooled stands at the door; the right one signs in.
        await device.Replace(passkey);
        await SignIn(page);
    }

    [Fact]
    public async Task An_officer_who_is_revoked_is_out_at_once_on_every_page()
    {
        await floor.Astra.Station.Owner.Must(new AddOfficer("Finn", Roles.Watch));
        await using var browser = await chromium.Fresh();
        var (page, _) = await DeviceKey.Enrol(browser, floor.Astra, "Finn");
        await SignIn(page);
        var other = await browser.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.WaitForSelectorAsync(".glance");
        await floor.Astra.Station.Owner.Must(new RevokeOfficer("Finn"));
        foreach (var each in new[] { page, other })
            await Expect(each.Locator(".trouble").First).ToContainTextAsync("What you had signed in with is not valid any more");
    }

    [Fact]
    public async Task An_officer_who_is_in_adds_a_passkey_and_sets_a_pin()
    {
        await using var browser = await chromium.Fresh();
        var (page, _) = await DeviceKey.Enrol(browser, floor.Boreal, "Ben");
        await SignIn(page);
        await page.Locator(".top .officer").ClickAsync();

        // This device holds one of his already, and says so.
        await page.GetByLabel("What you call it").FillAsync("Desk 3 again");
        await page.Press("Add a passkey");
        await Expect(page.Locator(".account-passkeys [data-trouble]")).ToHaveTextAsync("This device holds a passkey of yours already.");

        var second = await browser.NewPageAsync();
        await DeviceKey.PlugIn(second);
        await second.GotoAsync(page.Url);
        await second.GetByLabel("What you call it").FillAsync("Key in the safe");
        await second.Press("Add a passkey");
        await Expect(second.Locator(".told")).ToContainTextAsync("The passkey is added");
        await Expect(page.Locator(".passkeys")).ToContainTextAsync("Key in the safe");

        await page.GetByLabel("New PIN").FillAsync("nine lives");
        await page.GetByLabel("The same again").FillAsync("nine wives");
        await page.Press("Set the PIN");
        await Expect(page.Locator(".account-pin .trouble")).ToContainTextAsync("not the same");
        await page.GetByLabel("The same again").FillAsync("nine lives");
        await page.Press("Set the PIN");
        await Expect(page.Locator(".account-pin .told")).ToContainTextAsync("The PIN is set");
        Assert.IsType<SignedIn>(await floor.Boreal.Station.Host.Entrance.ByTokenAndPin(floor.Boreal.TokenOf("Ben"), "nine lives", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_admin_adds_an_officer_and_revokes_him_and_others_only_look()
    {
        await using var browser = await chromium.Fresh();
        var eve = await browser.SignIn(floor.Astra, "Eve");
        await eve.Locator(".ways").GetByRole(AriaRole.Link, new() { Name = "Officers" }).ClickAsync();
        await eve.GetByLabel("Name, as all will see it").FillAsync("Gale");
        await eve.Press("Add an officer");
        await Expect(eve.Locator(".new-officer .trouble")).ToContainTextAsync("Give the officer at least one role");
        await eve.GetByLabel("watch reads everything").CheckAsync();
        await eve.Press("Add an officer");
        var link = await eve.Locator("#secret-link").TextContentAsync();
        var token = await eve.Locator("#secret-token").TextContentAsync();
        Assert.NotNull(floor.Astra.Station.Host.Entrance.ByToken(token!));
        await eve.Press("I have it: hide it");
        await Expect(eve.Locator(".hand-over")).ToHaveCountAsync(0);
        await eve.ReloadAsync();
        await Expect(eve.Locator("tr[data-officer=Gale]")).ToContainTextAsync("watch");
        Assert.DoesNotContain(token!, await eve.ContentAsync(), StringComparison.Ordinal);

        var gale = await browser.NewPageAsync();
        await gale.GotoAsync(link!);
        await gale.GetByLabel("New PIN").FillAsync("two left feet");
        await gale.GetByLabel("The same again").FillAsync("two left feet");
        await gale.Press("Set the PIN");
        await Expect(gale.Locator(".told")).ToContainTextAsync("Your PIN is set");
        await Expect(eve.Locator("tr[data-officer=Gale]")).ToContainTextAsync("set");

        var cleo = await browser.SignIn(floor.Astra, "Cleo");
        await cleo.GotoAsync(cleo.Url.Replace("board", "officers", StringComparison.Ordinal));
        await Expect(cleo.Locator("tr[data-officer=Gale]")).ToBeVisibleAsync();
        await Expect(cleo.Locator(".officers button")).ToHaveCountAsync(0);

        await eve.Locator("tr[data-officer=Gale]").Press("Revoke…");
        Assert.NotNull(floor.Astra.Station.Host.Entrance.ByToken(token!));
        await eve.Press("Yes, end all access of Gale");
        await Expect(eve.Locator(".told")).ToContainTextAsync("Gale is revoked");
        Assert.Null(floor.Astra.Station.Host.Entrance.ByToken(token!));
        await Expect(cleo.Locator("tr[data-officer=Gale]")).ToContainTextAsync("revoked");
    }

    private static async Task SignIn(IPage page)
    {
        await page.Press("Sign in with a passkey");
        await page.WaitForSelectorAsync(".glance");
    }
}
