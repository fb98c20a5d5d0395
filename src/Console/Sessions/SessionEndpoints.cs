using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Sessions;

/// <summary>Signing in and out: forms that set or clear a cookie, which a page over a web socket cannot.</summary>
internal sealed class SessionEndpoints(SessionBook book, ConsoleOptions options, IAntiforgery forms)
{
    public const string BeginPath = "/sessions";
    public const string DirectPath = "/sessions/direct";
    public const string EndPath = "/sessions/end";
    public const string RatePolicy = "sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(BeginPath, (Delegate)(static (HttpContext c) => Of(c).ByToken(c))).RequireRateLimiting(RatePolicy).ExcludeFromDescription();
        routes.MapPost(DirectPath, (Delegate)(static (HttpContext c) => Of(c).Direct(c))).RequireRateLimiting(RatePolicy).ExcludeFromDescription();
        routes.MapPost(EndPath, (Delegate)(static (HttpContext c) => Of(c).SignOut(c))).ExcludeFromDescription();
    }

    private static SessionEndpoints Of(HttpContext context) => context.RequestServices.GetRequiredService<SessionEndpoints>();

    private async Task<IResult> ByToken(HttpContext context)
    {
        if (await Form(context) is not { } form)
            return Results.Redirect("/sign-in?why=form");
        return await Begin(context, form["token"].ToString().Trim(), form["officer"].ToString(), form["back"].ToString());
    }

    private async Task<IResult> Direct(HttpContext context)
    {
        if (!options.DirectSignIn)
            return Results.Redirect("/sign-in?why=direct");
        if (await Form(context) is not { } form)
            return Results.Redirect("/sign-in?why=form");
        return await Begin(context, form["token"].ToString().Trim(), "", "");
    }

    private async Task<IResult> Begin(HttpContext context, string token, string asked, string back)
    {
        if (token.Length is 0 or > Parley.Control.Bounds.TokenLength || options.SignIn(token) is not { } control ||
            await control.Do(new WhoAmI()) is not Done<OfficerView> { Answer: var officer })
            return Results.Redirect($"/sign-in?why=token&officer={Uri.EscapeDataString(asked)}&back={Uri.EscapeDataString(back)}");
        var session = book.Begin(officer, control);
        var desk = DeskPath.Of(officer.Name);
        context.Response.Cookies.Append(DeskPath.CookieOf(options.Party, officer.Name), session.Name, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = desk, IsEssential = true,
        });
        // Back to where the officer was, if that was at this very desk.
        return Results.Redirect(back.StartsWith(desk + "/", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : desk + "/board");
    }

    private async Task<IResult> SignOut(HttpContext context)
    {
        if (DeskPath.OfficerOf(context) is not { } officer || await Form(context) is null)
            return Results.Redirect("/sign-in?why=form");
        var cookie = DeskPath.CookieOf(options.Party, officer);
        if (book.Find(context.Request.Cookies[cookie]) is { } session)
        {
            session.IsSignedOut = true;
            book.End(session);
        }

        context.Response.Cookies.Delete(cookie, new CookieOptions { Path = DeskPath.Of(officer) });
        return Results.Redirect("/sign-in?why=out");
    }

    private async Task<IFormCollection?> Form(HttpContext context) =>
        context.Request.HasFormContentType && await forms.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync() : null;
}
