using System.Security.Cryptography;
using Microsoft.Playwright;
using Parley.Api;
using Parley.Cli.Commands;
using Parley.Console;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Officers;
using Parley.Control.Peers;
using Parley.EndToEnd.Tests;
using Parley.Exchange.Notices;
using Parley.Lines.Charters;

namespace Parley.Browser.Tests;

/// <summary>A station with its console, and the tokens of its officers.</summary>
internal sealed class Watched(LocalStation station, ApiServer server, IReadOnlyDictionary<string, string> tokens) : IAsyncDisposable
{
    public LocalStation Station { get; } = station;

    public Uri Address { get; } = new UriBuilder(server.Address) { Host = $"{station.Party}.localhost" }.Uri;

    /// <summary>The same without a name, for clients that look names up.</summary>
    public Uri Bare => server.Address;

    public string TokenOf(string officer) => tokens[officer];

    /// <summary>A new sign-in link's code.</summary>
    public async Task<string> LinkFor(string officer) => (await Station.Owner.Must(new MakeSignInLink(officer))).Code;

    /// <summary>Sets a PIN, as the officer would over a link.</summary>
    public async Task SetPin(string officer, string pin)
    {
        var opened = Assert.IsType<SignedIn>(await Station.Host.Entrance.ByLink(await LinkFor(officer)));
        await opened.Face.Must(new SetPin(pin));
    }

    public IControl As(string officer) => Station.Host.Entrance.ByToken(tokens[officer])!;

    /// <param name="through">What stands before the station's door, for pages alone; null: nothing.</param>
    public static async Task<Watched> Create(string party, string name, bool directSignIn = true, TimeProvider? time = null, Func<IEntrance, IEntrance>? through = null)
    {
        var station = LocalStation.Create(party, time, FormatShelf.All);
        var entrance = through is null ? station.Host.Entrance : through(station.Host.Entrance);
        var console = new ConsoleFace(
            new ConsoleOptions(
                party, new Dictionary<string, string> { ["en"] = name }, entrance, static bytes => RandomNumberGenerator.Fill(bytes), SHA256.HashData, directSignIn,
                Files: ConsoleForms.All),
            time ?? TimeProvider.System);
        var server = await ApiServer.StartAsync(
            station.Host.Entrance.ByToken, new ApiOptions(new Uri("http://127.0.0.1:0")), TimeProvider.System, new Beside(console.AddTo, ConsoleFace.Use, ConsoleFace.Map));
        var tokens = new Dictionary<string, string>();
        foreach (var (officer, roles) in Officers)
            tokens[officer] = (await station.Owner.Must(new AddOfficer(officer, roles))).Token;
        return new Watched(station, server, tokens);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await Station.DisposeAsync();
    }

    private static IEnumerable<(string, Roles)> Officers =>
    [
        ("Ada", Roles.Watch | Roles.Release | Roles.Charter), ("Ben", Roles.Watch | Roles.Release), ("Cleo", Roles.Watch), ("Dov", Roles.Audit), ("Eve", Roles.Admin),
    ];
}

/// <summary>Two stations that have met, with a live hot line <c>strait</c> and an exercise line <c>drill</c>, each with a console; shared by the tests of a class.</summary>
public sealed class Floor : IAsyncLifetime
{
    internal Watched Astra { get; private set; } = null!;

    internal Watched Boreal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
            return;
        Astra = await Watched.Create("astra", "Astra Republic");
        Boreal = await Watched.Create("boreal", "Boreal Union");
        await Meet(Astra.Station, Boreal.Station);
        foreach (var (name, mode) in new[] { ("strait", LineMode.Live), ("drill", LineMode.Exercise) })
        {
            await Astra.As("Ada").Must(new ProposeLine(name, LineKind.Hot, mode, ["boreal"], new TermsView(["en", "eo"], "flash=2")));
            await Boreal.As("Ada").Until(new ListLines(true), l => l.Any(v => v.Handle == name));
            await Boreal.As("Ada").Must(new AcceptLine(name));
            await Astra.As("Ada").Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
            await Boreal.As("Ada").Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Astra is not null)
            await Astra.DisposeAsync();
        if (Boreal is not null)
            await Boreal.DisposeAsync();
    }

    /// <summary>Opens a live line of theirs whose charter names forms of notices; all forms, where none are given.</summary>
    internal async Task Agree(string name, IReadOnlyList<string>? formats = null)
    {
        var (here, there) = (Astra.As("Ada"), Boreal.As("Ada"));
        await here.Must(new ProposeLine(name, LineKind.Warm, LineMode.Live, ["boreal"], new TermsView(
            ["en", "ru", "ar"], Addressees: ["astra:warning centre", "boreal:warning centre"], Formats: formats ?? FormatShelf.Ids)));
        await there.Until(new ListLines(true), l => l.Any(v => v.Handle == name));
        await there.Must(new AcceptLine(name));
        foreach (var side in new[] { here, there })
            await side.Until(new ListLines(), l => l.Any(v => v.Handle == name && v.State == LineState.Open));
    }

    internal static async Task Meet(LocalStation one, LocalStation other)
    {
        foreach (var (station, peer) in new[] { (one, other), (other, one) })
        {
            var card = await peer.Owner.Must(new ShowCard());
            await station.Owner.Must(new AddPeer(card.CardFile, card.Digits));
        }

        foreach (var station in new[] { one, other })
            await station.Owner.Until(new ListPeers(), p => p.Any(v => v.Circuits.Count > 0));
    }
}

/// <summary>What officers do in their browsers.</summary>
internal static class Hands
{
    /// <summary>Signs an officer in by a link of a demonstration; the page stands at the board.</summary>
    public static async Task<IPage> SignIn(this IBrowserContext browser, Watched station, string officer)
    {
        var page = await browser.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                TestContext.Current.SendDiagnosticMessage($"{officer}: {message.Text}");
        };
        return await page.Enter(station, officer, station.TokenOf(officer));
    }

    /// <summary>The same in a page that is open.</summary>
    public static async Task<IPage> Enter(this IPage page, Watched station, string officer, string token)
    {
        await page.GotoAsync($"{station.Address}enter#{officer}:{token}");
        await page.WaitForSelectorAsync(".glance");
        return page;
    }

    /// <summary>Fills in token and PIN at the door, and knocks; another page has come then.</summary>
    public static async Task Knock(this IPage page, string token, string pin)
    {
        await page.EvaluateAsync("() => { document.body.dataset.old = ''; }");
        await page.GetByLabel("Your token").FillAsync(token);
        await page.GetByLabel("Your PIN").FillAsync(pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForSelectorAsync("body:not([data-old])");
    }

    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens a page of the desk within the one that is open, as a link does: the circuit stays. It must be another kind of page.</summary>
    public static async Task Go(this IPage page, string path)
    {
        await page.EvaluateAsync("path => { document.querySelectorAll('main h1').forEach(h => h.dataset.old = ''); Blazor.navigateTo(path); }", path);
        await page.WaitForSelectorAsync("main h1:not([data-old])");
    }

    /// <summary>Opens a line by the way at the side.</summary>
    public static async Task<IPage> Open(this IPage page, string line)
    {
        await page.Locator($".ways a[href='lines/{line}']").ClickAsync();
        await page.WaitForSelectorAsync(".transcript");
        return page;
    }

    /// <summary>Types into the place where words are written.</summary>
    public static Task Write(this IPage page, string text) => page.Locator("#words").FillAsync(text);

    /// <summary>A control of a notice's form, by its name there.</summary>
    public static ILocator Field(this IPage page, string name) => page.Locator($"[name='f.{name}']");

    public static ILocator Entry(this IPage page, string text) => page.Locator("article.entry", new() { HasText = text });

    public static Task Press(this ILocator place, string button) => place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
