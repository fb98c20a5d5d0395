using System.Text.Json;
using Microsoft.Playwright;

namespace Parley.Browser.Tests;

/// <summary>What the browser's part of a map draws, asked without a page around it.</summary>
public sealed class MapPictureTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    // Opens a map of those items on the page, with rings of so many kilometres about their centres, and says what can be seen of it.
    private const string Draw = """
        async ({ items, meetings, keys }) => {
            const turn = Math.PI / 180;
            const ring = ([lon, lat], km) => Array.from({ length: 128 }, (_, i) => {
                const [away, to, at] = [km / 6371.0088, -2 * Math.PI * i / 128, lat * turn];
                const up = Math.sin(at) * Math.cos(away) + Math.cos(at) * Math.sin(away) * Math.cos(to);
                return [lon + Math.atan2(Math.sin(to) * Math.sin(away) * Math.cos(at), Math.cos(away) - Math.sin(at) * up) / turn, Math.asin(up) / turn];
            }).flat();
            document.body.innerHTML = "<figure class='volume-map' id='root'><div class='map-box' tabindex='0'></div><p data-map-said></p></figure>";
            const [root, box] = [document.getElementById("root"), document.querySelector(".map-box")];
            const { open } = await import(document.body.dataset.assets + "/maps.js");
            const map = open(root, box, { invokeMethodAsync: async () => { } },
                { said: "{0} {1}", seen: "{0} of {1}", northPole: "North Pole", southPole: "South Pole", rough: "rough", allTimes: "all" });
            const told = items.map(i => ({
                label: i.key, title: i.key, mark: "", state: "announced", from: null, until: null, symbol: null, ...i, rings: i.km ? [ring(i.centre, i.km)] : [],
            }));
            map.show(told, [], told.map(t => t.key), meetings ?? []);
            const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            await frame();
            const took = [];
            for (const key of keys ?? []) {
                box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                await frame();
                took.push(Number(box.dataset.took));
            }
            const scale = Number(document.querySelector(".rim .bar").getAttribute("d").split("H")[1].split("V")[0]) - 8;
            const kilometres = Number(document.querySelector(".rim text").textContent.replace(/[^0-9]/g, ""));
            const areas = [...document.querySelectorAll(".item")].map(item => {
                const points = (item.querySelector("path:not(.halo)").getAttribute("d") ?? "").split(/[MLZ]/).filter(p => p).map(p => p.split(",").map(Number));
                return Math.abs(points.reduce((sum, p, i) => { const q = points[(i + 1) % points.length]; return sum + p[0] * q[1] - q[0] * p[1]; }, 0)) / 2;
            });
            return {
                took: took.sort((a, b) => a - b),
                areas: areas.map(a => a * (kilometres / scale) ** 2),
                keys: [...document.querySelectorAll(".item")].map(i => i.dataset.item),
                fills: [...document.querySelectorAll(".item path:not(.halo)")].map(p => p.getAttribute("fill")),
                strokes: [...document.querySelectorAll(".item path:not(.halo)")].map(p => getComputedStyle(p).stroke + " " + getComputedStyle(p).strokeDasharray),
                spots: document.querySelectorAll(".meeting .spot").length,
                symbols: document.querySelectorAll(".label .symbol").length,
                poles: [...document.querySelectorAll(".pole")].map(p => p.textContent),
                seen: [...document.querySelectorAll(".item")].filter(i => i.style.display !== "none").length,
            };
        }
        """;

    [Theory]
    [InlineData(72, 30)]
    [InlineData(89, 10)]
    [InlineData(-90, 0)]
    [InlineData(62, 180)]
    [InlineData(0, -179)]
    public async Task A_round_has_its_own_area_wherever_it_is(double latitude, double longitude)
    {
        await using var browser = await chromium.Fresh();
        var seen = await See(browser, new { items = new object[] { Item("a", "ours", longitude, latitude == -90 ? -89.9999 : latitude, 600) } });
        Assert.InRange(seen.GetProperty("areas")[0].GetDouble(), 0.97 * Math.PI * 600 * 600, 1.01 * Math.PI * 600 * 600);
        Assert.Equal(Math.Abs(latitude) >= 89 ? 1 : 0, seen.GetProperty("poles").GetArrayLength());
    }

    [Fact]
    public async Task Sides_are_told_apart_without_colours_and_none_is_green()
    {
        await using var browser = await chromium.Fresh();
        var seen = await See(browser, new
        {
            items = new object[] { Item("a", "ours", 10, 70, 300), Item("b", "theirs", 12, 70, 280), Item("c", "third", 20, 70, 260) },
            meetings = new object[] { new { key = "m", first = "a", second = "b", where = new[] { 11, 70 }, title = "both" } },
        });
        Assert.Equal(3, seen.GetProperty("fills").EnumerateArray().Select(f => f.GetString()).Distinct().Count());
        var strokes = seen.GetProperty("strokes").EnumerateArray().Select(s => s.GetString()!).ToArray();
        Assert.Equal(3, strokes.Select(s => s[(s.IndexOf(')', StringComparison.Ordinal) + 1)..]).Distinct().Count());
        Assert.All(strokes, stroke =>
        {
            var parts = stroke[4..stroke.IndexOf(')', StringComparison.Ordinal)].Split(", ").Select(int.Parse).ToArray();
            Assert.False(parts[1] > parts[0] && parts[1] > parts[2], stroke);
        });
        Assert.Equal(1, seen.GetProperty("spots").GetInt32());
    }

    [Fact]
    public async Task A_symbol_stands_at_the_centre_of_what_has_one()
    {
        await using var browser = await chromium.Fresh();
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.EvaluateAsync(Draw, new
        {
            items = new object[]
            {
                new { key = "a", side = "ours", centre = new[] { 10, 60 }, km = 50, symbol = "10043000001201000000" },
                    new { key = "b", side = "theirs", centre = new[] { 12, 60 }, km = 50, symbol = "nonsense" },
            },
        });
        await Assertions.Expect(page.Locator(".label .symbol")).ToHaveCountAsync(1);
        var colours = await page.Locator(".label .symbol *").EvaluateAllAsync<string[]>(
            "all => all.flatMap(e => [e.getAttribute('fill'), e.getAttribute('stroke')]).filter(c => c)");
        Assert.All(colours, c => Assert.Contains(c, new[] { "currentColor", "var(--paper)", "none" }));
    }

    [Fact]
    public async Task Two_thousand_items_can_be_moved()
    {
        await using var browser = await chromium.Fresh();
        var sides = new[] { "ours", "theirs", "third" };

        // Spread over the earth in a spiral, large and small.
        var items = Enumerable.Range(0, 2_000).Select(i => Item($"i{i}", sides[i % 3], (i * 137.508 % 360) - 180, Math.Asin((i + 0.5) / 1_000 - 1) * 180 / Math.PI,
            10 + (i * 37 % 200)));
        var seen = await See(browser, new { items = items.ToArray(), keys = new[] { "ArrowLeft", "+", "+", "ArrowUp", "ArrowLeft", "-", "-", "-", "0" } });
        var took = seen.GetProperty("took").EnumerateArray().Select(t => t.GetDouble()).ToArray();
        TestContext.Current.SendDiagnosticMessage($"a picture of 2,000 items: median {took[took.Length / 2]:0} ms, most {took[^1]:0} ms");
        Assert.InRange(took[took.Length / 2], 0, 400);
        Assert.InRange(seen.GetProperty("seen").GetInt32(), 1_000, 2_000);
    }

    private static object Item(string key, string side, double longitude, double latitude, double km) => new { key, side, centre = new[] { longitude, latitude }, km };

    private async Task<JsonElement> See(IBrowserContext browser, object what)
    {
        var page = await browser.SignIn(floor.Astra, "Ada");
        return await page.EvaluateAsync<JsonElement>(Draw, what);
    }
}
