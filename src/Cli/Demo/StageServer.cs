using System.Buffers.Text;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Parley.Control;
using Parley.Crypto;
using Parley.Scenarios;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Demo;

/// <summary>Serves the page of a stage on a free port of loopback, and does to the stage what the page's forms ask for, one thing after the other.</summary>
internal sealed class StageServer : IAsyncDisposable
{
    private const int KeySize = 24;
    private const int MostFormBytes = 4096;
    private const int MostConnections = 64;
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(2);
    private readonly WebApplication app;
    private readonly ILiveStage stage;
    private readonly StagePage page;
    private readonly Digest key;
    private readonly SemaphoreSlim turn = new(1);

    private StageServer(WebApplication app, Scenario scenario, ILiveStage stage, string key)
    {
        (this.app, this.stage, page) = (app, stage, new StagePage(scenario, stage, key));
        this.key = Digest.Of(Encoding.UTF8.GetBytes(key));
    }

    /// <summary>Where the page is, such as <c>http://stage.localhost:40123/</c>.</summary>
    public Uri Address { get; private set; } = new($"http://{StageDoor.Host}/");

    /// <summary>Starts to listen.</summary>
    /// <param name="scenario">What was played on the stage.</param>
    public static async Task<StageServer> Start(Scenario scenario, ILiveStage stage, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Parley.Stage" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostFormBytes;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var server = new StageServer(app, scenario, stage, NewKey());
        app.Run(server.Answer);
        await app.StartAsync(cancel);
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        server.Address = new UriBuilder(server.Address) { Port = port }.Uri;
        return server;
    }

    /// <summary>Stops to listen; what is being done to the stage is broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(StopWait))
            await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        turn.Dispose();
    }

    private static string NewKey()
    {
        Span<byte> random = stackalloc byte[KeySize];
        SuiteOne.Instance.FillRandom(random);
        return Base64Url.EncodeToString(random);
    }

    private Task Answer(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value);
        StageDoor.Mark(context.Response);
        if (!StageDoor.Knows(request))
            return Refuse(context, StatusCodes.Status400BadRequest, "This host name is not one of the stage's.");
        var isLook = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return path switch
        {
            "/" when isLook => Write(context, "text/html", page.Write()),
            StagePage.StylePath when isLook => Write(context, "text/css", Resource("stage.css")),
            StagePage.ScriptPath when isLook => Write(context, "text/javascript", Resource("stage.js")),
            StagePage.PressPath when HttpMethods.IsPost(request.Method) => Do(context),
            "/" or StagePage.StylePath or StagePage.ScriptPath or StagePage.PressPath =>
                Refuse(context, StatusCodes.Status405MethodNotAllowed, "That cannot be done with this page."),
            _ => Refuse(context, StatusCodes.Status404NotFound, "There is no such page here."),
        };
    }

    private async Task Do(HttpContext context)
    {
        var request = context.Request;
        if (!StageDoor.IsFromHere(request) || !request.HasFormContentType)
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "This was not sent by the stage's own page.");
            return;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        if (Digest.Of(Encoding.UTF8.GetBytes(form["key"].ToString())) != key)
            await Refuse(context, StatusCodes.Status403Forbidden, "The page is of an earlier stage. Load it anew.");
        else if (StageButton.Parse(form["kind"], form["to"]) is not { } button)
            await Refuse(context, StatusCodes.Status400BadRequest, "The stage knows no such thing to do.");
        else
            await Do(context, button);
    }

    // A browser that goes away does not break off what it asked for; the end of the stage does.
    private async Task Do(HttpContext context, StageButton button)
    {
        var cancel = app.Lifetime.ApplicationStopping;
        await turn.WaitAsync(cancel);
        try
        {
            if (!await button.Press(stage, cancel))
            {
                await Refuse(context, StatusCodes.Status404NotFound, "The stage has no such circuit or station.");
                return;
            }
        }
        catch (ControlFault fault)
        {
            await Refuse(context, StatusCodes.Status500InternalServerError, fault.Message);
            return;
        }
        finally
        {
            turn.Release();
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"/#{page.AnchorOf(button)}";
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return Write(context, "text/html", StagePage.Refusal(why));
    }

    private static Task Write(HttpContext context, string type, string text)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(StageServer).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in");
        return new StreamReader(stream).ReadToEnd();
    }
}
