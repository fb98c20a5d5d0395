using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>The play of a morning over a valley on stations that stand afterwards, and what their consoles show of it: both parties the same overlap, the aid organisation
/// what is its own.</summary>
public sealed partial class TheatreTests(Chromium chromium)
{
    // The play ends with everything apart. What follows it lets two flights meet again, and a patrol a convoy that its party knows nothing of.
    private const string After =
        """

          - do: activity
            who: boreal/Lindqvist
            line: valley
            message: back
            kind: flight
            title: GULL 8, the way back
            contact: radio 128.4
            volume: |
              volume 1
              circle 34.5500000 66.4500000 8000
              band amsl 4000 m .. amsl 5000 m
              valid 2031-05-06T07:00:00Z 2031-05-06T07:30:00Z
            despite: true
          - { do: expect overlap, one: kite, other: back, stations: [astra, boreal], severity: meets, state: unanswered }
          - do: activity
            who: boreal/Lindqvist
            line: relief-boreal
            message: heron
            kind: patrol
            title: HERON 2, on foot
            contact: radio 126.0
            volume: |
              volume 1
              circle 34.5200000 66.3100000 3000
              band sfc .. agl 10 m
              valid 2031-05-06T06:00:00Z 2031-05-06T11:00:00Z
            despite: true
          - { do: wait received, message: heron, by: [relief] }

        """;

    // What stands at the end, but for what was ended.
    private static readonly string[] OfParties = ["KITE 21", "GULL 7", "GULL 8"];
    private static readonly string[] OfRelief = ["convoy 7", "HERON 2"];

    [Fact]
    public async Task Both_parties_see_the_same_overlap_and_the_aid_organisation_its_own_items()
    {
        await using var browser = await chromium.Fresh();
        using var place = new TestFolder();
        var file = place.PathTo("theatre.yaml");
        await File.WriteAllTextAsync(file, Timeless(await File.ReadAllTextAsync(Path.Combine(Root, "scenarios", "theatre.yaml"))) + After, TestContext.Current.CancellationToken);
        using var demo = await StandingDemo.Play(file, place.Root);
        var stage = await browser.NewPageAsync();
        await stage.GotoAsync(demo.Page.ToString());
        var links = new Dictionary<string, string>();
        foreach (var officer in new[] { "Moreau", "Lindqvist", "Haddad" })
            links[officer] = (await stage.GetByRole(AriaRole.Link, new() { Name = officer, Exact = true }).GetAttributeAsync("href"))!;

        var (moreau, lindqvist, haddad) = (await Enter(browser, links["Moreau"]), await Enter(browser, links["Lindqvist"]), await Enter(browser, links["Haddad"]));
        foreach (var page in new[] { moreau, lindqvist })
            await Expect(page.Locator(".needs").First).ToContainTextAsync("Overlaps: 0 now, 1 unanswered by us");
        await Expect(haddad.Locator(".needs").First).ToContainTextAsync("OURS ALONE: boreal was not notified of it on that line");

        await HasItems(moreau, "valley", OfParties, ["HERON 2"]);
        await HasItems(lindqvist, "valley", OfParties, ["convoy 7"]);
        await HasItems(haddad, "relief-astra", OfRelief, OfParties);
        Assert.Equal(await Overlap(moreau), await Overlap(lindqvist));
        await IsOursAlone(haddad);
        await Photograph(links);
        Assert.Equal(0, await demo.Stop());
    }

    // Real time passes as fast as it does: each step comes as soon as the one before it is done.
    private static string Timeless(string play) => Clocks().Replace(Head().Replace(play, ""), "");

    private static async Task<IPage> Enter(IBrowserContext browser, string link)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(link);
        await page.WaitForSelectorAsync(".glance");
        return page;
    }

    private static async Task Open(IPage page, string way)
    {
        await page.Locator($".ways a[href='{way}']").ClickAsync();
        await Expect(page.Locator($".ways a[href='{way}']")).ToHaveClassAsync(new Regex("active"));
    }

    // In the list of the map, which says what the map shows; of every line of the party.
    private static async Task HasItems(IPage page, string line, string[] there, string[] notThere)
    {
        await Open(page, "activities");
        await page.Locator($"[data-line='{line}'] .map-picture").WaitForAsync();
        foreach (var title in there)
            await Expect(page.Locator(".map-table").Filter(new() { HasText = title })).ToHaveCountAsync(1);
        var shown = await page.Locator("main").InnerTextAsync();
        Assert.All(notThere, title => Assert.DoesNotContain(title, shown, StringComparison.Ordinal));
    }

    private static async Task<string> Overlap(IPage page)
    {
        await Open(page, "overlaps");
        var row = page.Locator(".overlap-row");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator(".severity")).ToContainTextAsync("OVERLAP");
        await Expect(row).ToContainTextAsync("KITE 21");
        await Expect(row).ToContainTextAsync("GULL 8");
        return $"{await row.Locator(".severity").InnerTextAsync()} {await row.Locator(".value").InnerTextAsync()}";
    }

    private static async Task IsOursAlone(IPage haddad)
    {
        await Open(haddad, "overlaps");
        await haddad.GetByRole(AriaRole.Link, new() { Name = "Across our lines" }).ClickAsync();
        var row = haddad.Locator("section.exercise-frame .ours-alone");
        await Expect(row).ToContainTextAsync("boreal was not notified of ours on line relief-boreal, and does not know of this.");
        await Expect(row).ToContainTextAsync("convoy 7");
        await Expect(row).ToContainTextAsync("HERON 2");
    }

    /// <summary>For eyes: every page of every party in both themes and two sizes, into the folder that PARLEY_SHOTS names.</summary>
    private async Task Photograph(Dictionary<string, string> links)
    {
        if (Environment.GetEnvironmentVariable("PARLEY_SHOTS") is not { Length: > 0 } folder)
            return;
        foreach (var (dark, width, height) in new[] { (false, 1440, 900), (true, 1440, 900), (false, 390, 844), (true, 390, 844) })
        {
            await using var browser = await chromium.Fresh(dark, width: width, height: height);
            foreach (var (officer, link) in links)
            {
                var page = await Enter(browser, link);
                foreach (var path in new[] { "board", "activities", "overlaps", "overlaps/across" })
                {
                    await page.GotoAsync(new Uri(new Uri(page.Url), "/desk/" + officer + "/" + path).ToString());
                    await page.Locator(path == "board" ? ".glance" : "main h1").First.WaitForAsync();
                    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                    if (path == "activities" || (path.EndsWith("across", StringComparison.Ordinal) && officer == "Haddad"))
                        await page.Locator(".map-picture").First.WaitForAsync();
                    var name = string.Create(CultureInfo.InvariantCulture, $"{officer}-{path.Replace('/', '-')}-{width}-{(dark ? "dark" : "light")}.png");
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
                }
            }
        }
    }

    private static string Root => typeof(TheatreTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [GeneratedRegex("^(start|beacon): .*\n", RegexOptions.Multiline)]
    private static partial Regex Head();

    // Before a step in one line, and on the first line of a step in several.
    [GeneratedRegex(@"(?<=^  - \{ )at: [^,]+, |(?<=^  - )at: \S+\n    ", RegexOptions.Multiline)]
    private static partial Regex Clocks();
}
