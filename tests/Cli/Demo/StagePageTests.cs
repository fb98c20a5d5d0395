using System.Net;
using System.Text.RegularExpressions;
using Parley.Cli.Demo;

namespace Parley.Cli.Tests.Demo;

/// <summary>What stands on the page of a stage, and what its buttons do.</summary>
public sealed class StagePageTests
{
    [Fact]
    public async Task It_says_who_plays_and_that_they_are_fictional()
    {
        await using var client = await StageClient.Open();
        var page = await client.Page();
        Assert.Contains("EXERCISE", page);
        Assert.Contains("<h1>A &lt;short&gt; word</h1>", page);
        Assert.Contains("Astra &amp; Sons and Boreal Union are fictional", page);
        Assert.Contains("<p class=\"note\" lang=\"eo\">Respubliko Astro</p>", page);
        Assert.Contains("two officers of Astra &amp; Sons", page);
        Assert.Contains("href=\"http://astra.localhost:7100/enter#Okafor:token-of-astra-Okafor\">Okafor</a>", page);
        Assert.Contains("href=\"http://boreal.localhost:7200/enter#Tanaka:token-of-boreal-Tanaka\">Tanaka</a>", page);
        Assert.DoesNotContain("umpire", page);
    }

    [Fact]
    public async Task A_play_from_history_is_not_called_fictional()
    {
        await using var client = await StageClient.Open(
            StageClient.Play.Replace("fictional: true", "fictional: false").Replace("text: Nothing.", "text: Nothing., invented: true"));
        var page = await client.Page();
        Assert.DoesNotContain("fictional", page);
        Assert.Contains("the officers are scripted", page);
    }

    [Fact]
    public async Task A_circuit_is_cut_and_mended()
    {
        await using var client = await StageClient.Open();
        Assert.Equal(2, Count(await client.Page(), "<strong class=\"good\">open</strong>"));
        var answer = await client.Press("cut", "astra/boreal/2");
        Assert.Equal((HttpStatusCode.SeeOther, "/#circuit-2"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var page = await client.Page();
        Assert.Matches("(?s)id=\"circuit-2\".*Circuit 2 between Astra &amp; Sons and Boreal Union: <strong class=\"bad\">CUT</strong>.*<button>Mend", page);
        Assert.Equal(1, Count(page, "<strong class=\"good\">open</strong>"));
        Assert.Equal(HttpStatusCode.SeeOther, (await client.Press("mend", "astra/boreal/2")).StatusCode);
        Assert.DoesNotContain("CUT", await client.Page());
    }

    [Fact]
    public async Task A_station_is_stopped_and_started()
    {
        await using var client = await StageClient.Open();
        var answer = await client.Press("stop", "boreal");
        Assert.Equal((HttpStatusCode.SeeOther, "/#station-boreal"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var page = await client.Page();
        Assert.Matches("(?s)id=\"station-boreal\".*STOPPED.*<button>Start", page);
        Assert.Equal(2, Count(page, "not open now"));
        await client.Press("start", "boreal");
        Assert.DoesNotContain("STOPPED", await client.Page());
    }

    [Theory]
    [InlineData("cut", "astra/boreal/3", HttpStatusCode.NotFound)]
    [InlineData("cut", "boreal", HttpStatusCode.NotFound)]
    [InlineData("stop", "corvia", HttpStatusCode.NotFound)]
    [InlineData("start", "", HttpStatusCode.NotFound)]
    [InlineData("paint", "boreal", HttpStatusCode.BadRequest)]
    public async Task What_the_stage_has_not_is_refused(string kind, string to, HttpStatusCode status)
    {
        await using var client = await StageClient.Open();
        Assert.Equal(status, (await client.Press(kind, to)).StatusCode);
        Assert.Equal(0, client.Stage.Begun);
    }

    [Fact]
    public async Task What_goes_wrong_is_said()
    {
        await using var client = await StageClient.Open();
        client.Stage.Trouble = "the station did not <start>";
        var answer = await client.Press("start", "boreal");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("the station did not &lt;start&gt;", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_who_press_at_once_are_served_one_after_the_other()
    {
        await using var client = await StageClient.Open();
        var hold = new TaskCompletionSource();
        client.Stage.Hold = hold.Task;
        var presses = new[] { client.Press("stop", "astra"), client.Press("stop", "boreal"), client.Press("cut", "astra/boreal/1") };
        // The page can be looked at all the while.
        while (client.Stage.Begun == 0)
            Assert.Contains("Circuits", await client.Page());
        hold.SetResult();
        Assert.All(await Task.WhenAll(presses), a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal((3, 1), (client.Stage.Begun, client.Stage.MostAtOnce));
    }

    [Theory]
    [InlineData("astra", 7100, "Moreau", "http://astra.localhost:7100/enter#Moreau:T")]
    [InlineData("north-1", 80, "Łoś", "http://north-1.localhost:80/enter#%C5%81o%C5%9B:T")]
    public void A_link_signs_in(string party, int port, string officer, string link) => Assert.Equal(link, ConsoleLink.Of(party, port, officer, "T"));

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));
}
