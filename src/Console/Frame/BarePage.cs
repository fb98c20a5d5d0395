using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Parley.Console.Sessions;
using Parley.Console.Words;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Parley.Console.Frame;

/// <summary>What a browser shows where there is no page to show: why, what to do, and the way back. Programs get what they always got.</summary>
internal static class BarePage
{
    /// <summary>Writes the page when nobody has answered, and the one who asks reads pages.</summary>
    public static async Task Write(HttpContext context, RequestDelegate next, ConsoleOptions options, Languages known)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.ContentLength is not null || KeyOf(response.StatusCode) is not { } key || !ReadsPages(context.Request))
            return;
        if (response.StatusCode == Status429TooManyRequests)
            response.Headers.RetryAfter = Bounds.AttemptsWait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.WriteAsync(Html(known.Of(context.Request), key, DeskPath.OfficerOf(context), options.Party), context.RequestAborted);
    }

    private static bool ReadsPages(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static string? KeyOf(int status) => status switch
    {
        Status404NotFound or Status405MethodNotAllowed => "bare.missing",
        Status429TooManyRequests => "bare.too-many",
        Status400BadRequest or Status401Unauthorized or Status403Forbidden => "bare.not-taken",
        _ => null,
    };

    private static string Html(Language say, string key, string? officer, string party)
    {
        var (back, where) = officer is null ? ("/sign-in", "bare.to-door") : (DeskPath.Of(officer) + "/board", "bare.to-board");
        static string Safe(string text) => WebUtility.HtmlEncode(text);
        return $"""
            <!DOCTYPE html>
            <html lang="{Safe(say.Tag)}" dir="{(say.IsRightToLeft ? "rtl" : "ltr")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Safe(say[key])} – {Safe(party)}</title>
            <link rel="icon" type="image/svg+xml" href="{PackedFiles.Of("icon-quiet.svg")}">
            <link rel="stylesheet" href="{PackedFiles.Of("console.css")}">
            </head>
            <body>
            <main class="door-page"><h1>{Safe(say[key])}</h1><p>{Safe(say[key + ".what"])}</p><p><a class="button" href="{Safe(back)}">{Safe(say[where])}</a></p></main>
            </body>
            </html>

            """;
    }
}
