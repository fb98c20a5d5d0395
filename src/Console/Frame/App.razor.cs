using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Parley.Console.Sessions;
using Parley.Console.Words;

namespace Parley.Console.Frame;

/// <summary>The document around every page. Pages of a desk are live; those at the door are plain forms.</summary>
public sealed partial class App : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    public required ConsoleOptions Options { get; set; }

    [Inject]
    internal Languages Known { get; set; } = null!;

    private string? Officer => DeskPath.OfficerOf(Context);

    private Language Language => Known.Of(Context.Request);

    private string Base => Officer is { } officer ? DeskPath.Of(officer) + "/" : "/";

    private IComponentRenderMode? Mode => Officer is null ? null : new InteractiveServerRenderMode(prerender: false);
}
