using System.Net;
using System.Text.RegularExpressions;
using Parley.Cli.Demo;
using Parley.Scenarios.Files;

namespace Parley.Cli.Tests.Demo;

/// <summary>The page of a fake stage, and a browser before it that shows it by its own name.</summary>
internal sealed class StageClient : IAsyncDisposable
{
    public const string Play =
        """
        title: A <short> word
        about: Two who do not trust each other.
        fictional: true
        parties:
          - id: astra
            names: { en: Astra & Sons, eo: Respubliko Astro }
            officers: [ { name: Moreau, roles: [watch, release, charter] }, { name: Okafor, roles: [release] } ]
          - { id: boreal, names: { en: Boreal Union }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal], count: 2 }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en], release: flash=2 }
        steps:
          - { do: say, text: Nothing. }
        """;

    private readonly StageServer server;
    private readonly HttpClient client;

    private StageClient(FakeStage stage, StageServer server)
    {
        (Stage, this.server) = (stage, server);
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{server.Address.Port}") };
    }

    public FakeStage Stage { get; }

    public string Origin => $"http://{server.Address.Authority}";

    public static async Task<StageClient> Open(string play = Play)
    {
        var scenario = ScenarioFile.Read(play, out var problem) ?? throw new InvalidOperationException(problem!.ToString());
        var stage = new FakeStage();
        return new StageClient(stage, await StageServer.Start(scenario, stage, TestContext.Current.CancellationToken));
    }

    /// <param name="host">Null: the page's own name.</param>
    public async Task<(HttpResponseMessage Answer, string Text)> Ask(HttpMethod method, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host ?? server.Address.Authority;
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> Page() => (await Ask(HttpMethod.Get, "/")).Text;

    /// <summary>Sends a form of the page as a browser does.</summary>
    public async Task<HttpResponseMessage> Press(string kind, string to) => await Send(kind, to, await Key(), "same-origin", Origin);

    /// <param name="site">The header Sec-Fetch-Site; null: none.</param>
    /// <param name="origin">The header Origin; null: none.</param>
    public async Task<HttpResponseMessage> Send(string kind, string to, string key, string? site, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/press")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["kind"] = kind, ["to"] = to }),
        };
        request.Headers.Host = server.Address.Authority;
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Key() => WebUtility.HtmlDecode(Regex.Match(await Page(), "name=\"key\" value=\"([^\"]+)\"").Groups[1].Value);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }
}
