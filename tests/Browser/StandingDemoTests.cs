using Microsoft.Playwright;
using Parley.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>What a newcomer does with <c>parley demo --keep</c>: nothing but what the terminal and the pages say. Stations are processes, as there.</summary>
public sealed class StandingDemoTests(Chromium chromium)
{
    private const string Question = "A second object follows the first. Is it yours?";

    private const string Short =
        $$"""
        title: The second object
        fictional: true
        parties:
          - { id: astra, names: { en: Astra Republic }, officers: [ { name: Moreau, roles: [watch, release, charter] }, { name: Okafor, roles: [release] } ] }
          - { id: boreal, names: { en: Boreal Union }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal], count: 2 }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en], release: flash=2 }
        steps:
          - { do: compare digits, between: [astra, boreal] }
          - { do: propose, who: astra/Moreau, line: strait }
          - { do: accept, who: boreal/Tanaka, line: strait }
          - { do: send, who: boreal/Tanaka, line: strait, message: question, precedence: priority, language: en, text: "{{Question}}", answer within: 20m }
          - { do: wait received, message: question, by: [astra] }
        """;

    [Fact]
    public async Task A_newcomer_answers_with_two_officers_and_cuts_circuits_and_the_board_tells_the_truth()
    {
        await using var browser = await chromium.Fresh();
        using var place = new TestFolder();
        var file = place.PathTo("short.yaml");
        await File.WriteAllTextAsync(file, Short, TestContext.Current.CancellationToken);
        using var demo = await StandingDemo.Play(file, place.Root);
        var stage = await browser.NewPageAsync();
        await stage.GotoAsync(demo.Page.ToString());
        var (moreau, okafor, tanaka) = (await Open(stage, "Moreau"), await Open(stage, "Okafor"), await Open(stage, "Tanaka"));

        await Answer(moreau, okafor);
        await tanaka.Open("strait");
        await Expect(tanaka.Entry("It is not ours.")).ToBeVisibleAsync();
        await Expect(tanaka.Locator(".alarm.exercise-stripes")).ToContainTextAsync("from astra on strait");
        await Expect(moreau.Entry("It is not ours.")).ToContainTextAsync("received by boreal: their station signed for it");

        await moreau.Locator(".ways a[href='board']").ClickAsync();
        await CutAndMend(stage, moreau.Locator(".line-card:has(h3 a[href='lines/strait'])"));
        Assert.Equal(0, await demo.Stop());
    }

    // Each link opens a tab, signed in.
    private static async Task<IPage> Open(IPage stage, string officer)
    {
        var page = await stage.RunAndWaitForPopupAsync(() => stage.GetByRole(AriaRole.Link, new() { Name = officer, Exact = true }).ClickAsync());
        await page.WaitForSelectorAsync(".glance");
        await Expect(page.Locator(".top .officer")).ToContainTextAsync(officer);
        return page;
    }

    private static async Task Answer(IPage moreau, IPage okafor)
    {
        await moreau.Open("strait");
        await moreau.Entry(Question).Press("Answer");
        await moreau.Write("It is not ours. Do as you must; we watch it too.");
        await moreau.GetByLabel("Precedence").SelectOptionAsync("FLASH");
        await moreau.Locator(".writer").Press("Approve, and let a second officer release");
        await okafor.Open("strait");
        await okafor.Locator("article.draft").Press("Approve as it stands: it leaves");
    }

    private static async Task CutAndMend(IPage stage, ILocator card)
    {
        // Each of the two stations dials each way.
        await Expect(card).ToContainTextAsync("● Open");
        await Press(stage, "Cut", 1);
        await Expect(card).ToContainTextAsync("One lost since");
        await Expect(card).ToContainTextAsync("● Open");
        await Press(stage, "Cut", 2);
        await Expect(card).ToContainTextAsync("Circuits to boreal0 open");
        await Expect(card).ToContainTextAsync("every circuit cut", new() { Timeout = 60_000 });
        await Expect(card).ToContainTextAsync("their station down");
        await Press(stage, "Mend", 1);
        await Press(stage, "Mend", 2);
        await Expect(card).ToContainTextAsync("● Open", new() { Timeout = 60_000 });
        await Expect(card).Not.ToContainTextAsync("One lost since", new() { Timeout = 60_000 });
    }

    private static async Task Press(IPage stage, string word, int circuit)
    {
        await stage.GetByRole(AriaRole.Button, new() { Name = $"{word} circuit {circuit} between Astra Republic and Boreal Union", Exact = true }).ClickAsync();
        await Expect(stage.Locator($"#circuit-{circuit} strong")).ToHaveTextAsync(word == "Cut" ? "CUT" : "open", new() { Timeout = 30_000 });
    }
}
