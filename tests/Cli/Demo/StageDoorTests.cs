using System.Net;

namespace Parley.Cli.Tests.Demo;

/// <summary>Whom the page of a stage lets in: pages of the open web must neither read it nor press its buttons.</summary>
public sealed class StageDoorTests
{
    [Theory]
    [InlineData("cross-site", "http://evil.example")]
    [InlineData("same-site", "http://astra.localhost:7100")]
    [InlineData("cross-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "null")]
    [InlineData(null, "http://stage.localhost:1")]
    [InlineData(null, null)]
    [InlineData("same-origin", "http://evil.example")]
    public async Task A_form_of_another_page_is_refused(string? site, string? origin)
    {
        await using var client = await StageClient.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Send("stop", "boreal", await client.Key(), site, origin)).StatusCode);
        Assert.Equal(0, client.Stage.Begun);
    }

    [Fact]
    public async Task Either_header_is_enough_and_the_key_is_needed()
    {
        await using var client = await StageClient.Open();
        var key = await client.Key();
        Assert.Equal(HttpStatusCode.SeeOther, (await client.Send("stop", "boreal", key, "same-origin", null)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.Send("start", "boreal", key, null, client.Origin)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Send("stop", "boreal", "", "same-origin", client.Origin)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Send("stop", "boreal", key + "x", "same-origin", client.Origin)).StatusCode);
        Assert.Equal(2, client.Stage.Begun);
    }

    [Fact]
    public async Task Two_stages_have_two_keys()
    {
        await using var one = await StageClient.Open();
        await using var other = await StageClient.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await one.Send("stop", "boreal", await other.Key(), "same-origin", one.Origin)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example:{0}", HttpStatusCode.BadRequest)]
    [InlineData("astra.localhost:{0}", HttpStatusCode.BadRequest)]
    [InlineData("stage.localhost:1", HttpStatusCode.BadRequest)]
    [InlineData("stage.localhost", HttpStatusCode.BadRequest)]
    [InlineData("stage.localhost:{0}", HttpStatusCode.OK)]
    [InlineData("localhost:{0}", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:{0}", HttpStatusCode.OK)]
    public async Task Only_its_own_names_show_it(string host, HttpStatusCode status)
    {
        await using var client = await StageClient.Open();
        var port = new Uri(client.Origin).Port;
        var (answer, text) = await client.Ask(HttpMethod.Get, "/", host.Replace("{0}", $"{port}"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, text.Contains("token-of-astra"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/stage.css", "text/css")]
    [InlineData("/stage.js", "text/javascript")]
    public async Task Everything_is_served_under_a_strict_policy(string path, string type)
    {
        await using var client = await StageClient.Open();
        var (answer, text) = await client.Ask(HttpMethod.Get, path);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        Assert.DoesNotMatch("<style|style=|<script>|\\son[a-z]+=|javascript:", text);
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        await using var client = await StageClient.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await client.Ask(HttpMethod.Get, "/favicon.ico")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.Ask(HttpMethod.Get, "/press")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.Ask(HttpMethod.Post, "/")).Answer.StatusCode);
        Assert.Equal(("", HttpStatusCode.OK), ((await client.Ask(HttpMethod.Head, "/")).Text, (await client.Ask(HttpMethod.Head, "/")).Answer.StatusCode));
    }
}
