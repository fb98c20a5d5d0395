using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley.Control.Http;

/// <summary>A station's face over its HTTP interface. Operations are <c>POST /api/v1/NAME</c>, queries <c>GET /api/v1/NAME?…</c>, changes
/// the event stream <c>/api/v1/changes</c>. Nothing is tried twice here: the caller knows whether a key makes that safe.</summary>
public sealed class HttpControl : IControl, IDisposable
{
    /// <summary>What every address begins with.</summary>
    public const string Root = "/api/v1/";

    /// <summary>The path of the stream of changes, under <see cref="Root"/>.</summary>
    public const string ChangesPath = "changes";

    /// <summary>The header that carries <see cref="Operation.Key"/>.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private readonly HttpClient client;

    /// <param name="station">Such as <c>http://127.0.0.1:7100</c>.</param>
    /// <param name="token">The officer's token; null to be refused as not signed in.</param>
    public HttpControl(Uri station, string? token)
    {
        Station = station;
        // A proxy of the environment has no business between an officer and the station; a redirect would carry the token away.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Bounds.ConnectWait,
        };
        client = new HttpClient(handler) { BaseAddress = station, Timeout = Timeout.InfiniteTimeSpan };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Station { get; }

    /// <summary>Whether a station answers at that address.</summary>
    public async Task<bool> IsThere(CancellationToken cancel = default)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Bounds.ConnectWait);
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsUnreachable(e) && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Bounds.AnswerWait);
        try
        {
            using var request = Request(operation);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            if (!response.IsSuccessStatusCode)
                return Refusal<TAnswer>(response.StatusCode, body);
            return new Done<TAnswer>(JsonSerializer.Deserialize<TAnswer>(body, ControlJson.Answers) ?? throw new JsonException("null"));
        }
        catch (JsonException e)
        {
            throw new ControlFault($"the station at {Station} gave an answer that this program does not understand; are both of one " +
                $"version?", e);
        }
        catch (Exception e) when (IsUnreachable(e) && !cancel.IsCancellationRequested)
        {
            throw Unreachable(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var response = await OpenChanges(limit, cancel);
        await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
        var parser = SseParser.Create(stream, static (_, data) => Note(data));
        await using var events = parser.EnumerateAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        while (await Next(events, limit, cancel))
        {
            if (events.Current.Data is { } note)
                yield return note;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> OpenChanges(CancellationTokenSource limit, CancellationToken cancel)
    {
        try
        {
            limit.CancelAfter(Bounds.SilenceOfChanges);
            var response = await client.GetAsync(
                new Uri(Root + ChangesPath, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.IsSuccessStatusCode)
                return response;
            var detail = Problem.Parse(await response.Content.ReadAsByteArrayAsync(limit.Token))?.Detail;
            response.Dispose();
            throw new ControlFault(detail ?? $"the station at {Station} gives no changes");
        }
        catch (Exception e) when (IsUnreachable(e) && !cancel.IsCancellationRequested)
        {
            throw Unreachable(e);
        }
    }

    private async Task<bool> Next(IAsyncEnumerator<SseItem<ChangeNote?>> events, CancellationTokenSource limit, CancellationToken cancel)
    {
        try
        {
            limit.CancelAfter(Bounds.SilenceOfChanges);
            return await events.MoveNextAsync();
        }
        catch (Exception e) when ((IsUnreachable(e) || e is JsonException) && !cancel.IsCancellationRequested)
        {
            throw Unreachable(e);
        }
    }

    // The station writes "alive" now and then, so that a dead connection is noticed; it is no change.
    private static ChangeNote? Note(ReadOnlySpan<byte> data) =>
        data.SequenceEqual("alive"u8) ? null : JsonSerializer.Deserialize<ChangeNote>(data, ControlJson.Answers);

    private static HttpRequestMessage Request<TAnswer>(Operation<TAnswer> operation)
    {
        var entry = Catalogue.Of(operation);
        var address = new Uri(Root + entry.Name + (entry.IsQuery ? QueryText.Write(operation) : ""), UriKind.Relative);
        var request = new HttpRequestMessage(entry.IsQuery ? HttpMethod.Get : HttpMethod.Post, address);
        if (operation.Key is { } key)
            request.Headers.Add(KeyHeader, key);
        if (entry.IsQuery)
            return request;
        var bare = operation with { Key = null };
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(bare, operation.GetType(), ControlJson.Options));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // A refusal of a large body must arrive before the body is half sent, or it is lost with the connection.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > Bounds.LargeRequestSize;
        return request;
    }

    private Refused<TAnswer> Refusal<TAnswer>(HttpStatusCode status, byte[] body)
    {
        var problem = Problem.Parse(body);
        return problem?.Refusal is { } refusal
            ? new Refused<TAnswer>(refusal, problem.Detail)
            : throw new ControlFault(problem?.Detail ?? $"the station at {Station} answered {(int)status} and no more");
    }

    private static bool IsUnreachable(Exception e) => e is HttpRequestException or IOException or OperationCanceledException;

    private ControlFault Unreachable(Exception cause) =>
        new($"cannot reach the station at {Station}; see whether it runs and whether the address is right", cause);
}
