using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Parley.Browser.Tests;

/// <summary>WCAG 2.2 AA of a page, as far as axe can tell.</summary>
internal static class Access
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // Our pages have no frames, so axe runs in the page itself; it works out no more than what is wrong.
    private const string Run = """
        async rules => (await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })).violations.map(v =>
            `${v.id}: ${v.help}\n  ` + v.nodes.slice(0, 5).map(n => `${n.html} ${n.any.map(c => c.message).join(' ')}`).join('\n  '))
        """;

    /// <param name="what">What is looked at, for whoever reads of the failure.</param>
    public static async Task HasNoViolation(IPage page, string what)
    {
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(Run, Rules);
        Assert.True(violations.Length == 0, $"{what}:\n{string.Join('\n', violations)}");
    }
}
