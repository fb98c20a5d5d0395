using System.Globalization;
using Microsoft.Playwright;
using Parley.Control;
using Parley.Control.Messages;
using Parley.EndToEnd.Tests;
using Parley.Lines.Entries;

namespace Parley.Browser.Tests;

/// <summary>What is measured runs beside nothing else.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>How long an officer waits. With <c>PARLEY_CONSOLE_MESSAGES=100000</c> the transcript is as long as the goal says; the times are in the output.</summary>
[Collection(nameof(Alone))]
public sealed class SpeedTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private const int UnderWay = 256;
    private static readonly int Messages = int.Parse(Environment.GetEnvironmentVariable("PARLEY_CONSOLE_MESSAGES") ?? "3000", CultureInfo.InvariantCulture);

    // The goals are 1 s and 200 ms; a machine that builds and tests at the same time is not held to them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_long_transcript_opens_and_scrolls_with_a_bounded_page()
    {
        await using var browser = await chromium.Fresh();
        var ada = await browser.SignIn(floor.Astra, "Ada");
        await Fill(floor.Astra.As("Ada"));
        var opened = await ada.EvaluateAsync<double>("""
            async () => {
                const began = performance.now();
                document.querySelector(".ways a[href='lines/strait']").click();
                while (document.querySelectorAll("article.entry").length < 30)
                    await new Promise(requestAnimationFrame);
                return performance.now() - began;
            }
            """);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Messages} messages: opened in {opened:0} ms");
        Assert.True(opened < Patience.TotalMilliseconds, $"opened in {opened:0} ms");

        // A transcript opens at its end.
        await ada.WaitForFunctionAsync(
            "() => { const box = document.querySelector('.transcript'); return box.scrollTop > 400 && box.scrollHeight - box.scrollTop - box.clientHeight < 80; }");

        // Up ten stretches: older words come, and what is far away leaves the page.
        var oldest = "";
        for (var i = 0; i < 10; i++)
        {
            var first = await ada.Locator("article.entry").First.GetAttributeAsync("id");
            Assert.NotEqual(oldest, first);
            oldest = first!;
            await ada.Locator(".transcript").EvaluateAsync("box => { box.scrollTop = 0; }");
            await ada.WaitForFunctionAsync("before => document.querySelector('article.entry').id !== before && document.querySelector('.transcript').scrollTop > 400", oldest);
            var standing = await ada.Locator("article.entry").CountAsync();
            Assert.InRange(standing, 60, Parley.Console.Bounds.Shown);
        }

        await ada.GetByRole(AriaRole.Button, new() { Name = "To the end" }).ClickAsync();
        await ada.Entry($"Word {Messages - 1}.").WaitForAsync();
    }

    [Fact]
    public async Task What_the_other_side_says_is_on_the_screen_soon_after_it_is_recorded()
    {
        await using var browser = await chromium.Fresh();
        var ada = await (await browser.SignIn(floor.Astra, "Ada")).Open("drill");
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var text = $"Quick {i}.";
            var seen = ada.EvaluateAsync<double>("""
                async text => {
                    while (![...document.querySelectorAll("article.entry")].some(e => e.textContent.includes(text)))
                        await new Promise(done => setTimeout(done, 2));
                    return Date.now();
                }
                """, text);
            await floor.Boreal.As("Ada").Must(new SendMessage("drill", Precedence.Priority, "en", text));
            var shown = await seen;
            var page = await floor.Astra.As("Ben").Until(new ReadTranscript("drill"), p => p.Entries.Any(e => e.Text == text));
            waits.Add(shown - page.Entries.Single(e => e.Text == text).RecordedAt!.Value.ToUnixTimeMilliseconds());
        }

        waits.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"from recorded here to the screen: median {waits[5]:0} ms, worst {waits[^1]:0} ms");
        Assert.True(waits[5] < Patience.TotalMilliseconds, string.Join(", ", waits));
    }

    private static async Task Fill(IControl control)
    {
        using var room = new SemaphoreSlim(UnderWay);
        await Task.WhenAll(Enumerable.Range(0, Messages).Select(async i =>
        {
            await room.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                await control.Must(new SendMessage("strait", Precedence.Routine, "en", $"Word {i}."));
            }
            finally
            {
                room.Release();
            }
        }));
    }
}
