using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.EndToEnd.Tests;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Activities and overlaps at the consoles of two stations: notified, met, moved by agreement, read back, and said of nothing that it is safe.</summary>
public sealed partial class DeconflictionTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Two_flights_overlap_for_both_and_the_agreed_volume_parts_them()
    {
        await using var browser = await chromium.Fresh();
        await Agree("sky");
        var here = await browser.SignIn(floor.Astra, "Ada");
        await here.Locator(".ways a[href='activities']").ClickAsync();
        await here.GetByRole(AriaRole.Link, new() { Name = "sky", Exact = true }).First.ClickAsync();
        await here.GetByRole(AriaRole.Link, new() { Name = "Notify an activity" }).ClickAsync();
        await Fill(here, "HAWK 21", "54.5 19.2");
        await Expect(here.Locator(".meets")).ToContainTextAsync("comes closer to nothing");
        await here.Press("Notify");
        await Expect(here.Locator("h1")).ToContainTextAsync("HAWK 21");
        await floor.Boreal.As("Ada").Until(new ListActivities("sky"), l => l is [{ Activities.Count: 1 }]);

        // The other side is warned before its own leaves, and says that it knows.
        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.GotoAsync(there.Url.Replace("board", "activity/write?line=sky", StringComparison.Ordinal));
        await Fill(there, "STORK 4", "54.52 19.2");
        await Expect(there.Locator(".meets .overlap-row")).ToContainTextAsync("HAWK 21");
        // What is only checked has no number, whatever stands in its place.
        Assert.DoesNotContain(Parley.Lines.Bounds.FeedSize.ToString(System.Globalization.CultureInfo.InvariantCulture), await there.ContentAsync(), StringComparison.Ordinal);
        await Expect(there.GetByRole(AriaRole.Button, new() { Name = "Send in spite of the warnings" })).ToHaveCountAsync(0);
        await there.Press("Notify");
        await Expect(there.Locator(".warned")).ToContainTextAsync("OVERLAP with astra's flight HAWK 21");
        await there.Press("Send in spite of the warnings");
        await Expect(there.Locator("h1")).ToContainTextAsync("STORK 4");

        await here.Locator(".ways a[href='overlaps']").ClickAsync();
        await there.Locator(".ways a[href='overlaps']").ClickAsync();
        var (row, mirrored) = (here.Locator(".overlap-row", new() { HasText = "HAWK 21" }), there.Locator(".overlap-row", new() { HasText = "HAWK 21" }));
        await Expect(row).ToContainTextAsync("STORK 4");
        await Expect(mirrored).ToContainTextAsync("OVERLAP");
        Assert.Equal(await row.Locator(".value").InnerTextAsync(), await mirrored.Locator(".value").InnerTextAsync());

        await mirrored.GetByRole(AriaRole.Link, new() { Name = "Open the overlap" }).ClickAsync();
        await there.Press("Propose another volume");
        await there.Locator("#counter-0-place").FillAsync("57.0 19.2");
        await there.Locator("#counter-0-radius").FillAsync("5000");
        await there.Press("Put this place in");
        await there.Press("Send this word");
        await Expect(there.Locator(".counter-proposal")).ToContainTextAsync("It waits for the other side");

        await row.GetByRole(AriaRole.Link, new() { Name = "Open the overlap" }).ClickAsync();
        await Expect(here.Locator(".counter-proposal")).ToContainTextAsync("STORK 4");
        await Expect(here.Locator(".map-table")).ToContainTextAsync("PROPOSED: STORK 4");
        await here.Press("Agree to the proposal");
        await here.Press("Send this word");
        foreach (var page in new[] { here, there })
        {
            await Expect(page.Locator(".overlap-head")).ToContainTextAsync("No overlap");
            await page.Locator(".ways a[href='overlaps']").ClickAsync();
            await Expect(page.Locator("h1")).ToContainTextAsync("Overlaps");
            await Expect(page.Locator(".overlap-row", new() { HasText = "HAWK 21" })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_place_that_is_read_back_wrong_is_flagged_on_both_sides()
    {
        await using var browser = await chromium.Fresh();
        await Agree("echo");
        var entry = await Notified("echo", ActivityKind.Patrol, "HERON 7");
        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.GotoAsync(there.Url.Replace("board", $"activity?line=echo&entry={Uri.EscapeDataString(entry)}", StringComparison.Ordinal));

        // 0.081 degrees of latitude are some nine kilometres.
        await there.Locator("#read-0").FillAsync("54.581 19.2");
        await there.Press("Read back");
        var here = await browser.SignIn(floor.Astra, "Ada");
        await here.GotoAsync(here.Url.Replace("board", $"activity?line=echo&entry={Uri.EscapeDataString(entry)}", StringComparison.Ordinal));
        foreach (var page in new[] { there, here })
        {
            await Expect(page.Locator(".differs")).ToContainTextAsync("boreal READ BACK ANOTHER PLACE");
            var metres = Digits().Replace(Apart().Match(await page.Locator(".differs").InnerTextAsync()).Groups[1].Value, "");
            Assert.InRange(int.Parse(metres, System.Globalization.CultureInfo.InvariantCulture), 8_900, 9_100);
        }
    }

    [Fact]
    public async Task A_movements_page_promises_nothing()
    {
        await using var browser = await chromium.Fresh();
        await Agree("relief");
        var entry = await Notified("relief", ActivityKind.Movement, "CONVOY 3");
        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.GotoAsync(there.Url.Replace("board", $"activity?line=relief&entry={Uri.EscapeDataString(entry)}", StringComparison.Ordinal));
        await Expect(there.Locator(".reach")).ToContainTextAsync("Protection under law does not depend on this notification");
        Assert.Equal(["Noted", "Concern about the route or place", "Concern about the time", "We cannot guarantee that it comes to no harm"],
            await there.Locator("input[name=aid-word] + b").AllInnerTextsAsync());
        await there.GetByLabel("We cannot guarantee").CheckAsync();
        await there.Press("Say so");
        var here = await browser.SignIn(floor.Astra, "Ada");
        await here.GotoAsync(here.Url.Replace("board", $"activity?line=relief&entry={Uri.EscapeDataString(entry)}", StringComparison.Ordinal));
        foreach (var page in new[] { there, here })
        {
            await Expect(page.Locator(".said-of")).ToContainTextAsync("CANNOT GUARANTEE that it comes to no harm. This does not alter the protection owed under law.");
            Assert.DoesNotMatch(Promise(), await page.Locator("main").InnerTextAsync());
            Assert.Equal(0, await page.Locator("main .good").CountAsync());
        }
    }

    [Theory]
    [InlineData(false, 1280, "en")]
    [InlineData(true, 390, "ar")]
    public async Task No_page_of_activities_has_a_violation(bool dark, int width, string language)
    {
        await using var browser = await chromium.Fresh(dark, width: width, height: 900);
        var name = "seen-" + language;
        await Agree(name);
        await browser.AddCookiesAsync([new Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        var mine = await Notified(name, ActivityKind.Flight, "HAWK 22");
        var aid = await Notified(name, ActivityKind.Movement, "CONVOY 4");
        var theirs = await Notified(name, ActivityKind.Fire, "RANGE 9", floor.Boreal);
        await floor.Boreal.As("Ada").Must(new ReadBackActivity(name, mine, ["54.6 19.2"]));
        await floor.Boreal.As("Ada").Must(new SayOnOverlap(name, mine, theirs, OverlapWord.Counter, theirs, [Volume("56.0000000 19.2000000")]));
        await floor.Astra.As("Ada").Until(new ShowOverlap(name, mine, theirs), o => o.Proposal is not null);
        var page = await browser.SignIn(floor.Astra, "Ada");
        var desk = page.Url.Replace("board", "", StringComparison.Ordinal);
        foreach (var (path, ready, button) in new[]
        {
            ($"activities?line={name}", ".overlap-row", ""), ($"activity/write?line={name}", ".volume-input", ".around > button + button"),
            ($"activity?line={name}&entry={Uri.EscapeDataString(mine)}", ".differs", ".next-steps .row > button"),
                ($"activity?line={name}&entry={Uri.EscapeDataString(aid)}", ".reach", ""),
            ($"activity?line={name}&entry={Uri.EscapeDataString(theirs)}", ".read-back", ""), ($"overlaps?line={name}", ".overlap-row", ""),
            ($"overlap?line={name}&entry={Uri.EscapeDataString(mine)}&other={Uri.EscapeDataString(theirs)}", ".counter-proposal", ".next-steps .row > button:nth-child(4)"),
                ("board", ".need", ""),
        })
        {
            await page.GotoAsync(desk + path);
            await page.WaitForSelectorAsync(ready);
            if (button.Length > 0)
                await page.Locator(button).First.ClickAsync();
            await Access.HasNoViolation(page, path);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{path} is wider than the screen");
        }
    }

    [GeneratedRegex(@"\b(safe|safely|clear|cleared|approved|permitted|guaranteed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(@"DIFFERS by ([\d\s]+) m")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();

    private static string Time(int hours) => FieldText.OfTime(Now.AddHours(hours));

    private static string Volume(string at) => $"volume 1\ncircle {at} 5000\nband sfc .. fl 195\nvalid {Time(2)} {Time(5)}\n";

    // A flight of three hours that begins in two.
    private static async Task Fill(IPage page, string title, string place)
    {
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#contact").FillAsync("Operations desk, 126.7 MHz");
        await page.Locator("#vol-0-place").FillAsync(place);
        await page.Locator("#vol-0-radius").FillAsync("5000");
        await page.Press("Put this place in");
        await page.GetByLabel("Begins (UTC)", new() { Exact = true }).FillAsync($"{Now.AddHours(2):yyyy-MM-dd}T{Now.AddHours(2):HH:mm}Z");
        await page.GetByLabel("Ends (UTC)", new() { Exact = true }).FillAsync($"{Now.AddHours(5):yyyy-MM-dd}T{Now.AddHours(5):HH:mm}Z");
        await page.Locator("#contact").FocusAsync();
    }

    // Notified in spite of what it meets; it is there on both sides.
    private async Task<string> Notified(string line, ActivityKind kind, string title, Watched? by = null)
    {
        var aid = kind.IsHumanitarian() ? new AidInput(Now.AddHours(8), Vehicles: "6 lorries, white") : null;
        var addressees = by is null ? [new AddresseeInput("boreal:guns", 30)] : Array.Empty<AddresseeInput>();
        var author = by ?? floor.Astra;
        var draft = await author.As("Ada").Must(new NotifyActivity(
            line, kind, title, "Operations desk", [Volume("54.5000000 19.2000000")], aid, Addressees: addressees, Despite: true));
        foreach (var side in new[] { floor.Astra, floor.Boreal })
            await side.As("Ada").Until(new ListActivities(line), l => l is [var only] && only.Activities.Any(a => a.Title == title));
        return draft.Released!;
    }

    // Opens a live line for activities.
    private async Task Agree(string name)
    {
        var (here, there) = (floor.Astra.As("Ada"), floor.Boreal.As("Ada"));
        await here.Must(new ProposeLine(name, LineKind.Deconfliction, LineMode.Live, ["boreal"], new TermsView(["en", "ru", "ar"], Addressees: ["astra:guns", "boreal:guns"])));
        await there.Until(new ListLines(true), l => l.Any(v => v.Handle == name));
        await there.Must(new AcceptLine(name));
        foreach (var side in new[] { here, there })
            await side.Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
    }
}
