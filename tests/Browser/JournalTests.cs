using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.Control.Messages;
using Parley.EndToEnd.Tests;
using Parley.Lines.Entries;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What auditors read and take away.</summary>
public sealed class JournalTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private const string Fetch =
        "async url => { const a = await fetch(url); const b = await a.arrayBuffer(); " +
        "return JSON.stringify([a.status, a.headers.get('content-disposition') ?? '', b.byteLength]); }";

    private const string Submit =
        "async form => { const a = await fetch(form.action, { method: 'POST', body: new FormData(form) }); " +
        "const t = await a.text(); return JSON.stringify([a.status, a.headers.get('content-disposition') ?? '', t.length, t.slice(0, 200)]); }";

    [Fact]
    public async Task The_newest_stands_first_and_what_is_looked_for_stands_in_the_address()
    {
        await using var browser = await chromium.Fresh();
        await floor.Astra.As("Ben").Must(new SendMessage("strait", Precedence.Routine, "en", "For the journal."));
        var page = await browser.SignIn(floor.Astra, "Dov");
        await page.Locator(".ways a[href='journal']").ClickAsync();
        var numbers = page.Locator(".journal tbody th");
        await Expect(numbers.First).ToBeVisibleAsync();
        var shown = (await numbers.AllInnerTextsAsync()).Select(long.Parse).ToList();
        Assert.Equal(shown.OrderDescending(), shown);

        await page.GetByLabel("Officer").FillAsync("ben");
        await page.GetByLabel("Act").FillAsync("Released");
        await page.Locator(".filter").Press("Show");
        await Expect(page).ToHaveURLAsync(new Regex("journal\\?officer=ben&act=Released$"));
        await Expect(page.Locator(".journal tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".journal tbody tr")).ToContainTextAsync("strait");
        await page.ReloadAsync();
        await Expect(page.Locator(".journal tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Officer")).ToHaveValueAsync("ben");
    }

    [Fact]
    public async Task A_line_is_exported_to_whoever_may_and_to_nobody_else()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Dov");
        await page.Locator(".ways a[href='reports']").ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Export strait" });
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        var (status, kept, length) = Answer(await page.EvaluateAsync<string>(Fetch, await link.GetAttributeAsync("href")));
        Assert.Equal(200, status);
        Assert.StartsWith("attachment; filename=", kept, StringComparison.Ordinal);
        Assert.True(length > 1000);
        Assert.Equal(409, Answer(await page.EvaluateAsync<string>(Fetch, "files/line?line=nowhere")).Status);

        var watch = await browser.SignIn(floor.Astra, "Cleo");
        Assert.Equal(409, Answer(await watch.EvaluateAsync<string>(Fetch, "files/line?line=strait")).Status);
        using var nobody = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
        using var refused = await nobody.GetAsync(new Uri(floor.Astra.Bare, "/desk/Dov/files/line?line=strait"), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_silence_report_is_made_by_our_own_form_alone()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Dov");
        await page.Locator(".ways a[href='reports']").ClickAsync();
        await page.Locator("input[name=line][value=strait]").CheckAsync();
        await page.GetByLabel("Show our own words and topics too").CheckAsync();
        var form = page.Locator("form[action='files/silence-report']");
        var (status, kept, _) = Answer(await form.EvaluateAsync<string>(Submit));
        Assert.Equal(200, status);
        Assert.StartsWith("attachment; filename=", kept, StringComparison.Ordinal);

        await form.Locator("input[name=__RequestVerificationToken]").EvaluateAsync("field => field.value = 'of another page'");
        Assert.Equal(400, Answer(await form.EvaluateAsync<string>(Submit)).Status);
    }

    private static (int Status, string Kept, int Length) Answer(string json)
    {
        var all = JsonDocument.Parse(json).RootElement;
        return (all[0].GetInt32(), all[1].GetString()!, all[2].GetInt32());
    }
}
