using Microsoft.Playwright;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Control.Stations;
using Parley.EndToEnd.Tests;
using Parley.Lines.Charters;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>A watch from its first word to its last at the consoles of two stations: what officers do in a night that goes wrong, in one go.</summary>
public sealed class WholeWatchTests(Chromium chromium)
{
    private const string Text = "An unarmed drone of ours drifts toward your coast.";
    private static readonly TimeSpan Beacon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_watch_is_kept()
    {
        await using var browser = await chromium.Fresh();
        var time = new LaterTime();
        await using var astra = await Watched.Create("astra", "Astra Republic", time: time);
        await using var boreal = await Watched.Create("boreal", "Boreal Union", time: time);
        await Floor.Meet(astra.Station, boreal.Station);
        await OpenLine(astra, boreal);
        var (ada, ben) = (await ByPasskey(browser, astra, "Ada"), await ByPasskey(browser, astra, "Ben"));
        var there = await (await browser.SignIn(boreal, "Ada")).Open("strait");

        await TwoOfficersReleaseAFlash(ada, ben, there);
        await ItIsTranslatedAndAnswered(there, ada);
        await ACheckIsMissed(time, ada, astra, boreal);
        await ACircuitIsCut(ada, astra);
        await ACallIsDeclined(there, ada);
    }

    private static async Task OpenLine(Watched astra, Watched boreal)
    {
        var zones = new[] { ("astra", "Europe/Lisbon"), ("boreal", "Asia/Tokyo") };
        var ministers = new CounterpartView("ministers", [.. zones.Select(z =>
            new SeatView(z.Item1, [new("en", "Minister", "Minister"), new("eo", "Ministro", "Ministro")], [], z.Item2, ["en", "eo"], false))]);
        await astra.As("Ada").Must(new ProposeLine("strait", LineKind.Hot, LineMode.Live, ["boreal"],
            new TermsView(["en", "eo"], "flash=2", Checks: "hourly;answer=10;begins=astra", Counterparts: [ministers])));
        await boreal.As("Ada").Until(new ListLines(true), l => l.Any(v => v.Handle == "strait"));
        await boreal.As("Ada").Must(new AcceptLine("strait"));
        foreach (var station in new[] { astra, boreal })
            await station.As("Ada").Until(new ListLines(), l => l.Any(v => v.Handle == "strait" && v.State == LineState.Open));
    }

    private static async Task<IPage> ByPasskey(IBrowserContext browser, Watched station, string officer)
    {
        var (page, _) = await DeviceKey.Enrol(browser, station, officer);
        await page.Press("Sign in with a passkey");
        await page.WaitForSelectorAsync(".glance");
        return await page.Open("strait");
    }

    private static ILocator Card(IPage board) => board.Locator(".line-card:has(h3 a[href='lines/strait'])");

    private static async Task TwoOfficersReleaseAFlash(IPage ada, IPage ben, IPage there)
    {
        await ada.Write(Text);
        await ada.GetByLabel("Precedence").SelectOptionAsync("FLASH");
        await ada.Locator(".writer").Press("Approve, and let a second officer release");
        await ben.Locator("article.draft", new() { HasText = Text }).Press("Approve as it stands: it leaves");
        await Expect(there.Entry(Text)).ToBeVisibleAsync();
        await Expect(ada.Entry(Text)).ToContainTextAsync("received by boreal: their station signed for it");
    }

    private static async Task ItIsTranslatedAndAnswered(IPage there, IPage ada)
    {
        var entry = there.Entry(Text);
        await entry.Press("Translate, pass on…");
        await entry.GetByLabel("What was done").SelectOptionAsync("rough translation");
        await entry.GetByLabel("Language").FillAsync("eo");
        await entry.GetByLabel("Translation or note (never replaces the original)").FillAsync("Senarma dronego nia drivas al via marbordo.");
        await entry.Press("Record");
        await Expect(entry.Locator(".side-by-side section")).ToHaveCountAsync(2);
        await Expect(entry.Locator(".side-by-side section").Nth(1)).ToContainTextAsync("Senarma dronego");

        await entry.Press("Answer");
        await there.Write("We see it. Our pilots will only watch.");
        await there.GetByLabel("Precedence").SelectOptionAsync("Priority");
        await there.Locator(".writer").Press("Send");
        await Expect(ada.Entry("We see it. Our pilots will only watch.").Locator(".relation")).ToContainTextAsync("Regards");
    }

    // The time of a check of theirs passes, and the ten minutes to send it; their officer sits there and does nothing.
    private static async Task ACheckIsMissed(LaterTime time, IPage ada, Watched astra, Watched boreal)
    {
        var status = await astra.As("Ada").Must(new ShowStatus());
        var due = status.Lines.Single(l => l.Handle == "strait").Checks!;
        time.Pass(due.Next!.Value - time.GetUtcNow() + (due.OurTurn ? TimeSpan.FromHours(1) : TimeSpan.Zero) - TimeSpan.FromMinutes(1));
        // From here on second by second, as it were: each station sends its signs of life, and nobody could say that the circuit was cut.
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(13); passed += Beacon)
        {
            time.Pass(Beacon);
            await BothAreHeard(time.GetUtcNow() - (2 * Beacon), astra, boreal);
        }

        await ada.Locator(".ways a[href='board']").ClickAsync();
        var verdict = Card(ada);
        await Expect(verdict).ToContainTextAsync("their desk unattended", new() { Timeout = 30_000 });
        await Expect(verdict).ToContainTextAsync("told not to answer");
        await verdict.Locator("summary").ClickAsync();
        await Expect(verdict.Locator(".states")).ToContainTextAsync("missed");
        await Expect(verdict.Locator(".states")).ToContainTextAsync("working");
    }

    // However slow the machine is: minutes that pass before a sign of life has come would be a cut circuit, and excuse the check.
    private static async Task BothAreHeard(DateTimeOffset since, params Watched[] stations)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var silent = true;
        while (silent)
        {
            limit.Token.ThrowIfCancellationRequested();
            silent = false;
            foreach (var station in stations)
                silent |= (await station.Station.Owner.Must(new ShowStatus())).Peers.Any(p => p.LastHeard is not { } heard || heard < since);
        }
    }

    private static async Task ACircuitIsCut(IPage ada, Watched astra)
    {
        var card = Card(ada);
        try
        {
            astra.Station.Circuits!.Cut(true);
            await Expect(card).ToContainTextAsync("Circuits to boreal0 open");
            await Expect(card).ToContainTextAsync("One lost since");
        }
        finally
        {
            astra.Station.Circuits!.Cut(false);
        }

        await Expect(card).ToContainTextAsync("Circuits to boreal1 open", new() { Timeout = 30_000 });
    }

    private static async Task ACallIsDeclined(IPage there, IPage ada)
    {
        await there.Locator(".ways a[href='calls']").ClickAsync();
        await there.GetByText("Ask for a call…").ClickAsync();
        await there.GetByLabel("What about (one line)").FillAsync("Handing over the drone");
        await there.Press("Ask for the call");

        await ada.Locator(".ways a[href='calls']").ClickAsync();
        var asked = ada.Locator(".call-card", new() { HasText = "Handing over the drone" });
        await Expect(asked).ToContainTextAsync("OURS TO DO");
        await asked.GetByRole(AriaRole.Link).First.ClickAsync();
        await ada.Press("Decline…");
        await ada.GetByLabel("Reason").SelectOptionAsync("another pair should talk first");
        await ada.Locator(".call-form").Press("Decline");
        await Expect(ada.Locator(".call-state")).ToContainTextAsync("DECLINED: another pair should talk first");

        var declined = there.Locator(".call-card", new() { HasText = "Handing over the drone" });
        await Expect(declined).ToContainTextAsync("DECLINED: another pair should talk first");
        await there.Locator(".ways a[href='board']").ClickAsync();
        await Expect(Card(there)).ToContainTextAsync("call declined");
    }
}
