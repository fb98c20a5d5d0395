using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Parley.Console.Desks;
using Parley.Console.Enrolling;
using Parley.Console.Frame;
using Parley.Console.Officers;
using Parley.Console.Passkeys;
using Parley.Console.Sessions;
using Parley.Console.Words;

namespace Parley.Console;

/// <summary>The console as a part of a web application: what it needs, and where its pages are. It opens no port itself.</summary>
public sealed class ConsoleFace(ConsoleOptions options, TimeProvider time)
{
    private readonly Languages languages = Languages.Read(options.LanguageFolder);

    /// <summary>Language files of the party that cannot be used, and why.</summary>
    public IReadOnlyList<string> Problems => languages.Problems;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(options).AddSingleton(time).AddSingleton<SessionBook>().AddSingleton(languages);
        services.AddScoped<Desk>().AddScoped<PostedForm>().AddScoped<SessionEndpoints>().AddScoped<EnrolEndpoints>().AddScoped<OwnPasskeys>();
        AddPasskeys(services);
        services.AddAuthentication(SessionGate.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionGate>(SessionGate.SchemeName, null);
        services.AddAuthorization();
        // Forms and pages of a station that has started anew are not those of before; nothing of it belongs on a disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = $"parley-{options.Party}-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.Path = "/";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            foreach (var policy in (string[])[SessionEndpoints.RatePolicy, SessionEndpoints.AskPolicy])
            {
                limiter.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
                    $"{policy} {context.Connection.RemoteIpAddress}",
                    static _ => new FixedWindowRateLimiterOptions { PermitLimit = Bounds.AttemptsAMinute, Window = Bounds.AttemptsWait }));
            }
        });
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitMaxRetained = Bounds.PagesKept;
            circuit.DisconnectedCircuitRetentionPeriod = Bounds.PageKept;
            circuit.MaxBufferedUnacknowledgedRenderBatches = Bounds.UpdatesWaiting;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = Bounds.PageMessage);
    }

    /// <summary>What a request passes through before it is routed.</summary>
    public static void Use(IApplicationBuilder app)
    {
        app.Use(Headers.Set);
        var (options, known) = (app.ApplicationServices.GetRequiredService<ConsoleOptions>(), app.ApplicationServices.GetRequiredService<Languages>());
        app.Use((context, next) => BarePage.Write(context, next, options, known));
        app.Use(DeskPath.Split);
    }

    /// <summary>What it passes through after that, and the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(SessionGate.Guard);
        app.UseWhen(static c => c.Request.Path.StartsWithSegments("/_blazor"), static branch => branch.Use(SessionGate.GuardOrigin));
        app.UseRateLimiter();
        app.UseAntiforgery();
        PackedFiles.Map(app);
        SessionEndpoints.Map(app);
        Downloads.Map(app);
        EnrolEndpoints.Map(app);
        OwnPasskeys.Map(app);
        app.MapGet("/", static (HttpContext c) => Results.Redirect(DeskPath.OfficerOf(c) is { } officer ? DeskPath.Of(officer) + "/board" : "/sign-in")).ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(static o =>
        {
            o.ContentSecurityFrameAncestorsPolicy = null;
            o.DisableWebSocketCompression = true;
        });
    }

    // The handler alone: its users are officers of the station, its sign-in is the station's, and no cookie of its own is wanted.
    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddSingleton<Challenges>().AddSingleton<Enrolments>();
        services.AddScoped<PasskeyStore>().AddScoped<IUserStore<PasskeyOwner>>(static s => s.GetRequiredService<PasskeyStore>());
        services.AddIdentityCore<PasskeyOwner>();
        services.Configure<IdentityPasskeyOptions>(Ceremonies.Set);
        services.AddScoped<IPasskeyHandler<PasskeyOwner>, PasskeyHandler<PasskeyOwner>>().AddScoped<Ceremonies>();
    }
}
