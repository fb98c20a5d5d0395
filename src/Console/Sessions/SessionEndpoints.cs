using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Passkeys;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Sessions;

/// <summary>Signing in and out: forms that set or clear a cookie, which a page over a web socket cannot. One for each request.</summary>
internal sealed class SessionEndpoints(SessionBook book, ConsoleOptions options, PostedForm posted, Ceremonies ceremonies)
{
    public const string BeginPath = "/sessions";
    public const string PasskeyPath = "/sessions/passkey";
    public const string PasskeyOptionsPath = "/sessions/passkey/options";
    public const string DirectPath = "/sessions/direct";
    public const string EndPath = "/sessions/end";

    /// <summary>Of everything that lets somebody in.</summary>
    public const string RatePolicy = "sign-in";

    /// <summary>Of what is only asked for.</summary>
    public const string AskPolicy = "ask";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(BeginPath, (Delegate)(static (HttpContext c) => Of(c).ByTokenAndPin(c))).RequireRateLimiting(RatePolicy).ExcludeFromDescription();
        routes.MapPost(PasskeyOptionsPath, (Delegate)(static (HttpContext c) => Of(c).Ask(c))).RequireRateLimiting(AskPolicy).ExcludeFromDescription();
        routes.MapPost(PasskeyPath, (Delegate)(static (HttpContext c) => Of(c).ByPasskey(c))).RequireRateLimiting(RatePolicy).ExcludeFromDescription();
        routes.MapPost(DirectPath, (Delegate)(static (HttpContext c) => Of(c).Direct(c))).RequireRateLimiting(RatePolicy).ExcludeFromDescription();
        routes.MapPost(EndPath, (Delegate)(static (HttpContext c) => Of(c).SignOut(c))).ExcludeFromDescription();
    }

    private static SessionEndpoints Of(HttpContext context) => context.RequestServices.GetRequiredService<SessionEndpoints>();

    private async Task<IResult> ByTokenAndPin(HttpContext context)
    {
        if (await posted.Read(context) is not { } form)
            return Results.Redirect(DoorWords.Door("form"));
        return await Enter(context, form, Opening.TokenAndPin, async () =>
            await options.Entrance.ByTokenAndPin(form["token"].ToString().Trim(), form["pin"].ToString(), context.RequestAborted));
    }

    private async Task<IResult> Ask(HttpContext context)
    {
        if (!Ceremonies.HasName(context.Request.Host.Host) || await posted.Read(context) is not { } form)
            return Results.BadRequest();
        var officer = form["officer"].ToString().Trim();
        return Results.Json(await ceremonies.AskToSignIn(context, officer.Length > Parley.Lines.Bounds.OfficerNameLength ? "" : officer));
    }

    private async Task<IResult> ByPasskey(HttpContext context)
    {
        if (!Ceremonies.HasName(context.Request.Host.Host) || await posted.Read(context) is not { } form)
            return Results.Redirect(DoorWords.Door("form"));
        return await Enter(context, form, Opening.Passkey, () => ceremonies.SignIn(context, form["key"].ToString(), form["credential"].ToString()));
    }

    private async Task<IResult> Enter(HttpContext context, IFormCollection form, Opening opening, Func<Task<SignIn?>> signIn)
    {
        var (officer, back) = (form["officer"].ToString().Trim(), form["back"].ToString());
        try
        {
            var ended = await signIn();
            return ended is SignedIn { Face: var face }
                ? await Begin(context, face, opening, back) ?? Results.Redirect(DoorWords.Door("gone", officer, back))
                : Results.Redirect(DoorWords.Door(ended, officer, back));
        }
        catch (ControlFault)
        {
            return Results.Redirect(DoorWords.Door("fault", officer, back));
        }
    }

    private async Task<IResult> Direct(HttpContext context)
    {
        if (!options.DirectSignIn)
            return Results.Redirect(DoorWords.Door("direct"));
        if (await posted.Read(context) is not { } form)
            return Results.Redirect(DoorWords.Door("form"));
        try
        {
            return (options.Entrance.ByToken(form["token"].ToString().Trim()) is { } control ? await Begin(context, control, Opening.DirectLink, "") : null) ??
                Results.Redirect(DoorWords.Door("token"));
        }
        catch (ControlFault)
        {
            return Results.Redirect(DoorWords.Door("fault"));
        }
    }

    private async Task<IResult?> Begin(HttpContext context, IControl control, Opening opening, string back)
    {
        if (await control.Do(new WhoAmI()) is not Done<OfficerView> { Answer: var officer })
            return null;
        var session = book.Begin(officer, control, opening);
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
        if (DeskPath.OfficerOf(context) is not { } officer || await posted.Read(context) is null)
            return Results.Redirect(DoorWords.Door("form"));
        var cookie = DeskPath.CookieOf(options.Party, officer);
        if (book.Find(context.Request.Cookies[cookie]) is { } session)
            book.End(session, Ending.SignedOut);
        context.Response.Cookies.Delete(cookie, new CookieOptions { Path = DeskPath.Of(officer) });
        return Results.Redirect(DoorWords.Door("out"));
    }
}
