using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Passkeys;
using Parley.Console.Sessions;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Enrolling;

/// <summary>The forms of a sign-in link. One for each request.</summary>
internal sealed class EnrolEndpoints(Enrolments enrolments, ConsoleOptions options, PostedForm posted, Ceremonies ceremonies)
{
    public const string PagePath = "/enrol";
    public const string ChoosePath = "/enrol/choose";
    public const string OpenPath = "/enrol/open";
    public const string PinPath = "/enrol/pin";
    public const string PasskeyPath = "/enrol/passkey";
    public const string PasskeyOptionsPath = "/enrol/passkey/options";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(OpenPath, (Delegate)(static (HttpContext c) => Of(c).Open(c))).RequireRateLimiting(SessionEndpoints.RatePolicy).ExcludeFromDescription();
        routes.MapPost(PinPath, (Delegate)(static (HttpContext c) => Of(c).Pin(c))).RequireRateLimiting(SessionEndpoints.RatePolicy).ExcludeFromDescription();
        routes.MapPost(PasskeyOptionsPath, (Delegate)(static (HttpContext c) => Of(c).Ask(c))).RequireRateLimiting(SessionEndpoints.AskPolicy).ExcludeFromDescription();
        routes.MapPost(PasskeyPath, (Delegate)(static (HttpContext c) => Of(c).Passkey(c))).RequireRateLimiting(SessionEndpoints.RatePolicy).ExcludeFromDescription();
    }

    private static EnrolEndpoints Of(HttpContext context) => context.RequestServices.GetRequiredService<EnrolEndpoints>();

    private async Task<IResult> Open(HttpContext context)
    {
        if (await posted.Read(context) is not { } form)
            return Results.Redirect(DoorWords.Door("form"));
        try
        {
            var opened = await options.Entrance.ByLink(form["code"].ToString().Trim(), context.RequestAborted);
            if (opened is not SignedIn { Face: var face })
                return Results.Redirect(DoorWords.Door(opened));
            if (await face.Do(new WhoAmI()) is not Done<OfficerView> { Answer: var officer })
                return Results.Redirect(DoorWords.Door("link"));
            context.Response.Cookies.Append(enrolments.Cookie, enrolments.Begin(officer, face).Name, new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = PagePath, IsEssential = true,
            });
            return Results.Redirect(ChoosePath);
        }
        catch (ControlFault)
        {
            return Results.Redirect(DoorWords.Door("fault"));
        }
    }

    private async Task<IResult> Pin(HttpContext context)
    {
        if (await Form(context) is not ({ } open, { } form))
            return Results.Redirect(DoorWords.Door("link"));
        if (form["pin"].ToString() != form["again"].ToString())
            return Results.Redirect(ChoosePath + "?why=differs");
        return await Set(context, open, new SetPin(form["pin"].ToString()), "pin-set");
    }

    private async Task<IResult> Ask(HttpContext context) =>
        Ceremonies.HasName(context.Request.Host.Host) && await Form(context) is ({ } open, _)
            ? Results.Json(await ceremonies.AskForNew(context, open.Officer.Name, open.Name))
            : Results.BadRequest();

    private async Task<IResult> Passkey(HttpContext context)
    {
        if (await Form(context) is not ({ } open, { } form))
            return Results.Redirect(DoorWords.Door("link"));
        return await ceremonies.New(context, open.Officer.Name, open.Name, form) is { } passkey
            ? await Set(context, open, passkey, "passkey-set")
            : Results.Redirect(ChoosePath + "?why=passkey");
    }

    private async Task<IResult> Set<TAnswer>(HttpContext context, Enrolment open, Operation<TAnswer> operation, string done)
    {
        try
        {
            switch (await open.Face.Do(operation))
            {
                case Refused<TAnswer> { Why: Refusal.NotSignedIn }:
                    enrolments.End(open);
                    return Results.Redirect(DoorWords.Door("link"));
                case Refused<TAnswer> refused:
                    return Results.Redirect($"{ChoosePath}?why={SettingUp.WordOf(refused.Why)}");
            }
        }
        catch (ControlFault)
        {
            return Results.Redirect(ChoosePath + "?why=fault");
        }

        // The link is used up, and what it opened with it: the officer comes in by what he has now.
        enrolments.End(open);
        context.Response.Cookies.Delete(enrolments.Cookie, new CookieOptions { Path = PagePath });
        return Results.Redirect(DoorWords.Door(done, open.Officer.Name));
    }

    private async Task<(Enrolment? Open, IFormCollection? Form)> Form(HttpContext context)
    {
        var form = await posted.Read(context);
        return form is null ? (null, null) : (enrolments.Find(context.Request.Cookies[enrolments.Cookie]), form);
    }
}
