using Microsoft.Playwright;

namespace Parley.Browser.Tests;

/// <summary>The Chromium of this machine, started once for all tests. Where there is none, tests that need it are skipped by name.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The shell without windows first: it draws the same pages in less time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    // A machine that builds beside the tests is slow, and not wrong.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program on PATH; null: none.</summary>
    public static string? Program { get; } = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser of its own, with nothing in it.</summary>
    public Task<IBrowserContext> Fresh(bool dark = false, string zone = "Europe/Paris", int width = 1280, int height = 800)
    {
        if (browser is null)
            Assert.Skip("Chromium is not on this machine: install Debian's package chromium-headless-shell, or chromium");
        return browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            TimezoneId = zone,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
    }
}
