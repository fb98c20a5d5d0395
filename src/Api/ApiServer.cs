using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Parley.Control;
using Parley.Control.Http;

namespace Parley.Api;

/// <summary>Another face on the same address, beside the interface.</summary>
/// <param name="AddTo">Adds what it needs.</param>
/// <param name="Use">What every request passes through before it is routed.</param>
/// <param name="Map">What it passes through after that, and where it leads.</param>
public sealed record Beside(Action<IServiceCollection> AddTo, Action<IApplicationBuilder> Use, Action<WebApplication> Map);

/// <summary>The station's HTTP interface, listening. It takes nothing from the environment or from files: what it is, its caller
/// says.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Operations operations;

    private ApiServer(WebApplication app, Operations operations, Uri address)
    {
        this.app = app;
        this.operations = operations;
        Address = address;
    }

    /// <summary>Where it listens, with the port that was taken.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="signIn">The face of the officer with that token; null: no such officer.</param>
    /// <param name="options">Where to listen; see <see cref="ApiOptions.Fault"/>.</param>
    /// <param name="time">For limits and for signs of life.</param>
    /// <param name="beside">Another face; null: none.</param>
    /// <param name="logs">Null: nothing is logged.</param>
    /// <exception cref="ArgumentException">The options have a fault.</exception>
    /// <exception cref="IOException">The address is in use or not of this machine.</exception>
    public static async Task<ApiServer> StartAsync(
        Func<string, IControl?> signIn,
        ApiOptions options,
        TimeProvider time,
        Beside? beside = null,
        ILoggerFactory? logs = null,
        CancellationToken cancel = default)
    {
        if (options.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(options));
        logs ??= NullLoggerFactory.Instance;
        var app = Build(options.EndPoint()!, beside, logs);
        var logger = logs.CreateLogger("Parley.Api");
        var officers = new Officers(signIn, new FailedTokens(time), logger);
        var operations = new Operations(officers, logger);
        Guard(app, new Hosts(options), logger);
        app.Use(SayWhatIsMissing);
        beside?.Use(app);
        app.UseRouting();
        beside?.Map(app);
        operations.MapAll(app);
        var stream = new ChangeStream(officers, time, app.Lifetime);
        app.MapGet(HttpControl.Root + HttpControl.ChangesPath, (Delegate)stream.Handle)
            .WithName("changes").WithSummary("What changes from now on, as server-sent events.").WithTags("changes")
            .Produces<ChangeNote>(StatusCodes.Status200OK, "text/event-stream");
        app.MapGet("/health", () => "up\n").ExcludeFromDescription();
        app.MapOpenApi(Description.Path);
        await app.StartAsync(cancel);
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new ApiServer(app, operations, new Uri(bound));
    }

    /// <summary>Stops to listen; requests under way have a few seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(Bounds.StopWait))
            await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        operations.Dispose();
    }

    private static WebApplication Build(IPEndPoint endPoint, Beside? beside, ILoggerFactory logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Parley.Api" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Control.Bounds.RequestSize;
            kestrel.Limits.MaxConcurrentConnections = Bounds.Connections;
            kestrel.Limits.MaxRequestHeadersTotalSize = Bounds.HeadersSize;
            kestrel.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton(logs);
        builder.Services.AddLogging();
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            var own = json.SerializerOptions;
            own.PropertyNamingPolicy = ControlJson.Options.PropertyNamingPolicy;
            own.UnmappedMemberHandling = ControlJson.Options.UnmappedMemberHandling;
            own.RespectNullableAnnotations = true;
            own.RespectRequiredConstructorParameters = true;
            own.NumberHandling = ControlJson.Options.NumberHandling;
            foreach (var converter in ControlJson.Options.Converters)
                own.Converters.Add(converter);
        });
        builder.Services.AddOpenApi("v1", Description.Set);
        beside?.AddTo(builder.Services);
        return builder.Build();
    }

    // Routing answers an unknown path or a wrong method with a bare status.
    private static async Task SayWhatIsMissing(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var status = context.Response.StatusCode;
        if (status is (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed) && !context.Response.HasStarted)
            await Replies.Write(context, Problem.OfFault(
                status, "Not found", $"There is no such operation here; see {Description.Path}."));
    }

    // What holds for every request, before anything else is looked at.
    private static void Guard(WebApplication app, Hosts hosts, ILogger logger)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Replies.Write(context, Problem.OfFault(
                StatusCodes.Status500InternalServerError, "Fault", "The station met a fault of its own; its log says more.")),
        });
        app.Use(next => context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (hosts.Knows(context))
                return next(context);
            Log.ForeignHost(logger, context.Request.Host.Host);
            return Replies.Write(context, Problem.Of(Refusal.Malformed, "This host name is not one of the station's."));
        });
    }
}
