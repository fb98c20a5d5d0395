using Parley.Control.Http;

namespace Parley.Api.Tests;

/// <summary>A real server on a free port before a fake station, with one officer.</summary>
public sealed class Server : IAsyncDisposable
{
    public const string Token = "right-token";

    private readonly ApiServer api;

    private Server(ApiServer api, FakeControl station)
    {
        this.api = api;
        Station = station;
    }

    public FakeControl Station { get; }

    public Uri Address => api.Address;

    public bool Revoked { get; set; }

    public static async Task<Server> Start()
    {
        var station = new FakeControl();
        Server? server = null;
        var api = await ApiServer.StartAsync(
            token => token == Token && server is { Revoked: false } ? station : null,
            new ApiOptions(new Uri("http://127.0.0.1:0")),
            TimeProvider.System);
        return server = new Server(api, station);
    }

    public HttpControl Officer(string? token = Token) => new(Address, token);

    /// <summary>A client without manners of its own.</summary>
    public HttpClient Plain(bool signedIn = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        if (signedIn)
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();
}
