using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Passkeys;
using Parley.Console.Sessions;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Officers;

/// <summary>The form by which an officer who is signed in adds a passkey. One for each request.</summary>
internal sealed class OwnPasskeys(SessionBook book, PostedForm posted, Ceremonies ceremonies)
{
    public const string AddPath = "/passkeys";
    public const string OptionsPath = "/passkeys/options";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(OptionsPath, (Delegate)(static (HttpContext c) => Of(c).Ask(c))).RequireRateLimiting(SessionEndpoints.AskPolicy).ExcludeFromDescription();
        routes.MapPost(AddPath, (Delegate)(static (HttpContext c) => Of(c).Add(c))).RequireRateLimiting(SessionEndpoints.RatePolicy).ExcludeFromDescription();
    }

    private static OwnPasskeys Of(HttpContext context) => context.RequestServices.GetRequiredService<OwnPasskeys>();

    private async Task<IResult> Ask(HttpContext context)
    {
        if (SessionGate.SessionOf(context, book) is not { } session)
            return Results.Unauthorized();
        return Ceremonies.HasName(context.Request.Host.Host) && await posted.Read(context) is not null
            ? Results.Json(await ceremonies.AskForNew(context, session.Officer, session.Name))
            : Results.BadRequest();
    }

    private async Task<IResult> Add(HttpContext context)
    {
        if (SessionGate.SessionOf(context, book) is not { } session)
            return Results.Redirect(DoorWords.Door("ended"));
        var account = DeskPath.Of(session.Officer) + "/account";
        if (await posted.Read(context) is not { } form || await ceremonies.New(context, session.Officer, session.Name, form) is not { } passkey)
            return Results.Redirect(account + "?why=passkey");
        try
        {
            return Results.Redirect(account + (await session.Control.Do(passkey) is Refused<PasskeyView> refused ? $"?why={SettingUp.WordOf(refused.Why)}" : "?done=passkey"));
        }
        catch (ControlFault)
        {
            return Results.Redirect(account + "?why=fault");
        }
    }
}
