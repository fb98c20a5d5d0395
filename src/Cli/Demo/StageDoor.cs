using Microsoft.AspNetCore.Http;

namespace Parley.Cli.Demo;

/// <summary>Which requests the page of a stage takes: those that name it by a name of its own, and of those that do something only what came from the page
/// itself.</summary>
internal static class StageDoor
{
    /// <summary>The page's name: browsers find it on this machine without asking anybody.</summary>
    public const string Host = "stage.localhost";

    // script-src and style-src name the two files beside the page; there is nothing inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What every answer says of itself. The referrer policy must leave <c>Origin</c> in the page's own forms.</summary>
    public static void Mark(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Whether the request names this machine. A page of the open web whose name was made to resolve here (DNS rebinding) shows its own name.</summary>
    public static bool Knows(HttpRequest request) =>
        request.Host.Host is Host or "localhost" or "127.0.0.1" && request.Host.Port == request.HttpContext.Connection.LocalPort;

    /// <summary>Whether a browser says that the page itself sent it. Older browsers say only the origin; one that says neither is not believed.</summary>
    public static bool IsFromHere(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        return (site.Length > 0 || origin.Length > 0) && site is "" or "same-origin" && (origin.Length == 0 || origin == $"http://{request.Host}");
    }
}
