using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Parley.Console.Sessions;

/// <summary>Whose request it is: the session of the cookie that belongs to the desk in the address. What the officer may do is not known here: Control checks it.</summary>
internal sealed class SessionGate(
    IOptionsMonitor<AuthenticationSchemeOptions> settings, ILoggerFactory logs, UrlEncoder encoder, SessionBook book, ConsoleOptions options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(settings, logs, encoder)
{
    public const string SchemeName = "session";

    /// <summary>The claim that holds a session's name.</summary>
    public const string SessionClaim = "parley/session";

    /// <summary>The session whose request it is; null: nobody's.</summary>
    public static Session? SessionOf(HttpContext context, SessionBook book) => book.Find(context.User.FindFirst(SessionClaim)?.Value);

    /// <summary>Nobody gets to a desk without its officer's session. Pages are led to the door and back.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (DeskPath.OfficerOf(context) is not { } officer || context.User.Identity?.IsAuthenticated == true)
        {
            await next(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            var back = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(context.Items.ContainsKey(typeof(Ending))
                ? DoorWords.Door("gone", officer, back)
                : $"/sign-in?officer={Uri.EscapeDataString(officer)}&back={Uri.EscapeDataString(back)}");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    /// <summary>A web socket carries the cookie whatever page opened it; only our own pages may.</summary>
    public static Task GuardOrigin(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (DeskPath.OfficerOf(Context) is not { } officer)
            return Task.FromResult(AuthenticateResult.NoResult());
        var session = book.Find(Context.Request.Cookies[DeskPath.CookieOf(options.Party, officer)]);
        if (session is null || session.Officer != officer)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!session.Stands)
        {
            book.End(session, Ending.Gone);
            Context.Items[typeof(Ending)] = Ending.Gone;
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Name), new Claim(ClaimTypes.Name, officer)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}
