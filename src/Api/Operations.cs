using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Http;
using Parley.Control.Pouches;

namespace Parley.Api;

/// <summary>The whole catalogue as endpoints. A request goes: token, form, station, answer; nothing of a body is read before the token
/// holds. What an operation means is not known here.</summary>
internal sealed class Operations(Officers officers, ILogger logger) : IDisposable
{
    private static readonly MethodInfo Generic = typeof(Operations).GetMethod(
        nameof(Map), BindingFlags.Instance | BindingFlags.NonPublic, [typeof(IEndpointRouteBuilder), typeof(CatalogueEntry)])!;

    private readonly SemaphoreSlim files = new(Bounds.FilesAtOnce);

    public void MapAll(IEndpointRouteBuilder routes)
    {
        foreach (var entry in Catalogue.All)
            Generic.MakeGenericMethod(entry.Answer).Invoke(this, [routes, entry]);
    }

    public void Dispose() => files.Dispose();

    private void Map<TAnswer>(IEndpointRouteBuilder routes, CatalogueEntry entry)
    {
        var path = HttpControl.Root + entry.Name;
        // As a Delegate and not a RequestDelegate: the description of the interface lists only those.
        Delegate handler = (HttpContext context) => Handle<TAnswer>(context, entry);
        var endpoint = (entry.IsQuery ? routes.MapGet(path, handler) : routes.MapPost(path, handler))
            .WithName(entry.Name.Replace('/', '-'))
            .WithSummary(entry.Summary)
            .WithDescription($"For officers with one of the roles: {string.Join(", ", RolesText.NamesOf(entry.AnyOf))}.")
            .WithTags(entry.Name.Split('/')[0])
            .WithMetadata(entry, new RequestSize(SizeOf(entry)))
            .Produces<TAnswer>()
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType);
        // Any type goes through routing, so that a wrong one is refused here, after the token and as a problem.
        if (!entry.IsQuery)
            endpoint.Accepts(entry.Operation, "application/json", Description.AnyType);
    }

    private async Task Handle<TAnswer>(HttpContext context, CatalogueEntry entry)
    {
        if (await officers.SignIn(context) is not { } control)
            return;
        var room = !BringsFile(entry) || await files.WaitAsync(TimeSpan.Zero);
        if (!room)
        {
            await Replies.Refuse(context, Refusal.Busy, "Other files are being taken in; try again when they are done.");
            return;
        }

        try
        {
            await Answer<TAnswer>(context, entry, control);
        }
        finally
        {
            if (BringsFile(entry))
                files.Release();
        }
    }

    private async Task Answer<TAnswer>(HttpContext context, CatalogueEntry entry, IControl control)
    {
        try
        {
            var operation = (Operation<TAnswer>)await Read(context, entry);
            var outcome = await control.Do(operation, context.RequestAborted);
            if (outcome is Refused<TAnswer> refused)
                await Replies.Refuse(context, refused.Why, refused.Detail);
            else
                await Replies.Answer(context, ((Done<TAnswer>)outcome).Answer);
        }
        catch (JsonException e)
        {
            await Replies.Refuse(context, Refusal.Malformed, $"The request is not of the form of {entry.Name}: {e.Message}");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Replies.Write(context, Problem.Of(Refusal.TooLong, "The request is larger than this operation " +
                "takes.") with { Status = e.StatusCode });
        }
        catch (ControlFault e)
        {
            Log.Fault(logger, entry.Name, e);
            await Replies.Write(context, Problem.OfFault(StatusCodes.Status503ServiceUnavailable, "Fault", e.Message));
        }
    }

    private static async Task<Operation> Read(HttpContext context, CatalogueEntry entry)
    {
        var request = context.Request;
        var operation = entry.IsQuery
            ? QueryText.Read(request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))), entry.Operation)
            : await ReadBody(request, entry);
        var header = request.Headers[HttpControl.KeyHeader];
        var key = header.Count > 0 ? string.Join(',', header.ToArray()) : operation.Key;
        if (key is not null && (key.Length is 0 or > Control.Bounds.KeyLength || key.Any(c => c is < '!' or > '~')))
            throw new JsonException($"the key has 1 to {Control.Bounds.KeyLength} printable characters of ASCII without blanks");
        return operation with { Key = key };
    }

    private static async Task<Operation> ReadBody(HttpRequest request, CatalogueEntry entry)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json")
            throw new JsonException("send it as Content-Type: application/json");
        if (request.Query.Count > 0)
            throw new JsonException("an operation takes no query string");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return ControlJson.ReadOperation(body.GetBuffer().AsSpan(0, (int)body.Length), entry.Operation);
    }

    private static long SizeOf(CatalogueEntry entry) => entry.Operation == typeof(ImportPouch) ? Control.Bounds.PouchRequestSize
        : entry.Operation == typeof(AttachFile) ? Control.Bounds.AttachmentRequestSize
        : Control.Bounds.RequestSize;

    private static bool BringsFile(CatalogueEntry entry) => SizeOf(entry) > Control.Bounds.RequestSize;

    private sealed record RequestSize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
