using Microsoft.Playwright;
using Parley.Control.Alarms;
using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.EndToEnd.Tests;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Peers without a station, codebooks, the timeline and the station itself.</summary>
public sealed class StationDeskTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task What_goes_to_a_party_without_a_station_is_read_out_recorded_and_answered()
    {
        await using var browser = await chromium.Fresh();
        var ada = floor.Astra.As("Ada");
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.Locator(".ways a[href='peers']").ClickAsync();
        await page.GetByText("Add a party without a station").ClickAsync();
        await page.GetByLabel("Id (a-z, 0-9, dash)").FillAsync("cinder");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Cinder Isles");
        await page.GetByLabel("How it is reached").FillAsync("harbour office, telephone 5");
        await page.Locator("main").Press("Add it");
        var peer = page.Locator("article.peer", new() { HasText = "cinder" });
        await Expect(peer).ToContainTextAsync("BY HAND: no station");

        await ada.Must(new ProposeLine("harbour", LineKind.Warm, LineMode.Live, ["cinder"], new TermsView(["en"])));
        await ada.Must(new SendMessage("harbour", Precedence.Priority, "en", "A ship of ours passes at noon."));
        await Expect(peer.Locator(".read-out")).ToContainTextAsync("TO BE READ OUT");
        await Expect(peer.Locator(".read-out-lines .check-group").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]{5}$"));
        await peer.GetByText("Record what was done").ClickAsync();
        await peer.Locator(".read-out").Press("Record");
        await Expect(peer.Locator(".read-out")).ToHaveCountAsync(0);

        await peer.GetByText("Enter what they say").ClickAsync();
        await peer.GetByLabel("Words as you hear them").FillAsync("We have seen it.");
        await peer.GetByLabel("Check groups as you hear them").FillAsync("00000 00000");
        await peer.Press("Enter these words");
        await Expect(peer.Locator(".trouble")).ToBeVisibleAsync();
        await Expect(peer.GetByLabel("Words as you hear them")).ToHaveValueAsync("We have seen it.");
        await peer.GetByLabel("Check groups as you hear them").FillAsync("");
        await peer.Press("Enter these words");
        // That something was recorded stands there since the deed before: the words themselves say it.
        await Expect(peer.GetByLabel("Words as you hear them")).ToHaveValueAsync("");
        var said = await ada.Until(new ReadTranscript("harbour"), p => p.Entries.Any(e => e.Text == "We have seen it."));
        Assert.Single(said.Entries, e => e.Text == "We have seen it.");
    }

    [Fact]
    public async Task A_codebook_is_certified_by_the_digits_on_paper_and_searched_in_two_languages()
    {
        await using var browser = await chromium.Fresh();
        var book = new Codebook("drills", 1, ["en", "eo"], [new Code(7, ReleaseClass.One, [],
            [new CodeText("Fog", "We see fog.", false), new CodeText("Nebulo", "Ni vidas nebulon.", true)])]);
        var added = await floor.Astra.As("Ada").Must(new AddCodebook(book.Encode()));
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.Locator(".ways a[href='codebooks']").ClickAsync();
        var card = page.Locator("article.panel", new() { HasText = "drills/1" });
        await card.GetByText("Certify it for our party").ClickAsync();
        Assert.DoesNotContain(added.Digits, await card.InnerTextAsync(), StringComparison.Ordinal);
        await card.GetByLabel("Digits on the paper").FillAsync("11111 11111");
        await card.Press("Certify");
        await Expect(card.Locator(".trouble")).ToContainTextAsync("The digits are not those of drills version 1");
        await card.GetByLabel("Digits on the paper").FillAsync(added.Digits);
        await card.Press("Certify");
        await Expect(card).ToContainTextAsync("certified by Ada");
        await card.GetByRole(AriaRole.Link, new() { Name = "drills/1" }).ClickAsync();
        await Expect(card.Locator(".code-texts .said")).ToHaveTextAsync(["We see fog.", "Ni vidas nebulon."]);
        await card.GetByLabel("Find a code").FillAsync("nothing such");
        await Expect(card.Locator(".code-texts")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_timeline_keeps_live_and_exercise_apart_and_its_choice_in_the_address()
    {
        await using var browser = await chromium.Fresh();
        await floor.Astra.As("Ada").Must(new SendMessage("drill", Precedence.Routine, "en", "Only an exercise."));
        await floor.Astra.As("Ada").Must(new SendMessage("strait", Precedence.Routine, "en", "This is meant."));
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.Locator(".ways a[href='timeline']").ClickAsync();
        await Expect(page.Locator(".timeline > li", new() { HasText = "This is meant." })).ToContainTextAsync("Signed");
        await Expect(page.Locator(".timeline")).Not.ToContainTextAsync("Only an exercise.");
        await page.GetByLabel("Exercise lines").CheckAsync();
        await page.GetByLabel("message", new() { Exact = true }).CheckAsync();
        await page.Locator(".filter").Press("Show");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kinds=messages&exercise=true"));
        await Expect(page.Locator(".exercise-frame .timeline")).ToContainTextAsync("Only an exercise.");
        await Expect(page.Locator(".timeline")).Not.ToContainTextAsync("This is meant.");
    }

    [Fact]
    public async Task An_admin_names_the_roster_and_everybody_sees_it()
    {
        await using var browser = await chromium.Fresh();
        var eve = await browser.SignIn(floor.Astra, "Eve");
        await eve.Locator(".ways a[href='station']").ClickAsync();
        var level = eve.Locator(".roster-level").First;
        await level.GetByText("Change").ClickAsync();
        await level.GetByLabel("Names, one a row").FillAsync("Ada\nBen");
        await level.Press("Set");
        await Expect(level).ToContainTextAsync("Ada, Ben");
        Assert.Equal(["Ada", "Ben"], (await floor.Astra.As("Cleo").Must(new ShowRoster()))[0].Names);
        var cleo = await browser.SignIn(floor.Astra, "Cleo");
        await cleo.Locator(".ways a[href='station']").ClickAsync();
        await Expect(cleo.Locator(".roster-level").First).ToContainTextAsync("Ada, Ben");
        await Expect(cleo.GetByText("Change")).ToHaveCountAsync(0);
        await Expect(cleo.GetByRole(AriaRole.Button, new() { Name = "Copy the store" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 800)]
    public async Task No_page_of_the_station_has_a_violation(bool dark, int width)
    {
        await using var browser = await chromium.Fresh(dark, width: width, height: 1000);
        foreach (var group in Pages.GroupBy(p => p.Officer))
        {
            var page = await browser.SignIn(floor.Astra, group.Key);
            var desk = page.Url.Replace("board", "", StringComparison.Ordinal);
            foreach (var (path, ready, _) in group)
            {
                // The steps of a ceremony are one page.
                if (path.Contains('?', StringComparison.Ordinal))
                    await page.GotoAsync(desk + path);
                else
                    await page.Go(path);
                await page.WaitForSelectorAsync(ready);
                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
                await Access.HasNoViolation(page, path);
            }
        }
    }

    /// <summary>A page, what must be there before it is looked at, and an officer who may see all of it.</summary>
    private static readonly (string Path, string Ready, string Officer)[] Pages =
    [
        ("peers", "article.peer", "Ada"), ("ceremony", "#own-card", "Ada"), ("ceremony?step=take", "#their-card", "Ada"),
        ("ceremony?step=compare&with=boreal", ".both-ways", "Ada"),
        ("ceremony?step=propose&with=boreal", ".first-line", "Ada"), ("ceremony?step=wait&with=boreal", ".ceremony article", "Ada"), ("lines", "article.charter", "Ada"),
        ("codebooks", "h1", "Ada"), ("timeline", ".timeline", "Ada"), ("journal", ".journal", "Dov"), ("reports", "form.fields", "Dov"), ("station", ".roster-level", "Eve"),
    ];
}
