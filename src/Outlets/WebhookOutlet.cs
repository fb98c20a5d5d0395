using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Parley.Station.Alarms;
using Parley.Station.Folders;

namespace Parley.Outlets;

/// <summary>A POST with a small JSON body. No proxy, no redirect; to no address outside the local network unless the settings say so, whatever a name resolves
/// to.</summary>
internal sealed class WebhookOutlet : IOutlet, IDisposable
{
    private readonly Uri url;
    private readonly string? tokenFile;
    private readonly bool anywhere;
    private readonly HttpClient client;

    /// <param name="tokenFile">The whole path of a file with a token; read for each ring, so that it can be changed while the station runs.</param>
    public WebhookOutlet(string name, Uri url, string? tokenFile, bool anywhere, TimeSpan timeout)
    {
        (this.url, this.tokenFile, this.anywhere, Timeout) = (url, tokenFile, anywhere, timeout);
        // The path and the query may be what makes it secret.
        About = new AlarmOutlet(name, "webhook", url.GetLeftPart(UriPartial.Authority));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = timeout, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = Connect,
        };
        client = new HttpClient(handler) { Timeout = timeout };
    }

    public AlarmOutlet About { get; }

    public TimeSpan Timeout { get; }

    public async Task<string?> Ring(AlarmRing ring, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(RingText.Json(ring)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (tokenFile is not null)
        {
            if (Token(out var token) is { } fault)
                return fault;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"it answered with status {(int)answer.StatusCode}");
        }
        catch (HttpRequestException fault) when (fault.InnerException is NotLocalException)
        {
            return "its address is not on the local network; 'anywhere' allows that";
        }
        catch (HttpRequestException fault)
        {
            return $"it cannot be reached ({fault.HttpRequestError})";
        }
        catch (OperationCanceledException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it did not answer within {Timeout.TotalSeconds} s");
        }
    }

    public void Dispose() => client.Dispose();

    private string? Token(out string token)
    {
        token = "";
        try
        {
            if (PrivateFile.IsOpenToOthers(tokenFile!))
                return "its token file can be read by others";
            var bytes = File.ReadAllBytes(tokenFile!);
            token = Encoding.UTF8.GetString(bytes).Trim();
            var isToken = bytes.Length <= Bounds.TokenSize && token.Length > 0 && token.All(static c => c is > ' ' and <= '~');
            return isToken ? null : "its token file holds no token";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "its token file cannot be read";
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = anywhere ? addresses : [.. addresses.Where(LocalNetwork.Holds)];
        if (allowed.Length == 0)
            throw new NotLocalException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotLocalException : IOException;
}
