using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.EndToEnd.Tests;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Maps at the console: what they show, that keys and hands move them, and that a volume can be drawn without a mouse.</summary>
public sealed class MapTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    // Edges of some 600 km; a straight line between two of them would miss the great circle by 13 km.
    private const string Northern = "polygon geodesic\nvertex 72.0000000 20.0000000\nvertex 72.0000000 37.5000000\nvertex 77.3000000 37.5000000\nvertex 77.3000000 20.0000000";

    [Fact]
    public async Task A_notice_shows_on_a_map_and_in_a_table_where_it_is()
    {
        await using var browser = await chromium.Fresh();
        var page = await Open(browser, "where", Northern);
        await Expect(page.Locator(".map-picture .land")).ToHaveAttributeAsync("d", new Regex("^M.{1000,}"));
        var item = page.Locator(".map-picture .item.ours");
        await Expect(item).ToHaveCountAsync(1);

        // A ring that is turned the wrong way fills the earth.
        var (drawn, all) = ((await item.Locator("path:not(.halo)").BoundingBoxAsync())!, (await page.Locator(".map-box").BoundingBoxAsync())!);
        Assert.InRange(drawn.Width * drawn.Height, 0.05 * all.Width * all.Height, 0.8 * all.Width * all.Height);

        var row = page.Locator(".map-table tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("Area, heights and times");
        await Expect(row).ToContainTextAsync("astra");
        await Expect(row).ToContainTextAsync("announced");
        await Expect(row).ToContainTextAsync(new Regex("74\\.[0-9]{4}° N 28\\.7500° E"));
        await Expect(row).ToContainTextAsync(new Regex("all of it within [0-9]{3} km"));
        await Expect(row).ToContainTextAsync("Height: surface – FL 300");
        await Expect(page.Locator(".map-picture .net text").First).ToContainTextAsync("°");
        await Expect(page.Locator("[data-map-said]")).ToContainTextAsync("in view: 1 of 1");
    }

    [Fact]
    public async Task Keys_move_the_map_and_marks_go_both_ways()
    {
        await using var browser = await chromium.Fresh();
        var page = await Open(browser, "keys", Northern);
        var box = page.Locator(".map-box");
        await Expect(box).ToHaveAttributeAsync("data-view", new Regex("^7"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).FocusAsync();
        for (var i = 0; i < 3; i++)
            await page.Keyboard.PressAsync("Tab");
        await Expect(box).ToBeFocusedAsync();
        var first = await View(box);
        var scrolled = await page.EvaluateAsync<double>("() => scrollY");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        var moved = await Until(box, v => v.Latitude < first.Latitude);
        Assert.True(moved.Longitude > first.Longitude);
        Assert.Equal(scrolled, await page.EvaluateAsync<double>("() => scrollY"));
        await page.Keyboard.PressAsync("+");
        var near = await Until(box, v => v.Kilometres < 0.7 * first.Kilometres);
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Until(box, v => v.Longitude < near.Longitude && near.Longitude - v.Longitude < 3);
        await page.Keyboard.PressAsync("0");
        Assert.Equal(first, await Until(box, v => v == first));

        await page.Locator(".map-table").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(box).ToBeFocusedAsync();
        await Expect(page.Locator(".map-table tr.chosen")).ToHaveCountAsync(1);
        await Expect(page.Locator(".map-picture .item.chosen")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".map-table tr.chosen")).ToHaveCountAsync(0);
        await box.ClickAsync();
        await Expect(page.Locator(".map-table tr.chosen")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_wheel_turns_the_page_until_somebody_has_gone_into_the_map()
    {
        await using var browser = await chromium.Fresh(height: 500);
        var page = await Open(browser, "wheel", Northern);
        var box = page.Locator(".map-box");
        await Expect(box).ToHaveAttributeAsync("data-view", new Regex("^7"));
        await box.HoverAsync();
        var first = await View(box);
        var top = await page.EvaluateAsync<double>("() => scrollY");
        await page.Mouse.WheelAsync(0, 40);
        await page.WaitForFunctionAsync("top => scrollY > top", top);
        Assert.Equal(first, await View(box));
        await box.ClickAsync();
        top = await page.EvaluateAsync<double>("() => scrollY");
        await page.Mouse.WheelAsync(0, -200);
        await Until(box, v => v.Kilometres < first.Kilometres);
        Assert.Equal(top, await page.EvaluateAsync<double>("() => scrollY"));

        // What is under the pointer goes with it.
        var there = (await box.BoundingBoxAsync())!;
        var before = await View(box);
        await page.Mouse.MoveAsync(there.X + 300, there.Y + 150);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(there.X + 200, there.Y + 150, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();
        await Until(box, v => v.Longitude > before.Longitude);
    }

    [Fact]
    public async Task A_time_is_chosen_and_what_is_not_on_then_fades_and_is_said()
    {
        await using var browser = await chromium.Fresh();
        var page = await Open(browser, "times", Northern);
        var all = page.GetByLabel("All times");
        await Expect(all).ToBeCheckedAsync();
        var slider = page.GetByLabel("Time (UTC)");
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".map-picture .item.off")).ToHaveCountAsync(1);
        await Expect(page.Locator(".map-table")).ToContainTextAsync("not on at the chosen time");
        await Expect(all).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator(".map-clock")).ToContainTextAsync(Now.AddDays(11).ToString("yyyy-MM-dd 05:45'Z'", CultureInfo.InvariantCulture));
        await Expect(page.Locator(".map-table")).Not.ToContainTextAsync("not on at the chosen time");
        await all.CheckAsync();
        await Expect(page.Locator(".map-clock")).ToHaveTextAsync("All times");
        await page.Press("Change after");
        await Expect(page.Locator(".map-clock")).ToContainTextAsync("06:00Z");
    }

    [Fact]
    public async Task A_polygon_is_drawn_by_keys_and_its_text_is_the_truth()
    {
        await using var browser = await chromium.Fresh();
        await floor.Agree("drawn");
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", "notice/write?line=drawn&format=sea-activity", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw on the map" }).PressAsync("Enter");
        var box = page.Locator(".map-box.drawing");
        await box.FocusAsync();
        var place = page.Locator("[data-draw-vertex]");
        foreach (var (keys, count) in new[] { ("ArrowDown ArrowDown + +", 1), ("ArrowRight", 2), ("ArrowUp", 3), ("ArrowLeft", 4) })
        {
            foreach (var key in keys.Split(' '))
                await page.Keyboard.PressAsync(key);
            await page.Keyboard.PressAsync("Enter");
            await Expect(place).ToHaveCountAsync(count);
        }

        await page.Keyboard.PressAsync("Backspace");
        await Expect(place).ToHaveCountAsync(3);
        await Expect(page.Locator(".map-picture .drawn")).ToHaveCountAsync(1);
        await Expect(page.Locator(".map-picture .handle")).ToHaveCountAsync(3);
        await Expect(page.Locator(".volume-draw [role=status].warning-note")).ToContainTextAsync("does not stand in the form yet");
        await page.Press("Put it into the form");
        var text = page.Field("area");
        await Expect(text).ToHaveValueAsync(new Regex(
            "^volume 1\npolygon geodesic\n(vertex -?[0-9]+\\.[0-9]{7} -?[0-9]+\\.[0-9]{7}\n){3}band sfc .. fl 195\nvalid \\S+Z \\S+Z\n$"));
        await Expect(page.Locator("[data-field=area] .gap-note")).ToHaveCountAsync(0);

        // What is typed moves the drawing, in any notation.
        await place.First.FillAsync("72°00'00\"N 030°00'00\"E");
        await place.First.PressAsync("Tab");
        await Expect(place.First).ToHaveValueAsync("72.0000000 30.0000000");
        await page.Press("Put it into the form");
        await Expect(text).ToHaveValueAsync(new Regex("\nvertex 72\\.0000000 30\\.0000000\n"));
        await place.First.FillAsync("somewhere");
        await place.First.PressAsync("Tab");
        await Expect(page.Locator(".volume-draw [role=status]").Last).ToContainTextAsync("cannot be read");

        // And what is written in the form is taken up by the sheet.
        await text.FillAsync(
            "volume 1\ncorridor rhumb 2500\nvertex 69.0000000 15.0000000\nvertex 69.0000000 17.0000000\nband sfc .. fl 30\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z");
        await Expect(page.Locator("[id$=-draw-metres]")).ToHaveValueAsync("2500");
        await Expect(place).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_circle_is_drawn_by_pointer_and_its_centre_dragged()
    {
        await using var browser = await chromium.Fresh(height: 1200);
        await floor.Agree("pointed");
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", "notice/write?line=pointed&format=sea-activity", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw on the map" }).ClickAsync();
        await page.Locator("[id$=-draw-kind]").SelectOptionAsync("Circle");
        var box = page.Locator(".map-box.drawing");
        await box.ScrollIntoViewIfNeededAsync();
        await box.ClickAsync(new LocatorClickOptions { Position = new Position { X = 300, Y = 200 } });
        var place = page.Locator("[data-draw-vertex]");
        await Expect(place).ToHaveCountAsync(1);
        await box.ClickAsync(new LocatorClickOptions { Position = new Position { X = 360, Y = 200 } });
        await Expect(page.Locator("[id$=-draw-metres]")).ToHaveValueAsync(new Regex("^[0-9]{5,7}$"));
        await Expect(page.Locator(".map-picture .drawn")).ToHaveCountAsync(1);
        var before = await place.InputValueAsync();
        var there = (await box.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(there.X + 300, there.Y + 200);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(there.X + 380, there.Y + 240, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(place).Not.ToHaveValueAsync(before);
        await page.Press("Put it into the form");
        await Expect(page.Field("area")).ToHaveValueAsync(new Regex("^volume 1\ncircle "));
    }

    [Theory]
    [InlineData(false, 1280, "en")]
    [InlineData(true, 390, "ar")]
    [InlineData(true, 1280, "ru")]
    public async Task No_map_has_a_violation(bool dark, int width, string language)
    {
        await using var browser = await chromium.Fresh(dark, width: width, height: 900);
        await browser.AddCookiesAsync([new Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        var page = await Open(browser, $"axe-{language}", Northern);
        await Expect(page.Locator(".map-picture .item")).ToHaveCountAsync(1);
        await See(page, width);
        Assert.Equal("ltr", await page.Locator(".map-box").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await page.GotoAsync(page.Url.Split("notice?")[0] + $"notice/write?line=axe-{language}&format=sea-activity");
        await page.Locator("[data-field=area] button[aria-expanded]").ClickAsync();
        await page.Locator(".map-box.drawing").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-draw-vertex]")).ToHaveCountAsync(1);
        await See(page, width);
    }

    [Fact]
    public async Task A_map_is_printed_and_leaves_nothing_behind()
    {
        await using var browser = await chromium.Fresh(dark: true);
        var page = await Open(browser, "paper", Northern);
        await Expect(page.Locator(".map-picture .item")).ToHaveCountAsync(1);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(page.Locator(".map-picture")).ToBeVisibleAsync();
        await Expect(page.Locator(".map-table")).ToBeVisibleAsync();
        await Expect(page.Locator(".map-tools")).ToBeHiddenAsync();
        // The picture is drawn anew when the coast comes: asked until it stands.
        await Expect(page.Locator(".map-picture .sea")).ToHaveCSSAsync("fill", "rgb(255, 255, 255)");

        // Whatever the screen looks like, paper is white.
        await Expect(page.Locator(".notice-lines")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.EvaluateAsync("() => { window.kept = document.querySelector('.map-box'); }");
        await page.Locator(".ways a[href='board']").ClickAsync();
        await page.WaitForSelectorAsync(".glance");
        await page.WaitForFunctionAsync("() => window.kept.childElementCount === 0");
        var view = await page.EvaluateAsync<string>("() => { window.kept.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' })); return window.kept.dataset.view; }");
        Assert.Equal(view, await page.EvaluateAsync<string>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.kept.dataset.view))))"));
    }

    [Fact]
    public async Task Where_the_coast_does_not_come_it_is_said()
    {
        await using var browser = await chromium.Fresh();
        await browser.RouteAsync("**/land-*.json", route => route.AbortAsync());
        var page = await Open(browser, "no-coast", Northern);
        await Expect(page.Locator(".map-picture .rim .rough")).ToHaveTextAsync("the coast did not come: land is not drawn");
        await Expect(page.Locator("[data-map-said]")).ToContainTextAsync("land is not drawn");
        await Expect(page.Locator(".map-picture .item.ours")).ToHaveCountAsync(1);
    }

    // A released notice of an activity at sea, open at its author's console.
    private async Task<IPage> Open(IBrowserContext browser, string line, string shapes)
    {
        await floor.Agree(line);
        var ada = floor.Astra.As("Ada");
        var day = Now.Date.AddDays(10);
        var draft = await ada.Must(new DraftNotice(line, "sea-activity", "en",
        [
            new("activity", ["gunnery"]), new("danger-to", ["both"]), new("radio", ["Channel 16"]),
            new("area", [$"volume 1\n{shapes}\nband sfc .. fl 300\nvalid {day:yyyy-MM-dd}T06:00:00Z {day.AddDays(1):yyyy-MM-dd}T06:00:00Z\n"]),
        ]));
        var ben = floor.Astra.As("Ben");
        var verified = await ben.Must(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision));
        var released = (await ben.Must(new ApproveDraft(verified.Draft.Id, verified.Draft.Revision))).Released!;
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", $"notice?line={line}&entry={Uri.EscapeDataString(released)}", StringComparison.Ordinal));
        await page.WaitForSelectorAsync(".map-picture .item");
        return page;
    }

    private static async Task See(IPage page, int width)
    {
        await Access.HasNoViolation(page, page.Url);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, "the page is wider than the screen");
    }

    private static async Task<Seen> View(ILocator box)
    {
        var parts = (await box.GetAttributeAsync("data-view") ?? "").Split(' ').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return new Seen(parts[0], parts[1], parts[2]);
    }

    // A map is drawn with the next picture of the screen, not with the key.
    private static async Task<Seen> Until(ILocator box, Func<Seen, bool> isSo)
    {
        for (var frames = 0; ; frames++)
        {
            var seen = await View(box);
            if (isSo(seen))
                return seen;
            Assert.True(frames < 200, $"the map stays at {seen}");
            await box.EvaluateAsync("() => new Promise(done => requestAnimationFrame(done))");
        }
    }

    /// <summary>What a map shows: the place at its middle, and how wide it is.</summary>
    private sealed record Seen(double Latitude, double Longitude, double Kilometres);
}
