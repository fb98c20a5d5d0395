using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Parley.Browser.Tests;

/// <summary>WCAG 2.2 AA of a page, as far as axe can tell, and its contrasts in the other theme.</summary>
internal static class Access
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string[] OfTheme = ["color-contrast"];

    // Our pages have no frames, so axe runs in the page itself; it works out no more than what is wrong.
    private const string Run = """
        async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations.map(v =>
            `${v.id}: ${v.help}\n  ` + v.nodes.slice(0, 5).map(n => `${n.html} ${n.any.map(c => c.message).join(' ')}`).join('\n  '))
        """;

    /// <param name="what">What is looked at, for whoever reads of the failure.</param>
    public static async Task HasNoViolation(IPage page, string what)
    {
        await page.EvaluateAsync(Axe);
        await See(page, Rules, what);
        var isDark = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
        await See(page, OfTheme, $"{what}, {(isDark ? "light" : "dark")}");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
    }

    private static async Task See(IPage page, string[] rules, string what)
    {
        var violations = await page.EvaluateAsync<string[]>(Run, rules);
        Assert.True(violations.Length == 0, $"{what}:\n{string.Join('\n', violations)}");
    }
}
