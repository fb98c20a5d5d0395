using Parley.Control;
using Parley.Control.Officers;
using Parley.Control.Stations;
using Parley.Control.Tests;
using Parley.EndToEnd.Tests;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Who may do what: each role against each operation of the catalogue, through a session of the console, and each role on each page.</summary>
public sealed class RoleTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly Roles[] Each = [Roles.Watch, Roles.Release, Roles.Charter, Roles.Admin, Roles.Audit];

    public static TheoryData<string> Names => [.. Each.Select(r => r.ToString())];

    /// <summary>Pages of a desk, and the roles that may read what stands there; null: everybody.</summary>
    private static readonly (string Path, Roles? Readers)[] Pages =
    [
        ("lines/strait", null), ("calls", null), ("lines/drill", null), ("contacts", null), ("questions", null), ("notices", null), ("notices/formats", null),
        ("notices/calendar", null), ("activities", null), ("activity/write", null), ("overlaps", null), ("observations", null), ("observations/new", null),
        ("checks", null), ("board", null), ("drafts", null),
        ("shift", null), ("peers", null), ("ceremony", null), ("lines", null), ("codebooks", null), ("timeline", null), ("journal", Roles.Audit), ("reports", null),
        ("officers", null), ("station", null), ("account", null), ("help", null),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_session_may_do_what_the_table_says_and_nothing_else(string name)
    {
        if (Chromium.Program is null)
            Assert.Skip("Chromium is not on this machine: install Debian's package chromium");
        var role = Enum.Parse<Roles>(name);
        var officer = "Only" + name;
        await floor.Boreal.Station.Owner.Must(new AddOfficer(officer, role));
        var session = Assert.IsType<SignedIn>(await floor.Boreal.Station.Host.Entrance.ByLink(await floor.Boreal.LinkFor(officer), TestContext.Current.CancellationToken)).Face;
        foreach (var entry in Catalogue.All)
        {
            var isAllowed = (entry.AnyOf & role) != 0;
            // What is made up from nothing is refused for what it says; a copy of the store would be written.
            if (isAllowed && entry.Operation == typeof(BackUp))
                continue;
            Assert.True(isAllowed == !await IsNotAllowed(session, (Operation)new Samples().Of(entry.Operation), entry.Answer), $"{name}: {entry.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_page_opens_for_every_role_or_says_whose_it_is(string name)
    {
        await using var browser = await chromium.Fresh();
        var officer = "Looks" + name;
        var token = (await floor.Astra.Station.Owner.Must(new AddOfficer(officer, Enum.Parse<Roles>(name)))).Token;
        var page = await browser.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        await page.Enter(floor.Astra, officer, token);
        var desk = page.Url.Replace("board", "", StringComparison.Ordinal);
        foreach (var (path, readers) in Pages)
        {
            // One role comes by addresses, the others from page to page.
            if (name == nameof(Roles.Watch))
                await page.GotoAsync(desk + path);
            else
                await page.Go(path);
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await page.WaitForFunctionAsync("() => document.querySelector('main')?.innerText.length > 20");
            var trouble = await page.Locator("main .trouble[role=alert]").AllInnerTextsAsync();
            if (readers is { } only && (only & Enum.Parse<Roles>(name)) == 0)
                Assert.NotEmpty(trouble);
            else
                Assert.True(trouble.Count == 0, $"{path}: {string.Join("; ", trouble)}");
        }

        Assert.Empty(faults);
    }

    private static async Task<bool> IsNotAllowed(IControl session, Operation operation, Type answer)
    {
        var done = (Task)typeof(RoleTests).GetMethod(nameof(Do), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(answer).Invoke(null, [session, operation])!;
        await done;
        return ((Task<Refusal?>)done).Result == Refusal.NotAllowed;
    }

    private static async Task<Refusal?> Do<TAnswer>(IControl session, Operation<TAnswer> operation) =>
        await session.Do(operation, TestContext.Current.CancellationToken) is Refused<TAnswer> refused ? refused.Why : null;
}
