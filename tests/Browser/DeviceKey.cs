using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>A device that holds passkeys, played by the browser for one page. Its owner's finger is always there.</summary>
internal sealed class DeviceKey
{
    private readonly ICDPSession session;
    private readonly string id;

    private DeviceKey(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<DeviceKey> PlugIn(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new DeviceKey(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The passkeys in it, as the browser's protocol shows them.</summary>
    public async Task<IReadOnlyList<Dictionary<string, object>>> Passkeys()
    {
        var all = await session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = id });
        return [.. all!.Value.GetProperty("credentials").EnumerateArray().Select(c => c.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)))];
    }

    /// <summary>Puts another passkey in the place of the one that has the same id.</summary>
    public async Task Replace(Dictionary<string, object> passkey)
    {
        await session.SendAsync("WebAuthn.removeCredential", new Dictionary<string, object> { ["authenticatorId"] = id, ["credentialId"] = passkey["credentialId"] });
        await session.SendAsync("WebAuthn.addCredential", new Dictionary<string, object> { ["authenticatorId"] = id, ["credential"] = passkey });
    }

    /// <summary>Opens a sign-in link in a new page and makes a passkey; the page stands at the door.</summary>
    public static async Task<(IPage Page, DeviceKey Key)> Enrol(IBrowserContext browser, Watched station, string officer)
    {
        var page = await browser.NewPageAsync();
        var key = await PlugIn(page);
        await page.GotoAsync($"{station.Address}enrol#{await station.LinkFor(officer)}");
        await page.GetByLabel("What you call it").FillAsync("Desk 3");
        await page.Press("Make a passkey");
        await Expect(page.Locator(".told")).ToContainTextAsync("Your passkey is set up");
        return (page, key);
    }

    private static object Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetBoolean(),
    };
}
