using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Sessions;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Stations;

namespace Parley.Console.Calls;

/// <summary>The calendar file of a scheduled call: a download, which a page over a web socket cannot give. Whoever asks must have the session of the desk.</summary>
internal static class CalendarEndpoint
{
    private const string Path = "/calendar";

    /// <summary>Its address within a desk.</summary>
    public static string Link(string line, string entry, string language) =>
        $"calendar?line={Uri.EscapeDataString(line)}&entry={Uri.EscapeDataString(entry)}&language={Uri.EscapeDataString(language)}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (Delegate)Give).ExcludeFromDescription();

    private static async Task<IResult> Give(HttpContext context)
    {
        var book = context.RequestServices.GetRequiredService<SessionBook>();
        if (book.Find(context.User.FindFirst(SessionGate.SessionClaim)?.Value) is not { } session)
            return Results.Unauthorized();
        var query = context.Request.Query;
        var (line, entry, language) = (query["line"].ToString(), query["entry"].ToString(), query["language"].ToString());
        try
        {
            return await session.Control.Do(new ExportCalendar(line, entry, language.Length > 0 ? language : null), context.RequestAborted) switch
            {
                Done<ExportFile> { Answer: var file } => File(context, file),
                Refused<ExportFile> refused => Results.Text(refused.Detail, statusCode: StatusCodes.Status409Conflict),
                _ => throw new InvalidOperationException("outcomes are a closed family"),
            };
        }
        catch (ControlFault fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult File(HttpContext context, ExportFile file)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Bytes, "text/calendar; charset=utf-8", file.Name);
    }
}
