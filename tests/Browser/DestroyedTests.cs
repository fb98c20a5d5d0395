using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.EndToEnd.Tests;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>The words of a site that is over are destroyed: every page says so with the time, and none calls it damage.</summary>
public sealed class DestroyedTests(Chromium chromium)
{
    private const string Title = "Hospital 2";
    private const string Destroyed = "DESTROYED here on";

    [Fact]
    public async Task What_was_destroyed_is_said_to_be_and_never_to_be_damaged()
    {
        await using var browser = await chromium.Fresh();
        var time = new LaterTime();
        await using var astra = await Watched.Create("astra", "Astra Republic", time: time);
        await using var boreal = await Watched.Create("boreal", "Boreal Union", time: time);
        await Floor.Meet(astra.Station, boreal.Station);
        var entry = await Notified(astra, boreal, time.GetUtcNow());
        var noted = await boreal.As("Ada").Must(new SayOnAid("relief", entry, AidWord.Noted));
        // Until it is received everywhere a station waits with destroying.
        await boreal.As("Ada").Until(new ReadEntry("relief", noted.Entry), e => e.Receipts.All(r => r.Received));

        time.Pass(TimeSpan.FromHours(80));
        await boreal.As("Ada").Until(new ReadEntry("relief", entry), e => e.Readable == Readability.Destroyed);

        var page = await browser.SignIn(boreal, "Ada");
        var desk = page.Url.Replace("board", "", StringComparison.Ordinal);
        foreach (var path in new[] { $"activity?line=relief&entry={Uri.EscapeDataString(entry)}", $"lines/relief?entry={Uri.EscapeDataString(entry)}", "timeline" })
        {
            await page.GotoAsync(desk + path);
            await Expect(page.Locator("main")).ToContainTextAsync(Destroyed);
            var shown = await page.Locator("main").InnerTextAsync();
            Assert.DoesNotContain(Title, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("cannot be read", shown, StringComparison.Ordinal);
            await Expect(page.Locator("main .absent")).ToHaveCountAsync(0);
        }

        await page.GotoAsync(desk + "board");
        await Expect(page.Locator(".line-card")).Not.ToContainTextAsync(["Unreadable here"]);
    }

    private static async Task<string> Notified(Watched astra, Watched boreal, DateTimeOffset now)
    {
        var (here, there) = (astra.As("Ada"), boreal.As("Ada"));
        await here.Must(new ProposeLine("relief", LineKind.Deconfliction, LineMode.Live, ["boreal"], new TermsView(["en"])));
        await there.Until(new ListLines(true), l => l.Any(v => v.Handle == "relief"));
        await there.Must(new AcceptLine("relief"));
        await here.Until(new ListLines(), l => l.Any(v => v.Handle == "relief" && v.State == LineState.Open));
        var volume = $"volume 1\ncircle 33.5000000 44.4000000 300\nband sfc .. unlimited\nvalid {FieldText.OfTime(now)} {FieldText.OfTime(now.AddHours(2))}\n";
        var draft = await here.Must(new NotifyActivity(
            "relief", ActivityKind.Site, Title, "channel 16", [volume], new AidInput(now.AddHours(2)), Despite: true));
        await there.Until(new ListActivities("relief"), l => l is [{ Activities.Count: 1 }]);
        await here.Until(new ReadEntry("relief", draft.Released!), e => e.Receipts.All(r => r.Received));
        return draft.Released!;
    }
}
