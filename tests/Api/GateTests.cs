using System.Net;
using Parley.Control;
using Parley.Control.Stations;

namespace Parley.Api.Tests;

public sealed class GateTests
{
    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        await using var server = await Server.Start();
        foreach (var token in (string?[])[null, "wrong"])
        {
            using var officer = server.Officer(token);
            Assert.Equal(Refusal.NotSignedIn, Assert.IsType<Refused<StationStatus>>(await officer.Do(new ShowStatus())).Why);
        }

        Assert.Null(server.Station.Asked);
    }

    [Fact]
    public async Task Every_path_under_the_root_but_the_description_asks_for_a_token()
    {
        await using var server = await Server.Start();
        using var client = server.Plain(signedIn: false);
        foreach (var entry in Catalogue.All)
        {
            using var request = new HttpRequestMessage(entry.IsQuery ? HttpMethod.Get : HttpMethod.Post, $"/api/v1/{entry.Name}");
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }

        using var changes = await client.GetAsync("/api/v1/changes");
        Assert.Contains((int)changes.StatusCode, (int[])[401, 429]);
    }

    [Fact]
    public async Task Many_wrong_tokens_are_slowed_down_and_a_right_one_is_not()
    {
        await using var server = await Server.Start();
        using var wrong = server.Officer("wrong");
        var answers = new List<Refusal>();
        for (var i = 0; i <= Bounds.FailedTokens; i++)
            answers.Add(Assert.IsType<Refused<StationStatus>>(await wrong.Do(new ShowStatus())).Why);
        Assert.Equal(Refusal.NotSignedIn, answers[0]);
        Assert.Equal(Refusal.Busy, answers[^1]);

        using var right = server.Officer();
        Assert.IsType<Done<StationStatus>>(await right.Do(new ShowStatus()));
    }

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("203.0.113.9", 400)]
    [InlineData("localhost", 200)]
    [InlineData("astra.localhost:7100", 200)]
    [InlineData("[::1]:7100", 200)]
    public async Task A_foreign_host_name_is_refused(string host, int status)
    {
        await using var server = await Server.Start();
        using var client = server.Plain();
        client.DefaultRequestHeaders.Host = host;
        using var response = await client.GetAsync("/api/v1/station/status");
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Health_needs_no_token_and_nothing_names_the_server_or_lets_other_pages_in()
    {
        await using var server = await Server.Start();
        using var client = server.Plain(signedIn: false);
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var response = await client.GetAsync("/health");
        Assert.Equal("up\n", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:7100")]
    [InlineData("https://127.0.0.1:7100")]
    [InlineData("http://station.example:7100")]
    public async Task An_address_of_the_open_net_is_refused(string address)
    {
        var options = new ApiOptions(new Uri(address));
        Assert.NotNull(options.Fault());
        await Assert.ThrowsAsync<ArgumentException>(() => ApiServer.StartAsync(_ => null, options, TimeProvider.System));
    }

    [Fact]
    public void An_address_of_the_open_net_is_taken_when_it_is_asked_for() =>
        Assert.Null(new ApiOptions(new Uri("http://0.0.0.0:7100"), AnyAddress: true).Fault());
}
